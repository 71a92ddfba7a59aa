import { z } from 'zod';
import { openedText } from '../contract/self-reports.ts';
import { provedEntry, underHead } from './entries.ts';

/** Name and version of the form; the file's name ends in `.mingjing-self-report.json`. */
export const SELF_REPORT_FORMAT = 'mingjing-self-report/1';

/** What the server knows of a report's place in the ledger: everything but the text. */
export const selfReportReceipt = z.strictObject({
  format: z.literal(SELF_REPORT_FORMAT),
  report: z.uuid(),
  number: z.string(),
  submitted: provedEntry,
  ...underHead,
});
export type SelfReportReceipt = z.infer<typeof selfReportReceipt>;

/** The file an officer keeps. With `opened` it shows the text itself, so it is for the officer alone; without, only its place. */
export const selfReportProof = selfReportReceipt.extend({ opened: openedText.nullable() });
export type SelfReportProof = z.infer<typeof selfReportProof>;
