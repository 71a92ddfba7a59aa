import { date, text } from '../../../platform/register/columns.ts';
import { CLOSED } from '../registers/clues.ts';

/** Where a clue is in hand: with its handlers, or with those who decide on their proposal. */
export const IN_HAND = [
  'ASSIGNED',
  'ACCEPTED',
  'DISPOSAL_PROPOSED',
  'DISPOSAL_APPROVED',
  'IN_VERIFICATION',
  'ON_HOLD',
  'REPORTED',
  'REVIEWED',
] as const;

/** Where a clue rests: handled, or in the hands of others. */
export const AT_REST = ['DUPLICATE', 'REFERRED', ...CLOSED] as const;

/** Whoever found the facts does not judge them (reference 7: reviewed before closing by someone who did not handle it). */
export const FOUND_BY = ['ACCEPT', 'PROPOSE', 'INQUIRE', 'VERIFY', 'INTERVIEW', 'REPORT'] as const;

/** How somebody was told. */
export const told = {
  toldOn: date('告知日期', 'Told on'),
  way: text('告知方式', 'How', { max: 100 }),
};
