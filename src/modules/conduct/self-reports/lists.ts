import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { scope } from '../../../platform/register/scope.ts';
import type { DeskReport, deskQuery, OwnReport } from '../contract/self-reports.ts';
import { selfReportLifecycle } from '../lifecycle.ts';
import { selfReports } from '../registers.ts';
import type { SelfExaminationDesk } from './desk.ts';
import { reportRests } from './rests.ts';

/** Reports on a page of the desk's list, and of those that wait. */
const PAGE = 50;
const WAITING = 200;
const OPEN = Object.keys(selfReportLifecycle.states).filter(
  (state) => !selfReportLifecycle.final.includes(state as never),
);

interface Stored extends Omit<OwnReport, 'submittedAt' | 'sealedAt' | 'seq' | 'steps'> {
  readonly submittedAt: Date;
  readonly sealedAt: Date | null;
  readonly seq: string | null;
}

/** What every list says of a report: its place in the ledger, and the first signed tree head over it. */
const columns = sql.raw(`t.record, t.version, t.number, t.submitted_at as "submittedAt", t.state,
  (select a.number from conduct.self_reports a where a.record = t.amends and a.retired_at is null) as amends,
  s.act is not null as sealed, e.seq,
  (select min(c.at) from ledger.checkpoints c where c.size > e.seq) as "sealedAt"`);
const joined = sql.raw(`left join conduct.self_report_seals s on s.report = t.record and s.retired_at is null
  left join ledger.entries e on e.act = s.act`);

const told = <S extends Stored>(row: S) => ({
  ...row,
  submittedAt: row.submittedAt.toISOString(),
  sealedAt: row.sealedAt?.toISOString() ?? null,
  seq: row.seq === null ? null : Number(row.seq),
});

/** The officer's own reports, newest first, each with every step that was taken: who looked, when, and why. */
export async function ownReports(desk: SelfExaminationDesk, session: Session): Promise<OwnReport[]> {
  const [reports, steps] = await transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<Stored>`
      select ${columns} from conduct.self_reports t ${joined}
      where t.retired_at is null and t.officer = ${session.officer} and ${scope(session, selfReports, 't')}
      order by t.submitted_at desc, t.record desc limit 200`.execute(tx.db);
    return [
      rows,
      await stepsOf(
        tx,
        rows.map(({ record }) => record),
      ),
    ] as const;
  });
  const names = await desk.nameOf([...new Set(steps.map(({ account }) => account))].filter((one) => one !== 'system'));
  return reports.map((row) => ({
    ...told(row),
    steps: steps
      .filter(({ matter }) => matter === row.record)
      .map(({ action, account, at, reason }) => ({
        action,
        by: names.get(account) ?? null,
        at: at.toISOString(),
        reason,
      })),
  }));
}

interface Taken {
  readonly matter: string;
  readonly action: string;
  readonly account: string;
  readonly at: Date;
  readonly reason: string | null;
}

async function stepsOf(tx: Tx, records: readonly string[]): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select matter, action, account, taken_at as at, reason from conduct.self_report_steps
    where matter = any (${records}) and retired_at is null order by matter, number`.execute(tx.db);
  return rows;
}

type StoredAtDesk = Stored & Omit<DeskReport, keyof OwnReport>;

/** What the desk has to do with: sealed ones that nobody opened first, then the oldest; or all, the latest first, page by page. */
export function deskReports(
  { pools }: SelfExaminationDesk,
  session: Session,
  { which, cursor }: z.output<typeof deskQuery>,
): Promise<{ reports: DeskReport[]; next: string | null }> {
  const [moment, record] = cursor?.split(' ') ?? [];
  const after =
    moment && record ? sql`and (t.submitted_at, t.record) < (${moment}::timestamptz, ${record}::uuid)` : sql``;
  return transact(pools, session, 'read', async (tx) => {
    if (which === 'waiting') {
      const first = sql`t.state <> 'SUBMITTED', s.act is null, t.submitted_at, t.record`;
      const rows = await atDesk(
        tx,
        sql`and t.state = any (${OPEN}) and not ${reportRests('t')} order by ${first} limit ${WAITING}`,
      );
      return { reports: rows, next: null };
    }
    const rows = await atDesk(tx, sql`${after} order by t.submitted_at desc, t.record desc limit ${PAGE + 1}`);
    const reports = rows.slice(0, PAGE);
    const last = reports.at(-1);
    return { reports, next: rows.length > PAGE && last ? `${last.submittedAt} ${last.record}` : null };
  });
}

async function atDesk(tx: Tx, rest: RawBuilder<unknown>): Promise<DeskReport[]> {
  const { rows } = await sql<StoredAtDesk>`
    select ${columns}, t.officer, o.officer_no as "officerNo", o.name as "officerName", u.name as "unitName",
      (select count(*) from conduct.self_report_steps p where p.matter = t.record and p.retired_at is null
        and p.action in ('UNSEAL', 'UNSEAL_AGAIN'))::integer as opened
    from conduct.self_reports t ${joined}
    join organisation.officers o on o.record = t.officer and o.retired_at is null
    join organisation.units u on u.record = t.unit and u.retired_at is null
    where t.retired_at is null and ${scope(tx.session, selfReports, 't')} ${rest}`.execute(tx.db);
  return rows.map(told);
}
