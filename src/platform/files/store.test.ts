import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileStore } from './store.ts';

let directory = '';
let store: FileStore;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mj-files-'));
  store = await FileStore.open(directory);
});
afterAll(() => rm(directory, { recursive: true }));

async function* chunks(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

test('a file is kept once under the hash of its bytes', async () => {
  const sha256 = createHash('sha256').update('花名册').digest('hex');
  expect(await store.keep(chunks('花', '名册'))).toEqual({ sha256, size: 9 });
  expect(await store.keep(chunks('花名册'))).toEqual({ sha256, size: 9 });
  expect(await readFile(store.pathOf(sha256), 'utf8')).toBe('花名册');
  expect(await readdir(join(directory, sha256.slice(0, 2)))).toEqual([sha256]);
});

test('a stream that breaks off leaves nothing, and opening clears what a crash left', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('half');
    throw new Error('cut off');
  }
  await expect(store.keep(broken())).rejects.toThrow('cut off');
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
  await writeFile(join(directory, 'incoming', 'left'), 'half');
  await FileStore.open(directory);
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
});

test('a path cannot be chosen by a sender', () => {
  expect(() => store.pathOf('../../etc/passwd')).toThrow(RangeError);
});
