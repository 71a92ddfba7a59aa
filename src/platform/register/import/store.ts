import { sql } from 'kysely';
import type { Tx } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import { type Memory, normaliseHeader, type SheetPlan } from './recognise.ts';
import type { Finding } from './sheet-reader.ts';
import type { Counts } from './sheet-run.ts';

export type ImportState =
  | 'waiting'
  | 'checking'
  | 'checked'
  | 'registering'
  | 'registered'
  | 'refused'
  | 'cancelled'
  | 'takenBack';

/** One file handed in, as `imports.imports` keeps it. */
export interface ImportRow {
  readonly id: string;
  readonly file_name: string;
  readonly size: number;
  readonly sha256: string;
  readonly account: string | null;
  readonly unit: string | null;
  readonly created_at: Date;
  readonly state: ImportState;
  readonly progress: number;
  readonly plan: readonly SheetPlan[];
  readonly counts: Counts | null;
  readonly faults: number;
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
  readonly act: string | null;
  readonly run: number;
}

const COLUMNS = sql.raw(
  'id, file_name, size, sha256, account, unit, created_at, state, progress, plan, counts, faults, refusal, act, run',
);

/** @throws AppError `record.missing` when there is none, or it is somebody else's */
export async function readImport(tx: Tx, id: string): Promise<ImportRow> {
  const { rows } = await sql<ImportRow>`select ${COLUMNS} from imports.imports where id = ${id}`.execute(tx.db);
  if (!rows[0]) throw new AppError('record.missing');
  return rows[0];
}

export async function recentImports(tx: Tx, before: Date | undefined, limit: number): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${COLUMNS} from imports.imports
    where ${before ? sql`created_at < ${before}` : sql`true`} order by created_at desc, id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

/** Imports that were to be checked, or were being checked, when the program ended. */
export async function unfinishedImports(tx: Tx): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select id from imports.imports where state in ('waiting', 'checking') order by created_at`.execute(tx.db);
  return rows;
}

/** The registered import of the very same bytes, if there is one. */
export async function sameFile(tx: Tx, sha256: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${COLUMNS} from imports.imports where sha256 = ${sha256} and state = 'registered' limit 1`.execute(tx.db);
  return rows[0];
}

export async function insertImport(
  tx: Tx,
  file: Pick<ImportRow, 'id' | 'file_name' | 'size' | 'sha256' | 'account' | 'unit'>,
): Promise<void> {
  await sql`insert into imports.imports (id, file_name, size, sha256, account, unit, state)
    values (${file.id}, ${file.file_name}, ${file.size}, ${file.sha256}, ${file.account}, ${file.unit}, 'waiting')`.execute(
    tx.db,
  );
}

type Change = Partial<Pick<ImportRow, 'state' | 'progress' | 'plan' | 'counts' | 'faults' | 'refusal' | 'act' | 'run'>>;

/**
 * Changes an import that is in one of the given states.
 * @returns false when it is in another one by now: somebody was faster
 */
export async function changeImport(tx: Tx, id: string, from: readonly ImportState[], change: Change): Promise<boolean> {
  const sets = Object.entries(change).map(([name, value]) => {
    const stored = typeof value === 'object' && value !== null ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`;
    return sql`${sql.id(name)} = ${stored}`;
  });
  const { numAffectedRows } = await sql`
    update imports.imports set ${sql.join(sets)}, finished_at = case when ${change.state ?? ''} in
      ('registered', 'refused', 'cancelled', 'takenBack') then clock_timestamp() else finished_at end
    where id = ${id} and state = any (${from}::text[])`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** Keeps what a run found; the next run's findings stand beside them under its own number. */
export async function insertFindings(tx: Tx, id: string, run: number, findings: readonly Finding[]): Promise<void> {
  const rows = findings.map((finding, number) => ({
    import: id,
    run,
    number,
    severity: finding.severity,
    sheet: finding.sheet,
    row: finding.row,
    letter: finding.letter,
    header: finding.header,
    value: finding.value,
    code: finding.fault.code,
    params: finding.fault.params,
  }));
  await sql`
    insert into imports.faults (import, run, number, severity, sheet, row, letter, header, value, code, params)
    select import, run, number, severity, sheet, row, letter, header, value, code, params
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (import uuid, run integer, number integer, severity text,
      sheet text, row integer, letter text, header text, value text, code text, params jsonb)`.execute(tx.db);
}

export interface StoredFinding {
  readonly number: number;
  readonly severity: 'fault' | 'note';
  readonly sheet: string;
  readonly row: number;
  readonly letter: string | null;
  readonly header: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export async function readFindings(tx: Tx, of: ImportRow, after: number, limit: number): Promise<StoredFinding[]> {
  const { rows } = await sql<StoredFinding>`
    select number, severity, sheet, row, letter, header, value, code, params from imports.faults
    where import = ${of.id} and run = ${of.run} and number > ${after} order by number limit ${limit}`.execute(tx.db);
  return rows;
}

/** How this unit named its columns before. */
export async function readMemory(tx: Tx, unit: string | null): Promise<Memory> {
  const { rows } = await sql<{ register: string; header: string; key: string }>`
    select register, header, key from imports.memory where unit = ${unit} and key is not null`.execute(tx.db);
  const memory: Record<string, Record<string, string>> = {};
  for (const { register, header, key } of rows) memory[register] = { ...memory[register], [header]: key };
  return memory;
}

/** Remembers the headings that a person mapped by hand; what labels and aliases already say needs no memory. */
export async function remember(tx: Tx, unit: string | null, plan: readonly SheetPlan[]): Promise<void> {
  if (!unit) return;
  for (const sheet of plan) {
    for (const { header, key, by } of sheet.columns) {
      if (by !== 'person' || !sheet.register) continue;
      await sql`insert into imports.memory (unit, register, header, key)
        values (${unit}, ${sheet.register}, ${normaliseHeader(header)}, ${key})
        on conflict (unit, register, header) do update set key = excluded.key, learned_at = clock_timestamp()`.execute(
        tx.db,
      );
    }
  }
}
