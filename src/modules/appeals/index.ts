import { words } from '../../platform/words.ts';
import { appealsFigures } from './figures.ts';
import {
  appeals,
  callbacks,
  categories,
  channels,
  demandCategories,
  demands,
  governanceEvents,
  letters,
  workOrders,
} from './registers.ts';

export * from './registers.ts';

export const appealsModule = {
  name: 'appeals',
  words: words('民声诉求', 'Appeals'),
  registers: [
    categories,
    appeals,
    workOrders,
    callbacks,
    letters,
    demandCategories,
    demands,
    channels,
    governanceEvents,
  ],
  figures: appealsFigures,
};
