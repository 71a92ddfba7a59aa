import { sql } from 'kysely';
import type { Tx } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import { isSecret } from '../columns.ts';
import type { Register } from '../declare.ts';
import { explain, type Fault, fault } from '../faults.ts';
import type { Registry } from '../list.ts';
import type { StoredRow } from '../rows.ts';
import { type Cell, readValues } from '../rows.ts';
import { reaches, scope } from '../scope.ts';
import { physicalColumns, snake, tableOf } from '../tables.ts';
import { isCellFault, readCell, storeValue } from '../values.ts';

/** What is wrong with a column of a form. */
export interface ColumnFault {
  readonly key: string;
  readonly fault: Fault;
}

/** The faults of a form as one error, each beside its column's name, in the reader's language. */
export function wrongValues(register: Register, found: readonly ColumnFault[]): AppError {
  const told = (language: 'zh' | 'en'): string[] =>
    found.map(({ key, fault: one }) => `${register.columns[key]!.words[language]}: ${explain(one, language)}`);
  return new AppError('record.values', {
    detail: { zh: told('zh').join('；'), en: told('en').join('; ') },
    columns: found.map(({ key }) => key),
  });
}

/**
 * Reads what a person typed by the same rules as the cells of a workbook. Columns that are not given keep what the earlier
 * version holds, and so does a secret that is given as its own mask: the form never saw more of it.
 * @param before the version that is changed; absent for a new record
 * @returns stored column values
 * @throws AppError `record.values` naming every wrong column, `request.invalid` for a column that does not exist
 */
export async function readForm(
  tx: Tx,
  registry: Registry,
  register: Register,
  given: Readonly<Record<string, Cell>>,
  before?: StoredRow,
): Promise<Record<string, unknown>> {
  for (const key of Object.keys(given)) {
    if (!register.columns[key]) throw new AppError('request.invalid', { detail: `${register.name}: ${key}` });
  }
  const shown = before && readValues(registry.vault, register, before);
  const stored: Record<string, unknown> = {};
  const faults: ColumnFault[] = [];
  const references: { key: string; record: string }[] = [];
  for (const [key, column] of Object.entries(register.columns)) {
    const masked = isSecret(column) && shown?.[key] != null && given[key] === shown[key];
    if (before && (!(key in given) || masked)) {
      for (const { name } of physicalColumns(key, column)) stored[name] = before[name];
      continue;
    }
    const value = readCell(column, given[key] ?? null);
    if (isCellFault(value)) faults.push({ key, fault: value });
    else {
      if (column.kind === 'ref' && value !== null && value !== shown?.[key])
        references.push({ key, record: String(value) });
      storeValue(registry.vault, column, snake(key), value, stored);
    }
  }
  faults.push(...(await unknownReferences(tx, registry, register, references)));
  if (faults.length > 0) throw wrongValues(register, faults);
  return stored;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** References to records that do not exist or that the session may not see: it must not learn which of the two. */
async function unknownReferences(
  tx: Tx,
  registry: Registry,
  register: Register,
  references: readonly { readonly key: string; readonly record: string }[],
): Promise<ColumnFault[]> {
  const found = new Set<string>();
  for (const name of new Set(references.map(({ key }) => register.columns[key]!.to!))) {
    const target = registry.catalogue.get(name);
    if (reaches(tx.session, target, 'read').size === 0) continue;
    const records = references.filter(({ key, record }) => register.columns[key]!.to === name && UUID.test(record));
    const { rows } = await sql<{ record: string }>`
      select t.record from ${sql.raw(tableOf(target).sql)} t
      where t.record = any (${records.map(({ record }) => record)}::uuid[]) and t.retired_at is null
        and ${scope(tx.session, target, 't')}`.execute(tx.db);
    for (const { record } of rows) found.add(`${name} ${record}`);
  }
  return references
    .filter(({ key, record }) => !found.has(`${register.columns[key]!.to} ${record}`))
    .map(({ key, record }) => ({
      key,
      fault: fault('ref.unknown', {
        value: record.slice(0, 60),
        register: registry.catalogue.get(register.columns[key]!.to!).words,
      }),
    }));
}

/**
 * Holds what is written against how far the session reaches: its own branch of units, the officer signed in, the matters that
 * are open to it.
 * @param rows the stored values before and after a change
 * @throws AppError `record.values` at the unit's column, `access.denied` where no way of reaching it is left
 */
export async function mustWrite(
  tx: Tx,
  register: Register,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const found = reaches(tx.session, register, 'write');
  const held = (key: string): string[] => rows.map((row) => String(row[snake(key)]));
  if (found.has('all')) return;
  if (found.has('own') && register.officer && held(register.officer).every((one) => one === tx.session.officer)) return;
  const matter = register.follows;
  const named = matter ? held(matter.column) : found.has('named') ? held('record') : [];
  if (named.length > 0 && (await allReached(tx, matter?.register ?? register, named))) return;
  if (!register.unit || !found.has('unit')) throw new AppError('access.denied', { permission: register.words });
  const { rows: reached } = await sql<{
    units: string[];
  }>`select access.subtree(${tx.session.unit}::uuid) as units`.execute(tx.db);
  if (held(register.unit).every((unit) => reached[0]!.units.includes(unit))) return;
  throw wrongValues(register, [{ key: register.unit, fault: fault('row.notYourUnit') }]);
}

async function allReached(tx: Tx, register: Register, records: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ record: string }>`select t.record from ${sql.raw(tableOf(register).sql)} t
    where t.record = any (${records}::uuid[]) and t.retired_at is null and ${scope(tx.session, register, 't')}`.execute(
    tx.db,
  );
  return records.every((record) => rows.some((row) => row.record === record));
}
