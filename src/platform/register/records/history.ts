import { sql } from 'kysely';
import type { Session } from '../../database/session.ts';
import { type Tx, transact } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import { WITHHELD } from '../../ledger/entry.ts';
import { perform } from '../../ledger/perform.ts';
import { mustBeNamed } from '../closed.ts';
import type { RecordHistory } from '../contract.ts';
import type { Register } from '../declare.ts';
import { present } from '../list.ts';
import type { StoredRow } from '../rows.ts';
import { isWithheld, mustReach, scope } from '../scope.ts';
import { tableOf } from '../tables.ts';
import { reading } from './acts.ts';
import type { RecordDesk } from './desk.ts';

interface VersionRow extends StoredRow {
  readonly recorded_at: Date;
  readonly retired_at: Date | null;
  readonly retired_as: 'superseded' | 'voided' | null;
  readonly retired_reason: string | null;
  readonly salt: Buffer | null;
  readonly act: string;
  readonly import: string | null;
  readonly import_sheet: string | null;
  readonly import_row: number | null;
  readonly act_name: string | null;
  readonly act_at: Date | null;
  readonly act_actor: string | null;
  readonly act_seq: number | null;
  readonly source_file: string | null;
}

/**
 * Every version of a record, newest first: what it held, who wrote it when, by which act of the ledger and from which row of
 * which workbook. Opening a confidential record is an act of its own.
 * @throws AppError `record.missing` when there is none or the session may not see it
 */
export async function recordHistory(
  desk: RecordDesk,
  session: Session,
  register: Register,
  record: string,
): Promise<RecordHistory> {
  mustReach(session, register, 'read');
  if (!register.policy.confidential) {
    return transact(desk.pools, session, 'read', (tx) => historyIn(tx, desk, register, record));
  }
  return perform(desk.pools, session, reading, async (tx) => {
    const result = await historyIn(tx, desk, register, record);
    const about = register.officer && result.versions[0]!.values[register.officer];
    const withheld = isWithheld(session, register, about);
    return { result, subject: record, detail: { register: register.name }, withheld };
  });
}

async function historyIn(tx: Tx, desk: RecordDesk, register: Register, record: string): Promise<RecordHistory> {
  const rows = await versionsOf(tx, register, record);
  if (rows.length === 0) throw new AppError('record.missing');
  await mustBeNamed(tx, register, rows[0]!);
  const shown = await present(tx, desk.registry, register, rows);
  const accounts = rows.map(({ act_actor: actor }) => actor).filter((actor) => actor !== null && isAccount(actor));
  const names = await desk.nameOf([...new Set(accounts as string[])]);
  const versions = rows.map((row, index) => ({
    ...shown[index]!,
    recordedAt: row.recorded_at.toISOString(),
    retiredAt: row.retired_at?.toISOString() ?? null,
    retiredAs: row.retired_as,
    retiredReason: row.retired_reason,
    erased: row.salt === null,
    act: {
      id: row.act,
      name: row.act_name ?? '',
      at: (row.act_at ?? row.recorded_at).toISOString(),
      actor: row.act_actor === 'system' || row.act_actor === null ? null : (names.get(row.act_actor) ?? row.act_actor),
      seq: row.act_seq,
    },
    source: row.import
      ? { import: row.import, file: row.source_file ?? '', sheet: row.import_sheet, row: row.import_row }
      : null,
  }));
  return { register: register.name, record, versions };
}

const isAccount = (actor: string): boolean => ![WITHHELD, 'system', 'public'].includes(actor);

async function versionsOf(tx: Tx, register: Register, record: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select t.*, a.act as act_name, a.at as act_at, a.actor as act_actor, e.seq as act_seq, f.file_name as source_file
    from ${sql.raw(tableOf(register).sql)} t
    left join ledger.acts a on a.id = t.act
    left join ledger.entries e on e.act = t.act
    left join lateral imports.source_file(t.import) as f(file_name) on true
    where t.record = ${record} and ${scope(tx.session, register, 't')}
    order by t.version desc`.execute(tx.db);
  return rows;
}
