import { words } from '../../platform/words.ts';
import { clueFigures } from './figures.ts';
import { clueCompanions, clueEscalations, clueMatter } from './matter.ts';
import {
  assignments,
  batches,
  clues,
  evidence,
  interests,
  openings,
  quarterReports,
  referrals,
  relations,
  reportContacts,
  reporterMarks,
  reportFiles,
  reports,
  reportTexts,
  subjects,
  supervisions,
  transfers,
} from './registers.ts';

export { clueCompanions, clueMatter } from './matter.ts';
export { clueMoments, cluesOn, holdClue } from './moments.ts';
export * from './registers.ts';
export type { ReportDesk } from './report/desk.ts';
export { clueReceiver } from './report/receive-clue.ts';
export { reportRoutes } from './report/routes.ts';
export { clueRoutes } from './routes.ts';
export { barredFrom, isClosed } from './store.ts';

export const cluesModule = {
  name: 'clues',
  words: words('线索核查', 'Clues'),
  registers: [
    batches,
    clues,
    subjects,
    transfers,
    supervisions,
    assignments,
    referrals,
    relations,
    interests,
    evidence,
    openings,
    clueCompanions.steps,
    clueCompanions.clocks,
    clueCompanions.history,
    clueEscalations,
    reports,
    reportTexts,
    reportFiles,
    reportContacts,
    reporterMarks,
    quarterReports,
  ],
  matters: [clueMatter],
  figures: clueFigures,
};
