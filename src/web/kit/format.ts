import type { Column } from '../../platform/register/columns.ts';
import type { Language } from '../../platform/words.ts';
import { en as english } from '../locales/en.ts';
import { zh as chinese } from '../locales/zh-CN.ts';
import { formatDay, formatMoment, formatNumber } from './format-values.ts';

// The public site takes these from their own file, so that it does not load the texts of the workbench.
export * from './format-values.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A value of a record as people read it; null when nothing is written there.
 * @param title what the record is called that a reference points to
 */
export function formatCell(
  column: Column,
  value: string | number | boolean | null | undefined,
  title: string | undefined,
  language: Language,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  const t = language === 'zh' ? chinese.register : english.register;
  switch (column.kind) {
    case 'integer':
    case 'decimal':
      return formatNumber(value as number | string);
    case 'date':
      return formatDay(String(value), language);
    case 'time':
      return formatMoment(String(value), language);
    case 'yesNo':
      return value === true ? t.yes : t.no;
    case 'choice':
      return column.choices?.[String(value)]?.[language] ?? String(value);
    case 'ref':
      // A record that the reader may not know of has no title; its id says nothing to people.
      return title ?? (UUID.test(String(value)) ? t.unnamed : String(value));
    default:
      return String(value);
  }
}
