export {
  leniencyDecisionClocks,
  leniencyDecisionSteps,
  problemItemClocks,
  problemItemSteps,
  selfReportClocks,
  selfReportSteps,
  talkClocks,
  talkSteps,
} from './registers/companions.ts';
export { deliveries, documentTemplates, familyReceipts, paperAnswers } from './registers/papers.ts';
export {
  followUps,
  leniencyDecisions,
  selfReportItems,
  selfReportSeals,
  selfReports,
  statements,
} from './registers/self-reports.ts';
export {
  comparisonChecks,
  mandatoryTalkKinds,
  problemItems,
  talkNotes,
  talks,
  talkTriggers,
} from './registers/talks.ts';
