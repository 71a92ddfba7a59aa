import { expect, test } from 'vitest';
import { dutiesOf, isDue } from './duties.ts';
import { lifecycle } from './example-matter.ts';

test('a matter waits for whoever can lead it on, not for whoever can only remind or extend', () => {
  expect(dutiesOf(lifecycle, ['CASE_HANDLER']).states).toEqual(['RECEIVED', 'HANDLING', 'REPORTED']);
  expect(dutiesOf(lifecycle, ['SUPERVISOR'])).toEqual({ states: [], limits: [] });
  expect(dutiesOf(lifecycle, ['OFFICER_SELF'])).toEqual({ states: [], limits: [] });
});

test('a step taken only when there is cause makes nobody wait, and is not offered first', () => {
  expect(dutiesOf(lifecycle, ['APPROVER']).states).toEqual(['ON_HOLD', 'REPORTED']);
  expect(isDue(lifecycle, 'HOLD', ['HANDLE'])).toBe(false);
  expect(isDue(lifecycle, 'REPORT', [])).toBe(true);
});

test('where a matter rests, a limit that runs on waits for whoever stops it', () => {
  const answered = {
    ...lifecycle,
    actions: {
      ...lifecycle.actions,
      TELL: { words: lifecycle.words, from: ['CLOSED'], who: ['SUPERVISOR'], clock: { stop: ['ANSWER'] } },
    },
  } as const;
  expect(dutiesOf(answered, ['SUPERVISOR'])).toEqual({ states: [], limits: [{ state: 'CLOSED', clock: 'ANSWER' }] });
  expect(isDue(answered, 'TELL', ['ANSWER'])).toBe(true);
  expect(isDue(answered, 'TELL', ['HANDLE'])).toBe(false);
});
