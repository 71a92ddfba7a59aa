import type { Columns, RecordOf, Register } from '../src/platform/register/declare.ts';

/** What a cell holds before it is laid out: days as `2021-03-01`, moments as `2021-03-01 14:30`, references by name. */
export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

/** A row of a register: what is required must be there, what is optional may be left out. The compiler checks both. */
export type RowOf<R> = {
  readonly [K in keyof RecordOf<R> as null extends RecordOf<R>[K] ? never : K]: RecordOf<R>[K];
} & { readonly [K in keyof RecordOf<R> as null extends RecordOf<R>[K] ? K : never]?: RecordOf<R>[K] };

/** The rows one sheet of a workbook holds. They are made anew each time they are asked for. */
export interface Table {
  readonly register: Register;
  readonly rows: () => Iterable<Values>;
  /** The columns of the sheet, in order. */
  readonly columns: readonly string[];
}

/**
 * Rows of a register for a sheet. Columns that no row fills are not in the sheet, as in a workbook that a unit made for itself.
 * @param columns the columns of a sheet whose rows are too many to look through first
 */
export function table<C extends Columns>(
  register: Register<C>,
  rows: readonly RowOf<Register<C>>[] | (() => Iterable<RowOf<Register<C>>>),
  columns?: readonly (keyof C & string)[],
): Table {
  const make = (typeof rows === 'function' ? rows : () => rows) as () => Iterable<Values>;
  return {
    register: register as Register,
    rows: make,
    columns: columns ?? filledColumns(register as Register, make()),
  };
}

function filledColumns(register: Register, rows: Iterable<Values>): string[] {
  const filled = new Set(Object.entries(register.columns).flatMap(([key, { optional }]) => (optional ? [] : [key])));
  for (const row of rows)
    for (const [key, value] of Object.entries(row)) if (value !== null && value !== undefined) filled.add(key);
  return Object.keys(register.columns).filter((key) => filled.has(key));
}
