import { settledOnPaper } from '../../../platform/lifecycle/on-paper.ts';
import { selfReportSteps, selfReports } from '../registers.ts';

/** Whether a report rests though its state leads on, because it was looked into on paper. @param t alias of conduct.self_reports */
export const reportRests = settledOnPaper(selfReports, selfReportSteps, ['CLASSIFIED', 'PROPOSED', 'DECIDED']);
