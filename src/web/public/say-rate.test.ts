import { expect, test } from 'vitest';
import { sayRate } from './say-rate.ts';

const few = '{low} – {high}, interval only';

test('a rate of few results is not told, only how little is known of it', () => {
  expect(sayRate({ rate: 0.5, low: 0.013, high: 0.987 }, 2, few)).toBe('1.3% – 98.7%, interval only');
  expect(sayRate({ rate: 0, low: 0, high: 0.336 }, 9, few)).toBe('0.0% – 33.6%, interval only');
});

test('from ten results on the rate stands with its interval', () => {
  expect(sayRate({ rate: 0.1, low: 0.003, high: 0.445 }, 10, few)).toBe('10.0% (0.3% – 44.5%)');
});
