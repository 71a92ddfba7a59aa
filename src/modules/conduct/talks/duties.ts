import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/calendar/day.ts';
import type { WorkCalendar } from '../../../platform/calendar/working-days.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { scope } from '../../../platform/register/scope.ts';
import { officers } from '../../organisation/index.ts';
import { talks, talkTriggers } from '../registers.ts';
import type { Duty, UnitTalks } from './contract.ts';

/** Working days to hold a talk in, where the rule says none. */
const DUE_DAYS = 10;

/**
 * Every talk that must be held as of a day: found in the roster by the rules in force, or entered by hand. A rule is a record of
 * the must-talk table, so its versions and times are kept there. A duty is met by a talk of its kind since it arose, or by the talk
 * that names the trigger. Nothing here reads a clue (reference 28).
 */
const dutiesOn = (session: Session, today: string): RawBuilder<unknown> => sql`
  rules as (select * from conduct.mandatory_talk_kinds
    where retired_at is null and (valid_from is null or valid_from <= ${today}) and (valid_to is null or valid_to >= ${today})),
  here as (select * from organisation.officers o
    where o.retired_at is null and o.status in ('IN_POST', 'SECONDED') and ${scope(session, officers, 'o')}),
  found as (
    select r.record as kind, null::uuid as trigger, o.record as officer, o.unit,
      greatest(r.valid_from, o.joined_on) as occurred_on, r.due_days, null::date as due_on
    from rules r join here o on case r.basis
      when 'TEAM' then o.is_team_member and not o.is_principal_leader when 'STAFF' then not o.is_team_member end
    where coalesce(r.valid_from, o.joined_on) is not null
    union all
    select r.record, null, o.record, o.unit, p.since, r.due_days, null
    from rules r join here o on r.basis = 'NEW_POST' and o.version > 1, lateral (
      -- The first version since the last one with another place: later corrections of other columns are no new post.
      select (min(h.recorded_at) at time zone 'Asia/Shanghai')::date as since, min(h.version) as first
      from organisation.officers h where h.record = o.record and h.version > coalesce((
        select max(x.version) from organisation.officers x
        where x.record = o.record and (x.unit, x.department, x.post) is distinct from (o.unit, o.department, o.post)), 0)) p
    where p.first > 1 and (r.valid_from is null or p.since >= r.valid_from)
    union all
    select t.kind, t.record, t.officer, t.unit, t.occurred_on, null, t.due_on from conduct.talk_triggers t
    where t.retired_at is null and t.occurred_on <= ${today} and ${scope(session, talkTriggers, 't')}),
  duties as (
    select f.*, k.name as kind_name, k.code || '@' || k.version as rule, m.state as met
    from found f left join conduct.mandatory_talk_kinds k on k.record = f.kind and k.retired_at is null
    left join lateral (
      select t.state from conduct.talks t
      where t.officer = f.officer and t.retired_at is null and t.state in ('HELD', 'CONFIRMED') and ${scope(session, talks, 't')}
        and (t.trigger = f.trigger or (t.mandatory_kind = f.kind and t.held_on >= f.occurred_on))
      order by t.state limit 1) m on true)`;

/** Talks that are due, those that arose first on top. */
export async function dueTalks(
  desk: MatterDesk,
  session: Session,
  given: { readonly unit?: string; readonly offset: number; readonly limit: number },
): Promise<{ duties: Duty[]; more: boolean }> {
  const today = todayOf(desk);
  const { rows } = await transact(desk.pools, session, 'read', (tx) =>
    sql<Omit<Duty, 'overdue'> & { dueDays: number | null }>`
      with ${dutiesOn(session, today)}
      select d.officer, o.officer_no as "officerNo", o.name, d.unit, u.name as "unitName", d.kind, d.kind_name as "kindName", d.rule,
        d.trigger, d.occurred_on::text as "occurredOn", d.due_on::text as "dueOn", d.due_days::int as "dueDays"
      from duties d join organisation.officers o on o.record = d.officer and o.retired_at is null
      join organisation.units u on u.record = d.unit and u.retired_at is null
      where d.met is null and (${given.unit ?? null}::uuid is null or d.unit = ${given.unit ?? null})
      order by d.occurred_on, o.officer_no, d.rule nulls last, d.trigger
      limit ${given.limit + 1} offset ${given.offset}`.execute(tx.db),
  );
  const duties = rows.slice(0, given.limit).map(({ dueDays, ...row }): Duty => {
    const dueOn = dueOf(desk.calendar, row.occurredOn, dueDays, row.dueOn);
    return { ...row, dueOn, overdue: dueOn < today };
  });
  return { duties, more: rows.length > given.limit };
}

/** How many talks each unit had to hold, held, had confirmed, and is late with. */
export const talkCoverage = (desk: MatterDesk, session: Session): Promise<UnitTalks[]> =>
  transact(desk.pools, session, 'read', (tx) => coverageIn(tx, desk.calendar, todayOf(desk)));

/** `talkCoverage` inside a transaction that is open, as far as its session sees the units. */
export async function coverageIn(tx: Tx, calendar: WorkCalendar, today: Day): Promise<UnitTalks[]> {
  const { rows } = await sql<{
    unit: string;
    name: string;
    met: string | null;
    on: string;
    due: string | null;
    days: number | null;
    n: number;
  }>`
      with ${dutiesOn(tx.session, today)}
      select d.unit, u.name, d.met, d.occurred_on::text as on, d.due_on::text as due, d.due_days::int as days, count(*)::int as n
      from duties d join organisation.units u on u.record = d.unit and u.retired_at is null
      group by d.unit, u.name, u.code, d.met, d.occurred_on, d.due_on, d.due_days order by u.code`.execute(tx.db);
  const units = new Map<string, UnitTalks>();
  for (const { unit, name, met, on, due, days, n } of rows) {
    const so = units.get(unit) ?? { unit, name, duties: 0, confirmed: 0, held: 0, overdue: 0 };
    const late = met === null && dueOf(calendar, on, days, due) < today;
    units.set(unit, {
      ...so,
      duties: so.duties + n,
      confirmed: so.confirmed + (met === 'CONFIRMED' ? n : 0),
      held: so.held + (met === 'HELD' ? n : 0),
      overdue: so.overdue + (late ? n : 0),
    });
  }
  return [...units.values()];
}

/** The last day for a talk: what was typed, or so many working days after it arose. */
const dueOf = (calendar: WorkCalendar, occurredOn: string, days: number | null, typed: string | null): string =>
  typed ?? calendar.addWorkingDays(occurredOn, days ?? DUE_DAYS);

const todayOf = (desk: MatterDesk): string => dayOf(desk.now?.() ?? new Date());
