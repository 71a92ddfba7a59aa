import { randomBytes, timingSafeEqual } from 'node:crypto';
import { canonical, type Json } from './canonical.ts';
import { leafHash, rootOf } from './merkle.ts';
import { inclusionPath, proveAmong } from './proofs.ts';

/** Bytes of a salt: enough that nobody can find a record's content by trying contents against its commitment. */
export const SALT_SIZE = 16;

export function newSalt(): Buffer {
  return randomBytes(SALT_SIZE);
}

/**
 * Commitment to a record's content: SHA-256(0x00 || salt || canonical JSON), which is the RFC 6962 leaf hash of salt and
 * content. Whoever holds salt and content can check it; without the salt it tells nothing. So content is erased by
 * forgetting it and its salt, and every proof over the commitment stays valid.
 */
export function commit(salt: Uint8Array, content: Json): Buffer {
  if (salt.length !== SALT_SIZE) throw new RangeError(`A salt has ${SALT_SIZE} bytes`);
  return leafHash(salt, Buffer.from(canonical(content)));
}

/** Whether a commitment is the one of this salt and content. */
export function opens(commitment: Uint8Array, salt: Uint8Array, content: Json): boolean {
  const expected = commit(salt, content);
  return commitment.length === expected.length && timingSafeEqual(commitment, expected);
}

/** What an act says about the versions it created: how many, and the Merkle root over their commitments in leaf order. */
export interface RecordSet {
  readonly root: Buffer;
  readonly count: number;
}

/** Set over commitments in leaf order; streaming, so a workbook of a million rows needs no list. */
export function recordSet(commitments: Iterable<Buffer>): RecordSet {
  let count = 0;
  const counted = function* () {
    for (const commitment of commitments) {
      count += 1;
      yield commitment;
    }
  };
  const root = rootOf(counted());
  return { root, count };
}

/** Proof that the commitment at `leaf` belongs to the set over `commitments`; checked with `verifyInclusion`. */
export function proveRecord(commitments: readonly Buffer[], leaf: number): Buffer[] {
  return proveAmong(commitments, inclusionPath(leaf, commitments.length));
}

/** Leaf hash of a retired version in an act's `retired` tree: its id, which is no personal content, needs no salt. */
export function retiredLeaf(version: string): Buffer {
  return leafHash(Buffer.from(version));
}
