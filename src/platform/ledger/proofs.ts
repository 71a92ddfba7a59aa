import { foldRight, type Node, nodeHash, perfectSubtrees, type Range, rootOf } from './merkle.ts';

/** Gives the hash of a perfect subtree. */
export type NodeReader = (node: Node) => Promise<Buffer>;

/** Largest power of two strictly below n (n > 1): where RFC 6962 splits a tree of n leaves. */
function split(n: number): number {
  const power = 2 ** Math.floor(Math.log2(n));
  return power === n ? power / 2 : power;
}

function requireInside(inside: boolean): void {
  if (!inside) throw new RangeError('A proof can only be asked within the size of the tree');
}

/** The subtrees whose hashes prove that leaf `index` is in a tree of `size` leaves, leaf side first (RFC 6962 §2.1.1 PATH). */
export function inclusionPath(index: number, size: number): Range[] {
  requireInside(index >= 0 && index < size);
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/** The subtrees whose hashes prove that a tree of `size` leaves continues one of `older` leaves (RFC 6962 §2.1.2 PROOF). */
export function consistencyPath(older: number, size: number): Range[] {
  requireInside(older >= 0 && older <= size);
  if (older === 0 || older === size) return [];
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end > older) {
    const middle = start + split(end - start);
    if (older <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  // The verifier knows the old root itself; only an old right edge inside the tree has to be told.
  if (start > 0) path.push({ start, end });
  return path.reverse();
}

/** Hash of any range of a tree out of its perfect subtrees. */
export async function hashOfRange(range: Range, node: NodeReader): Promise<Buffer> {
  return foldRight(await Promise.all(perfectSubtrees(range).map(node)));
}

/** The hashes of a path: what is sent to whoever verifies. */
export function prove(path: readonly Range[], node: NodeReader): Promise<Buffer[]> {
  return Promise.all(path.map((range) => hashOfRange(range, node)));
}

/** The same over leaf hashes held in memory: for the record tree of one act. */
export function proveAmong(leaves: readonly Buffer[], path: readonly Range[]): Buffer[] {
  return path.map(({ start, end }) => rootOf(leaves.slice(start, end)));
}

/** Whether `proof` shows leaf hash `leaf` at `index` under `root` of `size` leaves (RFC 9162 §2.1.3.2). */
export function verifyInclusion(input: {
  readonly leaf: Buffer;
  readonly index: number;
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}): boolean {
  const { leaf, index, size, root, proof } = input;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  const path = inclusionPath(index, size);
  if (path.length !== proof.length) return false;
  let hash = leaf;
  for (const [step, range] of path.entries()) {
    hash = range.start > index ? nodeHash(hash, proof[step]!) : nodeHash(proof[step]!, hash);
  }
  return hash.equals(root);
}

/** Whether `proof` shows that the tree (size, root) only added to the tree (older, olderRoot) (RFC 9162 §2.1.4.2). */
export function verifyConsistency(input: {
  readonly older: number;
  readonly olderRoot: Buffer;
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}): boolean {
  const { older, olderRoot, size, root, proof } = input;
  if (!Number.isSafeInteger(older) || older < 0 || older > size) return false;
  const path = consistencyPath(older, size);
  if (path.length !== proof.length) return false;
  if (older === size) return olderRoot.equals(root);
  if (older === 0) return rootOf([]).equals(olderRoot);
  // Without a told edge the old tree is a perfect subtree, and its root is where both folds begin.
  const told = path[0]!.end === older;
  let oldHash = told ? proof[0]! : olderRoot;
  let newHash = oldHash;
  for (let step = told ? 1 : 0; step < path.length; step += 1) {
    const brother = proof[step]!;
    if (path[step]!.start >= older) {
      newHash = nodeHash(newHash, brother);
    } else {
      oldHash = nodeHash(brother, oldHash);
      newHash = nodeHash(brother, newHash);
    }
  }
  return oldHash.equals(olderRoot) && newHash.equals(root);
}
