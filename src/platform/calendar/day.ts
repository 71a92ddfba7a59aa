/** A civil date of the programme's zone, `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;

/**
 * Asia/Shanghai has kept UTC+8 without summer time since 15 September 1991, before any date of this programme, so a fixed
 * offset is exact and needs no zone data.
 */
const ZONE_MS = 8 * 3_600_000;

/** Days since 1970-01-01, or undefined when the text is not a day that exists (`2023-02-29`). */
export function parseDay(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  // Date.parse rolls 30 February over to March: only a text that comes back unchanged is a day.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== text) return undefined;
  return milliseconds / DAY_MS;
}

/** Days since 1970-01-01. Throws RangeError: days are validated at the edge, so a bad one here is a programming error. */
export function dayNumber(day: Day): number {
  const number = parseDay(day);
  if (number === undefined) throw new RangeError(`not a day: ${day}`);
  return number;
}

export const dayText = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The Shanghai day on which an instant falls. */
export const dayOf = (instant: Date): Day => dayText(dayNumberOf(instant));

export const dayNumberOf = (instant: Date): number => Math.floor((instant.getTime() + ZONE_MS) / DAY_MS);

/** The instant at which a day begins in Shanghai; the 24:00 of a day is the start of the next one. */
export const startOfDay = (day: Day): Date => startOfDayNumber(dayNumber(day));

/** 24:00 of a day, which is the start of the next. */
export const endOfDay = (day: Day): Date => startOfDayNumber(dayNumber(day) + 1);

export const startOfDayNumber = (number: number): Date => new Date(number * DAY_MS - ZONE_MS);

/** Monday to Friday. 1970-01-01 was a Thursday. */
export const isWeekday = (number: number): boolean => (((number + 3) % 7) + 7) % 7 < 5;

export const yearOf = (number: number): number => new Date(number * DAY_MS).getUTCFullYear();

/**
 * The corresponding day `months` later; where that month has none, its last day
 * (Civil Code art. 202: 没有对应日的，月末日为期间的最后一日).
 */
export function addMonths(number: number, months: number): number {
  const date = new Date(number * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0);
  return Math.min(first / DAY_MS + date.getUTCDate() - 1, last / DAY_MS);
}
