import { looksSealed, SealError, seal, unseal } from '../../../platform/sealing/envelope.ts';
import { type OpenedText, openedText, type ReportText } from '../contract/self-reports.ts';
import { commitmentTo, newReportSalt } from './commitment.ts';

/** Every report is filled up to this, so that "nothing to report" looks like a full one: the size class of 16 KiB. */
const SIZE = 16_384;
/** Room for what the seal says beside the content, and for the header. */
const OVERHEAD = 200;

const belongsTo = (number: string): string => `self-report ${number}`;

/** What goes to the desk, and what the officer keeps to prove it later. */
export interface SealedReport {
  readonly envelope: string;
  /** Stands in the ledger from the submission on. */
  readonly commitment: string;
  /** Opens the commitment; the server never gets it. */
  readonly salt: string;
}

/** Bytes of a report that are still free; negative when it is too long. */
export const roomLeft = (report: ReportText, number: string): number =>
  SIZE -
  OVERHEAD -
  belongsTo(number).length -
  new TextEncoder().encode(JSON.stringify({ report, salt: '0'.repeat(64), filling: '' })).length;

/**
 * Seals a report in the officer's browser.
 * @param number the report's own, made in the browser: a copy under another number is told apart when it is opened
 * @throws RangeError for more than some 5,000 characters: write an amendment instead
 */
export async function sealReport(report: ReportText, number: string, keys: readonly string[]): Promise<SealedReport> {
  const room = roomLeft(report, number);
  if (room < 0) throw new RangeError(`A report holds at most ${SIZE - OVERHEAD} bytes`);
  const salt = newReportSalt();
  const envelope = await seal({ report, salt, filling: ' '.repeat(room) }, belongsTo(number), keys);
  return { envelope, commitment: commitmentTo(number, report, salt), salt };
}

/**
 * Opens a report in the desk's browser and holds it against its commitment.
 * @param commitment the one in the ledger; null for what was sealed before commitments were kept
 * @throws SealError `misplaced` for a copy of another's report, `altered` for a text that is not the one committed to
 */
export async function openReport(
  envelope: string,
  number: string,
  commitment: string | null,
  secrets: readonly string[],
): Promise<OpenedText> {
  // Whoever sealed it may have put anything inside.
  const read = openedText.safeParse(await unseal(envelope, belongsTo(number), secrets));
  if (!read.success) throw new SealError('altered', { cause: read.error });
  const { report, salt } = read.data;
  if (commitment !== null && commitmentTo(number, report, salt) !== commitment) throw new SealError('altered');
  return { report, salt };
}

/** Whether a sealed text has the one size of reports: a server that takes others in would let lengths tell. */
export const isReportSized = (envelope: string): boolean =>
  looksSealed(envelope) && envelope.length > (SIZE * 4) / 3 && envelope.length < ((SIZE + 4_096) * 4) / 3;
