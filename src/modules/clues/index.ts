import { words } from '../../platform/words.ts';
import { clueDeskItems } from './desk-items.ts';
import { clueFigures } from './figures.ts';
import { clueCompanions, clueEscalations, clueMatter } from './matter.ts';
import {
  clearingCompanions,
  clearingMatter,
  hearingCompanions,
  hearingMatter,
  reviewCompanions,
  reviewMatter,
} from './officer/matter.ts';
import {
  assignments,
  batches,
  batchNumbers,
  clearings,
  clues,
  evidence,
  hearings,
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
  reviewRequests,
  subjects,
  supervisions,
  transfers,
} from './registers.ts';

export { clueCompanions, clueMatter } from './matter.ts';
export { clueMoments, cluesOn, holdClue } from './moments.ts';
export { clearingMatter, hearingMatter } from './officer/matter.ts';
export { myFileRoutes } from './officer/routes.ts';
export { overseeingRoutes } from './overseeing/routes.ts';
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
    batchNumbers,
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
    hearings,
    hearingCompanions.steps,
    hearingCompanions.clocks,
    reviewRequests,
    reviewCompanions.steps,
    reviewCompanions.clocks,
    clearings,
    clearingCompanions.steps,
    clearingCompanions.clocks,
  ],
  matters: [clueMatter, hearingMatter, reviewMatter, clearingMatter],
  deskItems: clueDeskItems,
  figures: clueFigures,
};
