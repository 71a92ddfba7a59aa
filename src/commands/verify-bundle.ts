import { readFile } from 'node:fs/promises';
import { verifyBundle } from '../modules/bulletin/index.ts';
import {
  type FileResult,
  LENIENCY_FORMAT,
  SELF_REPORT_FORMAT,
  verifyLeniencyProof,
  verifySelfReportProof,
} from '../modules/conduct/index.ts';
import { isReturnProof, verifyReturnProof } from '../modules/interference/index.ts';
import { isRecordProof, type ProofResult, verifyProofFile } from '../platform/register/records/proof-file.ts';
import { words } from '../platform/words.ts';
import { flag, type Given, textOption } from './command.ts';

/**
 * Checks a file by itself, whatever proof it is: no database, no server, only the file and, where it is given, the key.
 * @returns the exit code: 0 when everything in it holds
 */
export async function verifyBundleFile(path: string, given: Given): Promise<number> {
  const { language } = given;
  const key = textOption(given, 'key');
  const result = verified(await readFile(path, 'utf8'), key);
  if (flag(given, 'json')) console.log(JSON.stringify(result, null, 2));
  else {
    for (const finding of result.findings) console.log(finding.words[language]);
    if (result.holds) console.log(words('核验通过。', 'Everything holds.')[language]);
    if (result.verifierKey !== null && key === undefined) {
      const { verifierKey } = result;
      console.log(
        words(`请与另一渠道取得的公钥比对：${verifierKey}`, `Compare with the key got elsewhere: ${verifierKey}`)[
          language
        ],
      );
    }
  }
  return result.holds ? 0 : 1;
}

const isOf = (text: string, format: string): boolean => text.includes(`"format":"${format}"`);
const withKey = <F extends { readonly verifierKey: string }>(result: FileResult<F>): ProofResult => ({
  ...result,
  verifierKey: result.file?.verifierKey ?? null,
});

/** The bundle of a bulletin, a file that an officer keeps, a signed return, or one record. */
function verified(text: string, key: string | undefined): ProofResult {
  if (isOf(text, LENIENCY_FORMAT)) return withKey(verifyLeniencyProof(text, key));
  if (isOf(text, SELF_REPORT_FORMAT)) return withKey(verifySelfReportProof(text, key));
  if (isReturnProof(text)) return verifyReturnProof(text, key);
  if (isRecordProof(text)) return verifyProofFile(text, key);
  const result = verifyBundle(text, key);
  return { ...result, verifierKey: result.facts?.verifierKey ?? null };
}
