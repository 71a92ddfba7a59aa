import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { defineAct } from '../../../platform/ledger/acts.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import type { RecordDesk } from '../../../platform/register/records/desk.ts';
import { mustReach, scope } from '../../../platform/register/scope.ts';
import { retireVersions, writeVersions } from '../../../platform/register/write.ts';
import { words } from '../../../platform/words.ts';
import type { QuarterLine, QuarterView } from '../contract/books.ts';
import { clues, quarterReports } from '../registers.ts';
import { type Quarter, quarterOf, stateOn } from './rules.ts';

export const reportingQuarter = defineAct({
  name: 'clues.report-quarter',
  words: words('报送季度办结情况', 'Report what was closed in a quarter'),
  permission: 'clues.report-quarter',
  rule: 'clues.quarter@1',
});

export type QuarterDesk = MatterDesk & Pick<RecordDesk, 'nameOf'>;

/** What every handling unit closed in a quarter, and how its report stands (reference 7, W19 art. 18). */
export const quarterIn = (desk: QuarterDesk, session: Session, name: string): Promise<QuarterView> =>
  transact(desk.pools, session, 'read', async (tx) => {
    const quarter = quarterOf(name, desk.calendar);
    const rows = await linesOf(tx, quarter, null);
    const names = await desk.nameOf(rows.flatMap(({ account }) => account ?? []));
    const today = dayOf(desk.now?.() ?? new Date());
    const { from, to, dueOn, source } = quarter;
    const lines = rows.map(({ account, list, reportedList, reported: _, version: __, ...row }) => ({
      ...row,
      reportedBy: account && (names.get(account) ?? account),
      state: stateOn(quarter, row.reportedOn, today),
      changed: reportedList !== null && reportedList !== list,
    }));
    return { quarter: name, from, to, dueOn, source, lines };
  });

/**
 * Reports what a unit closed in a quarter that is over: the number and a hash of the list, so that a clue that is added or changed
 * afterwards shows. Reporting again takes the place of the report before.
 * @throws AppError `clue.quarter` while the quarter runs, or where the unit handled nothing
 */
export async function reportQuarter(
  desk: QuarterDesk,
  session: Session,
  { unit, quarter: name }: { readonly unit: string; readonly quarter: string },
): Promise<void> {
  mustReach(session, quarterReports, 'write');
  await perform(desk.pools, session, reportingQuarter, async (tx) => {
    const quarter = quarterOf(name, desk.calendar);
    const today = dayOf(desk.now?.() ?? new Date(tx.recordedAt));
    const [line] = await linesOf(tx, quarter, unit);
    if (!line || today <= quarter.to) throw new AppError('clue.quarter', { quarter: name });
    const { reported, version } = line;
    if (reported)
      await retireVersions(tx, quarterReports, [{ record: reported, version: version! }], 'superseded', '重新报送');
    const stored = {
      unit,
      quarter: name,
      closed: line.closed,
      list: line.list,
      reported_on: today,
      account: session.account,
    };
    await writeVersions(tx, quarterReports, [{ record: reported ?? uuidv7(), version: (version ?? 0) + 1, stored }]);
    return { result: undefined, subject: unit, detail: { quarter: name, closed: line.closed, list: line.list } };
  });
}

interface LineRow extends Omit<QuarterLine, 'state' | 'changed' | 'reportedBy'> {
  readonly account: string | null;
  /** Hash of the list as it is, and as it was reported. */
  readonly list: string;
  readonly reportedList: string | null;
  readonly reported: string | null;
  readonly version: number | null;
}

/** Units that had a clue in hand in the quarter; a unit that closed none reports that. */
async function linesOf(tx: Tx, { name, from, to }: Quarter, only: string | null): Promise<LineRow[]> {
  const closed = sql<boolean>`(t.state in ('CLOSED', 'RECHECKED') and t.conclusion is not null and t.closed_on between ${from}::date and ${to}::date)`;
  const { rows } = await sql<LineRow>`
    with handled as (
      select t.handling_unit as unit, count(*) filter (where ${closed})::int as closed,
             count(*) filter (where ${closed} and t.conclusion in ('SUBSTANTIATED', 'PARTLY'))::int as substantiated,
             count(*) filter (where t.closed_on is null or t.closed_on > ${to}::date)::int as "inHand",
             encode(sha256(convert_to(coalesce(string_agg(t.serial_no || ' ' || t.conclusion || ' ' || t.closed_on, E'\\n'
               order by t.serial_no collate "C") filter (where ${closed}), ''), 'UTF8')), 'hex') as list
      from clues.clues t
      where t.retired_at is null and t.handling_unit is not null and (${only}::uuid is null or t.handling_unit = ${only}::uuid)
        and t.received_on <= ${to}::date and (t.closed_on is null or t.closed_on >= ${from}::date)
        and ${scope(tx.session, clues, 't')}
      group by 1)
    select h.*, u.name as "unitName", r.reported_on::text as "reportedOn", r.account, r.list as "reportedList", r.record as reported, r.version
    from handled h join organisation.units u on u.record = h.unit and u.retired_at is null
    left join clues.quarter_reports r on r.unit = h.unit and r.quarter = ${name} and r.retired_at is null
    order by u.code limit 1000`.execute(tx.db);
  return rows.map(({ unit, ...row }) => ({ ...row, unit }));
}
