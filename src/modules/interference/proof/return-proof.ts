import { z } from 'zod';
import { rootOf } from '../../../platform/ledger/merkle.ts';
import {
  checkedProof,
  NO_PROOF,
  type ProofResult,
  parsed,
  recordProof,
} from '../../../platform/register/records/proof-file.ts';
import { words } from '../../../platform/words.ts';

export const RETURN_FORMAT = 'mingjing-return/1';

/**
 * A signed return with what it counts: its own proof, and the commitment of every record filed in the period as it was filed. They
 * are salted, so they name nobody; whoever recorded finds the own one among them.
 */
export const returnProof = z.object({
  format: z.literal(RETURN_FORMAT),
  return: recordProof,
  commitments: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type ReturnProof = z.infer<typeof returnProof>;

const signedContent = z.object({ recordCount: z.coerce.number().int(), entriesRoot: z.string(), isNil: z.boolean() });

export const isReturnProof = (text: string): boolean => /^\s*\{\s*"format":\s*"mingjing-return\//.test(text);

/**
 * Checks a return and its count by themselves, without a server: the return stands in the log unaltered, and the sealed entries
 * listed are as many as it says and have the root it names. A zero return over entries fails.
 * @param expectedKey verifier key got elsewhere; without it a forger could replace everything and the key
 */
export function verifyReturnProof(text: string, expectedKey?: string): ProofResult {
  const read = returnProof.safeParse(parsed(text));
  if (!read.success) return NO_PROOF;
  const signed = signedContent.safeParse(read.data.return.content);
  if (!signed.success || read.data.return.register !== 'interference.nilReturns') return NO_PROOF;
  const { findings, verifierKey } = checkedProof(read.data.return, expectedKey);
  const { recordCount, entriesRoot, isNil } = signed.data;
  const { commitments } = read.data;
  const found = [...findings];
  if (commitments.length !== recordCount || isNil !== (commitments.length === 0))
    found.push({ words: words('件数与签报不符', 'The number of entries is not the one that was signed') });
  if (rootOf(commitments.map((one) => Buffer.from(one, 'hex'))).toString('hex') !== entriesRoot)
    found.push({
      words: words('所列记录与签报的默克尔根不符', 'The entries listed do not have the root that was signed'),
    });
  return { holds: found.length === 0, findings: found, verifierKey };
}
