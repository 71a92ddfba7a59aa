import { detailOf } from '../../../platform/ledger/offline/check.ts';
import { words } from '../../../platform/words.ts';
import { commitmentTo } from '../self-reports/commitment.ts';
import { type FileResult, OfficerFileCheck } from './entries.ts';
import { type SelfReportProof, selfReportProof } from './self-report-format.ts';

/**
 * Checks the file an officer kept of a self-report, without a server: that the report was handed in at this place of the ledger and,
 * where the file holds the text, that this very text was committed to there.
 * @param expectedKey verifier key got elsewhere; without it a forger could replace everything and the key
 */
export function verifySelfReportProof(text: string, expectedKey?: string): FileResult<SelfReportProof> {
  const check = new OfficerFileCheck();
  const proof = check.open(selfReportProof, text, expectedKey);
  if (!proof) return { holds: false, findings: check.findings, file: null };
  const entry = check.under('submitted', words('提交自查报告', 'the submission'), proof.submitted);
  if (entry?.act !== 'conduct.self-report.submit' || entry.subject !== proof.report)
    check.find('submission', 'submitted');
  const committed = detailOf(entry).commitment;
  if (proof.opened && commitmentTo(proof.number, proof.opened.report, proof.opened.salt) !== committed)
    check.find('content', 'opened');
  return { holds: check.holds, findings: check.findings, file: proof };
}
