import type { ReportState } from '../contract/report.ts';

/** What the desk may make of a report from each state. Handing on leads to the state HANDED_ON and is a step of its own. */
export const nextStates: Readonly<Record<ReportState, readonly ReportState[]>> = {
  // Nobody decides on what nobody has opened.
  RECEIVED: ['OPENED'],
  OPENED: ['HANDED_ON', 'NOT_TAKEN_ON', 'CLOSED'],
  HANDED_ON: ['CLOSED'],
  // New evidence may come at any time.
  NOT_TAKEN_ON: ['OPENED'],
  CLOSED: ['OPENED'],
};

export const mayBecome = (from: ReportState, to: ReportState): boolean => nextStates[from].includes(to);

/** Letters and digits that are not mistaken for one another (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A report's number: its day and six random signs, so that it tells nothing of how many there are.
 * @param random six bytes
 */
export const reportNumber = (day: string, random: Uint8Array): string =>
  `JB${day.replaceAll('-', '')}-${[...random.subarray(0, 6)].map((byte) => SIGNS[byte % 32]).join('')}`;
