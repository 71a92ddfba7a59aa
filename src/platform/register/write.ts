import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { commit } from '../ledger/commitment.ts';
import type { WriteTx } from '../ledger/perform.ts';
import { copyRows } from './copy.ts';
import type { Register } from './declare.ts';
import { contentOf, listed, type StoredValues } from './rows.ts';
import { id, physicalColumns, rollupColumn, systemColumns, tableOf } from './tables.ts';

/** A version about to be written and where it came from; secrets are already encrypted and hashed. */
export interface ListedVersion {
  readonly record: string;
  readonly version: number;
  readonly stored: StoredValues;
  readonly source?: { readonly import: string; readonly sheet: string; readonly row: number };
}

/** The same with the stored values by the names of their columns; what is not named is empty. */
export interface NewVersion extends Omit<ListedVersion, 'stored'> {
  readonly stored: Readonly<Record<string, unknown>>;
}

/** A version that stops being current. */
export interface Retirement {
  readonly record: string;
  readonly version: number;
}

/**
 * Writes versions and their commitments in one statement, and counts them where the register keeps a running count.
 * Whoever calls this is inside an act: the transaction gives the act, the moment and the place in the act's record tree.
 */
export const writeVersions = (tx: WriteTx, register: Register, versions: readonly NewVersion[]): Promise<void> =>
  prepareVersions(
    tx,
    register,
    versions.map((version) => ({ ...version, stored: listed(register, version.stored) })),
  )();

/**
 * The same in two steps: commits to the versions, which takes their places in the act's record tree, and gives what then writes
 * them. So an import prepares a batch while the database still writes the one before.
 */
export function prepareVersions(
  tx: WriteTx,
  register: Register,
  versions: readonly ListedVersion[],
): () => Promise<void> {
  if (versions.length === 0) return async () => undefined;
  const { names, columns, types } = recordShape(register);
  const rows = versions.map(({ record, version, stored, source }) => {
    const { salt, commitment } = commit(contentOf(register, record, version, stored));
    const row = stored.slice();
    // In the order of `written`.
    row.push(record, version, tx.recordedAt, tx.act, tx.created.add(commitment), salt, commitment);
    row.push(source?.import ?? null, source?.sheet ?? null, source?.row ?? null);
    return row;
  });
  const table = tableOf(register).sql;
  const write = async (incoming: ReturnType<typeof sql>): Promise<void> => {
    await countAfter(
      tx,
      register,
      sql`insert into ${sql.raw(table)} as t (${columns}) select ${columns} from ${incoming}`,
      1,
    );
  };
  // COPY carries many rows at half the cost of JSON, but needs a table to land in, which is too much for a single record.
  if (rows.length < COPIED)
    return () => write(sql`json_to_recordset(${jsonRows(names, rows)}::json) as given (${types})`);
  const copy = copyRows(table, names, rows);
  return async () => write(sql`${sql.raw(await copy(tx.client))} as given`);
}

/** From this many rows on, COPY is worth its table (measured: 16 against 33 microseconds a row of 44 columns). */
const COPIED = 100;

const jsonRows = (names: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        names.map((name, at) => [name, Buffer.isBuffer(row[at]) ? `\\x${row[at].toString('hex')}` : row[at]]),
      ),
    ),
  );

/**
 * Retires versions that are still current. Those that somebody else retired meanwhile are left alone.
 * @returns how many were retired; fewer than given means a conflict that the caller must report
 */
export async function retireVersions(
  tx: WriteTx,
  register: Register,
  versions: readonly Retirement[],
  as: 'superseded' | 'voided',
  reason: string,
): Promise<number> {
  if (versions.length === 0) return 0;
  for (const one of versions) tx.retired.add(one.record, one.version);
  const updated = sql`update ${sql.raw(tableOf(register).sql)} t
    set retired_at = ${tx.recordedAt}, retired_by = ${tx.act}, retired_as = ${as}, retired_reason = ${reason}
    from json_to_recordset(${JSON.stringify(versions)}::json) as given (record uuid, version integer)
    where t.record = given.record and t.version = given.version and t.retired_at is null`;
  return countAfter(tx, register, updated, -1);
}

/** Runs the statement and, for a register with a roll-up, appends the change of its counts in the same statement. */
async function countAfter(
  tx: WriteTx,
  register: Register,
  statement: ReturnType<typeof sql>,
  sign: 1 | -1,
): Promise<number> {
  if (!register.rollup) {
    const { numAffectedRows } = await statement.execute(tx.db);
    return Number(numAffectedRows ?? 0);
  }
  const kept = register.rollup.map((key) => rollupColumn(register, key));
  const returning = kept.map(({ name, expression }) => `${expression} as ${id(name)}`).join(', ');
  const names = kept.map(({ name }) => id(name)).join(', ');
  const { rows } = await sql<{ number: string }>`
    with changed as (${statement} returning ${sql.raw(returning)}),
    counted as (
      insert into ${sql.raw(`${tableOf(register).sql}_deltas`)} (${sql.raw(names)}, number)
      select ${sql.raw(names)}, ${sign} * count(*) from changed group by ${sql.raw(names)})
    select count(*) as number from changed`.execute(tx.db);
  return Number(rows[0]!.number);
}

/** The system's columns that a new version fills. */
const written = [
  'record',
  'version',
  'recorded_at',
  'act',
  'leaf',
  'salt',
  'commitment',
  'import',
  'import_sheet',
  'import_row',
] as const;

interface Shape {
  /** Every column a new version fills: its own, then those of `written`. */
  readonly names: readonly string[];
  /** The insert's column list. */
  readonly columns: ReturnType<typeof sql.raw>;
  /** The types of the JSON rows. */
  readonly types: ReturnType<typeof sql.raw>;
}

const shapes = new WeakMap<Register, Shape>();

/** Every column a new version fills, worked out once for a register. */
function recordShape(register: Register): Shape {
  let shape = shapes.get(register);
  if (!shape) {
    const own = Object.entries(register.columns).flatMap(([key, column]) => physicalColumns(key, column));
    const system = written.map((name) => ({ name, type: systemColumns.find(([one]) => one === name)![1] }));
    const all = [...own, ...system].map(({ name, type }) => ({ name, type: type.replace(' not null', '') }));
    shape = {
      names: all.map(({ name }) => name),
      columns: sql.raw(all.map(({ name }) => id(name)).join(', ')),
      types: sql.raw(all.map(({ name, type }) => `${id(name)} ${type}`).join(', ')),
    };
    shapes.set(register, shape);
  }
  return shape;
}

/**
 * Writes the next version of a record with some of its columns changed.
 * @param before the current version as it is stored
 * @returns the number of the version written
 * @throws AppError `record.changed` when somebody was faster
 */
export async function supersede(
  tx: WriteTx,
  register: Register,
  before: Retirement,
  changed: Readonly<Record<string, unknown>>,
  reason: string,
): Promise<number> {
  const { record, version } = before;
  if ((await retireVersions(tx, register, [{ record, version }], 'superseded', reason)) !== 1)
    throw new AppError('record.changed');
  await writeVersions(tx, register, [{ record, version: version + 1, stored: { ...before, ...changed } }]);
  return version + 1;
}
