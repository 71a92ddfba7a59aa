import { expect, test } from 'vitest';
import { leafHash, rootOf as merkleRoot } from '../merkle.ts';
import { consistencyPath, proveAmong } from '../proofs.ts';
import { continues } from './hash.ts';

const leaves = Array.from({ length: 20 }, (_, at) => leafHash(`entry ${at}`));
const headAt = (size: number) => ({ size, root: merkleRoot(leaves.slice(0, size)).toString('hex') });
const proofOf = (older: number, size: number): string[] =>
  proveAmong(leaves.slice(0, size), consistencyPath(older, size)).map((hash) => hash.toString('hex'));

test('a log that only grew is told from one that was rewritten', () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    for (let older = 1; older <= size; older += 1) {
      const proof = proofOf(older, size);
      expect(continues(headAt(older), headAt(size), proof), `${older} of ${size}`).toBe(true);
      const rewritten = { size: older, root: leafHash('something else').toString('hex') };
      expect(continues(rewritten, headAt(size), proof), `rewritten ${older} of ${size}`).toBe(false);
      expect(continues(headAt(older), headAt(size), [...proof, proof[0] ?? rewritten.root])).toBe(false);
      if (proof.length > 0) expect(continues(headAt(older), headAt(size), proof.slice(1))).toBe(false);
    }
  }
  expect(continues(headAt(3), headAt(2), [])).toBe(false);
  expect(continues({ size: 0, root: '' }, headAt(2), [])).toBe(false);
});
