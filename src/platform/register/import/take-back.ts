import { sql } from 'kysely';
import { readQuery } from '../../database/cursor.ts';
import type { Session } from '../../database/session.ts';
import { AppError } from '../../errors.ts';
import { defineAct } from '../../ledger/acts.ts';
import { perform, type WriteTx } from '../../ledger/perform.ts';
import { words } from '../../words.ts';
import type { Register } from '../declare.ts';
import { wrongValues } from '../records/form.ts';
import { referringTo } from '../records/referring.ts';
import { storedColumns } from '../rows.ts';
import { handsIn, mustReach } from '../scope.ts';
import { tableOf } from '../tables.ts';
import { type NewVersion, retireVersions, writeVersions } from '../write.ts';
import type { ImportDesk } from './service.ts';
import { checkSets } from './set-checks.ts';
import { changeImport, type ImportRow, readImport } from './store.ts';

export const takingBack = defineAct({
  name: 'imports.take-back',
  words: words('撤回已登记的报送文件', 'Take back a registered workbook'),
  permission: 'imports.hand-in',
  rule: null,
});

/** Changed rows that the refusal names; it counts them all. */
const NAMED = 20;
const BATCH = 1_000;

/**
 * Takes back everything an import brought: records it added are voided, and records it superseded get the content they had
 * before, as a new version. One act; all or nothing.
 * @throws AppError `import.changedSince` naming the rows that somebody changed or voided after the import, `import.referred` when
 *   records from elsewhere name some that it added, `record.values` when what is left would break a rule over many records,
 *   `import.state` when it is not registered, `access.denied` for whoever hands in no workbook of one of its registers
 */
export function takeBackImport(desk: ImportDesk, session: Session, id: string, reason: string): Promise<ImportRow> {
  return perform(desk.pools, session, takingBack, async (tx) => {
    const before = await readImport(tx, id);
    if (!(await changeImport(tx, id, ['registered'], { state: 'takenBack' }))) {
      throw new AppError('import.state', { state: before.state });
    }
    const names = new Set(before.plan.map(({ register }) => register).filter((name) => name !== null));
    const registers = [...names].map((name) => desk.registry.catalogue.get(name));
    for (const register of registers) {
      mustReach(session, register, 'write');
      if (!handsIn(session, register)) throw new AppError('access.denied', { permission: register.words });
      await sql`select pg_advisory_xact_lock(hashtext(${`import ${register.name}`}))`.execute(tx.db);
    }
    const changed = await changedSince(tx, registers, before);
    if (changed.count > 0) throw new AppError('import.changedSince', changed);
    for (const register of registers) await mustStandAlone(tx, desk, register, before);
    let [voided, restored] = [0, 0];
    for (const register of registers) {
      const done = await takeBackFrom(tx, register, before, reason);
      voided += done.voided;
      restored += done.restored;
    }
    for (const register of registers) {
      const breaches = await checkSets(tx, desk.registry.catalogue, register);
      if (breaches.length > 0) throw wrongValues(register, breaches.slice(0, NAMED));
    }
    return { result: await readImport(tx, id), subject: id, detail: { voided, restored } };
  });
}

/** The first and the last version the import brought of each of its records; the last one is current unless somebody acted since. */
const brought = (register: Register, { id, act }: ImportRow) => sql`
  select t.record, min(t.version) as first, max(t.version) as last,
         bool_or(t.retired_at is null) as stands,
         (array_agg(t.import_sheet order by t.version desc))[1] as sheet,
         (array_agg(t.import_row order by t.version desc))[1] as row
  from ${sql.raw(tableOf(register).sql)} t
  where t.import = ${id} and t.record in (select record from ${sql.raw(tableOf(register).sql)} where act = ${act})
  group by t.record`;

async function changedSince(
  tx: WriteTx,
  registers: readonly Register[],
  of: ImportRow,
): Promise<{ count: number; rows: string }> {
  const rows: string[] = [];
  let count = 0;
  for (const register of registers) {
    const found = await sql<{ sheet: string; row: number; count: number }>`
      select sheet, row, (count(*) over ())::int as count from (${brought(register, of)}) brought
      where not stands order by sheet, row limit ${NAMED}`.execute(tx.db);
    rows.push(...found.rows.map(({ sheet, row }) => `${sheet}!${row}`));
    count += found.rows[0]?.count ?? 0;
  }
  const named = rows.slice(0, NAMED).join('、');
  return { count, rows: count > NAMED ? `${named} …` : named };
}

/** What it added would be void, so nothing else may name it. Rows of the import itself go with it. */
async function mustStandAlone(tx: WriteTx, desk: ImportDesk, register: Register, of: ImportRow): Promise<void> {
  const added = sql`select record from (${brought(register, of)}) brought where first = 1`;
  const { count, list } = await referringTo(tx, desk.registry.catalogue, register, added, { import: of.id });
  if (count > 0) throw new AppError('import.referred', { count, list });
}

interface Brought {
  readonly record: string;
  readonly last: number;
  /** The version before the import's first one; null for a record the import added. */
  readonly earlier: number | null;
  readonly [column: string]: unknown;
}

async function takeBackFrom(
  tx: WriteTx,
  register: Register,
  of: ImportRow,
  reason: string,
): Promise<{ voided: number; restored: number }> {
  const table = sql.raw(tableOf(register).sql);
  const query = sql<Brought>`
    select brought.record, brought.last, earlier.version as earlier, earlier.import as of_import,
           earlier.import_sheet as of_sheet, earlier.import_row as of_row,
           ${sql.join(storedColumns(register).map((name) => sql`earlier.${sql.id(name)} as ${sql.id(`old ${name}`)}`))}
    from (${brought(register, of)}) brought
    left join ${table} earlier on earlier.record = brought.record and earlier.version = brought.first - 1
    order by brought.record`;
  let [voided, restored] = [0, 0];
  for await (const batch of readQuery(tx, query, BATCH)) {
    const gone = batch.filter(({ earlier }) => earlier === null);
    const back = batch.filter(({ earlier }) => earlier !== null);
    await retireAll(tx, register, gone, 'voided', reason);
    await retireAll(tx, register, back, 'superseded', reason);
    await writeVersions(
      tx,
      register,
      back.map((one) => restoredVersion(register, one)),
    );
    voided += gone.length;
    restored += back.length;
  }
  return { voided, restored };
}

async function retireAll(
  tx: WriteTx,
  register: Register,
  rows: readonly Brought[],
  as: 'voided' | 'superseded',
  reason: string,
): Promise<void> {
  const versions = rows.map(({ record, last }) => ({ record, version: last }));
  if ((await retireVersions(tx, register, versions, as, reason)) !== rows.length) throw new AppError('record.changed');
}

/** What the record held before the import, with the source that content came from. */
function restoredVersion(register: Register, row: Brought): NewVersion {
  const stored = Object.fromEntries(
    storedColumns(register).map((name) => {
      const value = row[`old ${name}`];
      return [name, value instanceof Date ? value.toISOString() : value];
    }),
  );
  const { record, last, of_import: source, of_sheet: sheet, of_row: number } = row;
  return {
    record,
    version: last + 1,
    stored,
    source: source ? { import: source as string, sheet: sheet as string, row: number as number } : undefined,
  };
}
