import { words } from '../../platform/words.ts';
import { conductFigures } from './figures.ts';
import { conductMatters } from './matters.ts';
import {
  comparisonChecks,
  deliveries,
  documentTemplates,
  familyReceipts,
  followUps,
  leniencyDecisionClocks,
  leniencyDecisionSteps,
  leniencyDecisions,
  mandatoryTalkKinds,
  paperAnswers,
  problemItemClocks,
  problemItemSteps,
  problemItems,
  selfReportClocks,
  selfReportItems,
  selfReportSeals,
  selfReportSteps,
  selfReports,
  statements,
  talkClocks,
  talkNotes,
  talkSteps,
  talks,
  talkTriggers,
} from './registers.ts';

export { LENIENCY_FORMAT } from './leniency/proof.ts';
export { verifyLeniencyProof } from './leniency/verify-proof.ts';
export { meetingRoutes } from './meetings/routes.ts';
export { type PaperDesk, paperRoutes } from './papers/routes.ts';
export * from './registers.ts';
export { talkRoutes } from './talks/routes.ts';

export const conductModule = {
  name: 'conduct',
  words: words('谈话与自查', 'Talks and self-examination'),
  registers: [
    documentTemplates,
    deliveries,
    paperAnswers,
    familyReceipts,
    mandatoryTalkKinds,
    talkTriggers,
    talks,
    talkNotes,
    comparisonChecks,
    problemItems,
    selfReports,
    selfReportItems,
    leniencyDecisions,
    followUps,
    statements,
    selfReportSeals,
    talkSteps,
    talkClocks,
    problemItemSteps,
    problemItemClocks,
    selfReportSteps,
    selfReportClocks,
    leniencyDecisionSteps,
    leniencyDecisionClocks,
  ],
  figures: conductFigures,
  matters: conductMatters,
};
