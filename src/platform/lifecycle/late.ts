import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../database/session.ts';
import { transact } from '../database/transact.ts';
import type { Register } from '../register/declare.ts';
import { scope } from '../register/scope.ts';
import { snake, tableOf } from '../register/tables.ts';
import { titleColumn, titlesIn } from '../register/titles.ts';
import { type MatterDesk, stateOf } from './advance.ts';
import type { LateReport } from './contract.ts';
import { actionsOf } from './declare.ts';
import type { Matter } from './matter.ts';

interface LateRow {
  readonly running: string;
  readonly record: string;
  readonly title: string;
  readonly state: string;
  readonly unit: string | null;
  readonly clock: string;
  readonly due_at: Date;
  readonly stopped_at: Date | null;
  readonly days_late: string;
  readonly lay: { state: string; days: number }[] | null;
}

/** At most so many rows, and the report says so: a month in which more were late has another trouble than its report. */
const MOST = 5_000;

/**
 * The monthly report of what was late and where it lay how long: every limit that was overdue on some day of the month, with the
 * unit in charge now and the days its matter spent in each state from the limit's start up to the month's end (or until it stopped).
 * @param month `2021-05`, by the days of Asia/Shanghai
 */
export function lateIn(desk: MatterDesk, session: Session, matter: Matter, month: string): Promise<LateReport> {
  const { register, companions } = matter;
  const [steps, clocks, table] = [companions.steps, companions.clocks, register].map((one) =>
    sql.raw(tableOf(one).sql),
  );
  const earlier = companions.history ? pastEntries(matter, companions.history) : sql``;
  const unit = register.unit ? sql.ref(`t.${snake(register.unit)}`) : sql`null::uuid`;
  return transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<LateRow>`
      with month as (
        select (${`${month}-01`}::date)::timestamp at time zone 'Asia/Shanghai' as first,
               least((${`${month}-01`}::date + interval '1 month')::timestamp at time zone 'Asia/Shanghai', now()) as last),
      late as (
        select c.record as running, c.matter, c.clock, c.started_at, c.due_at, c.stopped_at, least(coalesce(c.stopped_at, month.last), month.last) as until
        from ${clocks} c, month
        where c.retired_at is null and c.late_at < month.last and (c.stopped_at is null or c.stopped_at > greatest(c.late_at, month.first))
          and exists (select from ${table} t where t.record = c.matter and t.retired_at is null and ${scope(session, register, 't')})
        order by c.due_at limit ${MOST + 1}),
      entries as (
        select s.matter, s.number, s.to_state as state, s.taken_at as entered
        from ${steps} s where s.retired_at is null and s.matter in (select matter from late)
        ${earlier}),
      stays as (
        select matter, state, entered, lead(entered) over (partition by matter order by number) as gone from entries),
      lay as (
        select l.running, s.state,
               sum(extract(epoch from least(coalesce(s.gone, l.until), l.until) - greatest(s.entered, l.started_at))) / 86400 as days
        from late l join stays s on s.matter = l.matter and s.entered < l.until and (s.gone is null or s.gone > l.started_at)
        group by 1, 2),
      places as (
        select running,
               json_agg(json_build_object('state', state, 'days', round(days, 1)) order by days desc) as lay
        from lay group by 1)
      select l.running, t.record, ${sql.ref(`t.${snake(titleColumn(register))}`)}::text as title,
             ${sql.ref(`t.${stateOf(register)}`)} as state, ${unit} as unit, l.clock, l.due_at, l.stopped_at,
             extract(epoch from l.until - l.due_at) / 86400 as days_late, p.lay
      from late l join ${table} t on t.record = l.matter and t.retired_at is null
      left join places p using (running)
      order by days_late desc, t.record`.execute(tx.db);
    const shown = rows.slice(0, MOST);
    const inCharge = register.unit ? desk.registry.catalogue.get(register.columns[register.unit]!.to!) : undefined;
    const units = inCharge && (await titlesIn(tx, inCharge, new Set(shown.map((row) => row.unit))));
    return {
      month,
      cut: rows.length > MOST,
      rows: shown.map((row) => ({
        limit: row.running,
        record: row.record,
        title: row.title,
        state: row.state,
        unit: units?.get(row.unit ?? '') ?? null,
        clock: row.clock,
        dueAt: row.due_at.toISOString(),
        stoppedAt: row.stopped_at?.toISOString() ?? null,
        daysLate: Math.round(Number(row.days_late) * 10) / 10,
        lay: row.lay ?? [],
      })),
    };
  });
}

/** Entries into states by steps that were handed in with the matter's past. Steps that lead nowhere else leave it where it is. */
function pastEntries({ lifecycle }: Matter, history: Register): RawBuilder<unknown> {
  const moves = actionsOf(lifecycle).flatMap(([action, { to }]) => (to === undefined ? [] : [{ action, state: to }]));
  return sql`union all
        select h.matter, h.number, m.state, h.taken_at
        from ${sql.raw(tableOf(history).sql)} h
        join json_to_recordset(${JSON.stringify(moves)}::json) as m (action text, state text) using (action)
        where h.retired_at is null and h.matter in (select matter from late)`;
}
