import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf, looksSealed, SIZE_CLASSES, seal, unseal } from './envelope.ts';
import { fingerprintOf, isPublicKey, type KeyPair, lockKeyFile, newKeyPair, unlockKeyFile } from './keys.ts';

let desk: KeyPair;
let other: KeyPair;
beforeAll(async () => {
  [desk, other] = [await newKeyPair(), await newKeyPair()];
});

const reasonOf = (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => 'opened',
    (error: { reason?: string }) => error.reason ?? String(error),
  );

test('what was sealed to several keys opens with each of them and with no other', async () => {
  const content = { text: '某所长收受好处', files: [1, 2] };
  const envelope = await seal(content, 'report 1', [desk.publicKey, other.publicKey]);
  expect(looksSealed(envelope)).toBe(true);
  for (const { secret } of [desk, other]) expect(await unseal(envelope, 'report 1', [secret])).toEqual(content);
  const stranger = await newKeyPair();
  expect(await unseal(envelope, 'report 1', [stranger.secret, desk.secret])).toEqual(content);
  expect(await reasonOf(unseal(envelope, 'report 1', [stranger.secret]))).toBe('other-key');
});

test('a copy laid into another place is refused', async () => {
  const envelope = await seal('写给一号', 'report 1', [desk.publicKey]);
  expect(await reasonOf(unseal(envelope, 'report 2', [desk.secret]))).toBe('misplaced');
});

test('whatever is altered or cut off does not open', async () => {
  const bytes = Buffer.from(await seal('一字不改', 'r', [desk.publicKey]), 'base64');
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: bytes.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const altered = Buffer.from(bytes);
        altered[at]! ^= by;
        expect(await reasonOf(unseal(altered.toString('base64'), 'r', [desk.secret]))).not.toBe('opened');
      },
    ),
    { numRuns: 60 },
  );
  for (const end of [0, 10, 200, bytes.length - 1])
    expect(await reasonOf(unseal(bytes.subarray(0, end).toString('base64'), 'r', [desk.secret]))).toBe('altered');
  expect(await reasonOf(unseal('不是密文', 'r', [desk.secret]))).toBe('altered');
});

test('the length tells the size class and nothing more; the same text never looks the same', async () => {
  const lengthOf = async (characters: number): Promise<number> =>
    (await seal('密'.repeat(characters), 'r', [desk.publicKey])).length;
  expect(await lengthOf(1)).toBe(await lengthOf(300));
  expect(await lengthOf(400)).toBe(await lengthOf(1_300));
  expect(await lengthOf(400)).toBeGreaterThan(await lengthOf(300));
  await expect(seal('密'.repeat(SIZE_CLASSES.at(-1)! / 3), 'r', [desk.publicKey])).rejects.toThrow(RangeError);
  await expect(seal('无人可读', 'r', [])).rejects.toThrow(RangeError);
  const twice = [await seal('是', 'r', [desk.publicKey]), await seal('是', 'r', [desk.publicKey])];
  expect(new Set(twice.map(hashOf)).size).toBe(2);
});

test('what is no sealed text is told from outside', () => {
  for (const text of ['', '明文', Buffer.from('age-encryption.org/v1\n').toString('base64'), 'A'.repeat(400_000)])
    expect(looksSealed(text), text.slice(0, 20)).toBe(false);
});

test('public keys are checked, and their fingerprints differ', () => {
  expect(isPublicKey(desk.publicKey)).toBe(true);
  const last = desk.publicKey.at(-1) === 'q' ? 'p' : 'q';
  for (const wrong of ['', 'age1', desk.secret, desk.publicKey.slice(0, -1) + last, `${desk.publicKey} `])
    expect(isPublicKey(wrong), wrong).toBe(false);
  expect(fingerprintOf(desk.publicKey)).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
  expect(fingerprintOf(desk.publicKey)).not.toBe(fingerprintOf(other.publicKey));
});

test('a key file opens with its passphrase only', async () => {
  const file = await lockKeyFile(desk, '四个词的口令', 10);
  expect(file).not.toContain(desk.secret);
  expect(await unlockKeyFile(file, '四个词的口令')).toEqual(desk);
  expect(await reasonOf(unlockKeyFile(file, '别的口令'))).toBe('other-key');
  expect(await reasonOf(unlockKeyFile('随便一个文件', ''))).toBe('altered');
  expect(await unlockKeyFile(`# 注释\r\n${desk.secret}\r\n`, '')).toEqual(desk);
});

const hasAge = ((): boolean => {
  try {
    execFileSync('age', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.runIf(hasAge)('age of the operating system, a second program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mj-age-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const keyFile = join(folder, 'desk.key');

  test('opens what we seal', async () => {
    writeFileSync(keyFile, `${desk.secret}\n`);
    const envelope = await seal({ text: '第二个程序' }, 'report 1', [other.publicKey, desk.publicKey]);
    const opened = execFileSync('age', ['-d', '-i', keyFile], { input: Buffer.from(envelope, 'base64') });
    expect(opened.length).toBe(SIZE_CLASSES[0]);
    expect(JSON.parse(opened.toString())).toEqual({ v: 1, belongs: 'report 1', content: { text: '第二个程序' } });
  });

  test('seals what we open', async () => {
    const input = JSON.stringify({ v: 1, belongs: 'report 1', content: '由它封存' });
    const sealed = execFileSync('age', ['-r', desk.publicKey], { input });
    expect(await unseal(sealed.toString('base64'), 'report 1', [desk.secret])).toBe('由它封存');
  });
});
