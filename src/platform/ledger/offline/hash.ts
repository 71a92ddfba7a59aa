import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type Json } from '../canonical.ts';

/*
 * RFC 6962 hashing for the offline checks. It runs in a browser without a server, so it shares no code with the ledger, which
 * hashes with node:crypto: what one writes, the other reads.
 */

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

const leafHash = (data: Uint8Array): Uint8Array => sha256(concatBytes(LEAF, data));
const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(concatBytes(NODE, left, right));

/** Leaf hash of a text, hex. */
export const hashOfText = (text: string): string => bytesToHex(leafHash(utf8ToBytes(text)));

/** Leaf hash of a value in canonical JSON, hex. */
export const hashOf = (value: Json): string => hashOfText(canonical(value));

/** Merkle root over leaf hashes (RFC 6962 §2.1), hex. */
export function rootOf(leaves: readonly string[]): string {
  // One hash for each perfect subtree, largest first; trailing one bits of the count are brothers that wait.
  const edge: Uint8Array[] = [];
  for (const [at, leaf] of leaves.entries()) {
    let node: Uint8Array = hexToBytes(leaf);
    for (let rest = at; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(edge.pop()!, node);
    edge.push(node);
  }
  let root = edge.pop();
  if (!root) return bytesToHex(sha256(new Uint8Array()));
  while (edge.length > 0) root = nodeHash(edge.pop()!, root);
  return bytesToHex(root);
}

/** The root that a proof gives for a leaf at `index` of `size` leaves (RFC 9162 §2.1.3.2); null for an impossible proof. */
export function rootByInclusion(leaf: string, index: number, size: number, path: readonly string[]): string | null {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let [node, last] = [index, size - 1];
  let hash: Uint8Array = hexToBytes(leaf);
  for (const brother of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(hexToBytes(brother), hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, hexToBytes(brother));
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? bytesToHex(hash) : null;
}

/** Whether `proof` shows that the tree (size, root) only added to the tree (older, olderRoot) (RFC 9162 §2.1.4.2). */
export function continues(
  older: { readonly size: number; readonly root: string },
  newer: { readonly size: number; readonly root: string },
  proof: readonly string[],
): boolean {
  if (older.size < 1 || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root === newer.root;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  // Where the older tree is one perfect subtree, its root is known and not told again.
  const [first, ...rest] = node === 0 ? [older.root, ...proof] : proof;
  if (first === undefined) return false;
  let before: Uint8Array = hexToBytes(first);
  let now = before;
  for (const told of rest) {
    if (last === 0) return false;
    const brother = hexToBytes(told);
    if (node % 2 === 1 || node === last) {
      before = nodeHash(brother, before);
      now = nodeHash(brother, now);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      now = nodeHash(now, brother);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && bytesToHex(before) === older.root && bytesToHex(now) === newer.root;
}
