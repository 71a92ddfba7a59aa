import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFile, paddedSize, sealFile } from './files.ts';
import { newKeyPair } from './keys.ts';
import { receiptKeys } from './receipt-keys.ts';

const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> => new Blob([new Uint8Array(bytes)]).stream();
const all = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> =>
  Buffer.from(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

test.each([0, 1, 1_024, 65_536, 300_001])('a file of %i bytes comes back as it was', async (size) => {
  const content = randomBytes(size);
  const sealed = await sealFile(streamOf(content), size);
  const bytes = await all(sealed.stream);
  expect(bytes.length).toBe(sealed.size);
  expect(await all(await openFile(streamOf(bytes), sealed.secret, size))).toEqual(content);
});

test('a sealed file that was cut off or altered fails, also behind its last byte', async () => {
  const sealed = await sealFile(streamOf(randomBytes(200_000)), 200_000);
  const bytes = await all(sealed.stream);
  const opening = async (given: Buffer, secret = sealed.secret): Promise<unknown> =>
    all(await openFile(streamOf(given), secret, 200_000));
  await expect(opening(bytes.subarray(0, -1))).rejects.toThrow();
  const altered = Buffer.from(bytes);
  altered[100_000]! ^= 1;
  await expect(opening(altered)).rejects.toThrow();
  const { secret } = await newKeyPair();
  await expect(opening(bytes, secret)).rejects.toThrow(expect.objectContaining({ reason: 'other-key' }));
});

test('a file that is not as long as it said is not sealed', async () => {
  await expect(all((await sealFile(streamOf(randomBytes(10)), 9)).stream)).rejects.toThrow(RangeError);
});

test('the filling costs at most 12 per cent and leaves few sizes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_024, max: 2 ** 31 }), (size) => {
      const padded = paddedSize(size);
      expect(padded).toBeGreaterThanOrEqual(size);
      expect(padded / size).toBeLessThanOrEqual(1.12);
      expect(paddedSize(padded)).toBe(padded);
    }),
  );
  const sizes = new Set(Array.from({ length: 9_000 }, (_, at) => paddedSize(1_000_000 + at * 1_000)));
  expect(sizes.size).toBeLessThan(120);
});

test('a receipt code gives the same keys again, and another code or city others', async () => {
  const keys = await receiptKeys('1234567890123452', 'salt of a city');
  expect(await receiptKeys('1234567890123452', 'salt of a city')).toEqual(keys);
  expect(keys.token).toMatch(/^[\w-]{43}$/);
  const others = [
    await receiptKeys('1234567890123453', 'salt of a city'),
    await receiptKeys('1234567890123452', 'another city'),
  ];
  expect(new Set([keys, ...others].flatMap(({ token, secret, publicKey }) => [token, secret, publicKey])).size).toBe(9);
});
