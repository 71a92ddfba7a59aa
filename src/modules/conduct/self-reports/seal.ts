import { looksSealed, seal, unseal } from '../../../platform/sealing/envelope.ts';

/** Every report is filled up to this, so that "nothing to report" looks like a full one: the size class of 16 KiB. */
const SIZE = 16_384;
/** Room for what the seal says beside the content, and for the header. */
const OVERHEAD = 200;

/** What an officer writes. */
export interface ReportText {
  readonly nothingToReport: boolean;
  readonly items: readonly { readonly happened: string; readonly when?: string; readonly amount?: string }[];
}

const belongsTo = (number: string): string => `self-report ${number}`;

/**
 * Seals a report in the officer's browser.
 * @param number the report's own, made in the browser: a copy under another number is told apart when it is opened
 * @throws RangeError for more than some 5,000 characters: write an amendment instead
 */
export async function sealReport(report: ReportText, number: string, keys: readonly string[]): Promise<string> {
  const length = new TextEncoder().encode(JSON.stringify({ report, filling: '' })).length;
  const room = SIZE - OVERHEAD - belongsTo(number).length - length;
  if (room < 0) throw new RangeError(`A report holds at most ${SIZE - OVERHEAD} bytes`);
  return seal({ report, filling: ' '.repeat(room) }, belongsTo(number), keys);
}

/** Opens a report in the desk's browser. @throws SealError `misplaced` for a copy of another's report */
export async function openReport(envelope: string, number: string, secrets: readonly string[]): Promise<ReportText> {
  return ((await unseal(envelope, belongsTo(number), secrets)) as { report: ReportText }).report;
}

/** Whether a sealed text has the one size of reports: a server that takes others in would let lengths tell. */
export const isReportSized = (envelope: string): boolean =>
  looksSealed(envelope) && envelope.length > (SIZE * 4) / 3 && envelope.length < ((SIZE + 4_096) * 4) / 3;
