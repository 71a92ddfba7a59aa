import { companionsOf } from '../../../platform/lifecycle/companions.ts';
import { leniencyLifecycle, problemItemLifecycle, selfReportLifecycle, talkLifecycle } from '../lifecycle.ts';
import { leniencyDecisions, selfReports } from './self-reports.ts';
import { problemItems, talks } from './talks.ts';

/** Steps and limits of the four matters of this room. */
export const { steps: talkSteps, clocks: talkClocks } = companionsOf(talkLifecycle, talks);
export const { steps: problemItemSteps, clocks: problemItemClocks } = companionsOf(problemItemLifecycle, problemItems);
export const { steps: selfReportSteps, clocks: selfReportClocks } = companionsOf(selfReportLifecycle, selfReports);
export const { steps: leniencyDecisionSteps, clocks: leniencyDecisionClocks } = companionsOf(
  leniencyLifecycle,
  leniencyDecisions,
);
