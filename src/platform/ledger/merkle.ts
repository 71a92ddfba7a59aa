import { hash } from 'node:crypto';

/** Bytes of a SHA-256 hash. */
export const HASH_SIZE = 32;

/** Root of the tree without leaves: the hash of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

// One reused buffer: allocating 65 bytes per node costs more than hashing them. Hashing is synchronous, so nothing can overlap.
const pair = Buffer.alloc(1 + 2 * HASH_SIZE);
pair[0] = 0x01;

/**
 * Hash of a leaf: SHA-256(0x00 || data). The prefix keeps a leaf from ever passing for an inner node (RFC 6962 §2.1).
 * @param data the parts of the leaf, one after another; text as UTF-8
 */
export function leafHash(...data: readonly (Uint8Array | string)[]): Buffer {
  // A UTF-16 code unit takes at most three bytes of UTF-8.
  const most = data.reduce((all, part) => all + (typeof part === 'string' ? 3 : 1) * part.length, 1);
  if (most > leaf.length) leaf = Buffer.alloc(2 * most);
  let end = 1;
  for (const part of data) {
    if (typeof part === 'string') end += leaf.write(part, end);
    else {
      leaf.set(part, end);
      end += part.length;
    }
  }
  return sha256(leaf.subarray(0, end));
}

// Reused like the pair, and replaced by a larger one when a leaf does not fit. Its first byte stays 0x00.
let leaf = Buffer.alloc(16_384);

/** Hash of an inner node: SHA-256(0x01 || left || right) (RFC 6962 §2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_SIZE);
  return sha256(pair);
}

/** By way of text, because that lands in the memory Buffer keeps for small ones: an array of its own costs more than the hash. */
const sha256 = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'latin1');

/** A perfect subtree: 2^level leaves, the index-th of that level. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** The leaves from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The perfect subtrees that together are a range, left to right. The range must be one that occurs in a Merkle tree: it starts
 * at a multiple of the smallest power of two that is not below its length. Plain arithmetic instead of bit operators: sizes
 * may pass 2^31.
 */
export function perfectSubtrees({ start, end }: Range): Node[] {
  const nodes: Node[] = [];
  let at = start;
  while (at < end) {
    const level = Math.floor(Math.log2(end - at));
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Root over adjoining perfect subtrees, given left to right with falling heights: the right edge is folded first. */
export function foldRight(hashes: readonly Buffer[]): Buffer {
  let root = hashes.at(-1);
  if (root === undefined) return EMPTY_ROOT;
  for (let at = hashes.length - 2; at >= 0; at -= 1) root = nodeHash(hashes[at]!, root);
  return root;
}

/**
 * The right edge of a growing tree: one hash per perfect subtree, so a tree of n leaves takes log2(n) hashes of memory. Append
 * leaf hashes one after another and ask for the root at any moment.
 */
export class CompactRange {
  #size = 0;
  readonly #edge: Buffer[] = [];

  get size(): number {
    return this.#size;
  }

  append(leaf: Buffer): void {
    let node = leaf;
    // Every trailing 1 bit of the size is a complete left brother waiting for this node.
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(this.#edge.pop()!, node);
    this.#edge.push(node);
    this.#size += 1;
  }

  /** Root of all leaves so far (RFC 6962 MTH). */
  root(): Buffer {
    return foldRight(this.#edge);
  }
}

/** Root over leaf hashes, streaming. */
export function rootOf(leaves: Iterable<Buffer>): Buffer {
  const range = new CompactRange();
  for (const leaf of leaves) range.append(leaf);
  return range.root();
}
