import { createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '../../../modules/index.ts';
import { type Session, systemSession } from '../../database/session.ts';
import { testDatabase } from '../../database/testing/database.ts';
import { partOf } from '../../sheets/fixtures.ts';
import { openSheets } from '../../sheets/open.ts';
import { fingerprint, processImport, receiveFile } from '../import/service.ts';
import { takeBackImport } from '../import/take-back.ts';
import { testCity } from '../testing/city.ts';
import { textOf } from '../values.ts';
import { type Exported, exportRecords, type Format } from './export.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const activities = registers.get('education.activities');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-export-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function saved(
  register: string,
  format: Format,
  language: 'zh' | 'en',
  asked: Exported = {},
  session: Session = systemSession,
) {
  const path = join(folder, `${register}-${language}.${format}`);
  await pipeline(
    await exportRecords(city.records, session, registers.get(register), asked, { format, language }),
    createWriteStream(path),
  );
  return path;
}

async function rowsOf(path: string): Promise<string[][]> {
  await using sheets = await openSheets(path, { name: path });
  const rows: string[][] = [];
  for await (const sheet of sheets.sheets()) {
    for await (const batch of sheet.rows()) rows.push(...batch.map(({ cells }) => cells.map(textOf)));
  }
  return rows;
}

test('what is exported comes back through an import as exactly the same records, in either form and language', async () => {
  const heading = ['活动编号', '活动类型', '活动名称', '日期', '牵头单位', '开始时间', '学习资料'];
  const rows = Array.from({ length: 1_203 }, (_, at) => [
    `00${at}`,
    '专题党课',
    at % 2 ? `=1+${at}` : `第${at}课，"引号"`,
    `2021-03-${String(1 + (at % 28)).padStart(2, '0')}`,
    at % 2 ? 'D01' : '市公安局',
    `2021-03-01 ${String(at % 24).padStart(2, '0')}:30`,
    at % 3 ? '第一段\n第二段' : null,
  ]);
  const first = await city.handIn('活动.xlsx', [heading, ...rows]);
  expect(first.counts).toMatchObject({ added: 1_203, faulty: 0 });
  for (const format of ['xlsx', 'csv'] as const) {
    for (const language of ['zh', 'en'] as const) {
      const path = await saved(activities.name, format, language);
      const file = { name: `导出.${format}`, ...(await fingerprint(path)) };
      await rename(path, city.imports.pathOf(file.sha256));
      const { id } = await receiveFile(city.imports, systemSession, file);
      const row = await processImport(city.imports, systemSession, id, 'all');
      expect(row.counts, `${format} ${language}`).toMatchObject({ rows: 1_203, unchanged: 1_203, faulty: 0 });
      await takeBackImport(city.imports, systemSession, id, '只是试一试');
    }
  }
});

test('an export holds what the list shows: same filter, same scope, labels in the language', async () => {
  const asked = { where: { number: '001' } };
  const [header, row, ...rest] = await rowsOf(await saved(activities.name, 'csv', 'en', asked));
  expect(rest).toEqual([]);
  expect(header!.slice(0, 3)).toEqual(['Activity no.', 'Kind', 'Title']);
  expect(row!.slice(0, 4)).toEqual(['001', 'Party lecture', '=1+1', '2021-03-02']);
  const other = city.as('UNIT_STAFF', 'C02');
  expect(await rowsOf(await saved(activities.name, 'xlsx', 'zh', {}, other))).toHaveLength(1);
  await expect(saved(activities.name, 'csv', 'zh', { where: { nonsense: 1 } })).rejects.toMatchObject({
    code: 'request.invalid',
  });
  await expect(saved(activities.name, 'csv', 'zh', {}, city.as('CITIZEN'))).rejects.toMatchObject({
    code: 'record.missing',
  });
});

test('an export of a confidential register is an act that says nothing of its content', async () => {
  await saved('clues.clues', 'csv', 'zh', { where: { summary: { contains: '张三' } } }, city.as('CLUE_MANAGER'));
  await saved(activities.name, 'csv', 'zh');
  const { rows } = await pools.owner.query(`select subject, entry from ledger.acts where act = 'records.export'`);
  expect(rows.map(({ subject }) => subject)).toEqual(['clues.clues']);
  expect(rows[0].entry).toContain('"filtered":["summary"]');
  expect(rows[0].entry).not.toContain('张三');
});

test('a workbook of a confidential register says at the foot of its pages by which act it was taken, any other nothing', async () => {
  const sheetOf = (path: string): Promise<string> => partOf(path, 'xl/worksheets/sheet1.xml');
  const taken = await sheetOf(await saved('clues.clues', 'xlsx', 'en', {}, city.as('CLUE_MANAGER')));
  const { rows } = await pools.owner.query(
    `select id from ledger.acts where act = 'records.export' order by appended_at desc limit 1`,
  );
  expect(taken).toMatch(
    new RegExp(`<headerFooter><oddFooter>&amp;C.*${rows[0].id}</oddFooter></headerFooter></worksheet>$`),
  );
  expect(await sheetOf(await saved(activities.name, 'xlsx', 'en'))).not.toContain('oddFooter');
});
