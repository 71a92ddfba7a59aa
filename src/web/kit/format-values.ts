import type { Language } from '../../platform/words.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2021-03-01` as 2021年3月1日 or 1 Mar 2021; anything else as it stands. */
export function formatDay(day: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return day;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1] ?? month} ${year}`;
}

/** A month of any year, 1 to 12: 5月 or May. */
export const formatMonthName = (month: number, language: Language): string =>
  language === 'zh' ? `${month}月` : months[month - 1]!;

/** @param month `2021-05` */
export function formatMonth(month: string, language: Language): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const name = formatMonthName(number, language);
  return language === 'zh' ? `${year}年${name}` : `${name} ${year}`;
}

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day and the time of day in Shanghai, `['2021-03-01', '14:05']`; undefined when it is no moment. */
function inShanghai(moment: string): [day: string, clock: string] | undefined {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return undefined;
  const parts = Object.fromEntries(shanghai.formatToParts(at).map(({ type, value }) => [type, value]));
  return [`${parts.year}-${parts.month}-${parts.day}`, `${parts.hour}:${parts.minute}`];
}

/** A moment as the clock on the wall in Shanghai shows it, `2021-03-01T14:05`; undefined when it is no moment. */
export const shanghaiClock = (moment: string): string | undefined => inShanghai(moment)?.join('T');

/** A moment in the time of the house (Asia/Shanghai), to the minute: 2021年3月1日 14:05. */
export function formatMoment(moment: string, language: Language): string {
  const local = inShanghai(moment);
  return local ? `${formatDay(local[0], language)} ${local[1]}` : moment;
}

/** A number with separators of thousands; text keeps its digits exactly, for money never passes through a float. */
export function formatNumber(value: number | string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(String(value));
  if (!match) return String(value);
  const [, sign, whole, rest = ''] = match;
  return `${sign}${whole!.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** Bytes as people say them, in powers of 1024. */
export function formatSize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

/** Units of figures in English; 场次 and the like are the words of the figure list. */
const unitsInEnglish: Readonly<Record<string, readonly [one: string, many: string]>> = {
  场次: ['session', 'sessions'],
  人次: ['person-time', 'person-times'],
  名: ['person', 'persons'],
  次: ['time', 'times'],
  件: ['item', 'items'],
  个: ['', ''],
  项: ['item', 'items'],
  批: ['batch', 'batches'],
  类: ['category', 'categories'],
  种: ['kind', 'kinds'],
  级: ['level', 'levels'],
  组: ['group', 'groups'],
  份: ['list', 'lists'],
};

/** The value of a figure and its unit, apart so that a card can set them in two sizes. A ratio becomes a percentage. */
export function formatFigure(
  value: number | string | null,
  unit: string,
  language: Language,
): { readonly value: string; readonly unit: string } {
  if (value === null) return { value: '—', unit: '' };
  if (typeof value === 'string') return { value: formatDay(value, language), unit: '' };
  if (unit === 'ratio') return { value: `${formatNumber(Number((value * 100).toFixed(2)))}%`, unit: '' };
  const english = unitsInEnglish[unit];
  const word = language === 'zh' || !english ? unit : english[value === 1 ? 0 : 1];
  return { value: formatNumber(value), unit: word };
}
