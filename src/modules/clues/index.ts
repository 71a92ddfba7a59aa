import { words } from '../../platform/words.ts';
import { clueFigures } from './figures.ts';
import { assignments, batches, clues, referrals, subjects, supervisions, transfers } from './registers.ts';

export * from './registers.ts';

export const cluesModule = {
  name: 'clues',
  words: words('线索核查', 'Clues'),
  registers: [batches, clues, subjects, transfers, supervisions, assignments, referrals],
  figures: clueFigures,
};
