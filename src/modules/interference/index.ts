import { words } from '../../platform/words.ts';
import { recordClocks, recordSteps } from './companions.ts';
import { interferenceDeskItems } from './desk-items.ts';
import { interferenceFigures } from './figures.ts';
import { interferenceMatter } from './matter.ts';
import { briefings, nilReturns, provisions, records, surveyRounds, surveys, teamMembers } from './registers.ts';

export { isReturnProof, verifyReturnProof } from './proof/return-proof.ts';
export * from './registers.ts';
export { interferenceRoutes } from './routes.ts';

export const interferenceModule = {
  name: 'interference',
  words: words('三个规定', 'Three provisions'),
  registers: [
    provisions,
    records,
    recordSteps,
    recordClocks,
    nilReturns,
    teamMembers,
    briefings,
    surveys,
    surveyRounds,
  ],
  figures: interferenceFigures,
  deskItems: interferenceDeskItems,
  matters: [interferenceMatter],
};
