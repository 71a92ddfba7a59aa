import { PassThrough, type Readable } from 'node:stream';
import { dayOf } from '../calendar/day.ts';
import type { Session } from '../database/session.ts';
import { takenAlong } from '../register/records/export.ts';
import { titleColumn } from '../register/titles.ts';
import { DateCell } from '../sheets/cells.ts';
import { isoSerial } from '../sheets/serial.ts';
import { writeXlsx } from '../sheets/xlsx/write.ts';
import { fill, type Language, words } from '../words.ts';
import type { MatterDesk } from './advance.ts';
import type { LateReport } from './contract.ts';
import { lateIn } from './late.ts';
import type { Matter } from './matter.ts';

const heads = {
  state: words('现状态', 'State now'),
  clock: words('期限', 'Limit'),
  due: words('最后一日', 'Last day'),
  late: words('逾期天数', 'Days late'),
  lay: words('停留：{state}（天）', 'Lay in: {state} (days)'),
} as const;

/**
 * The report of a month, to be taken along as a workbook: of a confidential register that is an act, as any other export of it.
 * @param month `2021-05`, by the days of Asia/Shanghai
 * @throws AppError for what the session may not see, before the act
 */
export async function exportLate(
  desk: MatterDesk,
  session: Session,
  matter: Matter,
  month: string,
  language: Language,
): Promise<Readable> {
  const report = await lateIn(desk, session, matter, month);
  const detail = { format: 'xlsx', late: month };
  const footer = await takenAlong(desk.pools, session, matter.register, detail, language);
  return lateWorkbook(matter, report, language, footer);
}

/** The report as a workbook, a column for each state in which something lay. */
function lateWorkbook(
  { lifecycle, register }: Matter,
  report: LateReport,
  language: Language,
  footer: string | undefined,
): Readable {
  const states = Object.keys(lifecycle.states).filter((state) =>
    report.rows.some(({ lay }) => lay.some((one) => one.state === state)),
  );
  const called = (state: string): string => lifecycle.states[state]![language];
  const { state, clock, due, late, lay } = heads;
  const unit = register.unit ? [register.columns[register.unit]!.words] : [];
  const out = new PassThrough();
  const written = writeXlsx(out, [
    {
      name: report.month,
      footer,
      header: [
        [
          register.columns[titleColumn(register)]!.words[language],
          ...[state, ...unit, clock, due, late].map((one) => one[language]),
          ...states.map((one) => fill(lay[language], { state: called(one) })),
        ],
      ],
      rows: [
        report.rows.map((row) => [
          row.title,
          called(row.state),
          ...unit.map(() => row.unit),
          lifecycle.clocks[row.clock]!.at(-1)!.words[language],
          new DateCell(isoSerial(dayOf(new Date(Date.parse(row.dueAt) - 1)))!),
          row.daysLate,
          ...states.map((one) => row.lay.find((place) => place.state === one)?.days ?? null),
        ]),
      ],
    },
  ]);
  written.catch((error: Error) => out.destroy(error));
  return out;
}
