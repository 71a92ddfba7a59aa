import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PartialUploads } from './partial.ts';
import { FileStore } from './store.ts';

let folder: string;
let store: FileStore;
let uploads: PartialUploads;
let now = Date.now();
const LIMIT = 10_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-partial-'));
  store = await FileStore.open(join(folder, 'files'));
  uploads = await PartialUploads.open(join(folder, 'partial'), () => new Date(now));
});
afterAll(() => rm(folder, { recursive: true }));

async function* of(...pieces: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces;
}

/** A connection that breaks after its first pieces. */
async function* broken(...pieces: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces;
  throw new Error('the connection broke');
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('an upload that breaks off goes on where it stopped', async () => {
  const bytes = randomBytes(3_000);
  const name = await uploads.begin('one');
  await expect(uploads.append(name, 0, broken(bytes.subarray(0, 1_234)), LIMIT)).rejects.toThrow('broke');
  expect(await uploads.received(name)).toBe(1_234);
  await expect(uploads.append(name, 0, of(bytes), LIMIT)).rejects.toMatchObject({
    code: 'upload.offset',
    params: { received: 1_234 },
  });
  // A program that was started again finds it too.
  const again = await PartialUploads.open(join(folder, 'partial'), () => new Date(now));
  expect(await again.append(name, 1_234, of(bytes.subarray(1_234, 2_000), bytes.subarray(2_000)), LIMIT)).toBe(3_000);
  const kept = await again.finish(name, hashOf(bytes), store);
  expect(await readFile(store.pathOf(kept.sha256))).toEqual(bytes);
  // What could not be written down after all is still there to be tried again.
  expect(await again.received(name)).toBe(3_000);
  await again.drop(name);
  await expect(again.received(name)).rejects.toMatchObject({ code: 'upload.missing' });
});

test('two pieces at once do not mix: the second is told to wait', async () => {
  const name = await uploads.begin('one');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = async function* (): AsyncIterable<Uint8Array> {
    await held;
    yield randomBytes(10);
  };
  const first = uploads.append(name, 0, slow(), LIMIT);
  await uploads.received(name);
  await expect(uploads.append(name, 0, of(randomBytes(10)), LIMIT)).rejects.toMatchObject({ code: 'upload.offset' });
  release();
  expect(await first).toBe(10);
});

test('what is not what was sent, too large, or under no name of ours is refused', async () => {
  const name = await uploads.begin('one');
  await uploads.append(name, 0, of(randomBytes(100)), LIMIT);
  await expect(uploads.finish(name, hashOf(randomBytes(100)), store)).rejects.toMatchObject({ code: 'upload.differs' });
  await expect(uploads.append(name, 100, of(randomBytes(LIMIT)), LIMIT)).rejects.toMatchObject({
    code: 'upload.tooLarge',
  });
  for (const wrong of ['../files', '', 'f'.repeat(39), 'f'.repeat(40)])
    await expect(uploads.received(wrong), wrong).rejects.toMatchObject({ code: 'upload.missing' });
});

test('whoever begins without end gives up the own oldest, and takes nobody else’s place', async () => {
  const other = await uploads.begin('other');
  const mine: string[] = [];
  for (let at = 0; at < 30; at += 1) mine.push(await uploads.begin('greedy'));
  const there = await readdir(join(folder, 'partial'));
  expect(mine.filter((name) => there.includes(name))).toHaveLength(20);
  expect(there).toContain(other);
});

test('many senders cannot take up all places for long, and what was not finished in a day is cleared away', async () => {
  const begun = async (): Promise<number> => (await readdir(join(folder, 'partial'))).length;
  await expect(
    (async () => {
      for (let at = 0; at < 500; at += 1) await uploads.begin(`sender ${at}`);
    })(),
  ).rejects.toMatchObject({ code: 'server.busy' });
  expect(await begun()).toBe(200);
  // Files bear the machine's time, which has moved on.
  now = Date.now() + 16 * 60_000;
  const late = await uploads.begin('who comes later');
  expect([await begun(), await uploads.received(late)]).toEqual([200, 0]);
  now += 25 * 3_600_000;
  await uploads.begin('one');
  expect(await begun()).toBeLessThan(2);
});
