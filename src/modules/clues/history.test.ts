import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../platform/access/roles.ts';
import { workCalendar } from '../../platform/calendar/working-days.ts';
import { type Session, systemSession } from '../../platform/database/session.ts';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { advance } from '../../platform/lifecycle/advance.ts';
import { gapsOf } from '../../platform/lifecycle/gaps.ts';
import { handOver } from '../../platform/lifecycle/hand-over.ts';
import { lateIn } from '../../platform/lifecycle/late.ts';
import { viewMatter } from '../../platform/lifecycle/view.ts';
import { deskOf } from '../../platform/lifecycle/waiting.ts';
import { takeBackImport } from '../../platform/register/import/take-back.ts';
import { listFaults } from '../../platform/register/import/view.ts';
import { listRecords } from '../../platform/register/list.ts';
import { changeRecord, voidRecord } from '../../platform/register/records/change.ts';
import { testCity } from '../../platform/register/testing/city.ts';
import { addAccount, addOfficer } from '../../platform/register/testing/people.ts';
import type { Cell } from '../../platform/sheets/cells.ts';
import { registers } from '../index.ts';
import { clueMatter } from './matter.ts';
import { clue, clueHeading, heading, type Step, step, usual } from './testing/histories.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const desk = { ...city.records, calendar: workCalendar() };
let manager: Session;

async function handIn(rows: readonly Step[], mode: 'all' | 'good' = 'all') {
  return city.handIn('办理经过.xlsx', [heading, ...rows], mode, manager);
}

async function clues(...rows: readonly Step[]): Promise<void> {
  const { state } = await city.handIn('线索.xlsx', [clueHeading, ...rows], 'all', manager);
  expect(state).toBe('registered');
}

async function recordOf(serial: string): Promise<string> {
  const { rows } = await pools.owner.query<{ record: string }>(
    'select record from clues.clues where serial_no = $1 and retired_at is null',
    [serial],
  );
  return rows[0]!.record;
}

async function limits(serial: string): Promise<Record<string, string>> {
  const { rows } = await pools.owner.query<{ clock: string; due: string; stopped: string | null }>(
    `select clock, to_char((due_at - interval '1 second') at time zone 'Asia/Shanghai', 'MM-DD') as due,
            to_char(stopped_at at time zone 'Asia/Shanghai', 'MM-DD') as stopped
     from clues.clue_clocks where matter = $1 and retired_at is null order by started_at, clock`,
    [await recordOf(serial)],
  );
  return Object.fromEntries(rows.map(({ clock, due, stopped }) => [clock, `${due} ${stopped ?? 'runs'}`]));
}

/** What is wrong, each at its cell. */
async function faultsOf(rows: readonly Step[]): Promise<string[]> {
  const { id, state } = await handIn(rows);
  expect(state).toBe('checked');
  const { faults } = await listFaults(city.imports, manager, id, { limit: 50, language: 'zh' });
  return faults.map(({ column, row, code, message }) => `${column}${row} ${code} ${message}`);
}

async function person(name: string, role: Role, number: string, unit: 'C01' | 'C02' | 'D01' = 'C02'): Promise<Session> {
  return account(name, role, await addOfficer(city, name, unit, number));
}

const account = (name: string, role: Role, officer: string): Promise<Session> =>
  addAccount(pools, city, name, [role], 'C02', officer);

const people: Record<string, Session> = {};
beforeAll(async () => {
  manager = await person('甲', 'CLUE_MANAGER', 'M1');
  people.first = await person('乙', 'CASE_HANDLER', 'H1');
  people.second = await person('丙', 'CASE_HANDLER', 'H2');
});

test('a history stands with its source, apart from steps taken here, and its limits run', async () => {
  await clues(clue('L-1', '核查中'));
  const { state, counts } = await handIn(usual('L-1'));
  expect([state, counts?.added]).toEqual(['registered', 9]);
  // Registered and accepted in time, the first leader in time; verification and the report to whoever assigned it still run.
  expect(await limits('L-1')).toEqual({
    REGISTER: '04-19 04-12',
    PROPOSE: '05-12 04-19',
    ACCEPT: '04-20 04-14',
    REPORT_BACK: '06-11 runs',
    FIRST_OPINION: '04-20 04-20',
    SECOND_OPINION: '04-22 04-21',
    APPROVE: '04-25 04-22',
    VERIFY: '05-14 runs',
  });
  const view = await viewMatter(desk, manager, clueMatter, await recordOf('L-1'));
  expect(view.steps.map(({ number, action, to, by }) => [number, action, to, by])).toEqual([
    [1, 'RECEIVE', 'RECEIVED', '市委政法委'],
    [2, 'REGISTER', 'REGISTERED', '市委政法委'],
    [3, 'ASSIGN', 'ASSIGNED', '市委政法委'],
    [4, 'ACCEPT', 'ACCEPTED', '乙'],
    [5, 'PROPOSE', 'DISPOSAL_PROPOSED', '乙'],
    [6, 'FIRST_OPINION', 'DISPOSAL_PROPOSED', '市委政法委'],
    [7, 'SECOND_OPINION', 'DISPOSAL_PROPOSED', '市委政法委'],
    [8, 'APPROVE', 'DISPOSAL_APPROVED', '市委政法委'],
    [9, 'VERIFY', 'IN_VERIFICATION', '乙'],
  ]);
  expect(view.steps[3]!.source).toEqual({ file: '办理经过.xlsx', sheet: 'Sheet1', row: 5 });
  const { rows: taken } = await pools.owner.query('select from clues.clue_steps where matter = $1', [view.record]);
  expect(taken).toEqual([]);
});

test('the limits are committed to by the act that brought the history', async () => {
  const { rows } = await pools.owner.query<{ act: string; clocks: number; same: boolean }>(
    `select a.act, count(*) as clocks, bool_and(c.leaf is not null and c.import is not null) as same
     from clues.clue_clocks c join ledger.acts a on a.id = c.act
     where c.matter = $1 group by 1`,
    [await recordOf('L-1')],
  );
  expect(rows).toEqual([{ act: 'imports.register', clocks: 8, same: true }]);
});

test('the same history twice adds nothing, in the same bytes or in others', async () => {
  const before = await limits('L-1');
  await expect(handIn(usual('L-1'))).rejects.toMatchObject({ code: 'import.sameFile' });
  const again = await city.handIn('又.xlsx', [[...heading, '备注'], ...usual('L-1').map((row) => [...row, '无'])]);
  expect(again.counts).toMatchObject({ added: 0, superseded: 0, unchanged: 9 });
  expect(await limits('L-1')).toEqual(before);
});

test('work goes on from a history: steps count on, clocks move, and duties stay apart', async () => {
  const record = await recordOf('L-1');
  const { version } = (await viewMatter(desk, manager, clueMatter, record)).current;
  const step = { record, version, action: 'REPORT', input: { conclusion: 'UNSUBSTANTIATED', report: '查否' } };
  const done = await advance(desk, people.first!, clueMatter, step);
  const view = await viewMatter(desk, manager, clueMatter, record);
  expect(view.steps.at(-1)).toMatchObject({ number: 10, action: 'REPORT', by: expect.any(String), source: null });
  expect(view.limits.find(({ id }) => id === 'VERIFY')!.stoppedAt).not.toBeNull();
  // The officer who proposed it before it came here must not review it here, in whatever role.
  const other = await account('乙', 'DISCIPLINE_LIAISON', people.first!.officer!);
  await expect(
    advance(desk, other, clueMatter, { record, version: done.version, action: 'REVIEW', input: { opinion: '同意' } }),
  ).rejects.toMatchObject({ code: 'matter.separation' });
  // From now on the past stands: nothing is added to it, and it is not taken back.
  expect(await faultsOf([step2('L-1')])).toEqual([expect.stringMatching(/^A2 set\.historyTaken /)]);
  const { rows } = await pools.owner.query<{ id: string }>(
    `select distinct import as id from clues.clue_history where matter = $1`,
    [record],
  );
  await expect(takeBackImport(city.imports, manager, rows[0]!.id, '误报')).rejects.toMatchObject({
    code: 'record.values',
  });
});

const step2 = (serial: string): Step => step(serial, 10, '报告核查结果', '2021-05-01 09:00');

test('a history taken back takes its limits with it, and may come again', async () => {
  await clues(clue('L-2', '核查中'));
  const { id } = await handIn(usual('L-2'));
  expect(Object.keys(await limits('L-2'))).toHaveLength(8);
  await takeBackImport(city.imports, manager, id, '交错了文件');
  expect(await limits('L-2')).toEqual({});
  expect((await viewMatter(desk, manager, clueMatter, await recordOf('L-2'))).steps).toEqual([]);
  expect((await handIn(usual('L-2'))).state).toBe('registered');
  expect(Object.keys(await limits('L-2'))).toHaveLength(8);
});

test('a corrected day moves the limits that hang on it, and no single step can be voided out of the middle', async () => {
  const corrected = usual('L-2').map((row) => (row[2] === '批准处置意见' ? row.with(3, '2021-04-23 09:00') : row));
  const { counts } = await city.handIn('更正.xlsx', [heading, ...corrected], 'all', manager);
  expect(counts).toMatchObject({ superseded: 1, unchanged: 8 });
  expect(await limits('L-2')).toMatchObject({ APPROVE: '04-25 04-23', VERIFY: '05-17 runs' });
  const history = registers.get('clues.clueHistory');
  const { rows } = await pools.owner.query<{ record: string; version: number }>(
    'select record, version from clues.clue_history where matter = $1 and number = 4 and retired_at is null',
    [await recordOf('L-2')],
  );
  const { record, version } = rows[0]!;
  await expect(voidRecord(city.records, manager, history, record, { version, reason: '试试' })).rejects.toMatchObject({
    code: 'record.values',
  });
});

test('no workbook moves a clue past its history', async () => {
  const { id, state } = await city.handIn('改状态.xlsx', [clueHeading, clue('L-2', '已办结')], 'all', manager);
  const { faults } = await listFaults(city.imports, manager, id, { limit: 50, language: 'en' });
  expect([state, faults.map(({ column, row, code }) => `${column}${row} ${code}`)]).toEqual([
    'checked',
    ['H2 set.stateMoved'],
  ]);
});

describe('a bad history is told at its cell', () => {
  beforeAll(async () => {
    await clues(clue('L-3', '核查中'));
  });
  const changed = (number: number, column: number, value: Cell): Step[] =>
    usual('L-3').map((row, at) => (at === number - 1 ? row.with(column, value) : row));
  test.each([
    [
      'jumps a state',
      usual('L-3')
        .filter((_, at) => at !== 3)
        .map((row, at) => row.with(1, at + 1)),
      'C5 set.historyJump',
    ],
    [
      'begins in the middle',
      usual('L-3')
        .slice(1)
        .map((row, at) => row.with(1, at + 1)),
      'C2 set.historyBegins',
    ],
    ['leaves out a number', usual('L-3').filter((_, at) => at !== 5), 'B7 set.historyNumber'],
    ['goes backwards in time', changed(5, 3, '2021-04-13 08:00'), 'D6 set.historyBackwards'],
    ['lies in the future', changed(9, 3, '2199-01-01 08:00'), 'D10 set.historyFuture'],
    ['ends elsewhere', usual('L-3').slice(0, 8), 'C9 set.historyEnds'],
    ['was received later than it began', changed(1, 3, '2021-04-11 08:00'), 'D2 set.historyLimit'],
    ['is due before it was assigned', changed(3, 9, '2021-04-01'), 'J4 set.historyLimit'],
    [
      'rests without an end',
      [...usual('L-3'), step('L-3', 10, '暂存待查', '2021-04-28 09:00')],
      'K11 set.historyLimit',
    ],
    ['names no clue', changed(1, 0, 'L-404'), 'A2 ref.unknown'],
  ])('%s', async (_, rows, where) => {
    expect((await faultsOf(rows))[0]).toMatch(new RegExp(`^${where} `));
    expect(await limits('L-3')).toEqual({});
  });

  test('and keeps no sound history of the same workbook out', async () => {
    await clues(clue('L-4', '核查中'));
    const { state, counts } = await handIn([...changed(5, 3, '2021-04-13 08:00'), ...usual('L-4')], 'good');
    expect([state, counts?.added]).toEqual(['registered', 9]);
    expect(await limits('L-3')).toEqual({});
    expect(Object.keys(await limits('L-4'))).toHaveLength(8);
  });
});

test('time set aside does not count, and the monthly report tells what was late and where it lay', async () => {
  await clues(clue('L-5', '已审核'), clue('L-6', '核查中'));
  const done = (serial: string, number: number): Step[] => [
    step(serial, number, '报告核查结果', '2021-05-28 09:00'),
    step(serial, number + 1, '审核通过', '2021-05-31 09:00'),
  ];
  await handIn([
    ...usual('L-5'),
    ...done('L-5', 10),
    ...usual('L-6'),
    step('L-6', 10, '暂存待查', '2021-04-28 09:00', '2021-05-20'),
    step('L-6', 11, '恢复核查', '2021-05-20 09:00'),
  ]);
  // Sunday 25 April was a working day, for the holiday of May. 15 working days from 22 April end on 14 May; those of L-6 rested from 28 April to 20 May.
  expect((await limits('L-5')).VERIFY).toBe('05-14 05-28');
  expect((await limits('L-6')).VERIFY).toBe('06-03 runs');
  const { rows } = await lateIn(desk, manager, clueMatter, '2021-05');
  const late = rows.filter(({ title }) => title === 'L-5' || title === 'L-6');
  expect(late.map(({ title, clock }) => [title, clock])).toEqual([['L-5', 'VERIFY']]);
  expect(late[0]).toMatchObject({ daysLate: 13.4, stoppedAt: '2021-05-28T01:00:00.000Z' });
  expect(late[0]!.lay[0]).toEqual({ state: 'IN_VERIFICATION', days: 32 });
});

test('handlers whom a workbook names read what they handle; those barred, and others, do not', async () => {
  await city.add('clues.relations', {
    officer: people.second!.officer!,
    relative: people.first!.officer!,
    kind: 'SIBLING',
    declaredOn: '2021-03-01',
  });
  const seen = async (session: Session): Promise<string[]> => {
    const { rows } = await transact(pools, session, 'read', (tx) =>
      listRecords(tx, city.records.registry, session, registers.get('clues.clues'), { limit: 50 }),
    );
    return rows.map(({ values }) => String(values.serialNo)).filter((serial) => serial.startsWith('N-'));
  };
  await clues(clue('N-1', '核查中'), clue('N-2', '核查中', ['H1', 'H1']));
  expect([await seen(people.first!), await seen(people.second!)]).toEqual(
    [['N-1', 'N-2'], ['N-1']].map((list) => expect.arrayContaining(list)),
  );
  expect(await seen(people.second!)).toEqual(['N-1']);
  // Reported, and a sibling reported: both are off the list with the row that says so.
  await city.handIn(
    '被反映人.xlsx',
    [
      ['线索编号', '序号', '干警编号'],
      ['N-1', 1, 'H1'],
    ],
    'all',
    manager,
  );
  expect([await seen(people.first!), await seen(people.second!)]).toEqual([['N-2'], []]);
  // Whoever gets an account later finds the work that is his or hers.
  const late = await person('丁', 'CASE_HANDLER', 'H3');
  await clues(clue('N-3', '核查中', ['H3', 'H2']));
  const second = await account('丁', 'CASE_HANDLER', late.officer!);
  expect([await seen(late), await seen(second)]).toEqual([['N-3'], ['N-3']]);
});

test('whoever proposed it before the clue came here is no approver of it: without another it stands among the gaps', async () => {
  await clues(clue('U-1', '已提出处置意见'));
  await handIn(usual('U-1').slice(0, 5));
  const gap = async () =>
    (await gapsOf(desk, manager, [clueMatter])).gaps
      .find(({ title }) => title === 'U-1')
      ?.grounds.map(({ code }) => code);
  const proposer = await account('乙', 'APPROVER', people.first!.officer!);
  const { rowCount: named } = await pools.owner.query(
    `select from access.named where record = $1 and account = $2 and ended_at is null`,
    [await recordOf('U-1'), proposer.account],
  );
  expect(named).toBe(1);
  expect(await gap()).toEqual(['STUCK']);
  await person('壬', 'APPROVER', 'A9');
  expect(await gap()).toBeUndefined();
});

test('approvers are named for what a workbook brings in after its proposal, and no others; nobody who must stand back is', async () => {
  const before = await person('戊', 'APPROVER', 'A1');
  const barred = await person('己', 'APPROVER', 'A2');
  const sibling = await person('庚', 'CASE_HANDLER', 'A3', 'C01');
  const kin = { officer: barred.officer!, relative: sibling.officer!, kind: 'SIBLING', declaredOn: '2021-03-01' };
  await city.add('clues.relations', kin);
  await clues(
    clue('P-1', '已受理'),
    clue('P-2', '已提出处置意见'),
    clue('P-3', '已审核'),
    clue('P-4', '已审核'),
    clue('P-5', '已办结'),
  );
  const reported = [
    ['线索编号', '序号', '干警编号'],
    ['P-4', 1, 'A3'],
  ];
  await city.handIn('被反映人.xlsx', reported, 'all', manager);
  const after = await person('辛', 'APPROVER', 'A4');
  const named = async ({ account }: Session): Promise<string[]> => {
    const { rows } = await pools.owner.query<{ serial_no: string }>(
      `select c.serial_no from access.named n join clues.clues c on c.record = n.record and c.retired_at is null
       where n.account = $1 and n.ended_at is null and c.serial_no like 'P-%' order by 1`,
      [account],
    );
    return rows.map((row) => row.serial_no);
  };
  expect([await named(before), await named(barred), await named(after), await named(sibling)]).toEqual([
    ['P-2', 'P-3', 'P-4'],
    ['P-2', 'P-3'],
    ['P-2', 'P-3', 'P-4'],
    [],
  ]);
});

test('a clue whose past came by workbook is a gap where a handler has left or has no account, until a successor has it', async () => {
  const leaver = await person('戊', 'CASE_HANDLER', 'H4');
  const successor = await person('己', 'CASE_HANDLER', 'H5');
  const other = await person('辛', 'CASE_HANDLER', 'H7');
  const absent = (await person('庚', 'CASE_HANDLER', 'H6')).officer!;
  await pools.owner.query('update identity.accounts set active = false where officer = $1', [absent]);
  await clues(
    clue('G-1', '核查中', ['H4', 'H1']),
    clue('G-2', '核查中', ['H1', 'H6']),
    clue('G-3', '核查中', ['H4', 'H6']),
  );
  const by = (serial: string, handler: string) =>
    usual(serial).map((row) => row.map((cell) => (cell === 'H1' ? handler : cell)));
  await handIn([...by('G-1', 'H4'), ...by('G-2', 'H1')]);
  await changeRecord(city.records, systemSession, registers.get('organisation.officers'), leaver.officer!, {
    version: 1,
    values: { status: 'LEFT', leftOn: '2021-04-30', leftReason: '调离' },
    reason: '调离',
  });
  const gaps = async () =>
    (await gapsOf(desk, manager, [clueMatter])).gaps
      .filter(({ title }) => title.startsWith('G-'))
      .map(({ title, officer, grounds }) => [title, officer, grounds.map(({ code }) => code)]);
  // G-3 came with the register alone: nobody is known to have taken it in hand.
  expect((await gaps()).toSorted()).toEqual([
    ['G-1', leaver.officer, ['LEFT']],
    ['G-2', absent, ['NO_ACCOUNT']],
  ]);
  for (const [from, to] of [
    [leaver.officer!, successor.officer!],
    [absent, other.officer!],
  ] as const)
    await handOver(desk, manager, [clueMatter], { from, to, reason: '离任移交' });
  expect(await gaps()).toEqual([]);
});

test('nobody but the clue desk brings in histories', async () => {
  await expect(city.handIn('冒充.xlsx', [heading, ...usual('L-3')], 'all', people.first!)).rejects.toMatchObject({
    code: 'access.denied',
  });
  expect(systemSession.roles).toContain('SYSTEM');
});

test('what a workbook brought did not change in a day; a step on it did', async () => {
  const changed = async () => (await deskOf(desk, manager, [clueMatter])).matters[0]!.changed;
  const before = await changed();
  await clues(clue('N-1', 'RECEIVED'));
  expect(await changed()).toBe(before);
  await advance(desk, manager, clueMatter, { record: await recordOf('N-1'), action: 'REGISTER', input: {} });
  expect(await changed()).toBe(before + 1);
});
