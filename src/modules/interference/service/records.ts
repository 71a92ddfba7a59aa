import { sql } from 'kysely';
import type { z } from 'zod';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { advance, type MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { scope } from '../../../platform/register/scope.ts';
import type { OwnRecord, person } from '../contract.ts';
import { interferenceMatter, newNumber } from '../matter.ts';
import { records } from '../registers.ts';

/**
 * Files a record of the officer signed in: who recorded, in which unit and when is the program's to say.
 * @param input fields of the lifecycle's RECORD action
 * @throws AppError `record.values` naming the columns, `interference.future`, `interference.unknownOfficer`
 */
export async function fileRecord(
  desk: MatterDesk,
  session: Session,
  input: Readonly<Record<string, string | null>>,
): Promise<string> {
  const unit = await transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<{ unit: string }>`select unit from organisation.officers
      where record = ${session.officer} and retired_at is null`.execute(tx.db);
    return rows[0]?.unit;
  });
  if (!unit) throw new AppError(session.officer ? 'access.denied' : 'access.unbound', { permission: records.words });
  const own = Object.fromEntries(Object.entries(input).filter(([key]) => Object.hasOwn(records.columns, key)));
  const values = { ...own, number: newNumber(new Date()), recorder: session.officer, unit };
  return (await advance(desk, session, interferenceMatter, { action: 'RECORD', input, values })).record;
}

/** Officers of exactly this name or number, so that a recorder can say which of them asked. */
export function findPeople(desk: MatterDesk, session: Session, asked: string): Promise<z.infer<typeof person>[]> {
  return transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<z.infer<typeof person>>`
      select officer_no as "officerNo", name, unit, post from interference.people(${asked.trim()})`.execute(tx.db);
    return rows;
  });
}

interface OwnRow extends Omit<OwnRecord, 'filedAt' | 'sealedAt' | 'sealedSameDay' | 'seq' | 'lagDays'> {
  readonly filedAt: Date | null;
  readonly sealedAt: Date | null;
  readonly seq: string | null;
  readonly lagDays: string | null;
}

/** The officer's own records, newest first, each with its seal: the first signed tree head over the filing, and its day. */
export function ownRecords(desk: MatterDesk, session: Session): Promise<OwnRecord[]> {
  return transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<OwnRow>`
      select t.record, t.version, t.number, encode(f.commitment, 'hex') as commitment, t.addition, t.asker_name as "askerName", t.asked_on::text as "askedOn", t.filed_at as "filedAt",
             t.lag_days as "lagDays", t.back_filled as "backFilled", t.state, e.seq,
             (select min(c.at) from ledger.checkpoints c where c.size > e.seq) as "sealedAt"
      from interference.records t
      join interference.records f on f.record = t.record and f.version = 1
      left join ledger.entries e on e.act = f.act
      where t.retired_at is null and t.recorder = ${session.officer} and ${scope(session, records, 't')}
      order by t.filed_at desc nulls last, t.record limit 200`.execute(tx.db);
    return rows.map((row) => ({
      ...row,
      filedAt: row.filedAt?.toISOString() ?? null,
      lagDays: row.lagDays === null ? null : Number(row.lagDays),
      seq: row.seq === null ? null : Number(row.seq),
      sealedAt: row.sealedAt?.toISOString() ?? null,
      sealedSameDay: row.sealedAt && row.filedAt ? dayOf(row.sealedAt) === dayOf(row.filedAt) : null,
    }));
  });
}
