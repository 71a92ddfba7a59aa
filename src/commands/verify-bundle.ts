import { readFile } from 'node:fs/promises';
import { verifyBundle } from '../modules/bulletin/index.ts';
import { LENIENCY_FORMAT, verifyLeniencyProof } from '../modules/conduct/index.ts';
import { words } from '../platform/words.ts';
import { flag, type Given, textOption } from './command.ts';

/**
 * Checks the offline bundle of a bulletin by itself: no database, no server, only the file and, where it is given, the key.
 * @returns the exit code: 0 when everything in it holds
 */
export async function verifyBundleFile(path: string, given: Given): Promise<number> {
  const { language } = given;
  const text = await readFile(path, 'utf8');
  if (text.includes(`"format":"${LENIENCY_FORMAT}"`)) return tellLeniency(text, given);
  const result = verifyBundle(text, textOption(given, 'key'));
  if (flag(given, 'json')) console.log(JSON.stringify(result, null, 2));
  else {
    for (const finding of result.findings) console.log(finding.words[language]);
    if (result.holds) console.log(words('核验通过。', 'Everything holds.')[language]);
    if (result.facts && textOption(given, 'key') === undefined) {
      const { verifierKey } = result.facts;
      console.log(
        words(`请与另一渠道取得的公钥比对：${verifierKey}`, `Compare with the key got elsewhere: ${verifierKey}`)[
          language
        ],
      );
    }
  }
  return result.holds ? 0 : 1;
}

/** The proof file of a decision on leniency: what holds and what was altered. */
function tellLeniency(text: string, given: Given): number {
  const { language } = given;
  const result = verifyLeniencyProof(text, textOption(given, 'key'));
  if (flag(given, 'json')) console.log(JSON.stringify(result, null, 2));
  else {
    for (const finding of result.findings) console.log(finding.words[language]);
    if (result.holds) console.log(words('核验通过。', 'Everything holds.')[language]);
    if (result.proof && textOption(given, 'key') === undefined)
      console.log(
        words(
          `请与另一渠道取得的公钥比对：${result.proof.verifierKey}`,
          `Compare with the key got elsewhere: ${result.proof.verifierKey}`,
        )[language],
      );
  }
  return result.holds ? 0 : 1;
}
