import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leafHash, rootOf } from './merkle.ts';
import { signer } from './notes.ts';
import { verifyConsistency, verifyInclusion } from './proofs.ts';
import { readTile, TileStore } from './tile-store.ts';
import { decodeBundle, encodeBundle, parseTilePath, type TileName, tilePath } from './tiles.ts';

const KEY = signer('log.example', generateKeyPairSync('ed25519').privateKey);
const entry = (at: number) => Buffer.from(`entry ${at}`);
const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => entry(from + at));
const root = (size: number) => rootOf(entries(0, size).map((each) => leafHash(each)));

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'ledger-tiles-'));
});
afterAll(() => rm(base, { recursive: true }));
const newStore = async () => new TileStore(await mkdtemp(join(base, 'log-')), KEY);

test.each<[TileName, string]>([
  [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
  [{ level: 3, index: 1_234_067, width: 256 }, 'tile/3/x001/x234/067'],
  [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
])('tile %o is at %s', (name, path) => {
  expect(tilePath(name)).toBe(path);
  expect(parseTilePath(path)).toEqual(name);
});

test.each([
  'tile/0/../checkpoint',
  'tile/0/0',
  'tile/00/000',
  'tile/64/000',
  'tile/0/x000/001',
  'tile/0/001/002',
  'tile/0/000.p/0',
  'tile/0/000.p/256',
  'tile/0/000.p/07',
  'tile/0/000/',
  'tile/0/000\n',
  '/tile/0/000',
  'tile\\0\\000',
  'tile/entries/000%2e%2e',
  'log.pem',
])('%j names no tile', async (path) => {
  expect(parseTilePath(path)).toBeNull();
  await writeFile(join(base, 'log.pem'), 'secret');
  expect(await readTile(base, path)).toBeNull();
});

test('a bundle keeps its entries, and a cut one is seen', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1 }), (list) => {
      const bundle = encodeBundle(list);
      expect(decodeBundle(bundle)).toEqual(list.map((each) => Buffer.from(each)));
      expect(decodeBundle(Buffer.concat([bundle, Buffer.from([0])]))).toBeNull();
    }),
  );
  expect(encodeBundle([Buffer.from('ab')])).toEqual(Buffer.from([0, 2, 97, 98]));
  expect(() => encodeBundle([Buffer.alloc(65_536)])).toThrow(RangeError);
});

test('the tiles of 70,000 entries are those the specification counts', async () => {
  const store = await newStore();
  await store.append(0, entries(0, 70_000));
  const checkpoint = await store.publish(70_000, 0);
  expect(checkpoint.root).toEqual(root(70_000));
  const widthOf = async (path: string) => (await stat(join(store.directory, path))).size / 32;
  expect(await widthOf('tile/0/272')).toBe(256);
  expect(await widthOf('tile/0/273.p/112')).toBe(112);
  expect(await widthOf('tile/1/000')).toBe(256);
  expect(await widthOf('tile/1/001.p/17')).toBe(17);
  expect(await widthOf('tile/2/000.p/1')).toBe(1);
  expect(await readTile(store.directory, 'tile/0/274')).toBeNull();
  expect((await readdir(join(store.directory, 'tile/entries'))).length).toBe(274);
  const proof = await store.inclusion(66_666, 70_000);
  expect(
    verifyInclusion({ leaf: leafHash(entry(66_666)), index: 66_666, size: 70_000, root: checkpoint.root, proof }),
  ).toBe(true);
});

test('however the entries arrive, roots and proofs are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 5 }), async (batches) => {
      const store = await newStore();
      const sizes: number[] = [];
      let size = 0;
      for (const batch of batches) {
        const next = await store.append(size, entries(size, size + batch));
        expect((await store.publish(next, size)).root).toEqual(root(next));
        size = next;
        sizes.push(size);
      }
      expect(await store.head()).toMatchObject({ size, root: root(size) });
      for (const older of sizes) {
        const proof = await store.consistency(older, size);
        expect(verifyConsistency({ older, olderRoot: root(older), size, root: root(size), proof })).toBe(true);
      }
    }),
    { numRuns: 12 },
  );
});

test('a pass cut short before its checkpoint is repeated without a trace', async () => {
  const store = await newStore();
  await store.append(0, entries(0, 300));
  await store.publish(300, 0);
  await store.append(300, entries(300, 700));
  expect(await store.head()).toMatchObject({ size: 300 });
  const again = new TileStore(store.directory, KEY);
  await again.append(300, entries(300, 900));
  await again.publish(900, 300);
  expect(await again.head()).toMatchObject({ size: 900, root: root(900) });
  expect(await readTile(store.directory, 'tile/entries/001.p/44')).toBeNull();
  expect(await readTile(store.directory, 'tile/entries/003.p/132')).not.toBeNull();
});

test('other entries in the same places are refused and change no file', async () => {
  const store = await newStore();
  await store.append(0, entries(0, 300));
  await store.publish(300, 0);
  const before = await readFile(join(store.directory, 'tile/entries/000'));
  await expect(store.append(0, entries(1, 301))).rejects.toMatchObject({ code: 'ledger.differs' });
  expect(await readFile(join(store.directory, 'tile/entries/000'))).toEqual(before);
});

test('a foreign checkpoint or an altered right edge stops the log', async () => {
  const store = await newStore();
  await store.append(0, entries(0, 10));
  await store.publish(10, 0);
  const stranger = new TileStore(store.directory, signer('log.example', generateKeyPairSync('ed25519').privateKey));
  await expect(stranger.head()).rejects.toMatchObject({ code: 'ledger.keyUnknown' });
  const file = join(store.directory, 'tile/0/000.p/10');
  const tile = await readFile(file);
  tile[40]! ^= 1;
  await writeFile(file, tile);
  await expect(store.head()).rejects.toMatchObject({ code: 'ledger.differs' });
});
