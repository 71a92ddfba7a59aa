export { caseRecords, caseSteps, ruleFamilies, sentenceReliefKinds } from './registers/cases.ts';
export { sentenceReliefs } from './registers/relief.ts';
export { backReviews, reviews, ruleHits } from './registers/reviews.ts';
