import { createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '../../../modules/index.ts';
import { systemSession } from '../../database/session.ts';
import { testDatabase } from '../../database/testing/database.ts';
import { transact } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import { openSheets } from '../../sheets/open.ts';
import { listRecords } from '../list.ts';
import { changeRecord, voidRecord } from '../records/change.ts';
import { testCity } from '../testing/city.ts';
import { importDifferences } from './differences.ts';
import { correctPlan } from './plan.ts';
import { fingerprint, processImport, receiveFile } from './service.ts';
import type { ImportRow } from './store.ts';
import { takeBackImport } from './take-back.ts';
import { listFaults, listImports, markedWorkbook, viewImport } from './view.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const activities = registers.get('education.activities');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-after-'));
});
afterAll(() => rm(folder, { recursive: true }));

const heading = ['活动编号', '活动类型', '活动名称', '日期', '牵头单位'];
const row = (number: string, title: string, unit = 'C01') => [
  number,
  '警示教育片',
  `${title}（${number}）`,
  '2021-05-01',
  unit,
];
const reader = {
  language: 'zh' as const,
  nameOf: async (ids: readonly string[]) => new Map(ids.map((id) => [id, '某人'])),
};

async function titles(prefix: string): Promise<Record<string, unknown>> {
  const found = await transact(pools, systemSession, 'read', (tx) =>
    listRecords(tx, city.records.registry, systemSession, activities, {
      limit: 200,
      where: { number: { contains: prefix } },
    }),
  );
  return Object.fromEntries(
    found.rows.map(({ values, version }) => [values.number, `${String(values.title).replace(/（.*/, '')} v${version}`]),
  );
}

const recordOf = async (number: string): Promise<string> =>
  (await pools.owner.query('select record from education.activities where number = $1', [number])).rows[0].record;

test('an import is taken back whole: what it added is voided, what it changed is as before', async () => {
  const first = await city.handIn('一.xlsx', [heading, row('A-1', '甲'), row('A-2', '乙')]);
  const second = await city.handIn('二.xlsx', [heading, row('A-1', '甲改'), row('A-2', '乙'), row('A-3', '丙')]);
  expect(second.counts).toMatchObject({ added: 1, superseded: 1, unchanged: 1 });
  const back = await takeBackImport(city.imports, systemSession, second.id, '交错了文件');
  expect(back.state).toBe('takenBack');
  expect(await titles('A-')).toEqual({ 'A-1': '甲 v3', 'A-2': '乙 v1' });
  const acts = await pools.owner.query(
    `select subject, entry::jsonb -> 'detail' as detail from ledger.acts where act = 'imports.take-back'`,
  );
  expect(acts.rows).toEqual([{ subject: second.id, detail: { restored: 1, voided: 1 } }]);
  await expect(takeBackImport(city.imports, systemSession, second.id, '再来')).rejects.toMatchObject({
    code: 'import.state',
  });
  // The very same bytes may come again, and the first import can still be taken back.
  const again = await city.handIn('二.xlsx', [heading, row('A-1', '甲改'), row('A-2', '乙'), row('A-3', '丙')]);
  expect(again.state).toBe('registered');
  await takeBackImport(city.imports, systemSession, again.id, '还是错');
  await takeBackImport(city.imports, systemSession, first.id, '全部重来');
  expect(await titles('A-')).toEqual({});
});

test('an import with rows that somebody changed since is not taken back, and they are named', async () => {
  const handed = await city.handIn('三.xlsx', [heading, row('B-1', '甲'), row('B-2', '乙')]);
  const change = { version: 1, values: { title: '乙改' }, reason: '更正' };
  await changeRecord(city.records, systemSession, activities, await recordOf('B-2'), change);
  const refused: AppError = await takeBackImport(city.imports, systemSession, handed.id, '交错了').catch(
    (error) => error,
  );
  expect(refused).toMatchObject({ code: 'import.changedSince', params: { count: 1, rows: 'Sheet1!3' } });
  expect(await titles('B-')).toEqual({ 'B-1': '甲 v1', 'B-2': '乙改 v2' });
  expect((await viewImport(city.imports, systemSession, handed.id, reader)).state).toBe('registered');
});

test('an import is not taken back while records from elsewhere refer to what it added; its own rows go with it', async () => {
  const added = await city.handIn('被引用.xlsx', [heading, row('W-1', '甲'), row('W-2', '乙')]);
  const officer = await city.add('organisation.officers', {
    officerNo: 'W-P1',
    name: '甲一',
    gender: 'MALE',
    unit: city.units.C01,
    staffKind: 'CIVIL_SERVANT',
    isPartyMember: true,
    isTeamMember: false,
    isPrincipalLeader: false,
    status: 'IN_POST',
  });
  const attendance = { activity: await recordOf('W-1'), officer, unit: city.units.C01, attendedOn: '2021-05-01' };
  const record = await city.add('education.attendance', attendance);
  const refused: AppError = await takeBackImport(city.imports, systemSession, added.id, '报错了').catch((e) => e);
  expect(refused.code).toBe('import.referred');
  expect(refused.in('en')).toContain('(Attendance 1)');
  expect(await titles('W-')).toEqual({ 'W-1': '甲 v1', 'W-2': '乙 v1' });
  await voidRecord(city.records, systemSession, registers.get('education.attendance'), record, {
    version: 1,
    reason: '随活动撤回',
  });
  expect(await takeBackImport(city.imports, systemSession, added.id, '报错了')).toMatchObject({ state: 'takenBack' });
});

test('a corrected file shows what it changed, page by page', async () => {
  await city.handIn('四.xlsx', [heading, row('C-1', '甲'), row('C-2', '乙'), row('C-3', '丙')]);
  const corrected = await city.handIn('五.xlsx', [
    heading,
    row('C-1', '甲二'),
    row('C-2', '乙', 'C02'),
    row('C-3', '丙'),
  ]);
  const seen = [];
  for (let cursor: string | undefined; ; ) {
    const page = await importDifferences(city.imports, systemSession, corrected.id, {
      limit: 1,
      language: 'zh',
      cursor,
    });
    seen.push(...page.differences.map(({ title, row: at, changes }) => [title, at, changes]));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(seen.sort()).toEqual([
    ['C-1', 2, [{ column: 'title', before: '甲（C-1）', after: '甲二（C-1）' }]],
    ['C-2', 3, [{ column: 'leadUnit', before: '明湖市公安局', after: '明湖市司法局' }]],
  ]);
});

test('faults are worded for the reader and marked in the workbook', async () => {
  const bad = await city.handIn('六.xlsx', [heading, row('D-1', '好'), ['D-2', '茶话会', '', '2021-02-30', 'C01']]);
  expect(bad.state).toBe('checked');
  const said = async (language: 'zh' | 'en') =>
    (await listFaults(city.imports, systemSession, bad.id, { limit: 50, language })).faults.map(
      ({ column, row: at, message }) => `${column}${at} ${message}`,
    );
  expect((await said('zh'))[0]).toMatch(/^B3 “茶话会”不在可选项中/);
  expect((await said('en'))[0]).toMatch(/^B3 "茶话会" is not one of/);
  expect(await said('zh')).toHaveLength(3);
  const first = await listFaults(city.imports, systemSession, bad.id, { limit: 2, language: 'zh' });
  const rest = await listFaults(city.imports, systemSession, bad.id, { limit: 2, language: 'zh', cursor: first.next! });
  expect([first.faults.length, rest.faults.length, rest.next]).toEqual([2, 1, null]);
  const marked = await markedWorkbook(city.imports, systemSession, bad.id, 'zh');
  expect(marked.name).toBe('六（标注）.xlsx');
  const path = join(folder, 'marked.xlsx');
  await pipeline(marked.body, createWriteStream(path));
  await using sheets = await openSheets(path);
  const names = [];
  for await (const sheet of sheets.sheets()) names.push(sheet.name);
  expect(names).toEqual(['Sheet1', '问题清单']);
});

test('a person corrects what was not recognised, and the unit is understood the next time', async () => {
  const strange = ['编号甲', '活动类型', '叫什么', '哪天', '牵头单位'];
  const staff = city.as('UNIT_STAFF', 'C01');
  const rows = (number: string) => [strange, row(number, '自定表头')];
  const { id } = await city.receive('七.xlsx', rows('E-1'), staff);
  const checked = await processImport(city.imports, staff, id, 'check');
  expect(checked.plan[0]!.register).not.toBe('education.activities');
  const sheet = { sheet: 'Sheet1', register: 'education.activities' };
  const wrong = correctPlan(city.imports, staff, id, [{ ...sheet, columns: { A: 'nonsense' } }]);
  await expect(wrong).rejects.toMatchObject({ code: 'request.invalid' });
  const columns = { A: 'number', B: 'kind', C: 'title', D: 'heldOn', E: 'leadUnit' };
  const planned = await correctPlan(city.imports, staff, id, [{ ...sheet, columns }]);
  expect(planned).toMatchObject({ state: 'waiting' });
  expect(planned.plan[0]!.missing).toEqual([]);
  expect(await processImport(city.imports, staff, id, 'all')).toMatchObject({
    state: 'registered',
    counts: { added: 1 },
  });
  expect(await city.handIn('八.xlsx', rows('E-2'), 'all', staff)).toMatchObject({ state: 'registered' });
});

test('a text without any table that is called a workbook is told to be a text', async () => {
  const path = join(folder, 'text');
  await writeFile(path, '关于报送学习教育台账的说明\n请各单位于月底前报送。\n');
  const file = { name: '台账.xlsx', ...(await fingerprint(path)) };
  await rename(path, city.imports.pathOf(file.sha256));
  const { id } = await receiveFile(city.imports, systemSession, file);
  await processImport(city.imports, systemSession, id, 'check');
  const { faults } = await listFaults(city.imports, systemSession, id, { limit: 10, language: 'zh' });
  expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining('以 .xlsx 结尾，内容却是纯文本')]);
});

test('a unit sees its own imports in the list, the office all of them', async () => {
  const staff = city.as('UNIT_STAFF', 'C01');
  const own = await listImports(city.imports, staff, { limit: 1 }, reader);
  expect(own.imports[0]).toMatchObject({ file: '八.xlsx', by: '某人', state: 'registered', progress: 1 });
  const next = await listImports(city.imports, staff, { limit: 10, cursor: own.next! }, reader);
  expect(next.imports.map(({ file }) => file)).toEqual(['七.xlsx']);
  const all = await listImports(city.imports, city.as('OFFICE_STAFF'), { limit: 50 }, reader);
  expect(all.imports.length).toBeGreaterThan(8);
  await expect(
    viewImport(
      city.imports,
      city.as('UNIT_STAFF', 'C02', '01900000-0000-7000-8000-000000000008'),
      own.imports[0]!.id,
      reader,
    ),
  ).rejects.toMatchObject({ code: 'record.missing' });
});

test('an import that is cancelled in its last moment leaves nothing, and one that is stopped can be taken up again', async () => {
  const { id } = await city.receive('九.xlsx', [heading, row('F-1', '甲')]);
  const cancelled = await processImport(city.imports, systemSession, id, 'all', {
    onProgress: () => undefined,
    signal: AbortSignal.abort(new AppError('import.cancelled')),
  });
  expect(cancelled.state).toBe('cancelled');
  const other: ImportRow = await city.receive('十.xlsx', [heading, row('F-2', '乙')]);
  const stopped = processImport(city.imports, systemSession, other.id, 'all', {
    signal: AbortSignal.abort(new Error('stopping')),
  });
  await expect(stopped).rejects.toThrow('stopping');
  expect((await viewImport(city.imports, systemSession, other.id, reader)).state).toBe('waiting');
  expect(await processImport(city.imports, systemSession, other.id, 'all')).toMatchObject({ state: 'registered' });
  expect(await titles('F-')).toEqual({ 'F-2': '乙 v1' });
});

test("a workbook of a register that is not the unit's to write is refused in words, and so are bytes that are registered", async () => {
  const staff = city.as('UNIT_STAFF', 'C01');
  const clues = [
    ['线索编号', '线索来源', '收到日期', '举报方式', '内容摘要', '办理状态'],
    ['X-1', '信访', '2021-03-02', '匿名', '反映态度生硬', '已办结'],
  ];
  const { id } = await city.receive('线索.xlsx', clues, staff);
  await expect(processImport(city.imports, staff, id, 'check')).rejects.toMatchObject({ code: 'access.denied' });
  const view = await viewImport(city.imports, staff, id, { ...reader, language: 'en' });
  expect(view).toMatchObject({ state: 'refused', refusal: 'You do not hold the permission "Clues".' });
  const rows = [heading, row('G-1', '甲')];
  await city.handIn('十一.xlsx', rows);
  const twice = await city.receive('十二.xlsx', rows);
  await expect(processImport(city.imports, systemSession, twice.id, 'all')).rejects.toMatchObject({
    code: 'import.sameFile',
  });
  expect((await viewImport(city.imports, systemSession, twice.id, reader)).refusal).toContain('十一.xlsx');
});
