import type { Role } from '../../../platform/access/roles.ts';

/** Who compares clues: the desk and the discipline commission, which open them all (reference 28). */
export const COMPARES: readonly Role[] = ['CLUE_MANAGER', 'DISCIPLINE_LIAISON'];
