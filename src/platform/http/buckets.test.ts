import { expect, test } from 'vitest';
import { Buckets } from './buckets.ts';

test('one network runs out and fills up again, the others never notice', () => {
  let now = Date.UTC(2021, 2, 1);
  const buckets = new Buckets(3, 10, () => new Date(now));
  const tries = (address: string, times: number): number => {
    let taken = 0;
    for (let at = 0; at < times; at += 1) {
      try {
        buckets.take(address);
        taken += 1;
      } catch (error) {
        expect(error).toMatchObject({ code: 'request.tooMany' });
      }
    }
    return taken;
  };
  expect(tries('10.0.0.1', 50)).toBe(3);
  expect(() => buckets.take('10.0.0.1')).toThrow(expect.objectContaining({ params: { seconds: 10 } }));
  expect(tries('10.0.0.2', 2)).toBe(2);
  now += 10_000;
  expect(tries('10.0.0.1', 5)).toBe(1);
  // One person has a whole /64 of IPv6 addresses.
  expect(tries('2001:db8::1', 2) + tries('2001:db8::ffff:2', 2)).toBe(3);
  expect(buckets.kept).toBe(3);
  now += 30_000;
  buckets.take('10.0.0.9');
  expect(buckets.kept).toBe(1);
});
