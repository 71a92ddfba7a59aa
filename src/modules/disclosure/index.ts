import { words } from '../../platform/words.ts';
import { disclosureFigures } from './figures.ts';
import {
  clarifications,
  exposures,
  legalServiceLists,
  legalServices,
  minorViolationCases,
  penaltyListItems,
  penaltyLists,
  publications,
  violationBulletins,
} from './registers.ts';

export * from './registers.ts';
export { disclosureRoutes } from './routes.ts';

export const disclosureModule = {
  name: 'disclosure',
  words: words('公开公示', 'Disclosure'),
  registers: [
    publications,
    exposures,
    violationBulletins,
    clarifications,
    penaltyLists,
    penaltyListItems,
    minorViolationCases,
    legalServiceLists,
    legalServices,
  ],
  figures: disclosureFigures,
};
