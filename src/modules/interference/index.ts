import { words } from '../../platform/words.ts';
import { interferenceFigures } from './figures.ts';
import { briefings, nilReturns, provisions, records, surveys, teamMembers } from './registers.ts';

export * from './registers.ts';

export const interferenceModule = {
  name: 'interference',
  words: words('三个规定', 'Three provisions'),
  registers: [provisions, records, nilReturns, teamMembers, briefings, surveys],
  figures: interferenceFigures,
};
