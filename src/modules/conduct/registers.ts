export { deliveries, documentTemplates, familyReceipts } from './registers/papers.ts';
export {
  followUps,
  leniencyDecisions,
  selfReportItems,
  selfReports,
  statements,
} from './registers/self-reports.ts';
export { comparisonChecks, mandatoryTalkKinds, problemItems, talks } from './registers/talks.ts';
