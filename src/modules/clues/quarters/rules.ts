import { dayNumber, dayText } from '../../../platform/calendar/day.ts';
import type { WorkCalendar } from '../../../platform/calendar/working-days.ts';
import type { QuarterLine } from '../contract/books.ts';

/** One version of the limit for the quarterly report. */
interface QuarterLimit {
  readonly workingDays: number;
  readonly source: string;
  /** The first day of the first quarter it holds for. */
  readonly validFrom: string;
}

/** The rule says each quarter and no day; the days after the quarter are ours. */
const limits: readonly QuarterLimit[] = [
  {
    workingDays: 10,
    source: '纪检监察机关处理检举控告工作规则 第十八条（按季度报送）；季度终了后10个工作日为产品设定',
    validFrom: '2021-01-01',
  },
];

export interface Quarter {
  readonly name: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** The last day on which it is reported in time. */
  readonly dueOn: string;
  readonly source: string;
}

/** @param name `2021Q2` */
export function quarterOf(name: string, calendar: WorkCalendar): Quarter {
  const [year, number] = [Number(name.slice(0, 4)), Number(name.slice(5))];
  const first = (month: number): string =>
    `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const from = first((number - 1) * 3);
  const to = dayText(dayNumber(first(number * 3)) - 1);
  const { workingDays, source } = limits.findLast(({ validFrom }) => validFrom <= from) ?? limits[0]!;
  return { name, from, to, dueOn: calendar.addWorkingDays(to, workingDays), source };
}

/** Where the report of a unit stands on a day. */
export function stateOn(quarter: Quarter, reportedOn: string | null, today: string): QuarterLine['state'] {
  if (reportedOn !== null) return reportedOn > quarter.dueOn ? 'REPORTED_LATE' : 'REPORTED';
  if (today <= quarter.to) return 'RUNNING';
  return today > quarter.dueOn ? 'LATE' : 'DUE';
}
