import type { Language } from '../../../../platform/words.ts';
import type { PublicRows } from '../../../../web/api/bulletins.ts';
import { formatDay, formatMoment, formatNumber } from '../../../../web/kit/format.ts';

type PublicColumn = PublicRows['columns'][number];
type PublicCell = PublicRows['rows'][number][number];

const yesNo = { zh: ['否', '是'], en: ['No', 'Yes'] } as const;

/** A cell of a masked row as people read it. The row says its kinds only by its values: days, moments and codes are told by form. */
export function sayPublicCell(column: PublicColumn, value: PublicCell, language: Language): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return yesNo[language][value ? 1 : 0];
  if (typeof value === 'number') return formatNumber(value);
  if (column.choices?.[value]) return column.choices[value][language];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value, language);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return formatMoment(value, language);
  return value;
}
