import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmac } from './hmac.ts';

test('agrees with the library for any key up to a block and any text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.string({ unit: 'binary' }), (key, text) => {
      expect(hmac(key)(text)).toEqual(createHmac('sha256', key).update(text).digest());
    }),
  );
});

test('refuses a key that would have to be hashed first', () => {
  expect(() => hmac(new Uint8Array(65))).toThrow(RangeError);
});
