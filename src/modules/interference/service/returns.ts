import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { type Day, dayOf, startOfDay } from '../../../platform/calendar/day.ts';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { rootOf } from '../../../platform/ledger/merkle.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import type { RecordDesk } from '../../../platform/register/records/desk.ts';
import { type LedgerDesk, proveRecordVersion } from '../../../platform/register/records/proof.ts';
import { mustReach, reaches } from '../../../platform/register/scope.ts';
import { writeVersions } from '../../../platform/register/write.ts';
import { signing } from '../acts.ts';
import type { DueReturn, returnCheck } from '../contract.ts';
import { RETURN_FORMAT, type ReturnProof } from '../proof/return-proof.ts';
import { nilReturns } from '../registers.ts';
import { type Period, type PeriodKind, periodKindOf, periodsOf, returnState } from '../rules.ts';

interface Unit {
  readonly record: string;
  readonly name: string;
  readonly system: string;
}

interface SignedPeriod {
  readonly unit: string;
  readonly record: string | null;
  readonly periodKind: string;
  readonly start: string;
  readonly submitted: string;
  readonly signedBy: string | null;
}

const isSigner = ({ roles }: Session): boolean => roles.includes('UNIT_HEAD');

/** Units that report: all in scope but the committee, which is reported to. A unit head sees the own branch. */
async function reporting(tx: Tx): Promise<Unit[]> {
  const { session } = tx;
  const all = ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'SUPERVISOR'];
  const within = session.roles.some((role) => all.includes(role))
    ? sql`true`
    : sql`u.record = any (access.subtree(${session.unit}::uuid))`;
  const { rows } = await sql<Unit>`select u.record, u.name, u.system from organisation.units u
    where u.retired_at is null and u.in_scope and u.system <> 'LEGAL_AFFAIRS_COMMITTEE' and ${within} order by u.code`.execute(
    tx.db,
  );
  return rows;
}

const nowOf = (desk: MatterDesk): Date => desk.now?.() ?? new Date();

/** What is due of each unit in a year, and what is missing. It says who signed when, and no count. */
export function dueReturns(desk: MatterDesk, session: Session, year: number): Promise<DueReturn[]> {
  const today = dayOf(nowOf(desk));
  return transact(desk.pools, session, 'read', (tx) => returnsIn(tx, year, today));
}

/**
 * The returns of a year as far as the session sees the units, with the last ones of the year before, which are due in this one.
 */
export async function returnsIn(tx: Tx, year: number, today: Day): Promise<DueReturn[]> {
  const years = [year - 1, year];
  const units = await reporting(tx);
  const { rows } = await sql<SignedPeriod>`
    select unit, record, period_kind as "periodKind", period_start::text as start, submitted_on::text as submitted,
      signed_by as "signedBy"
    from interference.signed_periods(${units.map(({ record }) => record)}::uuid[],
      make_date(${year - 1}, 1, 1), make_date(${year}, 12, 31))`.execute(tx.db);
  const signed = new Map(rows.map((row) => [`${row.unit} ${row.periodKind} ${row.start}`, row]));
  return units.flatMap((unit) => {
    const periodKind = periodKindOf(unit.system);
    return years
      .flatMap((year) => periodsOf(periodKind, year))
      .filter(({ start, end }) => start <= today && end >= `${year}-01-01`)
      .map((period): DueReturn => {
        const there = signed.get(`${unit.record} ${periodKind} ${period.start}`);
        const submittedOn = there?.submitted ?? null;
        const state = returnState(period, submittedOn, today);
        const maySign = isSigner(tx.session) && (state === 'DUE' || state === 'OVERDUE');
        const by = { record: there?.record ?? null, submittedOn, signedBy: there?.signedBy ?? null };
        return { unit: unit.record, unitName: unit.name, periodKind, ...period, state, ...by, maySign };
      });
  });
}

interface Entries {
  readonly commitments: readonly string[];
  readonly root: string;
  readonly relations: readonly string[];
}

/** The sealed entries of a period: every record filed in it, by its first version. */
async function entriesOf(tx: Tx, unit: string, { start, end }: Period): Promise<Entries> {
  const { rows } = await sql<{ commitment: Buffer; relation: string }>`select commitment, relation
    from interference.sealed_entries(${unit}, ${startOfDay(start)}, ${startOfDay(end)})`.execute(tx.db);
  return {
    commitments: rows.map(({ commitment }) => commitment.toString('hex')),
    root: rootOf(rows.map(({ commitment }) => commitment)).toString('hex'),
    relations: rows.map(({ relation }) => relation),
  };
}

const CONTACTS = ['PARTY', 'LAWYER', 'RELATIVE', 'INTERMEDIARY'];

/**
 * Signs the return of a period that is over. Nobody types a count: it is that of the sealed entries, whose Merkle root the return
 * names. The public entry says neither unit nor count; the return itself is committed.
 * @throws AppError `interference.periodOpen`, `interference.returnThere`, `record.missing` for a unit that is not one's own
 */
export async function signReturn(
  desk: MatterDesk & { nameOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>> },
  session: Session,
  asked: { readonly unit: string; readonly start: string },
): Promise<{ record: string }> {
  const now = nowOf(desk);
  const account = session.account ?? '';
  const signedBy = (await desk.nameOf([account])).get(account) ?? account;
  try {
    return await perform(desk.pools, session, signing, async (tx) => {
      const unit = (await reporting(tx)).find(({ record }) => record === asked.unit);
      if (!unit || !isSigner(session)) throw new AppError('record.missing');
      const periodKind = periodKindOf(unit.system);
      const period = periodsOf(periodKind, Number(asked.start.slice(0, 4))).find(({ start }) => start === asked.start);
      if (!period) throw new AppError('record.missing');
      if (now < startOfDay(period.end)) throw new AppError('interference.periodOpen');
      const entries = await entriesOf(tx, unit.record, period);
      const of = (kinds: readonly string[]): number => entries.relations.filter((one) => kinds.includes(one)).length;
      const stored = {
        unit: unit.record,
        period_kind: periodKind,
        period_start: period.start,
        is_nil: entries.relations.length === 0,
        record_count: entries.relations.length,
        leader_count: of(['LEADER']),
        insider_count: of(['INSIDER']),
        contact_count: of(CONTACTS),
        signed_by: signedBy,
        due_on: period.due,
        signed_at: now.toISOString(),
        entries_root: entries.root,
        submitted_on: dayOf(now),
      };
      const record = uuidv7();
      await writeVersions(tx, nilReturns, [{ record, version: 1, stored }]);
      const detail = { periodKind, periodStart: period.start };
      return { result: { record }, subject: record, detail };
    });
  } catch (error) {
    throw (error as { code?: string }).code === '23505'
      ? new AppError('interference.returnThere', {}, { cause: error })
      : error;
  }
}

/**
 * Holds a signed return against the entries that are in the store now. The program compares, so that those who read the records
 * learn that the numbers agree, and not the numbers.
 * @throws AppError `record.missing`
 */
export function checkReturn(desk: MatterDesk, session: Session, record: string): Promise<z.infer<typeof returnCheck>> {
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const { signed, entries } = await signedAndFound(tx, record);
    const signedCount = Number(signed.count);
    const foundCount = entries.relations.length;
    const holds = signed.root === null ? null : signed.root === entries.root && signedCount === foundCount;
    const counts = { signedCount, foundCount, signedRoot: signed.root, foundRoot: entries.root };
    return { holds, counts: reaches(session, nilReturns, 'read').has('all') ? counts : null };
  });
}

/**
 * A signed return with the commitments of what it counts, to be checked without this system.
 * @throws AppError `record.missing`, also for a typed return of earlier times; `record.noProof`
 */
export async function proveReturn(
  desk: RecordDesk,
  ledger: LedgerDesk,
  session: Session,
  record: string,
): Promise<ReturnProof> {
  mustReach(session, nilReturns, 'read');
  const commitments = await transact(desk.pools, session, 'read', async (tx) => {
    const { signed, entries } = await signedAndFound(tx, record);
    if (signed.root === null) throw new AppError('record.missing');
    return entries.commitments;
  });
  const proof = await proveRecordVersion(desk, ledger, session, nilReturns, record);
  return { format: RETURN_FORMAT, return: proof, commitments: [...commitments] };
}

interface SignedReturn {
  readonly unit: string;
  readonly kind: PeriodKind;
  readonly start: string;
  readonly root: string | null;
  readonly count: string;
}

async function signedAndFound(tx: Tx, record: string): Promise<{ signed: SignedReturn; entries: Entries }> {
  const { rows } = await sql<SignedReturn>`
    select unit, period_kind as kind, period_start::text as start, entries_root as root, record_count as count
    from interference.nil_returns where record = ${record} and retired_at is null`.execute(tx.db);
  const signed = rows[0];
  const period =
    signed && periodsOf(signed.kind, Number(signed.start.slice(0, 4))).find(({ start }) => start === signed.start);
  if (!period) throw new AppError('record.missing');
  return { signed, entries: await entriesOf(tx, signed.unit, period) };
}
