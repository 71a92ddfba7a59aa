import { expect, test } from 'vitest';
import { at, moved, sameRuns, tidyRuns } from './draft-text.ts';

const mark = { figure: 'talks.personTimes', printed: 'exact' } as const;

test('texts side by side become one, and empty ones go', () => {
  expect(tidyRuns([{ text: '谈话' }, { text: '' }, { text: '共' }, mark, { text: '' }, { text: '。' }])).toEqual([
    { text: '谈话共' },
    mark,
    { text: '。' },
  ]);
});

test('a mark printed in another way is another stretch of prose', () => {
  expect(sameRuns([{ text: '共' }, mark], [{ text: '共' }, { text: '' }, mark])).toBe(true);
  expect(sameRuns([mark], [{ ...mark, printed: 'more' }])).toBe(false);
});

test('an element is changed, taken out, or moved within its list', () => {
  expect(at(['a', 'b', 'c'], 1, () => 'x')).toEqual(['a', 'x', 'c']);
  expect(at(['a', 'b', 'c'], 1, () => undefined)).toEqual(['a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});
