import type { Language } from '../../platform/words.ts';

/** How a mark prints its figure: the value itself, 余 (and some more), or 以上 (at least; the number itself included). */
export type Printed = 'exact' | 'more' | 'atLeast';

type Value = number | string | null;

/** What a figure is measured in, for the English side. A thing without a name of its own is only counted. */
const unitsInEnglish: Readonly<Record<string, string>> = {
  场次: ' sessions',
  人次: ' person-times',
  名: ' persons',
  次: ' times',
  件: ' items',
  项: ' items',
  个: '',
  批: ' batches',
  类: ' kinds',
  种: ' kinds',
  级: ' levels',
  组: '',
  份: ' lists',
  周年: ' years',
};

/** Digits of a whole number that a reader keeps in mind: the first two, or the first of a number below a hundred. */
function step(value: number, unit: string): number {
  if (unit === 'ratio') return 0.05;
  return value < 100 ? 10 : 10 ** (Math.floor(Math.log10(value)) - 1);
}

/** Steps of a ratio are not exact in binary, so they are counted in ten-thousandths. */
const floorTo = (value: number, size: number): number =>
  (Math.floor((value * 10_000 + 1e-6) / (size * 10_000)) * Math.round(size * 10_000)) / 10_000;

/** The round number at or below a value that 余 or 以上 can stand behind; null where there is none. */
export function roundBelow(value: Value, unit: string): number | null {
  if (typeof value !== 'number') return null;
  const below = floorTo(value, step(value, unit));
  return below > 0 ? below : null;
}

/** The next round number: once it is reached, a reader of the one said would expect to be told. */
export const nextRound = (said: number, unit: string): number => floorTo(said + step(said, unit), step(said, unit));

/**
 * A figure as it stands in the prose: `1.9万余名`, `95%以上`, `43379人次`, in English `more than 19,000 persons`. Ratios are
 * rounded half up to two decimals (reference 2.1); a value that cannot be rounded is printed as it is.
 */
export function printValue(
  { value, unit }: { readonly value: Value; readonly unit: string },
  printed: Printed,
  said: number | undefined,
  language: Language,
): string {
  if (value === null) return '—';
  const round = printed === 'exact' ? null : (said ?? roundBelow(value, unit));
  if (typeof value === 'string') return printDay(value, language);
  if (language === 'en') {
    const number = round ?? value;
    const shown = unit === 'ratio' ? percent(number) : `${number.toLocaleString('en-US')}${unitsInEnglish[unit] ?? ''}`;
    return round === null ? shown : `${printed === 'more' ? 'more than' : 'at least'} ${shown}`;
  }
  if (unit === 'ratio') return percent(round ?? value) + (round === null ? '' : printed === 'more' ? '余' : '以上');
  if (round === null) return `${value}${unit}`;
  const tenThousands = round >= 10_000;
  const number = tenThousands ? round / 10_000 : round;
  if (printed === 'atLeast') return `${number}${tenThousands ? '万' : ''}${unit}以上`;
  // 余 stands before 万 where it counts whole ten-thousands (320余万件), after it where it counts parts of one (1.9万余名).
  if (!tenThousands) return `${number}余${unit}`;
  return Number.isInteger(number) && number >= 10 ? `${number}余万${unit}` : `${number}万余${unit}`;
}

const percent = (ratio: number): string => `${Math.round((ratio * 100 + Number.EPSILON) * 100) / 100}%`;

function printDay(value: string, language: Language): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
  if (!day) return value;
  const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
  if (language === 'zh') return `${year}年${month}月${date}日`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, date),
  );
}
