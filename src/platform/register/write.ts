import { sql } from 'kysely';
import { commit } from '../ledger/commitment.ts';
import type { WriteTx } from '../ledger/perform.ts';
import type { Register } from './declare.ts';
import { contentOf } from './rows.ts';
import { id, physicalColumns, rollupColumn, systemColumns, tableOf } from './tables.ts';

/** A version about to be written: stored column values (secrets already encrypted and hashed), and where it came from. */
export interface NewVersion {
  readonly record: string;
  readonly version: number;
  readonly stored: Readonly<Record<string, unknown>>;
  readonly source?: { readonly import: string; readonly sheet: string; readonly row: number };
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
export async function writeVersions(tx: WriteTx, register: Register, versions: readonly NewVersion[]): Promise<void> {
  if (versions.length === 0) return;
  const rows = versions.map((one) => {
    const { salt, commitment } = commit(contentOf(register, one.record, one.version, one.stored));
    return {
      ...jsonOf(one.stored),
      record: one.record,
      version: one.version,
      recorded_at: tx.recordedAt,
      act: tx.act,
      leaf: tx.created.add(commitment),
      salt: bytes(salt),
      commitment: bytes(commitment),
      import: one.source?.import,
      import_sheet: one.source?.sheet,
      import_row: one.source?.row,
    };
  });
  const { columns, types } = recordShape(register);
  const inserted = sql`insert into ${sql.raw(tableOf(register).sql)} (${columns})
    select ${columns} from json_to_recordset(${JSON.stringify(rows)}::json) as given (${types})`;
  await countAfter(tx, register, inserted, 1);
}

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
  const prefix = sign === 1 ? '' : 't.';
  const returning = kept
    .map(({ name, expression }) => `${expression.replace(name, prefix + name)} as ${name}`)
    .join(', ');
  const names = kept.map(({ name }) => name).join(', ');
  const { rows } = await sql<{ number: string }>`
    with changed as (${statement} returning ${sql.raw(returning)}),
    counted as (
      insert into ${sql.raw(`${tableOf(register).sql}_deltas`)} (${sql.raw(names)}, number)
      select ${sql.raw(names)}, ${sign} * count(*) from changed group by ${sql.raw(names)})
    select count(*) as number from changed`.execute(tx.db);
  return Number(rows[0]!.number);
}

const bytes = (value: Uint8Array): string =>
  `\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')}`;

/** Bytes travel in JSON as PostgreSQL's hex form. */
function jsonOf(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(stored)) row[name] = Buffer.isBuffer(value) ? bytes(value) : value;
  return row;
}

const shapes = new WeakMap<Register, { columns: ReturnType<typeof sql.raw>; types: ReturnType<typeof sql.raw> }>();

/** The insert's column list and the types of the JSON rows, worked out once for a register. */
function recordShape(register: Register): { columns: ReturnType<typeof sql.raw>; types: ReturnType<typeof sql.raw> } {
  let shape = shapes.get(register);
  if (!shape) {
    const own = Object.entries(register.columns).flatMap(([key, column]) => physicalColumns(key, column));
    const system = systemColumns
      .filter(([name]) => !name.startsWith('retired'))
      .map(([name, type]) => ({ name, type }));
    const all = [...own, ...system].map(({ name, type }) => ({ name, type: type.replace(' not null', '') }));
    shape = {
      columns: sql.raw(all.map(({ name }) => id(name)).join(', ')),
      types: sql.raw(all.map(({ name, type }) => `${id(name)} ${type}`).join(', ')),
    };
    shapes.set(register, shape);
  }
  return shape;
}
