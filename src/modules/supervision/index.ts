import { words } from '../../platform/words.ts';
import { supervisionFigures } from './figures.ts';
import { actions, circulars, findings, groups, opinions, visits } from './registers.ts';

export * from './registers.ts';

export const supervisionModule = {
  name: 'supervision',
  words: words('督导', 'Supervision'),
  registers: [groups, actions, visits, findings, opinions, circulars],
  figures: supervisionFigures,
};
