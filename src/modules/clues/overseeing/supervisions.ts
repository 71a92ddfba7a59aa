import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { scope } from '../../../platform/register/scope.ts';
import type { SupervisedClue, SupervisionBoard } from '../contract/overseeing.ts';
import { clues, supervisions } from '../registers.ts';

/** Lines of the board shown at a time. */
const PAGE = 100;

/** A letter that was answered waits for whoever wrote it; one whose day has passed without an answer is late. */
const standing = (today: Day): RawBuilder<string> =>
  sql<string>`case when s.reported_on is not null then 'ANSWERED' when s.due_on < ${today} then 'LATE' else 'DUE' end`;

/** Supervisions that stand, as far as the session sees their clues: a partial index holds them, whatever was lifted. */
export const standingIn = (tx: Tx, today: Day): RawBuilder<unknown> =>
  sql`select s.*, ${standing(today)} as standing from clues.supervisions s
    where s.retired_at is null and s.lifted_on is null and ${scope(tx.session, supervisions, 's')}`;

/** The board of supervised clues (督办): how many stand how, and the letters, late ones first. */
export function boardOf(
  { pools, now }: Pick<MatterDesk, 'pools' | 'now'>,
  session: Session,
  offset: number,
): Promise<SupervisionBoard> {
  const today = dayOf(now?.() ?? new Date());
  return transact(pools, session, 'read', async (tx) => {
    const { rows: counts } = await sql<{ standing: SupervisedClue['standing']; number: number }>`
      select standing, count(*)::integer as number from (${standingIn(tx, today)}) s group by 1`.execute(tx.db);
    const { rows } = await sql<SupervisedClue>`
      select s.record, s.clue, c.serial_no as "serialNo", c.state, s.letter_no as "letterNo", s.supervisor, s.way,
        s.issued_on::text as "issuedOn", s.due_on::text as "dueOn", s.reported_on::text as "reportedOn", s.standing
      from (${standingIn(tx, today)}) s
      join clues.clues c on c.record = s.clue and c.retired_at is null and ${scope(session, clues, 'c')}
      order by array_position(array['LATE', 'DUE', 'ANSWERED'], s.standing), s.due_on nulls last, s.letter_no, s.record
      limit ${PAGE + 1} offset ${offset}`.execute(tx.db);
    const of = (kind: SupervisedClue['standing']): number => counts.find((one) => one.standing === kind)?.number ?? 0;
    return {
      late: of('LATE'),
      due: of('DUE'),
      answered: of('ANSWERED'),
      rows: rows.slice(0, PAGE),
      more: rows.length > PAGE,
    };
  });
}
