import { expect, test } from 'vitest';
import { median, quantile, readable } from './statistics.ts';

test('takes the middle of an odd number and the mean of the middle two of an even one', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 100])).toBe(3.5);
  expect(() => median([])).toThrow(RangeError);
});

test('takes quantiles by the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(quantile(hundred, 0.5)).toBe(50);
  expect(quantile(hundred, 0.99)).toBe(99);
  expect(quantile(hundred, 1)).toBe(100);
  expect(quantile([7], 0.01)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});

test('writes three significant digits', () => {
  expect(readable(0)).toBe('0');
  expect(readable(0.03125)).toBe('0.0313');
  expect(readable(1.239)).toBe('1.24');
  expect(readable(45.67)).toBe('45.7');
  expect(readable(31_415.9)).toBe('31,400');
  expect(readable(3_204_600)).toBe('3,200,000');
});
