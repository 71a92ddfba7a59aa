import { expect, test } from 'vitest';
import { registers } from '../../../modules/index.ts';
import { type Session, systemSession } from '../../database/session.ts';
import { testDatabase } from '../../database/testing/database.ts';
import { testCity } from '../testing/city.ts';
import { opensContent } from './content.ts';
import { importDifferences } from './differences.ts';
import { correctPlan } from './plan.ts';
import { mustBeChecked } from './service.ts';
import { takeBackImport } from './take-back.ts';
import { listFaults, markedWorkbook, viewImport } from './view.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const account = (digit: number): string => `01900000-0000-7000-8000-00000000000${digit}`;
const reader = { language: 'zh' as const, nameOf: async () => new Map<string, string>() };
const page = { limit: 50, language: 'zh' as const };

const heading = ['线索编号', '线索来源', '收到日期', '举报方式', '线索摘要', '状态'];
const clue = (number: string, state = '已登记') => [number, '信访', '2021-03-02', '匿名', '反映某所长收受财物', state];

/** Every way to look into a workbook, by its name. */
const looks: Record<string, (session: Session, id: string) => Promise<unknown>> = {
  faults: (session, id) => listFaults(city.imports, session, id, page),
  marked: async (session, id) => (await markedWorkbook(city.imports, session, id, 'zh')).body.resume(),
  differences: (session, id) => importDifferences(city.imports, session, id, page),
  'say what it is for': (session, id) => correctPlan(city.imports, session, id, []),
  register: (session, id) => mustBeChecked(city.imports, session, id),
};

async function seen(session: Session, id: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, look] of Object.entries(looks))
    found[name] = await look(session, id).then(
      () => 'open',
      (error: { code?: string }) => String(error.code),
    );
  return found;
}

const everywhere = (answer: string) => Object.fromEntries(Object.keys(looks).map((name) => [name, answer]));

async function actsOn(id: string): Promise<string[]> {
  const { rows } = await pools.owner.query<{ act: string }>(
    'select act from ledger.acts where subject = $1 order by at, id',
    [id],
  );
  return rows.map(({ act }) => act);
}

test('those who oversee imports do not look into a workbook of clues that somebody else handed in', async () => {
  const manager = city.as('CLUE_MANAGER', undefined, account(1));
  const { id } = await city.handIn('线索.xlsx', [heading, clue('X-1'), clue('X-2', '不存在的状态')], 'check', manager);
  for (const role of ['OFFICE_STAFF', 'OFFICE_DIRECTOR', 'AUDITOR']) {
    const overseer = city.as(role, undefined, account(2));
    expect((await viewImport(city.imports, overseer, id, reader)).opens, role).toBe(false);
    expect(await seen(overseer, id), role).toEqual(everywhere('import.closed'));
  }
  expect((await viewImport(city.imports, manager, id, reader)).opens).toBe(true);
  expect(await seen(manager, id)).toEqual(everywhere('open'));
});

test('nor into one that the operator brought, unless all of it opens to their office', async () => {
  const reports = await city.handIn(
    '自查.xlsx',
    [
      ['报告编号', '报告人', '所在单位', '提交时间', '接收人', '无问题报告', '状态'],
      ['ZC-1', '无此人', 'C01', '2021-05-01 09:00', '某人', '否', '已提交'],
    ],
    'check',
  );
  expect(reports.plan.map(({ register }) => register)).toEqual(['conduct.selfReports']);
  const [staff, auditor] = [city.as('OFFICE_STAFF'), city.as('AUDITOR')];
  await expect(listFaults(city.imports, staff, reports.id, page)).rejects.toMatchObject({ code: 'import.closed' });
  // The auditor reads every self-report; each look into them is an act.
  const before = await actsOn(reports.id);
  expect((await listFaults(city.imports, auditor, reports.id, page)).faults.length).toBeGreaterThan(0);
  (await markedWorkbook(city.imports, auditor, reports.id, 'zh')).body.resume();
  expect((await actsOn(reports.id)).slice(before.length)).toEqual(['records.read', 'records.export']);

  // Clues name whom they report, whatever office that officer holds.
  const clues = await city.handIn('来源.xlsx', [heading, clue('X-3')], 'check');
  const desk = city.as('DISCIPLINE_LIAISON');
  expect(await seen(desk, clues.id)).toEqual(everywhere('record.missing'));
});

test('a workbook of which nothing was recognised is open to whoever handed it in only', async () => {
  const manager = city.as('CLUE_MANAGER', undefined, account(1));
  const { id } = await city.handIn('便笺.xlsx', [['甲'], ['反映某所长收受财物']], 'check', manager);
  expect(await seen(city.as('OFFICE_STAFF', undefined, account(2)), id)).toEqual(everywhere('import.closed'));
});

test('nor a workbook of what hangs on a protected store, whatever offices one holds together', async () => {
  const both = { ...city.as('AUDITOR', undefined, account(2)), roles: ['AUDITOR', 'CLUE_MANAGER'] };
  for (const register of ['clues.subjects', 'clues.clueHistory']) {
    const plan = [{ sheet: 'Sheet1', register, headerRow: 1, columns: [], missing: [] }];
    expect(opensContent(registers, both, { account: account(1), plan }), register).toBe(false);
    expect(opensContent(registers, both, { account: account(2), plan }), register).toBe(true);
  }
});

test('nor does one sheet that opens open a workbook with another that was not recognised', async () => {
  const staff = city.as('UNIT_STAFF', 'C01', account(3));
  const rows = [
    ['活动编号', '活动类型', '活动名称', '日期', '牵头单位'],
    ['HD-9', '警示教育片', '观看警示教育片', '2021-05-01', 'C01'],
  ];
  const { plan } = await city.handIn('两张表.xlsx', rows, 'check', staff);
  expect(plan.map(({ register }) => register)).toEqual(['education.activities']);
  const overseer = city.as('OFFICE_STAFF', undefined, account(2));
  const opens = (session: Session, ...others: string[]): boolean => {
    const more = others.map((sheet) => ({ sheet, register: null, headerRow: null, columns: [], missing: [] }));
    return opensContent(registers, session, { account: staff.account, plan: [...plan, ...more] });
  };
  expect(opens(overseer)).toBe(true);
  expect(opens(overseer, '线索')).toBe(false);
  expect(opens(staff, '线索')).toBe(true);
});

test('what is for open registers stays open to those who oversee, and leaves no act', async () => {
  const staff = city.as('UNIT_STAFF', 'C01', account(3));
  const rows = [
    ['活动编号', '活动类型', '活动名称', '日期', '牵头单位'],
    ['HD-1', '警示教育片', '观看警示教育片', '2021-05-01', 'C02'],
  ];
  const { id } = await city.handIn('活动.xlsx', rows, 'check', staff);
  const before = await actsOn(id);
  const { faults } = await listFaults(city.imports, city.as('OFFICE_STAFF', undefined, account(2)), id, page);
  expect(faults).toHaveLength(1);
  expect(await actsOn(id)).toEqual(before);
});

test('whoever hands in no workbook of a register takes none back, and is not offered to', async () => {
  const { id } = await city.handIn('登记.xlsx', [heading, clue('X-9')]);
  const director = city.as('OFFICE_DIRECTOR');
  await expect(takeBackImport(city.imports, director, id, '误登')).rejects.toMatchObject({ code: 'access.denied' });
  const reader = { language: 'zh', nameOf: async () => new Map<string, string>() } as const;
  const offered = async (session: Session) => (await viewImport(city.imports, session, id, reader)).takesBack;
  expect(await offered(director)).toBe(false);
  expect(await offered(systemSession)).toBe(true);
});
