import { words } from '../../platform/words.ts';
import { conductFigures } from './figures.ts';
import {
  comparisonChecks,
  deliveries,
  documentTemplates,
  familyReceipts,
  followUps,
  leniencyDecisions,
  mandatoryTalkKinds,
  problemItems,
  selfReportItems,
  selfReports,
  statements,
  talks,
} from './registers.ts';

export * from './registers.ts';

export const conductModule = {
  name: 'conduct',
  words: words('谈话与自查', 'Talks and self-examination'),
  registers: [
    documentTemplates,
    deliveries,
    familyReceipts,
    mandatoryTalkKinds,
    talks,
    comparisonChecks,
    problemItems,
    selfReports,
    selfReportItems,
    leniencyDecisions,
    followUps,
    statements,
  ],
  figures: conductFigures,
};
