import { canonical, type Json } from '../../../../platform/ledger/canonical.ts';
import { fetchReceipt } from '../../../../web/api/self-reports.ts';
import { saveFile } from '../../../../web/kit/save-file.ts';
import type { SelfReportProof } from '../../bundle/self-report-format.ts';
import type { OpenedText } from '../../contract/self-reports.ts';

/** Saves the file that proves a report's place; with the text, where this device still has it, it proves that too. */
export async function saveReceipt(record: string, opened: OpenedText | null): Promise<SelfReportProof> {
  const proof: SelfReportProof = { ...(await fetchReceipt(record)), opened };
  saveFile(canonical(proof as unknown as Json), `${proof.number}.mingjing-self-report.json`);
  return proof;
}
