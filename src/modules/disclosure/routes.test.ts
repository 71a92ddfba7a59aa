import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { testCity } from '../../platform/register/testing/city.ts';
import { addOfficer } from '../../platform/register/testing/people.ts';
import { registers } from '../index.ts';
import { clarificationsAsked } from './contract.ts';
import { publicClarifications } from './routes.ts';

const pools = testDatabase();
const city = testCity(pools, registers);

beforeAll(async () => {
  const officer = await addOfficer(city, '被澄清人', 'C01');
  const clear = (number: string, scope: string, clarifiedOn: string) =>
    city.add('disclosure.clarifications', {
      number,
      officer,
      unit: city.units.C01,
      finding: `反映问题不属实，予以澄清（${number}）`,
      scope,
      clarifiedOn,
    });
  for (const scope of ['PERSON', 'UNIT', 'SYSTEM']) await clear(scope, scope, '2021-06-01');
  for (let at = 1; at <= 22; at += 1)
    await clear(`CQ-${at}`, 'PUBLIC', `2021-05-${String(Math.ceil(at / 2)).padStart(2, '0')}`);
});

test('everybody reads what was cleared in public, page by page, and nothing of narrower scope', async () => {
  const first = await publicClarifications(pools);
  const second = await publicClarifications(pools, first.next!);
  const all = [...first.clarifications, ...second.clarifications];
  expect(first.clarifications).toHaveLength(20);
  expect(second.next).toBeNull();
  expect(new Set(all.map(({ number }) => number))).toEqual(
    new Set(Array.from({ length: 22 }, (_, at) => `CQ-${at + 1}`)),
  );
  const days = all.map(({ clarifiedOn }) => clarifiedOn);
  expect(days).toEqual(days.toSorted().reverse());
  // The words name whom they name; the record of the officer stays inside.
  expect(JSON.stringify(all)).not.toMatch(/P-1|officer/);
});

test('a cursor that is none is refused before it reaches the database', () => {
  for (const cursor of ["2021-05-01 ' or 1=1", '2021-02-30 00000000-0000-0000-0000-000000000000', 'next'])
    expect(clarificationsAsked.safeParse({ cursor }).success, cursor).toBe(false);
});
