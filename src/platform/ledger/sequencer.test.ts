import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { systemSession } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { words } from '../words.ts';
import { defineAct } from './acts.ts';
import { signer } from './notes.ts';
import { perform } from './perform.ts';
import { sequence, startSequencer } from './sequencer.ts';
import { readTile, TileStore } from './tile-store.ts';
import { decodeBundle, tileAt, tilePath } from './tiles.ts';

const database = testDatabase();
const KEY = signer('log.example', generateKeyPairSync('ed25519').privateKey);
const note = defineAct({ name: 'test.note', words: words('记录', 'Note'), permission: null, rule: null });
const directories: string[] = [];

const write = (subject: string) => perform(database, systemSession, note, async () => ({ result: undefined, subject }));

async function newStore(): Promise<TileStore> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-sequencer-'));
  directories.push(directory);
  return new TileStore(directory, KEY);
}

async function subjects(store: TileStore, size: number): Promise<string[]> {
  const bundle = await readTile(store.directory, tilePath(tileAt('entries', 0, size)));
  return decodeBundle(bundle!)!.map((entry) => JSON.parse(entry.toString()).subject);
}

beforeEach(async () => {
  await database.owner.query('truncate ledger.acts, ledger.entries, ledger.checkpoints');
});
afterAll(() => Promise.all(directories.map((directory) => rm(directory, { recursive: true }))));

test('committed acts get their places, tiles and a signed, recorded tree head', async () => {
  const store = await newStore();
  for (const subject of ['a', 'b', 'c']) await write(subject);
  const pass = await sequence(database, store);
  expect(pass).toMatchObject({ integrated: 3, checkpoint: { size: 3 } });
  expect(await subjects(store, 3)).toEqual(['a', 'b', 'c']);
  expect(await store.head()).toEqual(pass!.checkpoint);
  const { rows } = await database.app.query('select size, root, note from ledger.checkpoints');
  expect(rows).toEqual([{ size: 3, root: pass!.checkpoint.root, note: await store.note() }]);
  expect(await sequence(database, store, pass!.watermark)).toMatchObject({ integrated: 0, checkpoint: { size: 3 } });
});

test('an act that commits late is not skipped, and the one that saw another stands after it', async () => {
  const store = await newStore();
  const [inside, leave] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const late = perform(database, systemSession, note, async (tx) => {
    // A transaction number older than that of everything that follows.
    await tx.client.query('select pg_current_xact_id()');
    inside.resolve();
    await leave.promise;
    return { result: undefined, subject: 'late' };
  });
  await inside.promise;
  await write('early');
  const first = await sequence(database, store);
  expect(first).toMatchObject({ integrated: 1 });
  leave.resolve();
  await late;
  await write('last');
  const second = await sequence(database, store, first!.watermark);
  expect(second).toMatchObject({ integrated: 2, checkpoint: { size: 3 } });
  expect(await subjects(store, 3)).toEqual(['early', 'late', 'last']);
});

test('many writers and passes at once leave every act once', async () => {
  const store = await newStore();
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let at = 0; at < 25; at += 1) await write(`${writer}-${at}`);
  });
  let watermark = '0';
  const passes = (async () => {
    for (let at = 0; at < 10; at += 1) watermark = (await sequence(database, store, watermark))?.watermark ?? watermark;
  })();
  await Promise.all([...writers, passes]);
  expect(await sequence(database, store, watermark)).toMatchObject({ checkpoint: { size: 200 } });
  const all = await subjects(store, 200);
  expect(new Set(all).size).toBe(200);
  // Each writer's own acts follow one another as they were done.
  for (let writer = 0; writer < 8; writer += 1) {
    const own = all.filter((subject) => subject.startsWith(`${writer}-`));
    expect(own).toEqual(Array.from({ length: 25 }, (_, at) => `${writer}-${at}`));
  }
});

test('only one process is at it', async () => {
  const store = await newStore();
  await write('a');
  const both = await Promise.all([sequence(database, store), sequence(database, store)]);
  const last = await sequence(database, store);
  expect(both.filter((pass) => pass?.integrated === 1)).toHaveLength(1);
  expect(last).toMatchObject({ integrated: 0, checkpoint: { size: 1 } });
});

test('lost tiles are written again, the same', async () => {
  const store = await newStore();
  for (const subject of ['a', 'b', 'c']) await write(subject);
  const { checkpoint } = (await sequence(database, store))!;
  const again = await newStore();
  expect((await sequence(database, again))!.checkpoint).toEqual(checkpoint);
});

test('tiles are not written again from altered acts', async () => {
  await write('a');
  await sequence(database, await newStore());
  await database.owner.query(`update ledger.acts set entry = replace(entry, '"a"', '"z"')`);
  const again = await newStore();
  await expect(sequence(database, again)).rejects.toMatchObject({ code: 'ledger.differs' });
  expect(await again.note()).toBe('');
});

test('a database from an older backup stops the log instead of giving places twice', async () => {
  const store = await newStore();
  for (const subject of ['a', 'b']) await write(subject);
  await sequence(database, store);
  await database.owner.query('delete from ledger.entries where seq = 1; delete from ledger.checkpoints');
  await write('other');
  await expect(sequence(database, store)).rejects.toMatchObject({ code: 'ledger.databaseBehind' });
  const { rows } = await database.owner.query('select count(*)::int as places from ledger.entries');
  expect(rows[0].places).toBe(1);
});

test('a running sequencer gives a place on demand, and stops', async () => {
  const store = await newStore();
  const errors: unknown[] = [];
  const running = startSequencer({ database, store, interval: 1, onError: (error) => errors.push(error) });
  await write('a');
  expect(await running.pass()).toMatchObject({ checkpoint: { size: 1 } });
  await running.stop();
  await write('b');
  expect(await store.head()).toMatchObject({ size: 1 });
  expect(errors).toEqual([]);
});

test('a sequencer that cannot go on says so once', async () => {
  const store = await newStore();
  await write('a');
  await sequence(database, store);
  const stranger = new TileStore(store.directory, signer('log.example', generateKeyPairSync('ed25519').privateKey));
  const errors: unknown[] = [];
  const running = startSequencer({ database, store: stranger, interval: 1, onError: (error) => errors.push(error) });
  for (let at = 0; at < 20; at += 1) await expect(running.pass()).rejects.toMatchObject({ code: 'ledger.keyUnknown' });
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  await running.stop();
  expect(errors).toMatchObject([{ code: 'ledger.keyUnknown' }]);
});
