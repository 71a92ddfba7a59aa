import { expect, test } from 'vitest';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { transact } from '../../../platform/database/transact.ts';
import { viewMatter } from '../../../platform/lifecycle/view.ts';
import { listRecords } from '../../../platform/register/list.ts';
import { registers } from '../../index.ts';
import { clueMatter } from '../matter.ts';
import { clearingMatter } from './matter.ts';
import { ownFile } from './my-file.ts';
import { refusal, testFile } from './testing/file.ts';

const pools = testDatabase();
const file = testFile(pools);
const words = { cause: 'FALSE', finding: '经核查，反映张某收受礼品问题不属实，予以澄清', scope: 'UNIT' };

const studied = { falseStudiedOn: '2021-04-12', falseStudiedBy: 3 };

/** A clue that was closed. */
async function closed(conclusion: string, falseReport: boolean, more = studied): Promise<string> {
  const clue = await file.verifying();
  await file.step('first', clueMatter, clue, 'REPORT', { conclusion, report: '核查完毕' });
  await file.step('liaison', clueMatter, clue, 'REVIEW', { opinion: '同意' });
  await file.step('approver', clueMatter, clue, 'CLOSE', { conclusion, falseReport, closedOn: '2021-04-12', ...more });
  return clue;
}

async function prepared(): Promise<string> {
  const clue = await closed('UNSUBSTANTIATED', true);
  await file.step('liaison', clueMatter, clue, 'CLEAR_NAME', words);
  const { rows } = await pools.owner.query(
    'select record from clues.clearings where clue = $1 and retired_at is null',
    [clue],
  );
  return rows[0].record;
}

const own = async (name = 'reported') => (await ownFile(file.desk(), file.people[name]!)).clearings;

async function published(by: string): Promise<unknown[]> {
  const session = file.people[by]!;
  const { rows } = await transact(pools, session, 'read', (tx) =>
    listRecords(tx, file.city.records.registry, session, registers.get('disclosure.clarifications'), { limit: 50 }),
  );
  return rows.map(({ values }) => values);
}

test('a report is found false by three at least together, and only where it proved untrue', async () => {
  for (const more of [
    {},
    { ...studied, falseStudiedBy: 2 },
    { falseStudiedBy: 3 },
    { ...studied, falseStudiedOn: '2021-04-13' },
  ])
    expect(await refusal(closed('UNSUBSTANTIATED', true, more as typeof studied))).toBe('clue.study');
  for (const conclusion of ['PARTLY', 'UNVERIFIABLE'])
    expect(await refusal(closed(conclusion, true))).toBe('clue.notFalse');
});

test('a name is cleared of what proved unfounded only, and of a false report only where one was found', async () => {
  const clear = (clue: string, more = {}) =>
    refusal(file.step('liaison', clueMatter, clue, 'CLEAR_NAME', { ...words, ...more }));
  expect(await clear(await closed('PARTLY', false))).toBe('clearing.unfounded');
  const mistaken = await closed('UNSUBSTANTIATED', false);
  expect(await clear(mistaken)).toBe('clearing.unfounded');
  expect(await clear(mistaken, { cause: 'MISTAKEN' })).toBe('none');
  expect(await clear(await file.verifying())).toBe('matter.state');
});

test('words are approved by another person, agreed to by the officer, and only then published in their scope', async () => {
  const record = await prepared();
  const step = (by: string, action: string) => refusal(file.step(by, clearingMatter, record, action));
  // What nobody approved is not told.
  expect((await own()).map((one) => one.record)).not.toContain(record);
  expect(await refusal(viewMatter(file.desk(), file.people.reported!, clearingMatter, record))).toBe('record.missing');
  expect(await step('reported', 'CONSENT')).toBe('record.missing');
  expect(await step('liaison', 'APPROVE')).toBe('access.denied');
  expect(await step('approver', 'APPROVE')).toBe('none');
  expect((await own()).find((one) => one.record === record)).toMatchObject({ ...words, state: 'APPROVED' });
  expect(await own('colleague')).toEqual([]);
  expect(await own('head')).toEqual([]);
  expect(await step('liaison', 'PUBLISH')).toBe('matter.state');
  expect(await step('colleague', 'CONSENT')).toBe('record.missing');
  expect(await published('head')).toEqual([]);
  expect(await step('reported', 'CONSENT')).toBe('none');
  expect(await step('liaison', 'PUBLISH')).toBe('none');
  const [shown, ...others] = await published('head');
  expect(others).toEqual([]);
  expect(shown).toMatchObject({ finding: words.finding, scope: 'UNIT', clarifiedOn: '2021-04-12' });
  // Neither the clue nor how it came in follows the words out.
  expect(JSON.stringify(shown)).not.toMatch(/XS2021|clue|reporter/i);
});

test('an officer who declines is left in peace, and what was refused is not told', async () => {
  const declined = await prepared();
  await file.step('approver', clearingMatter, declined, 'APPROVE');
  await file.step('reported', clearingMatter, declined, 'DECLINE');
  expect(await refusal(file.step('liaison', clearingMatter, declined, 'PUBLISH'))).toBe('matter.state');
  const refused = await prepared();
  await file.step('approver', clearingMatter, refused, 'REFUSE', { reason: '措辞不当' });
  expect((await own()).map(({ record }) => record)).not.toContain(refused);
});
