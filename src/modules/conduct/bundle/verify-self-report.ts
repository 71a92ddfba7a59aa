import { words } from '../../../platform/words.ts';
import { commitmentTo } from '../self-reports/commitment.ts';
import { FileCheck, type FileResult, noSuchFile, readFile } from './entries.ts';
import { type SelfReportProof, selfReportProof } from './self-report-format.ts';

/**
 * Checks the file an officer kept of a self-report, without a server: that the report was handed in at this place of the ledger and,
 * where the file holds the text, that this very text was committed to there.
 * @param expectedKey verifier key got elsewhere; without it a forger could replace everything and the key
 */
export function verifySelfReportProof(text: string, expectedKey?: string): FileResult<SelfReportProof> {
  const proof = readFile(selfReportProof, text);
  if (!proof) return { holds: false, findings: [noSuchFile], file: null };
  const check = new FileCheck(proof, text, expectedKey);
  const entry = check.under('submitted', words('提交自查报告', 'the submission'), proof.submitted);
  if (entry?.act !== 'conduct.self-report.submit' || entry.subject !== proof.report)
    check.find('submitted', '条目不是这份自查报告的提交', 'The entry is not the submission of this report');
  const committed = (entry?.detail as { commitment?: string } | undefined)?.commitment;
  if (proof.opened && commitmentTo(proof.number, proof.opened.report, proof.opened.salt) !== committed)
    check.find('opened', '报告内容或编号与当时的承诺值不符', 'Text or number is not what was committed to');
  return { holds: check.findings.length === 0, findings: check.findings, file: proof };
}
