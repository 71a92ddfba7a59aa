import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { lateIn } from '../../platform/lifecycle/late.ts';
import { exportLate } from '../../platform/lifecycle/late-workbook.ts';
import { partOf } from '../../platform/sheets/fixtures.ts';
import { openSheets } from '../../platform/sheets/open.ts';
import { clueMatter } from './matter.ts';
import { clueOffice, proposal } from './testing/office.ts';

const office = clueOffice();
const { desk, people, step, accepted, clock } = office;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

test('the monthly report says where an overdue matter lay since its limit began, and with which unit', async () => {
  const clue = await accepted();
  clock.now = new Date('2021-04-20T02:00:00Z');
  await step('first', clue, 'PROPOSE', proposal);
  await step('approver', clue, 'APPROVE', { disposal: 'PRELIMINARY_VERIFICATION' });
  clock.now = new Date('2021-04-22T02:00:00Z');
  await step('first', clue, 'VERIFY', { plan: '调取记录' });

  const verifying = async (month: string) => {
    const { rows, cut } = await lateIn(desk(), people.manager!, clueMatter, month);
    expect(cut).toBe(false);
    return rows.find((row) => row.record === clue && row.clock === 'VERIFY');
  };
  // 15 working days from 20 April 2021 end on 12 May: Labour Day is five days, and two Sundays are worked.
  expect(await verifying('2021-04')).toBeUndefined();
  const row = (await verifying('2021-05'))!;
  expect(row).toMatchObject({ state: 'IN_VERIFICATION', unit: expect.any(String), stoppedAt: null });
  const lay = Object.fromEntries(row.lay.map(({ state, days }) => [state, days]));
  expect(lay).toEqual({
    DISPOSAL_APPROVED: 2,
    IN_VERIFICATION: expect.closeTo(daysBetween('2021-04-22T02:00:00Z', '2021-06-01T00:00:00+08:00'), 0),
  });
  expect(row.daysLate).toBeCloseTo(daysBetween(row.dueAt, '2021-06-01T00:00:00+08:00'), 0);

  // Two letters of supervision that end on one day are two limits; the days of neither count twice, nor those before them.
  clock.now = new Date('2021-04-25T02:00:00Z');
  const letter = (number: number) => ({
    supervisor: 'PROVINCIAL_OFFICE',
    letterNo: `督${number}`,
    dueOn: '2021-05-12',
  });
  for (const number of [1, 2]) await step('supervisor', clue, 'SUPERVISE', letter(number));
  const { rows: all } = await lateIn(desk(), people.manager!, clueMatter, '2021-05');
  const both = all.filter((one) => one.record === clue && one.clock === 'SUPERVISION');
  expect(new Set(both.map(({ limit }) => limit)).size).toBe(2);
  for (const { lay: places } of both)
    expect(places).toEqual([{ state: 'IN_VERIFICATION', days: expect.closeTo(lay.IN_VERIFICATION! - 3, 1) }]);

  const folder = await mkdtemp(join(tmpdir(), 'mj-late-'));
  try {
    const path = join(folder, 'late.xlsx');
    const report = await lateIn(desk(), people.manager!, clueMatter, '2021-05');
    const taken = await exportLate(desk(), people.manager!, clueMatter, '2021-05', 'zh');
    await pipeline(taken, createWriteStream(path));
    const { rows: acts } = await office.pools.owner.query<{ id: string; entry: string }>(
      `select id, entry from ledger.acts where act = 'records.export' order by at, id`,
    );
    expect(acts.map(({ entry }) => JSON.parse(entry))).toMatchObject([
      { subject: 'clues.clues', actor: people.manager!.account, detail: { format: 'xlsx', late: '2021-05' } },
    ]);
    expect(await partOf(path, 'xl/worksheets/sheet1.xml')).toContain(`导出操作编号 ${acts[0]!.id}</oddFooter>`);
    await using sheets = await openSheets(path);
    const read: unknown[][] = [];
    for await (const sheet of sheets.sheets())
      for await (const batch of sheet.rows()) read.push(...batch.map(({ cells }) => [...cells]));
    expect(read[0]).toEqual(expect.arrayContaining(['承办单位', '逾期天数', '停留：核查中（天）']));
    expect(read).toHaveLength(1 + report.rows.length);
    expect(read.slice(1).map(([title]) => title)).toContain(row.title);
  } finally {
    await rm(folder, { recursive: true });
  }
});
