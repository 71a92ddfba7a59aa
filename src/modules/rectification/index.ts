import { words } from '../../platform/words.ts';
import { rectificationFigures } from './figures.ts';
import { items, mechanisms, plans, problemKinds, taskForces } from './registers.ts';

export * from './registers.ts';

export const rectificationModule = {
  name: 'rectification',
  words: words('顽瘴痼疾整治', 'Rectification'),
  registers: [problemKinds, plans, items, taskForces, mechanisms],
  figures: rectificationFigures,
};
