export { batches, clues, subjects } from './registers/clues.ts';
export { assignments, referrals, supervisions, transfers } from './registers/handling.ts';
