import type { Unit } from './city.ts';

/** Practical items with a live publication. */
export const practicalItemCount = 478;

/** Number of the publication of a unit's 6+N plan. */
export const planPublication = (unit: Unit): string => `GS-FA-${unit.code}`;
/** Ten practical items to a publication. */
export const itemPublication = (at: number): string => `GS-SS-${String(Math.floor(at / 10) + 1).padStart(3, '0')}`;
