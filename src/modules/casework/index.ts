import { words } from '../../platform/words.ts';
import { caseworkFigures } from './figures.ts';
import {
  backReviews,
  caseRecords,
  caseSteps,
  reviews,
  ruleFamilies,
  ruleHits,
  sentenceReliefKinds,
  sentenceReliefs,
} from './registers.ts';

export * from './registers.ts';

export const caseworkModule = {
  name: 'casework',
  words: words('案件评查', 'Casework'),
  registers: [
    ruleFamilies,
    sentenceReliefKinds,
    caseRecords,
    caseSteps,
    sentenceReliefs,
    ruleHits,
    reviews,
    backReviews,
  ],
  figures: caseworkFigures,
};
