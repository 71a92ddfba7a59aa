import { canonical } from '../../ledger/canonical.ts';
import { openCheckpoint } from '../../ledger/checkpoint.ts';
import { opens } from '../../ledger/commitment.ts';
import { readEntry } from '../../ledger/entry.ts';
import { leafHash } from '../../ledger/merkle.ts';
import { parseVerifierKey } from '../../ledger/notes.ts';
import { verifyInclusion } from '../../ledger/proofs.ts';
import { type Words, words } from '../../words.ts';
import type { RecordProof } from './proof.ts';

/** Everything that can be wrong with a proof of a record. */
export const proofFaults = {
  'content-differs': words(
    '内容与承诺不符：内容或盐被改动',
    'The content does not open its commitment: content or salt was altered',
  ),
  'identity-differs': words('内容不属于所称的记录或版本', 'The content is not that of the record and version named'),
  'act-differs': words('承诺不在该行为写入的记录之中', 'The commitment is not among the versions its act wrote'),
  'entry-differs': words('存证条目不在签名检查点之下', 'The entry is not under the signed tree head'),
  'checkpoint-unsigned': words('检查点不是由给定公钥签名', 'The checkpoint is not signed by the given key'),
} as const satisfies Record<string, Words>;

export type ProofFault = keyof typeof proofFaults;

/**
 * Checks a proof with nothing but the log's public key, which the verifier must have from a place of trust and not from the
 * proof itself.
 * @returns what is wrong; empty when the version was written by the act named and stands in the log unaltered
 */
export function verifyRecordProof(proof: RecordProof, publicKey: string): ProofFault[] {
  const faults: ProofFault[] = [];
  const commitment = Buffer.from(proof.commitment, 'hex');
  if (proof.salt !== null && proof.content !== null) {
    if (!opens(commitment, Buffer.from(proof.salt, 'hex'), canonical(proof.content))) faults.push('content-differs');
    const named = JSON.stringify((proof.content as { readonly '#'?: unknown })['#']);
    if (named !== JSON.stringify([proof.register, proof.record, proof.version])) faults.push('identity-differs');
  }
  const created = readEntry(proof.entry)?.created;
  const written =
    // The entry comes from whoever hands the proof over: it may lack anything.
    Number.isSafeInteger(created?.count) &&
    typeof created?.root === 'string' &&
    verifyInclusion({
      leaf: commitment,
      index: proof.leaf,
      size: created.count,
      root: Buffer.from(created.root, 'hex'),
      proof: proof.path.map((hash) => Buffer.from(hash, 'hex')),
    });
  if (!written) faults.push('act-differs');
  const head = openCheckpoint(proof.checkpoint, parseVerifierKey(publicKey));
  if (head === null) return [...faults, 'checkpoint-unsigned'];
  const logged = verifyInclusion({
    leaf: leafHash(Buffer.from(proof.entry)),
    index: proof.seq,
    size: head.size,
    root: head.root,
    proof: proof.inclusion.map((hash) => Buffer.from(hash, 'hex')),
  });
  return logged ? faults : [...faults, 'entry-differs'];
}
