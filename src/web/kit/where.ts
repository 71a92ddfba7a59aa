import { type Column, isSecret } from '../../platform/register/columns.ts';
import type { Columns } from '../../platform/register/declare.ts';
import { fill, type Language } from '../../platform/words.ts';
import type { Condition, Where } from '../api/registers.ts';
import { en } from '../locales/en.ts';
import { zh } from '../locales/zh-CN.ts';
import { formatDay, formatNumber } from './format.ts';

/** What the filter of one column asks: chosen values, a span, a part of a text, yes or no. */
export type FilterShape = 'chosen' | 'records' | 'days' | 'numbers' | 'part' | 'yesNo';

const shapes: Readonly<Record<Column['kind'], FilterShape>> = {
  text: 'part',
  creditCode: 'part',
  integer: 'numbers',
  decimal: 'numbers',
  date: 'days',
  time: 'days',
  yesNo: 'yesNo',
  choice: 'chosen',
  ref: 'records',
  citizenId: 'part',
  mobile: 'part',
};

/** Secrets are stored encrypted, so a part of one cannot be looked for: they have no filter. */
export const filterShape = (column: Column): FilterShape | undefined =>
  isSecret(column) ? undefined : shapes[column.kind];

const isEmpty = (condition: Condition | undefined): boolean => {
  if (condition === undefined || condition === '') return true;
  if (Array.isArray(condition)) return condition.length === 0;
  if (typeof condition !== 'object') return false;
  if ('contains' in condition) return condition.contains.trim() === '';
  if ('filled' in condition) return false;
  return (condition.from ?? '') === '' && (condition.to ?? '') === '';
};

/** A span without its empty ends; anything else as it stands. */
function trim(condition: Condition): Condition {
  if (typeof condition !== 'object' || Array.isArray(condition)) return condition;
  if ('contains' in condition) return { contains: condition.contains.trim() };
  if ('filled' in condition) return condition;
  const { from, to } = condition;
  return { ...((from ?? '') !== '' && { from }), ...((to ?? '') !== '' && { to }) };
}

/**
 * The conditions that ask something, for columns the register has; undefined when none does. An address that somebody typed
 * or kept from an older version may name columns that are gone.
 */
export function tidyWhere(where: unknown, columns: Columns): Where | undefined {
  if (typeof where !== 'object' || where === null || Array.isArray(where)) return undefined;
  const kept = Object.entries(where as Record<string, Condition>)
    .filter(([key, condition]) => key in columns && filterShape(columns[key]!) && !isEmpty(condition))
    .map(([key, condition]) => [key, trim(condition)] as const);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/**
 * A condition in words, for the mark that shows an active filter.
 * @param titleOf what a record is called that a reference filter names
 */
export function sayCondition(
  column: Column,
  condition: Condition,
  language: Language,
  titleOf: (record: string) => string,
): string {
  const t = (language === 'zh' ? zh : en).register;
  if (Array.isArray(condition)) {
    return condition
      .map((value) =>
        column.kind === 'ref' ? titleOf(String(value)) : (column.choices?.[String(value)]?.[language] ?? String(value)),
      )
      .join(language === 'zh' ? '、' : ', ');
  }
  if (typeof condition === 'boolean') return condition ? t.yes : t.no;
  if (typeof condition !== 'object') return String(condition);
  if ('contains' in condition) return language === 'zh' ? `“${condition.contains}”` : `"${condition.contains}"`;
  if ('filled' in condition) return condition.filled ? t.filled : t.notFilled;
  const say = (value: string | number | boolean): string =>
    column.kind === 'date' || column.kind === 'time' ? formatDay(String(value), language) : formatNumber(String(value));
  const { from, to } = condition;
  if (from !== undefined && to !== undefined) return `${say(from)} – ${say(to)}`;
  const open = from !== undefined ? t.since : t.until;
  return fill(open, { value: say((from ?? to)!) });
}
