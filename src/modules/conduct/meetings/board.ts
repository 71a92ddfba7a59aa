import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type Pools, type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { scope } from '../../../platform/register/scope.ts';
import { meetings } from '../../programme/index.ts';
import { problemItems } from '../registers.ts';
import type { Board, LifeMeeting, Point } from './contract.ts';

/** Life meetings (民主生活会、组织生活会), newest first, with what became of their points. */
export function listMeetings(
  pools: Pools,
  session: Session,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ meetings: LifeMeeting[]; more: boolean }> {
  return transact(pools, session, 'read', async (tx) => {
    const rows = await meetingRows(tx, session, sql`true`, offset, limit + 1);
    return { meetings: rows.slice(0, limit), more: rows.length > limit };
  });
}

/** One life meeting with its points. @throws AppError `record.missing` */
export function boardOf(pools: Pools, session: Session, record: string): Promise<Board> {
  return transact(pools, session, 'read', async (tx) => {
    const [meeting] = await meetingRows(tx, session, sql`m.record = ${record}`, 0, 1);
    if (!meeting) throw new AppError('record.missing');
    const { rows } = await sql<Point>`
      select p.record, p.version, p.number, p.text, o.name as "ownerName", p.due_on::text as "dueOn", p.state,
        coalesce(p.state <> 'VERIFIED' and p.due_on < ${dayOf(new Date())}, false) as overdue
      from conduct.problem_items p left join organisation.officers o on o.record = p.owner and o.retired_at is null
      where p.meeting = ${record} and p.retired_at is null and ${scope(session, problemItems, 'p')}
      order by p.due_on nulls first, p.number`.execute(tx.db);
    return { ...meeting, board: rows };
  });
}

async function meetingRows(tx: Tx, session: Session, which: RawBuilder<unknown>, offset: number, limit: number) {
  const { rows } = await sql<LifeMeeting>`
    select m.record, m.kind, m.title, u.name as "unitName", m.held_on::text as "heldOn",
      coalesce(c.points, 0) as points, coalesce(c.unclaimed, 0) as unclaimed, coalesce(c.verified, 0) as verified
    from programme.meetings m join organisation.units u on u.record = m.unit and u.retired_at is null
    left join (
      select p.meeting, count(*)::int as points, (count(*) filter (where p.state = 'FOUND'))::int as unclaimed,
        (count(*) filter (where p.state = 'VERIFIED'))::int as verified
      from conduct.problem_items p where p.retired_at is null and ${scope(session, problemItems, 'p')} group by p.meeting
    ) c on c.meeting = m.record
    where m.retired_at is null and m.kind in ('DEMOCRATIC_LIFE', 'ORGANISATIONAL_LIFE') and ${which} and ${scope(session, meetings, 'm')}
    order by m.held_on desc, m.record desc limit ${limit} offset ${offset}`.execute(tx.db);
  return rows;
}
