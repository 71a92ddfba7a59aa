import chineseDays from 'chinese-days';
import { dayNumber } from './day.ts';

/** Where the library's table of lunar months begins: the first day of the lunar year 1900. */
const FIRST_YEAR = 1900;
const FIRST_DAY = dayNumber('1900-01-31');

/** Days of a lunar year before one of its months; before the thirteenth, which none has, stands the whole year. */
function daysBefore(year: number, month: number): number {
  const leap = chineseDays.getYearLeapMonth(year);
  let days = 0;
  for (let past = 1; past < month; past++)
    days += chineseDays.monthDays(year, past) + (past === leap.leapMonth ? leap.days : 0);
  return days;
}

/**
 * The day number of a day of the lunar calendar, never of a leap month. Counted here, from the library's months alone: its own
 * conversion reads and writes days in the machine's time zone, and is a day early west of Greenwich.
 */
export function lunarDay(year: number, month: number, day: number): number {
  let number = FIRST_DAY + daysBefore(year, month) + day - 1;
  for (let past = FIRST_YEAR; past < year; past++) number += daysBefore(past, 13);
  return number;
}

/** The day number of Qingming (清明), by the mean length of the solar year: right for every year from 2000 to 2099. */
export function qingming(year: number): number {
  const inCentury = year % 100;
  const day = Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
  return dayNumber(`${year}-04-${String(day).padStart(2, '0')}`);
}
