export { batches, clues, subjects } from './registers/clues.ts';
export { assignments, referrals, supervisions, transfers } from './registers/handling.ts';
export { evidence, interests, openings, relations } from './registers/recusal.ts';
