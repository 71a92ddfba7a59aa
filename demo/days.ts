import { dayNumber, dayText } from '../src/platform/calendar/day.ts';
import { workCalendar } from '../src/platform/calendar/working-days.ts';

const calendar = workCalendar();

/** The working days from `from` to `to`, both included, with swapped weekends as they were in that year. */
export function workingDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    if (calendar.numbers.isWorkingDay(number)) days.push(dayText(number));
  }
  return days;
}

export const addDays = (day: string, count: number): string => dayText(dayNumber(day) + count);

/** The `count`-th working day after a day. */
export const addWorkingDays = (day: string, count: number): string => calendar.addWorkingDays(day, count);

export const monthOf = (day: string): string => day.slice(0, 7);

/** The months between two days, `2020-03`, in order. */
export function months(from: string, to: string): string[] {
  const found: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return found;
    found.push(name);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/** Last day of a month `2021-06`. */
export const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
