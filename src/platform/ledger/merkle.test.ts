import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CompactRange, EMPTY_ROOT, leafHash, rootOf } from './merkle.ts';
import { consistencyPath, inclusionPath, proveAmong, verifyConsistency, verifyInclusion } from './proofs.ts';

// The vectors every Certificate Transparency implementation agrees on.
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => leafHash(Buffer.from(hex, 'hex')),
);

const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));

test('roots are those of the known vectors', () => {
  expect(hex(ROOTS.map((_, size) => rootOf(LEAVES.slice(0, size))))).toEqual(ROOTS);
  expect(EMPTY_ROOT.toString('hex')).toBe(ROOTS[0]);
});

test('inclusion proofs are those of the known vectors', () => {
  expect(hex(proveAmong(LEAVES, inclusionPath(0, 8)))).toEqual([
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]);
  expect(hex(proveAmong(LEAVES, inclusionPath(5, 8)))).toEqual([
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]);
});

test('consistency proofs are those of the known vectors', () => {
  expect(consistencyPath(1, 1)).toEqual([]);
  expect(hex(proveAmong(LEAVES, consistencyPath(6, 8)))).toEqual([
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]);
  expect(hex(proveAmong(LEAVES, consistencyPath(2, 5)))).toEqual([
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  ]);
});

const tree = fc
  .integer({ min: 1, max: 300 })
  .map((size) => Array.from({ length: size }, (_, at) => leafHash(Buffer.from(`entry ${at}`))));
const treeAndPlace = tree.chain((leaves) => fc.tuple(fc.constant(leaves), fc.nat(leaves.length - 1)));

/** One bit of one of the hashes turned over. */
function flip(hashes: readonly Buffer[], place: number): Buffer[] {
  const at = Math.floor(place / 256) % hashes.length;
  return hashes.map((hash, index) => {
    const copy = Buffer.from(hash);
    if (index === at) copy[(place >> 3) % 32]! ^= 1 << (place & 7);
    return copy;
  });
}

test('every leaf is proved, and no other leaf, place, size or altered proof passes', () => {
  fc.assert(
    fc.property(treeAndPlace, fc.nat(100_000), ([leaves, index], place) => {
      const given = { leaf: leaves[index]!, index, size: leaves.length, root: rootOf(leaves) };
      const proof = proveAmong(leaves, inclusionPath(index, leaves.length));
      expect(verifyInclusion({ ...given, proof })).toBe(true);
      expect(verifyInclusion({ ...given, proof, leaf: leafHash(Buffer.from('other')) })).toBe(false);
      expect(verifyInclusion({ ...given, proof, root: flip([given.root], place)[0]! })).toBe(false);
      expect(verifyInclusion({ ...given, proof: [...proof, given.leaf] })).toBe(false);
      expect(verifyInclusion({ ...given, proof, index: leaves.length })).toBe(false);
      if (leaves.length > 1) {
        expect(verifyInclusion({ ...given, proof: flip(proof, place) })).toBe(false);
        expect(verifyInclusion({ ...given, proof, index: (index + 1) % leaves.length })).toBe(false);
      }
    }),
  );
});

test('every older tree is proved, and no altered history passes', () => {
  fc.assert(
    fc.property(treeAndPlace, fc.nat(100_000), ([leaves, before], place) => {
      const older = before + 1;
      const given = { older, olderRoot: rootOf(leaves.slice(0, older)), size: leaves.length, root: rootOf(leaves) };
      const proof = proveAmong(leaves, consistencyPath(older, leaves.length));
      expect(verifyConsistency({ ...given, proof })).toBe(true);
      const altered = flip(leaves, place % (older * 256));
      expect(verifyConsistency({ ...given, proof, olderRoot: rootOf(altered.slice(0, older)) })).toBe(
        Math.floor((place % (older * 256)) / 256) >= older,
      );
      expect(verifyConsistency({ ...given, proof, older: leaves.length + 1 })).toBe(false);
      if (proof.length > 0) expect(verifyConsistency({ ...given, proof: flip(proof, place) })).toBe(false);
    }),
  );
});

test('a compact range gives the root after every leaf', () => {
  const range = new CompactRange();
  const leaves = Array.from({ length: 70 }, (_, at) => leafHash(Buffer.from(String(at))));
  for (const [at, leaf] of leaves.entries()) {
    range.append(leaf);
    expect(range.root()).toEqual(rootOf(leaves.slice(0, at + 1)));
  }
  expect(range.size).toBe(70);
});
