import { expect, test } from 'vitest';
import { endOfMeasure, isHeavier } from './measures.ts';

test.each([
  // Sanctions Law art. 8, from the day of the decision; months end on the last day where there is no such day.
  ['WARNING', '2021-08-31', '2022-02-28'],
  ['WARNING', '2023-08-31', '2024-02-29'],
  ['DEMERIT', '2021-04-12', '2022-04-12'],
  ['DEMERIT', '2024-02-29', '2025-02-28'],
  ['MAJOR_DEMERIT', '2021-04-12', '2022-10-12'],
  ['DEMOTION', '2021-04-12', '2023-04-12'],
  ['REMOVAL', '2022-02-28', '2024-02-28'],
  ['DISMISSAL', '2021-04-12', null],
  ['CRITICISM', '2021-04-12', null],
  ['PERSONNEL', '2021-04-12', null],
])('%s of %s ends by itself on %s', (measure, from, until) => {
  expect(endOfMeasure(measure, from)).toBe(until);
});

test('measures weigh as the law orders them, and none more than itself', () => {
  const order = ['CRITICISM', 'WARNING', 'DEMERIT', 'MAJOR_DEMERIT', 'DEMOTION', 'REMOVAL', 'DISMISSAL'];
  for (const [at, one] of order.entries())
    for (const [place, other] of order.entries()) expect(isHeavier(one, other), `${one} ${other}`).toBe(at > place);
});
