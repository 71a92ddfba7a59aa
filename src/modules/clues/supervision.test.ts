import { expect, test } from 'vitest';
import { viewMatter } from '../../platform/lifecycle/view.ts';
import { deskOf } from '../../platform/lifecycle/waiting.ts';
import { clueMatter } from './matter.ts';
import { clueOffice, refusal } from './testing/office.ts';

const office = clueOffice();
const { pools, people, step, accepted, verifying, close } = office;

const view = (by: string, clue: string) => viewMatter(office.desk(), people[by]!, clueMatter, clue);
const letter = (number: string) => ({ letterNo: `督〔2021〕${number}号` });

test('answering and lifting are offered and taken while a supervision stands, and not before or after', async () => {
  const clue = await accepted();
  const [supervised, lifting] = [['ANSWER_SUPERVISION'], { ...letter('1'), reason: '已按期报告' }];
  expect((await view('manager', clue)).actions).not.toContain('ANSWER_SUPERVISION');
  expect(await refusal(step('supervisor', clue, 'LIFT', lifting))).toBe('matter.idle');
  expect(await refusal(step('first', clue, 'ANSWER_SUPERVISION', { ...letter('1'), progress: '在办' }))).toBe(
    'matter.idle',
  );

  const given = { supervisor: 'PROVINCIAL_OFFICE', ...letter('1'), way: 'LETTER', dueOn: '2021-05-12' };
  await step('supervisor', clue, 'SUPERVISE', given);
  expect((await view('manager', clue)).actions).toEqual(expect.arrayContaining(supervised));
  expect(await refusal(step('supervisor', clue, 'LIFT', { ...letter('9'), reason: '笔误' }))).toBe('clue.letter');
  expect(await refusal(step('supervisor', clue, 'SUPERVISE', given))).toBe('clue.letterTwice');
  await step('supervisor', clue, 'LIFT', lifting);
  expect((await view('manager', clue)).actions).not.toContain('ANSWER_SUPERVISION');
  expect(await refusal(step('supervisor', clue, 'LIFT', lifting))).toBe('matter.idle');
});

test('two who supervise have a limit each, and each report stands with its letter', async () => {
  const clue = await accepted();
  await step('supervisor', clue, 'SUPERVISE', {
    supervisor: 'PROVINCIAL_OFFICE',
    ...letter('60'),
    way: 'LISTED',
    dueOn: '2021-05-12',
  });
  await step('supervisor', clue, 'SUPERVISE', {
    supervisor: 'PROVINCIAL_GROUP',
    ...letter('74'),
    dueOn: '2021-04-20',
  });
  const running = async () =>
    (await view('manager', clue)).limits
      .filter(({ id, stoppedAt }) => id === 'SUPERVISION' && stoppedAt === null)
      .map(({ of, dueAt }) => [of, dueAt]);
  expect(await running()).toEqual([
    [letter('60').letterNo, new Date('2021-05-13T00:00:00+08:00').toISOString()],
    [letter('74').letterNo, new Date('2021-04-21T00:00:00+08:00').toISOString()],
  ]);
  await step('first', clue, 'ANSWER_SUPERVISION', { ...letter('74'), progress: '已调取记录' });
  await step('manager', clue, 'ANSWER_SUPERVISION', { ...letter('74'), progress: '已约见两人' });
  await step('supervisor', clue, 'LIFT', { ...letter('74'), reason: '已查清' });
  expect((await running()).map(([of]) => of)).toEqual([letter('60').letterNo]);
  const { rows } = await pools.owner.query(
    `select letter_no, reports, lifted_on::text, reported_on::text from clues.supervisions
     where clue = $1 and retired_at is null order by letter_no`,
    [clue],
  );
  expect(rows).toEqual([
    { letter_no: letter('60').letterNo, reports: null, lifted_on: null, reported_on: null },
    {
      letter_no: letter('74').letterNo,
      reports: '2021-04-12 已调取记录\n2021-04-12 已约见两人',
      lifted_on: '2021-04-12',
      reported_on: '2021-04-12',
    },
  ]);
});

test('a supervision stands beyond the closing, is answered with the result, and waits until it is lifted', async () => {
  const clue = await verifying();
  const given = { supervisor: 'PROVINCIAL_OFFICE', ...letter('5'), way: 'LETTER', dueOn: '2021-05-12' };
  await step('supervisor', clue, 'SUPERVISE', given);
  await close(clue);
  const running = async () =>
    (await view('manager', clue)).limits.filter(({ stoppedAt }) => stoppedAt === null).map(({ id }) => id);
  expect(await running()).toContain('SUPERVISION');
  const [desk] = (await deskOf(office.desk(), people.supervisor!, [clueMatter])).matters;
  expect(desk!.lines.map(({ record, state }) => [record, state])).toContainEqual([clue, 'CLOSED']);
  await step('manager', clue, 'ANSWER_SUPERVISION', { ...letter('5'), progress: '已办结，查否' });
  await step('supervisor', clue, 'LIFT', { ...letter('5'), reason: '结果已报告' });
  expect(await running()).not.toContain('SUPERVISION');
});
