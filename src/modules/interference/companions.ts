import { companionsOf } from '../../platform/lifecycle/companions.ts';
import { interferenceLifecycle } from './lifecycle.ts';
import { records } from './registers.ts';

/** Steps and limits of the interference records, as open, and as closed to the person named, as the records. */
export const recordCompanions = companionsOf(interferenceLifecycle, records);
export const { steps: recordSteps, clocks: recordClocks } = recordCompanions;
