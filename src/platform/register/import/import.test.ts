import { randomBytes } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { educationModule } from '../../../modules/education/index.ts';
import { organisationModule } from '../../../modules/organisation/index.ts';
import { loadReach } from '../../access/sync.ts';
import { type Session, systemSession } from '../../database/session.ts';
import { testDatabase } from '../../database/testing/database.ts';
import { transact } from '../../database/transact.ts';
import { citizenIdCheck } from '../../identifiers/citizen-id.ts';
import { vault } from '../../sealing/vault.ts';
import type { Cell } from '../../sheets/cells.ts';
import { writeXlsx } from '../../sheets/xlsx/write.ts';
import { catalogue } from '../catalogue.ts';
import { listRecords } from '../list.ts';
import { fingerprint, type ImportDesk, type Mode, processImport, receiveFile } from './service.ts';
import type { ImportRow } from './store.ts';
import { readFindings } from './store.ts';

const pools = testDatabase();
const registry = {
  catalogue: catalogue([...organisationModule.registers, ...educationModule.registers]),
  vault: vault(randomBytes(32)),
};
let folder = '';
const desk: ImportDesk = { pools, registry, pathOf: (sha256) => join(folder, sha256) };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-import-'));
  await loadReach(pools.owner, registry.catalogue.registers);
  await handIn('单位.xlsx', '单位', [
    ['单位编码', '单位名称', '单位简称', '系统', '层级', '行政区划代码', '上级单位', '是否参加教育整顿'],
    // The child stands above its parent: references to the own register wait.
    ['D01', '东湖区公安局', '东湖公安', '公安', '区（市）级', '990101', '明湖市公安局', '是'],
    ['C01', '明湖市公安局', '市公安局', '公安', '市级', '990100', null, '是'],
    ['C02', '明湖市司法局', '市司法局', '司法行政', '市级', '990100', null, '是'],
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

async function handIn(
  name: string,
  sheet: string,
  rows: readonly (readonly Cell[])[],
  mode: Mode = 'all',
  session: Session = systemSession,
): Promise<ImportRow> {
  const path = join(folder, 'incoming');
  await writeXlsx(path, [{ name: sheet, rows: [rows] }]);
  const file = { name, ...(await fingerprint(path)) };
  await rename(path, desk.pathOf(file.sha256));
  const { id } = await receiveFile(desk, session, file);
  return processImport(desk, session, id, mode);
}

const faultsOf = (row: ImportRow): Promise<string[]> =>
  transact(pools, systemSession, 'read', async (tx) =>
    (await readFindings(tx, row, -1, 100)).map((one) => `${one.severity} ${one.letter ?? ''}${one.row} ${one.code}`),
  );

const listed = (register: Parameters<typeof listRecords>[3], session: Session = systemSession) =>
  transact(pools, session, 'read', (tx) => listRecords(tx, registry, session, register, { limit: 50 }));

const title = ['明湖市公安局学习教育活动台账'];
const heading = ['活动编号', '活动类型', '活动名称', '日期', '地点', '牵头单位', '人数'];

test('units come in with a child before its parent', async () => {
  const { rows, total } = await listed(registry.catalogue.get('organisation.units'));
  expect(total).toEqual({ number: 3, exact: true });
  const child = rows.find(({ values }) => values.code === 'D01')!;
  expect(child.titles.parent).toBe('明湖市公安局');
});

test('a sheet with a title, Chinese dates, a total line and notes is registered, and every other row is named', async () => {
  const row = await handIn('活动.xlsx', 'Sheet1', [
    title,
    ['填报单位：明湖市公安局', null, null, '填报日期：2021年5月1日'],
    heading,
    ['A-1', '专题党课', '廉洁从警第一课', '2021年3月1日', '一号礼堂', '市公安局', null],
    ['A-2', '警示教育片', '警钟', '2021.3.5', '一号礼堂', 'C01', null],
    heading,
    ['合计', null, null, null, null, null, 2],
    ['备注：含下属单位'],
  ]);
  expect(row).toMatchObject({ state: 'registered', counts: { rows: 2, added: 2, faulty: 0 } });
  expect(await faultsOf(row)).toEqual(['note 6 row.headerRepeated', 'note 7 row.footer', 'note 8 row.footer']);
  const { rows } = await listed(registry.catalogue.get('education.activities'));
  expect(rows.map(({ values }) => values.heldOn)).toEqual(['2021-03-05', '2021-03-01']);
});

test('the same bytes are refused, the same rows add nothing, a corrected row supersedes', async () => {
  const again = [
    title,
    ['填报单位：明湖市公安局', null, null, '填报日期：2021年5月1日'],
    heading,
    ['A-9', '专题党课', '新党课', '2021-04-01', '礼堂', 'C01', null],
  ];
  await handIn('甲.xlsx', 'Sheet1', again);
  await expect(handIn('乙.xlsx', 'Sheet1', again)).rejects.toMatchObject({ code: 'import.sameFile' });
  const changed = await handIn('丙.xlsx', 'Sheet1', [
    ...again.slice(0, 3),
    ['A-9', '专题党课', '新党课', '2021-04-02', '礼堂', 'C01', null],
    ['A-1', '专题党课', '廉洁从警第一课', '2021-03-01', '一号礼堂', 'C01', null],
  ]);
  expect(changed.counts).toEqual({ rows: 2, added: 0, superseded: 1, unchanged: 1, faulty: 0 });
});

test('every fault is named at its cell; all-or-nothing registers nothing, good rows only registers the rest', async () => {
  const rows = [
    heading,
    ['B-1', '专题党课', '好的一行', '2021-05-01', '礼堂', 'C01', null],
    ['B-2', '茶话会', '类型不对', '2021-05-01', '礼堂', 'C01', null],
    ['B-3', '专题党课', '日期不存在', '2021-02-30', '礼堂', 'C01', null],
    ['B-4', '专题党课', '单位不存在', '2021-05-01', '礼堂', '不存在的单位', '多'],
    ['B-1', '专题党课', '编号重复', '2021-05-02', '礼堂', 'C01', null],
    [null, '专题党课', '没有编号', '2021-05-02', '礼堂', 'C01', null],
  ];
  const expected = [
    'fault B3 choice.unknown',
    'fault D4 cell.value',
    'fault G5 cell.value',
    'fault A7 cell.required',
    'fault A6 row.duplicate',
  ];
  const nothing = await handIn('坏.xlsx', 'Sheet1', rows);
  expect(nothing).toMatchObject({ state: 'checked', faults: 5, counts: { rows: 6, faulty: 5, added: 1 } });
  expect((await faultsOf(nothing)).sort()).toEqual([...expected].sort());
  const before = (await listed(registry.catalogue.get('education.activities'))).total.number;
  const some = await processImport(desk, systemSession, nothing.id, 'good');
  expect(some.state).toBe('registered');
  expect((await listed(registry.catalogue.get('education.activities'))).total.number).toBe(before + 1);
});

test('a unit hands in its own rows only, and sees no other unit', async () => {
  const units = await listed(registry.catalogue.get('organisation.units'));
  const of = (code: string): string => units.rows.find(({ values }) => values.code === code)!.record;
  const staff: Session = {
    account: '01900000-0000-7000-8000-000000000007',
    roles: ['UNIT_STAFF'],
    unit: of('C01'),
    officer: null,
  };
  const row = await handIn(
    '越权.xlsx',
    'Sheet1',
    [
      heading,
      ['C-1', '专题党课', '下级的', '2021-05-01', '礼堂', 'D01', null],
      ['C-2', '专题党课', '别人的', '2021-05-01', '礼堂', 'C02', null],
    ],
    'good',
    staff,
  );
  expect(await faultsOf(row)).toEqual(['fault F3 row.notYourUnit']);
  const other: Session = { ...staff, unit: of('C02') };
  expect((await listed(registry.catalogue.get('education.activities'), other)).total.number).toBe(0);
  expect((await listed(registry.catalogue.get('education.activities'), staff)).total.number).toBeGreaterThan(3);
});

test('one person in two places, a session counted twice and more people than the roster holds are named', async () => {
  const idNo = (serial: number): string => {
    const first = `99010119000101${String(serial).padStart(3, '0')}`;
    return first + citizenIdCheck(first);
  };
  const officers = await handIn('花名册.xlsx', '花名册', [
    [
      '干警编号',
      '姓名',
      '性别',
      '身份证号码',
      '单位',
      '政治面貌',
      '人员状态',
      '是否党员',
      '是否班子成员',
      '是否主要负责同志',
      '人员类别',
      '是否重点岗位',
    ],
    ['P1', '甲一', '男', idNo(1), 'C01', null, '在职', '是', '否', '否', '公务员', '否'],
    ['P2', '乙二', '女', idNo(2), 'C01', null, '在职', '是', '否', '否', '公务员', '否'],
  ]);
  expect(await faultsOf(officers)).toEqual([]);
  expect(officers.state).toBe('registered');
  const twice = await handIn(
    '两处.xlsx',
    'Sheet1',
    [
      heading,
      ['E-1', '警示教育片', '同一场', '2021-06-01', '大礼堂', 'C01', null],
      ['E-2', '警示教育片', '同一场', '2021-06-01', '大礼堂', 'C02', null],
      ['E-3', '警示教育片', '人太多', '2021-06-02', '小礼堂', 'C01', 99],
    ],
    'good',
  );
  expect((await faultsOf(twice)).sort()).toEqual(['fault B3 set.onlyOnce', 'fault G4 set.atMost']);
  expect(twice.counts).toMatchObject({ added: 1, faulty: 2 });
});
