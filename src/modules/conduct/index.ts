import { words } from '../../platform/words.ts';
import { conductDeskItems } from './desk-items.ts';
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

export type { FileResult } from './bundle/entries.ts';
export { LENIENCY_FORMAT } from './bundle/leniency-format.ts';
export { SELF_REPORT_FORMAT } from './bundle/self-report-format.ts';
export { verifyLeniencyProof } from './bundle/verify-leniency.ts';
export { verifySelfReportProof } from './bundle/verify-self-report.ts';
export { meetingRoutes } from './meetings/routes.ts';
export { paperRoutes } from './papers/routes.ts';
export * from './registers.ts';
export { leniencyRoutes } from './routes/leniency.ts';
export { selfReportRoutes } from './routes/self-reports.ts';
export type { SelfExaminationDesk } from './self-reports/desk.ts';
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
  deskItems: conductDeskItems,
};
