import { createPrivateKey } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { EMPTY_ROOT } from './merkle.ts';
import { openNote, openSigner, parseVerifierKey, signer, signNote, verifierKey } from './notes.ts';

// The published example of the signed note format: a note and keys that every implementation shares.
const SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PETER = signer(
  'PeterNeumann',
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, SEED]), format: 'der', type: 'pkcs8' }),
);
const PETER_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-notes-'));
});
afterAll(() => rm(directory, { recursive: true }));

test('keys and notes are those of the published example', () => {
  expect(verifierKey(PETER)).toBe(PETER_KEY);
  expect(signNote(TEXT, PETER)).toBe(NOTE);
  expect(openNote(NOTE, parseVerifierKey(PETER_KEY))).toBe(TEXT);
});

test('an altered note, an unknown key and a malformed note are refused', () => {
  const verifier = parseVerifierKey(PETER_KEY);
  expect(openNote(NOTE.replace('answer', 'solution'), verifier)).toBeNull();
  expect(openNote(NOTE.replace('ZJku', 'ZJkv'), verifier)).toBeNull();
  expect(openNote(NOTE.replace('— PeterNeumann', '— Somebody'), verifier)).toBeNull();
  expect(openNote(NOTE.trimEnd(), verifier)).toBeNull();
  expect(openNote(TEXT, verifier)).toBeNull();
  const cosigned = `${NOTE}— witness.example ${Buffer.alloc(68, 7).toString('base64')}\n`;
  expect(openNote(cosigned, verifier)).toBe(TEXT);
});

test('a verifier key is refused with another name, id or key', () => {
  for (const wrong of [
    PETER_KEY.replace('Peter', 'Petra'),
    PETER_KEY.replace('c74f', 'c74e'),
    PETER_KEY.replace('TW', 'TX'),
    'x',
  ]) {
    expect(() => parseVerifierKey(wrong)).toThrow(expect.objectContaining({ code: 'ledger.keyInvalid' }));
  }
});

test('the key is made once, readable by its owner only', async () => {
  const file = join(directory, 'log.pem');
  const [one, two] = await Promise.all([openSigner(file, 'log.example'), openSigner(file, 'log.example')]);
  expect(verifierKey(one)).toBe(verifierKey(two));
  expect(await readdir(directory)).toEqual(['log.pem']);
  if (process.platform === 'win32') return;
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await chmod(file, 0o640);
  await expect(openSigner(file, 'log.example')).rejects.toMatchObject({ code: 'ledger.keyExposed' });
});

test('a checkpoint opens for its own log only', () => {
  const note = signCheckpoint(42, EMPTY_ROOT, PETER);
  expect(note.startsWith(`PeterNeumann\n42\n${EMPTY_ROOT.toString('base64')}\n\n— PeterNeumann `)).toBe(true);
  expect(openCheckpoint(note, PETER)).toEqual({ origin: 'PeterNeumann', size: 42, root: EMPTY_ROOT });
  for (const text of ['other\n42\n', 'PeterNeumann\n042\n', 'PeterNeumann\n-1\n', 'PeterNeumann\n']) {
    expect(openCheckpoint(signNote(`${text}${EMPTY_ROOT.toString('base64')}\n`, PETER), PETER)).toBeNull();
  }
  expect(openCheckpoint(signNote('PeterNeumann\n1\nAAAA\n', PETER), PETER)).toBeNull();
});
