import { type Words, words } from '../words.ts';
import { type Cell, cellText, DateCell, ErrorCell, FormulaCell, numberText } from './cells.ts';
import { serialTime } from './serial.ts';

/** Why a cell is not the value its column wants. The same object stands for the same reason everywhere, so that refusing a million cells costs nothing. */
export class ValueFault {
  readonly code: string;
  readonly text: Words;
  constructor(code: string, zh: string, en: string) {
    this.code = code;
    this.text = words(zh, en);
  }
}

const fault = (code: string, zh: string, en: string): ValueFault => new ValueFault(code, zh, en);

export const valueFaults = {
  empty: fault('value.empty', '单元格是空的。', 'The cell is empty.'),
  error: fault('value.error', '单元格里是公式错误。', 'The cell shows a formula error.'),
  notDate: fault('date.unreadable', '不是日期，请写成 2021-03-01。', 'Not a date; write it as 2021-03-01.'),
  noSuchDay: fault('date.missing', '没有这一天。', 'There is no such day.'),
  noDay: fault('date.noDay', '日期不完整，缺少月或日。', 'The date is incomplete: month or day is missing.'),
  shortYear: fault('date.shortYear', '年份只有两位，请写四位。', 'The year has two digits; write all four.'),
  hasTime: fault('date.hasTime', '这里只要日期，不要时间。', 'Only a day is wanted here, without a time.'),
  notTime: fault('time.unreadable', '不是时间，请写成 2021-03-01 14:30。', 'Not a time; write it as 2021-03-01 14:30.'),
  noSuchTime: fault('time.missing', '没有这个时刻。', 'There is no such time of day.'),
  notNumber: fault('number.unreadable', '不是数字。', 'Not a number.'),
  notWhole: fault('number.notWhole', '不是整数。', 'Not a whole number.'),
  tooLarge: fault('number.tooLarge', '数字过大，无法准确保存。', 'The number is too large to be kept exactly.'),
  tooFine: fault('number.tooFine', '小数位数过多。', 'The number has too many decimal places.'),
  notBoolean: fault('boolean.unreadable', '请填“是”或“否”。', 'Write yes or no.'),
} as const;

export const isFault = (value: unknown): value is ValueFault => value instanceof ValueFault;

/** Full-width letters, digits and signs to half width (U+FF01 to U+FF5E), the ideographic space to a space. Chinese punctuation such as 。 stays. */
export function toHalfWidth(text: string): string {
  let at = 0;
  while (at < text.length && !isWide(text.charCodeAt(at))) at++;
  if (at === text.length) return text;
  let narrow = text.slice(0, at);
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    narrow += isWide(code) ? String.fromCharCode(code === 0x3000 ? 0x20 : code - 0xfee0) : text[at];
  }
  return narrow;
}

const isWide = (code: number): boolean => (code >= 0xff01 && code <= 0xff5e) || code === 0x3000;

/** Text of a cell in half width without outer blanks; a fault when there is none. */
function plain(cell: Cell): string | ValueFault {
  if ((cell instanceof FormulaCell ? cell.value : cell) instanceof ErrorCell) return valueFaults.error;
  const text = cellText(cell);
  if (text === null) return valueFaults.empty;
  const trimmed = toHalfWidth(text).trim();
  return trimmed === '' ? valueFaults.empty : trimmed;
}

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : -1;
};

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  if (month === 2 && day === 29) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= monthDays[month - 1]!;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const iso = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

/** True for `2021-03-01`, the form that needs no reading. */
function isIso(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  for (let at = 0; at < 10; at++) if (at !== 4 && at !== 7 && digit(text, at) < 0) return false;
  return true;
}

/** Serials below this (1927) are likelier a year or a count typed into a date column. */
const leastSerial = 10_000;
const afterLastSerial = 2_958_466;

/**
 * A day as `YYYY-MM-DD`. Takes 2021年3月1日, 2021.3.1, 2021-3-1, 2021/3/1, 20210301, cells formatted as dates and bare Excel day numbers.
 * Refuses days that do not exist, years of two digits, and dates with a time of day other than midnight.
 */
export function parseDate(cell: Cell): string | ValueFault {
  if (typeof cell === 'string' && isIso(cell)) {
    return exists(+cell.slice(0, 4), +cell.slice(5, 7), +cell.slice(8)) ? cell : valueFaults.noSuchDay;
  }
  const moment = parseMoment(cell);
  if (typeof moment !== 'string') return moment;
  return moment.endsWith('T00:00:00') ? moment.slice(0, 10) : valueFaults.hasTime;
}

/**
 * A moment as `YYYY-MM-DDTHH:MM:SS+08:00`; a day alone is its midnight. Takes the dates of {@link parseDate} followed by 14:30, 14:30:00,
 * 14时30分20秒, 下午2:30, or the ISO form with or without a zone. Without a zone the clock of China (UTC+8) is meant.
 */
export function parseDateTime(cell: Cell): string | ValueFault {
  const moment = parseMoment(cell);
  return typeof moment === 'string' ? `${moment}+08:00` : moment;
}

function parseMoment(cell: Cell): string | ValueFault {
  if (cell instanceof FormulaCell) return parseMoment(cell.value);
  if (cell instanceof DateCell) return fromSerial(cell.serial);
  if (typeof cell === 'number' && cell < afterLastSerial) return fromBareNumber(cell);
  const text = plain(cell);
  return typeof text === 'string' ? readMoment(text) : text;
}

function fromSerial(serial: number): string | ValueFault {
  const time = serialTime(serial);
  return time === null || serial < 1 ? valueFaults.noSuchDay : new Date(time).toISOString().slice(0, 19);
}

/** A number without a date format: a day number, unless it is as small as a year (2021) or a year with a month (2021.3). */
const fromBareNumber = (value: number): string | ValueFault => {
  if (value >= leastSerial) return fromSerial(value);
  return value >= 1800 && value < 2200 ? valueFaults.noDay : valueFaults.notDate;
};

const dateSigns = '-/.年月日号';
const isDateSign = (sign: string | undefined): boolean => sign !== undefined && dateSigns.includes(sign);

function readMoment(text: string): string | ValueFault {
  let at = 0;
  while (digit(text, at) >= 0) at++;
  if (at === 0) return valueFaults.notDate;
  if (at === 5 && at === text.length) return fromBareNumber(+text);
  const whole = text.slice(0, at);
  if (at === 8) {
    return withTime(text, at, +whole.slice(0, 4), +whole.slice(4, 6), +whole.slice(6));
  }
  while (text[at] === ' ' && at < text.length) at++;
  if (at === text.length) return at === 4 || at === 6 ? valueFaults.noDay : valueFaults.notDate;
  if (!isDateSign(text[at])) return valueFaults.notDate;
  const month = readNumber(text, at + 1);
  const day = month.end > month.start && isDateSign(text[month.end]) ? readNumber(text, month.end + 1) : null;
  if (whole.length !== 4) {
    // 21-3-1 has a short year; 1/3/2021 may be the first of March or the third of January.
    return whole.length === 2 && day !== null && day.end - day.start <= 2 && day.end > day.start
      ? valueFaults.shortYear
      : valueFaults.notDate;
  }
  if (day === null || day.end === day.start) {
    const rest = text[month.end];
    const dated = month.end > month.start || text[at] === '年';
    return dated && (rest === undefined || isDateSign(rest)) ? valueFaults.noDay : valueFaults.notDate;
  }
  if (month.end - month.start > 2 || day.end - day.start > 2) return valueFaults.notDate;
  const end = text[day.end] === '日' || text[day.end] === '号' ? day.end + 1 : day.end;
  return withTime(text, end, +whole, month.value, day.value);
}

function readNumber(text: string, from: number): { value: number; start: number; end: number } {
  let start = from;
  while (text[start] === ' ') start++;
  let end = start;
  while (digit(text, end) >= 0 && end - start < 10) end++;
  const value = +text.slice(start, end);
  while (text[end] === ' ' && isDateSign(text[end + 1])) end++;
  return { value, start, end };
}

/** The clock part, anchored at both ends and without nested repetition, so that it is read in one go. */
const clock =
  /^(?:T| {1,3})?(上午|下午|晚上)? ?(\d{1,2})(?::|时|点)(?:(\d{1,2})(?:(?::|分)(?:(\d{1,2})(?:\.\d{1,9})?秒?)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

function withTime(text: string, at: number, year: number, month: number, day: number): string | ValueFault {
  if (!exists(year, month, day)) return valueFaults.noSuchDay;
  const date = iso(year, month, day);
  if (at === text.length) return `${date}T00:00:00`;
  const found = clock.exec(text.slice(at));
  if (!found) return valueFaults.notTime;
  const [, half, hours, minutes, seconds, zone] = found;
  const afternoon = (half === '下午' || half === '晚上') && +hours! < 12;
  const hour = +hours! + (afternoon ? 12 : 0);
  const minute = +(minutes ?? 0);
  const second = +(seconds ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return valueFaults.noSuchTime;
  const local = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
  return zone === undefined ? local : inChina(local, zone);
}

function inChina(local: string, zone: string): string {
  const sign = zone[0] === '-' ? -1 : 1;
  const minutes = zone === 'Z' ? 0 : sign * (+zone.slice(1, 3) * 60 + +zone.slice(-2));
  return new Date(Date.parse(`${local}Z`) + (480 - minutes) * 60_000).toISOString().slice(0, 19);
}

interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Sign, whole part and fraction of a number text; thousands separators must stand where they belong. */
function readDigits(text: string): Digits | ValueFault {
  let at = text[0] === '-' || text[0] === '+' ? 1 : 0;
  const negative = text[0] === '-';
  let whole = '';
  let group = 0;
  let grouped = false;
  for (; at < text.length; at++) {
    const sign = text[at]!;
    if (digit(text, at) >= 0) {
      whole += sign;
      group++;
    } else if (sign === ',') {
      if (grouped ? group !== 3 : group < 1 || group > 3) return valueFaults.notNumber;
      grouped = true;
      group = 0;
    } else break;
  }
  if (grouped && group !== 3) return valueFaults.notNumber;
  let fraction = '';
  if (text[at] === '.') {
    for (at++; digit(text, at) >= 0; at++) fraction += text[at];
    if (fraction === '') return valueFaults.notNumber;
  }
  if (at < text.length || whole === '') return valueFaults.notNumber;
  return { negative, whole: whole.replace(/^0+(?=\d)/, ''), fraction: fraction.replace(/0+$/, '') };
}

/** The number cell's digits: floats are read at the 15 digits Excel shows, so that 0.1+0.2 is 0.3. */
function digitsOf(cell: Cell): Digits | ValueFault {
  if (cell instanceof FormulaCell) return digitsOf(cell.value);
  if (typeof cell === 'number') return readDigits(numberText(Number(cell.toPrecision(15))));
  if (cell instanceof DateCell || typeof cell === 'boolean') return valueFaults.notNumber;
  const text = plain(cell);
  return typeof text === 'string' ? readDigits(text) : text;
}

/** A whole number, exact up to 2^53. Takes full-width digits, thousands separators and a fraction of zeros. */
export function parseInteger(cell: Cell): number | ValueFault {
  if (typeof cell === 'number' && Number.isSafeInteger(cell) && Math.abs(cell) < 1e15) return cell;
  const digits = digitsOf(cell);
  if (digits instanceof ValueFault) return digits;
  if (digits.fraction !== '') return valueFaults.notWhole;
  const value = Number(digits.whole);
  if (!Number.isSafeInteger(value)) return valueFaults.tooLarge;
  return digits.negative && value !== 0 ? -value : value;
}

/** An exact decimal as text, such as `-1234.5`: no superfluous zeros, never rounded. More places than `scale` or more than 30 digits are refused. */
export function parseDecimal(cell: Cell, scale = 2): string | ValueFault {
  const digits = digitsOf(cell);
  if (digits instanceof ValueFault) return digits;
  if (digits.fraction.length > scale) return valueFaults.tooFine;
  if (digits.whole.length + digits.fraction.length > 30) return valueFaults.tooLarge;
  const text = digits.fraction === '' ? digits.whole : `${digits.whole}.${digits.fraction}`;
  return digits.negative && text !== '0' ? `-${text}` : text;
}

const yes = new Set(['是', '√', '✓', '✔', '☑', 'y', 'yes', 'true', 't', '1', '有', '对', '已']);
const no = new Set(['否', '×', '✗', '✘', '☒', 'n', 'no', 'false', 'f', '0', '无', '错', '未', '不是']);

/** Yes or no as people write them: 是/否, √/×, Y/N, 有/无, TRUE/FALSE, 1/0. */
export function parseBoolean(cell: Cell): boolean | ValueFault {
  if (typeof cell === 'boolean') return cell;
  const text = plain(cell);
  if (typeof text !== 'string') return text;
  const low = text.toLowerCase();
  return yes.has(low) ? true : no.has(low) ? false : valueFaults.notBoolean;
}
