import { sql } from 'kysely';
import { dayOf } from '../../platform/calendar/day.ts';
import type { Settle } from '../../platform/register/breach.ts';
import { type Fault, fault } from '../../platform/register/faults.ts';

interface ClosedRow {
  readonly sheet: string;
  readonly row: number;
  readonly drawn_on: string;
  readonly closed_on: string;
  readonly open: number;
}

/**
 * A round counts in bulletins from the day that closes it on. The last result sets that day; entered by hand, as for rounds that were
 * finished before the day was kept, it neither comes before the draw or after today, nor while a case has no result.
 */
export const closingDays: Settle = async (tx) => {
  const { rows } = await sql<ClosedRow>`
    select a.import_sheet as sheet, a.import_row as row, a.drawn_on::text, a.closed_on::text,
           (select count(*)::int from recheck.results r
            where r.draw = a.record and r.retired_at is null and r.state <> 'DONE') as open
    from recheck.draws a left join recheck.draws e on e.record = a.record and e.version = a.version - 1
    where a.act = ${tx.act} and a.retired_at is null and a.closed_on is not null and a.closed_on is distinct from e.closed_on`.execute(
    tx.db,
  );
  const today = dayOf(new Date(tx.recordedAt));
  return rows.flatMap(({ sheet, row, ...round }) => {
    const wrong = wrongIn(round, today);
    return wrong ? [{ sheet, row, key: 'closedOn', fault: wrong }] : [];
  });
};

function wrongIn({ drawn_on, closed_on, open }: Omit<ClosedRow, 'sheet' | 'row'>, today: string): Fault | null {
  if (open > 0) return fault('set.roundOpen', { open });
  if (closed_on < drawn_on) return fault('set.roundBeforeDraw', { day: drawn_on });
  return closed_on > today ? fault('set.roundAhead') : null;
}
