import { type Column, isSecret } from '../../platform/register/columns.ts';
import type { Register } from '../../platform/register/declare.ts';

const proseFrom = 2_000;
const shownAtFirst = 9;

/** A register as its lists are for a reader from whom they keep some of its columns: these are not offered at all. */
export const withoutColumns = (register: Register, hidden: readonly string[]): Register => ({
  ...register,
  columns: Object.fromEntries(Object.entries(register.columns).filter(([key]) => !hidden.includes(key))),
});

export const isProse = (column: Column): boolean => column.kind === 'text' && (column.max ?? 0) >= proseFrom;

/** Columns a list starts with: in declared order, without prose and secrets, as many as a desk screen takes. */
export const firstColumns = (register: Register): string[] =>
  Object.entries(register.columns)
    .filter(([, column]) => !isProse(column) && !isSecret(column))
    .map(([key]) => key)
    .slice(0, shownAtFirst);

/** The column that names a record. */
export const titleColumn = (register: Register): string => register.title ?? register.key[0]!;

/** Width in pixels that values of a column need in a list. */
export function widthOf(column: Column): number {
  switch (column.kind) {
    case 'integer':
    case 'yesNo':
      return 104;
    case 'decimal':
    case 'date':
    case 'mobile':
      return 136;
    case 'time':
      return 184;
    case 'choice':
      return 160;
    case 'citizenId':
    case 'creditCode':
      return 200;
    case 'ref':
      return 176;
    default:
      return (column.max ?? 200) <= 60 ? 168 : 224;
  }
}

/** A number is read by comparing digits, so it stands right. */
export const isNumber = (column: Column): boolean => column.kind === 'integer' || column.kind === 'decimal';

export const isSortable = (column: Column): boolean => !isSecret(column) && !isProse(column) && !column.content;
