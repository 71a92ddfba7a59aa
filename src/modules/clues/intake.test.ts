import { expect, test } from 'vitest';
import { viewMatter } from '../../platform/lifecycle/view.ts';
import { clueMatter } from './matter.ts';
import { clueOffice, refusal, SECRET } from './testing/office.ts';

const { pools, people, desk, received, step } = clueOffice();

const ABOVE = { jurisdiction: 'HIGHER', summary: undefined, reporterMode: 'ANONYMOUS' };

test('what belongs to a higher body is numbered and passed up within its limit, and nothing of it is copied', async () => {
  const clue = await received(ABOVE);
  const { current, limits } = await viewMatter(desk(), people.manager!, clueMatter, clue);
  expect(current.values).toMatchObject({ summary: expect.stringContaining('上级管辖'), problemKind: null });
  expect(limits.map(({ id }) => id)).toEqual(['PASS_UP']);
  const corrected = step('manager', clue, 'CORRECT', { summary: SECRET, reason: '补录' });
  expect(await refusal(corrected)).toBe('clue.copied');
  await step('manager', clue, 'PASS_UP', { toBody: '市纪委监委', reason: '属上级管辖' });

  const clues = async () => (await pools.owner.query('select record from clues.clues')).rowCount;
  const before = await clues();
  for (const more of [{ summary: SECRET }, { amount: '10000' }])
    expect(await refusal(received({ ...ABOVE, ...more }))).toBe('clue.copied');
  expect(await refusal(received({ summary: '' }))).toBe('matter.fields');
  expect(await clues()).toBe(before);
});
