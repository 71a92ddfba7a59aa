import { randomSource } from '../random.ts';
import { CompactRange, leafHash, rootOf } from './merkle.ts';
import { inclusionPath, proveAmong } from './proofs.ts';

/** Bytes of a salt: enough that nobody can find a record's content by trying contents against its commitment. */
export const SALT_SIZE = 16;

const newSalt = randomSource(SALT_SIZE);

/**
 * Commitment to a record's content: SHA-256(0x00 || salt || canonical JSON), which is the RFC 6962 leaf hash of salt and
 * content. Whoever holds salt and content can check it; without the salt it tells nothing. So content is erased by
 * forgetting it and its salt, and every proof over the commitment stays valid.
 * @param content canonical JSON, as `canonical()` writes it
 */
export function commitmentOf(salt: Uint8Array, content: string): Buffer {
  if (salt.length !== SALT_SIZE) throw new RangeError(`A salt has ${SALT_SIZE} bytes`);
  return leafHash(salt, content);
}

/** Commits to content under a fresh salt; both are kept beside the content. */
export function commit(content: string): { salt: Buffer; commitment: Buffer } {
  const salt = newSalt();
  return { salt, commitment: commitmentOf(salt, content) };
}

/** Whether a commitment is the one of this salt and content. */
export function opens(commitment: Uint8Array, salt: Uint8Array, content: string): boolean {
  return commitmentOf(salt, content).equals(commitment);
}

/** What an act says about a set of versions: how many, and the Merkle root over them. */
export interface Digest {
  readonly count: number;
  readonly root: Buffer;
}

/** The versions an act creates, in leaf order. Streaming: a workbook of a million rows takes no list. */
export class CreatedSet {
  readonly #range = new CompactRange();

  /** Adds a commitment and gives its leaf: its place in the act's record tree, from 0. */
  add(commitment: Buffer): number {
    this.#range.append(commitment);
    return this.#range.size - 1;
  }

  digest(): Digest {
    return { count: this.#range.size, root: this.#range.root() };
  }
}

/** A version an act retires: the record's id and the number of its version. No personal content, so it needs no salt. */
export interface RetiredVersion {
  readonly record: string;
  readonly version: number;
}

/** The versions an act retires. Their tree is in order of record and version, because a retired row keeps no leaf number. */
export class RetiredSet {
  readonly #versions: RetiredVersion[] = [];

  add(record: string, version: number): void {
    this.#versions.push({ record, version });
  }

  digest(): Digest {
    const sorted = this.#versions.toSorted(
      (a, b) => (a.record < b.record ? -1 : a.record > b.record ? 1 : 0) || a.version - b.version,
    );
    const leaves = sorted.map(({ record, version }) => leafHash(`${record}/${version}`));
    return { count: leaves.length, root: rootOf(leaves) };
  }
}

/** Proof that the commitment at `leaf` belongs to the record tree over `commitments`; checked with `verifyInclusion`. */
export function proveRecord(commitments: readonly Buffer[], leaf: number): Buffer[] {
  return proveAmong(commitments, inclusionPath(leaf, commitments.length));
}
