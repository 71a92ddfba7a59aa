import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type Day, dayNumber, dayText, isWeekday, yearOf } from './day.ts';
import { lunarDay, qingming } from './lunar.ts';

/** One day decided otherwise than the built-in table: a new notice entered by hand, or a local order (a typhoon day). */
export interface DayOverride {
  readonly day: Day;
  readonly working: boolean;
  /** The notice or order that says so. */
  readonly source: string;
}

export interface WorkCalendar {
  isWorkingDay(day: Day): boolean;
  /** False where no notice of the State Council covers the day yet: answers about it are provisional. */
  isPublished(day: Day): boolean;
  /** The `count`-th working day after (before, when negative) `day`, which itself does not count. `count` is not zero. */
  addWorkingDays(day: Day, count: number): Day;
  /** Working days after `from` up to and including `to`. Zero when `to` is not after `from`. */
  workingDaysBetween(from: Day, to: Day): number;
  /** The same questions on day numbers, for arithmetic over many days. */
  readonly numbers: { isWorkingDay(number: number): boolean; isPublished(number: number): boolean };
}

const builtIn = new Map<number, boolean>();
const publishedYears = new Set<number>();
for (const day of Object.keys(notices.holidays)) builtIn.set(dayNumber(day), false);
for (const day of Object.keys(notices.workdays)) builtIn.set(dayNumber(day), true);
// Judged by 1 October, because a notice may reach into the year before it (29 December 2018 was worked for the new year of 2019).
for (const number of builtIn.keys()) if (dayText(number).endsWith('-10-01')) publishedYears.add(yearOf(number));

/** From this day on, the notice of the following year may still change a year's table. No notice yet reached back further. */
const TAIL = '12-28';

/**
 * The days off that the regulation itself fixes for a year without a notice (全国年节及纪念日放假办法, as amended for 2025):
 * New Year's Day; the eve and first three days of the lunar year; Qingming; 1–2 May; Dragon Boat; Mid-Autumn; 1–3 October.
 * Swapped weekends are unknown until the notice, which is why such a year is provisional.
 */
function statutoryDays(year: number): Set<number> {
  const newYear = lunarDay(year, 1, 1);
  return new Set([
    ...['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((monthDay) => dayNumber(`${year}-${monthDay}`)),
    ...[-1, 0, 1, 2].map((offset) => newYear + offset),
    qingming(year),
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
  ]);
}

/**
 * The working days of mainland China with swapped weekends (调休), from the State Council's yearly notices.
 * `overrides` win over the built-in table; `publishedYears` names further years whose notice has been entered as overrides.
 */
export function workCalendar(
  options: { overrides?: Iterable<DayOverride>; publishedYears?: Iterable<number> } = {},
): WorkCalendar {
  const overrides = new Map<number, boolean>();
  for (const override of options.overrides ?? []) overrides.set(dayNumber(override.day), override.working);
  const published = new Set([...publishedYears, ...(options.publishedYears ?? [])]);
  const statutory = new Map<number, Set<number>>();

  const judge = (number: number): boolean => {
    const decided = overrides.get(number) ?? builtIn.get(number);
    if (decided !== undefined) return decided;
    if (!isWeekday(number)) return false;
    const year = yearOf(number);
    if (published.has(year)) return true;
    let days = statutory.get(year);
    if (!days) {
      days = statutoryDays(year);
      statutory.set(year, days);
    }
    return !days.has(number);
  };
  const cover = (number: number): boolean => {
    const day = dayText(number);
    const year = Number(day.slice(0, 4));
    return overrides.has(number) || (published.has(year) && (day.slice(5) < TAIL || published.has(year + 1)));
  };

  // Limits of thousands of matters ask about the same few hundred days: each day is judged once.
  const isWorkingDay = remembered(judge);
  const isPublished = remembered(cover);

  return {
    isWorkingDay: (day) => isWorkingDay(dayNumber(day)),
    isPublished: (day) => isPublished(dayNumber(day)),
    addWorkingDays(day, count) {
      const step = Math.sign(count);
      let number = dayNumber(day);
      let left = Math.abs(count);
      while (left > 0) {
        number += step;
        if (isWorkingDay(number)) left--;
      }
      return dayText(number);
    },
    workingDaysBetween(from, to) {
      let count = 0;
      const last = dayNumber(to);
      for (let number = dayNumber(from) + 1; number <= last; number++) if (isWorkingDay(number)) count++;
      return count;
    },
    numbers: { isWorkingDay, isPublished },
  };
}

function remembered(answer: (number: number) => boolean): (number: number) => boolean {
  const known = new Map<number, boolean>();
  return (number) => {
    let is = known.get(number);
    if (is === undefined) {
      is = answer(number);
      known.set(number, is);
    }
    return is;
  };
}
