import { expect, it } from 'vitest';
import { weeksBefore } from './days.ts';

it('goes back over months and leap days', () => {
  expect(weeksBefore('2021-06-22', 16)).toBe('2021-03-02');
  expect(weeksBefore('2024-03-07', 1)).toBe('2024-02-29');
});
