import { isSecret } from '../../platform/register/columns.ts';
import type { Columns } from '../../platform/register/declare.ts';
import type { Cell, Values } from '../api/registers.ts';

type Entry = Readonly<Record<string, Cell | undefined>>;

/**
 * What a form holds, as the server takes it: empty fields are null, whole numbers are numbers, decimals stay text.
 * @param changing empty secrets are then left out, because the form never saw their value and must not erase it
 */
export function valuesOf(entry: Entry, columns: Columns, changing: boolean): Values {
  const values: Record<string, Cell> = {};
  for (const [key, column] of Object.entries(columns)) {
    const raw = entry[key];
    const value = typeof raw === 'string' ? raw.trim() : raw;
    const empty = value === undefined || value === null || value === '';
    if (empty && changing && isSecret(column)) continue;
    values[key] = empty ? null : column.kind === 'integer' ? Number(value) : value;
  }
  return values;
}

/** What a form starts with when a record is changed: everything but the secrets, of which only the mask is known. */
export const entryOf = (values: Values, columns: Columns): Entry =>
  Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, isSecret(column) ? undefined : values[key]]));
