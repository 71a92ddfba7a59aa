import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vault } from './vault.ts';

const key = randomBytes(32);

test('what is encrypted comes back, and never twice in the same bytes', () => {
  const safe = vault(key);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [first, second] = [safe.encrypt(text), safe.encrypt(text)];
      expect(safe.decrypt(first)).toBe(text);
      expect(first.equals(second)).toBe(false);
    }),
  );
});

test('an altered byte or another key is refused', () => {
  const safe = vault(key);
  const sealed = safe.encrypt('990101190001010012');
  expect(() => vault(randomBytes(32)).decrypt(sealed)).toThrow();
  for (const at of [0, 12, sealed.length - 1]) {
    const altered = Buffer.from(sealed);
    altered[at]! ^= 1;
    expect(() => safe.decrypt(altered)).toThrow();
  }
});

test('a key for one purpose is always the same, and says nothing of another', () => {
  expect(vault(key).keyFor('drafts of a')).toEqual(vault(key).keyFor('drafts of a'));
  expect(vault(key).keyFor('drafts of a')).toHaveLength(32);
  expect(vault(key).keyFor('drafts of a')).not.toEqual(vault(key).keyFor('drafts of b'));
  expect(vault(key).keyFor('drafts of a')).not.toEqual(vault(randomBytes(32)).keyFor('drafts of a'));
});

test('hashes match for equal texts under one key only', () => {
  expect(vault(key).hash('13800000000')).toEqual(vault(key).hash('13800000000'));
  expect(vault(key).hash('13800000000')).not.toEqual(vault(key).hash('13800000001'));
  expect(vault(key).hash('13800000000')).not.toEqual(vault(randomBytes(32)).hash('13800000000'));
});
