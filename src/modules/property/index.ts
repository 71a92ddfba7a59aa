import type { Figure } from '../../platform/figure/declare.ts';
import { words } from '../../platform/words.ts';
import { counts, disposals, items, movements, places } from './registers.ts';

export * from './registers.ts';

/** The figure list of the programme asks nothing of seized property. */
const figures: readonly Figure[] = [];

export const propertyModule = {
  name: 'property',
  words: words('涉案财物', 'Property in cases'),
  registers: [places, items, movements, counts, disposals],
  figures,
};
