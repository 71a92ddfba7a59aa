export { clearings, hearings, reviewRequests } from './officer/registers.ts';
export { batches, batchNumbers, CLOSED, clues, subjects } from './registers/clues.ts';
export { assignments, referrals, supervisions, transfers } from './registers/handling.ts';
export { reporterMarks } from './registers/likeness.ts';
export { quarterReports } from './registers/quarters.ts';
export { evidence, interests, openings, relations } from './registers/recusal.ts';
export { reportContacts, reportFiles, reports, reportTexts } from './registers/reports.ts';
