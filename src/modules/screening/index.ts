import { words } from '../../platform/words.ts';
import { screeningFigures } from './figures.ts';
import { decisions, enterprises, explanations, matches, results, runs, snapshots, sources } from './registers.ts';

export * from './registers.ts';

export const screeningModule = {
  name: 'screening',
  words: words('经商办企业排查', 'Business screening'),
  registers: [sources, snapshots, enterprises, runs, results, matches, explanations, decisions],
  figures: screeningFigures,
};
