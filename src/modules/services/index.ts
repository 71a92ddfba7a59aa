import { words } from '../../platform/words.ts';
import { servicesFigures } from './figures.ts';
import { cases, centres, codes, items, platformFeatures, platforms, tickets, windows } from './registers.ts';

export * from './registers.ts';

export const servicesModule = {
  name: 'services',
  words: words('一窗一码', 'Services'),
  registers: [items, windows, cases, tickets, codes, platforms, platformFeatures, centres],
  figures: servicesFigures,
};
