import type { Language } from '../../platform/words.ts';
import type { PublicRows } from '../api/public.ts';
import { formatDay, formatMoment, formatNumber } from '../kit/format-values.ts';

export interface Rows {
  readonly columns: PublicRows['columns'];
  readonly rows: PublicRows['rows'];
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A cell of a frozen row as people read it. */
export function cellText(
  column: Rows['columns'][number],
  value: Rows['rows'][number][number] | undefined,
  language: Language,
  said: { readonly yes: string; readonly no: string },
): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? said.yes : said.no;
  if (typeof value === 'number') return formatNumber(value);
  const choice = column.choices && Object.hasOwn(column.choices, value) ? column.choices[value] : undefined;
  if (choice) return choice[language];
  return MOMENT.test(value) ? formatMoment(value, language) : formatDay(value, language);
}
