import { beforeAll, expect, test } from 'vitest';
import { educationModule } from '../../modules/education/index.ts';
import { organisationModule } from '../../modules/organisation/index.ts';
import { systemSession } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { type Tx, transact } from '../database/transact.ts';
import { rootOf } from '../ledger/merkle.ts';
import { perform } from '../ledger/perform.ts';
import { catalogue } from '../register/catalogue.ts';
import { creating } from '../register/records/acts.ts';
import { changeRecord, voidRecord } from '../register/records/change.ts';
import { of } from '../register/sets.ts';
import { testCity } from '../register/testing/city.ts';
import { writeVersions } from '../register/write.ts';
import { words } from '../words.ts';
import { countsItsRecords, unitsAddUp } from './check-kinds.ts';
import { runChecks } from './checks.ts';
import { count, distinct, figures, largest, ratio, total } from './declare.ts';
import { evaluate, figureDesk, openFigure, type Result } from './evaluate.ts';
import { type FrozenLeaf, type FrozenMoment, freezeFigure, freezeMoment, frozenPage } from './freeze.ts';
import { cutOffs, trendOf } from './trend.ts';

const pools = testDatabase();
const registers = catalogue([...organisationModule.registers, ...educationModule.registers]);
const city = testCity(pools, registers);
const [activities, attendance, officers] = [
  'education.activities',
  'education.attendance',
  'organisation.officers',
].map((name) => registers.get(name)) as [
  ReturnType<typeof registers.get>,
  ReturnType<typeof registers.get>,
  ReturnType<typeof registers.get>,
];
const plain = { unit: '场次', kind: 'measure' } as const;
const declared = figures({
  lectures: { ...plain, words: words('党课', 'Lectures'), value: count(of(activities, { kind: 'PARTY_LECTURE' })) },
  films: { ...plain, words: words('影片', 'Films'), value: count(of(activities, { kind: 'WARNING_FILM' })) },
  both: { ...plain, kind: 'derived', words: words('合计', 'Both'), value: total('lectures', 'films') },
  personTimes: { ...plain, unit: '人次', words: words('人次', 'Person-times'), value: count(of(attendance)) },
  persons: { ...plain, unit: '名', words: words('人', 'Persons'), value: distinct(of(attendance), 'officer') },
  roster: { ...plain, unit: '名', words: words('干警', 'Officers'), value: count(of(officers)) },
  coverage: {
    ...plain,
    unit: 'ratio',
    words: words('覆盖', 'Coverage'),
    value: ratio(distinct(of(attendance), 'officer'), count(of(officers))),
  },
  lastLecture: {
    ...plain,
    unit: 'date',
    kind: 'date',
    words: words('最近', 'Latest'),
    value: largest(of(activities), 'heldOn'),
  },
});
const checks = [
  countsItsRecords({ id: 'X04', words: words('有记录', 'Has records') }),
  unitsAddUp({ id: 'X06', words: words('各单位之和', 'Units add up') }, ['场次']),
];
let desk: ReturnType<typeof figureDesk>;
const figure = (id: string) => desk.find(id)!;
const reading = <T>(body: (tx: Tx) => Promise<T>) => transact(pools, systemSession, 'read', body);

/** A frozen figure with the records that were handed over on the way. */
async function frozen(id: string, moment: FrozenMoment) {
  const leaves: Record<'records' | 'base', FrozenLeaf[]> = { records: [], base: [] };
  const keep = async (part: keyof typeof leaves, batch: readonly FrozenLeaf[]) => {
    leaves[part].push(...batch);
  };
  return { ...(await reading((tx) => freezeFigure(tx, desk, figure(id), moment, { keep }))), leaves };
}
const lectures: string[] = [];

beforeAll(async () => {
  desk = figureDesk(city.records.registry, declared);
  for (const [number, kind, heldOn, unit] of [
    ['L1', 'PARTY_LECTURE', '2021-03-10', 'C01'],
    ['L2', 'PARTY_LECTURE', '2021-04-10', 'D01'],
    ['L3', 'PARTY_LECTURE', '2021-05-10', 'D01'],
    ['F1', 'WARNING_FILM', '2021-05-20', 'C02'],
  ] as const) {
    const leadUnit = city.units[unit];
    lectures.push(await city.add('education.activities', { number, kind, title: `第${number}场`, heldOn, leadUnit }));
  }
  for (const [officerNo, leftOn] of [
    ['P1', null],
    ['P2', null],
    ['P3', '2021-05-01'],
  ] as const) {
    const shared = {
      name: '赵一鸣',
      gender: 'MALE',
      staffKind: 'CIVIL_SERVANT',
      isPartyMember: true,
      status: 'IN_POST',
    };
    const officer = await city.add('organisation.officers', {
      ...shared,
      officerNo,
      leftOn,
      isTeamMember: false,
      isPrincipalLeader: false,
      unit: city.units.C01,
      joinedOn: '2010-01-01',
    });
    if (officerNo === 'P3') continue;
    for (const [at, attendedOn] of [
      [0, '2021-03-10'],
      [1, '2021-04-10'],
    ] as const) {
      const unit = city.units.C01;
      await city.add('education.attendance', { activity: lectures[at]!, officer, unit, attendedOn });
    }
  }
});

test('a frozen figure gives the same value and root after records were changed, voided and added', async () => {
  const moment = await freezeMoment(pools, '2021-06-22');
  const freeze = (id: string) => frozen(id, moment);
  const before = await Promise.all(declared.map(({ id }) => freeze(id)));
  expect(before.map(({ value }) => value)).toEqual([3, 1, 4, 4, 2, 2, 1, '2021-05-20']);

  const session = systemSession;
  await changeRecord(city.records, session, activities, lectures[0]!, {
    version: 1,
    values: { kind: 'WARNING_FILM' },
    reason: '类型填错',
  });
  await voidRecord(city.records, session, activities, lectures[1]!, { version: 1, reason: '重复', referring: 2 });
  await city.add('education.activities', {
    number: 'L4',
    kind: 'PARTY_LECTURE',
    title: '新的一场',
    heldOn: '2021-05-11',
    leadUnit: city.units.C01,
  });
  expect(await Promise.all(declared.map(({ id }) => freeze(id)))).toEqual(before);

  const now = await reading((tx) => evaluate(tx, desk, session, figure('lectures'), { asOf: '2021-06-22' }));
  expect(now.value).toBe(2);
  const later = await freezeMoment(pools, '2021-06-22');
  const again = await frozen('lectures', later);
  expect(again.set.root).not.toEqual(before[0]!.set.root);
});

test('the root is over the very records that a drill-down opens, for the part and the base', async () => {
  const moment = await freezeMoment(pools, '2021-06-22');
  for (const id of ['lectures', 'personTimes', 'persons', 'coverage', 'lastLecture']) {
    const { set, records, leaves } = await frozen(id, moment);
    const opened = await reading((tx) =>
      openFigure(tx, desk, systemSession, figure(id), 'records', moment, { limit: 200 }),
    );
    expect([set.count, records]).toEqual([opened.total.number, opened.total.number]);
    expect(new Set(leaves.records.map(({ record }) => record))).toEqual(
      new Set(opened.rows.map(({ record }) => record)),
    );
    expect(rootOf(leaves.records.map(({ commitment }) => commitment))).toEqual(set.root);
  }
  const coverage = await frozen('coverage', moment);
  expect([coverage.base, coverage.baseSet?.count, coverage.leaves.base.length]).toEqual([2, 2, 2]);
});

test('the public sees open columns only, masked, also behind references', async () => {
  const moment = await freezeMoment(pools, '2021-06-22');
  const { leaves } = await frozen('personTimes', moment);
  expect(leaves.records.map(({ cells }) => cells).toSorted()).toEqual([
    ['明湖市公安局', '2021-03-10'],
    ['明湖市公安局', '2021-03-10'],
    ['明湖市公安局', '2021-04-10'],
    ['明湖市公安局', '2021-04-10'],
  ]);
  const pages = [];
  for (let after: string | undefined; ; ) {
    const page = await reading((tx) =>
      frozenPage(tx, desk, figure('personTimes'), 'records', moment, { after, limit: 3 }),
    );
    pages.push(...page);
    after = page.at(-1)?.record;
    if (page.length < 3) break;
  }
  expect(pages).toEqual(leaves.records);
});

test('a set above the limit keeps the roots of each 256 records only, and they give the same root', async () => {
  const rows = Array.from({ length: 50_300 }, (_, at) => ({
    record: `01900000-0000-7000-9000-${String(at).padStart(12, '0')}`,
    version: 1,
    stored: { number: `M${at}`, kind: 'PARTY_SPIRIT', title: '大量', held_on: '2021-02-01', lead_unit: city.units.C02 },
  }));
  await perform(pools, systemSession, creating, async (tx) => {
    for (let at = 0; at < rows.length; at += 90) await writeVersions(tx, activities, rows.slice(at, at + 90));
    return { result: null, subject: null };
  });
  const [spirit] = figures({
    spirit: { ...plain, words: words('党性', 'Spirit'), value: count(of(activities, { kind: 'PARTY_SPIRIT' })) },
  });
  const moment = await freezeMoment(pools, '2021-06-22');
  let read = 0;
  const { set, value } = await reading((tx) =>
    freezeFigure(tx, desk, spirit!, moment, {
      keep: () => Promise.reject(new Error('too many to be kept')),
      onRead: (records) => {
        read += records;
      },
    }),
  );
  expect([value, set.count, set.kept, set.subtrees.length, read]).toEqual([50_300, 50_300, false, 197, 50_300]);
  const { rows: stored } = await pools.owner.query(
    "select commitment from education.activities where kind = 'PARTY_SPIRIT' order by record",
  );
  expect(rootOf(stored.map(({ commitment }) => commitment))).toEqual(set.root);
  expect(rootOf(set.subtrees)).toEqual(set.root);
});

test('cross-checks hold, and name a record of a unit that does not exist and a figure without records', async () => {
  const moment = { asOf: '2021-06-22' };
  const check = async () =>
    reading(async (tx) => {
      const results = new Map<string, Result>();
      for (const one of declared) results.set(one.id, await evaluate(tx, desk, systemSession, one, moment));
      return new Map(
        (await runChecks(tx, { ...desk, checks }, systemSession, results, moment)).map((one) => [one.id, one]),
      );
    });
  const good = await check();
  expect([...good.keys()]).toEqual(['X04', 'X06']);
  expect([...good.values()].every(({ holds }) => holds)).toBe(true);

  await perform(pools, systemSession, creating, async (tx) => {
    const stored = {
      number: 'S1',
      kind: 'WARNING_FILM',
      title: '不存在的单位',
      held_on: '2021-05-21',
      lead_unit: '01900000-0000-7000-8000-00000000dead',
    };
    await writeVersions(tx, activities, [{ record: '01900000-0000-7000-8000-0000000000aa', version: 1, stored }]);
    return { result: null, subject: null };
  });
  const bad = await check();
  expect(bad.get('X06')).toMatchObject({ holds: false, figures: ['films'] });
  expect(bad.get('X06')!.detail.zh).toContain('影片');
  await voidRecord(city.records, systemSession, activities, '01900000-0000-7000-8000-0000000000aa', {
    version: 1,
    reason: '单位不存在',
  });
});

test('the days of a trend are spread evenly', () => {
  expect(cutOffs('2021-03-01', '2021-03-31', 4)).toEqual(['2021-03-01', '2021-03-11', '2021-03-21', '2021-03-31']);
  expect(cutOffs('2021-03-01', '2021-03-02', 16)).toEqual(['2021-03-01', '2021-03-02']);
  expect(cutOffs('2021-03-01', '2021-03-01', 16)).toEqual(['2021-03-01']);
});

test.each(declared.map(({ id }) => id))('the trend of %s is its value on each day', async (id) => {
  const days = ['2021-02-01', '2021-03-09', '2021-03-10', '2021-04-30', '2021-05-01', '2021-06-22'];
  const trend = await reading((tx) => trendOf(tx, desk, systemSession, figure(id), days));
  for (const { asOf, value } of trend) {
    const alone = await reading((tx) => evaluate(tx, desk, systemSession, figure(id), { asOf }));
    expect({ asOf, value }).toEqual({ asOf, value: alone.value });
  }
});
