import { sql } from 'kysely';
import { dayNumber, dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { mustReach, scope } from '../../../platform/register/scope.ts';
import type { Prompt, Statistics } from '../contract.ts';
import { records } from '../registers.ts';
import {
  binomialTail,
  DEADLINE_DAYS,
  FILING_DAYS,
  holm,
  periodKindOf,
  periodsOf,
  suppress,
  zeroChance,
} from '../rules.ts';

interface Line {
  readonly unit: string;
  readonly category: string | null;
  readonly stage: string;
  readonly way: string;
  readonly state: string;
  readonly month: string;
  readonly filed: string;
  readonly lag: number | null;
  readonly late: boolean;
}

interface Unit {
  readonly record: string;
  readonly name: string;
  readonly system: string;
  readonly officers: number;
}

/** A unit is looked at when chance alone would hardly do this in any unit of the city. */
const LEVEL = 0.05;

const HARMLESS = ['HARMLESS', 'LAWFUL_SUPERVISION', 'CONDUCT_REPORT'];
const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const LAGS: readonly (readonly [string, number])[] = [
  ['0', 0],
  ['1', 1],
  ['2-3', 3],
  ['4-7', 7],
  ['8-30', 30],
  ['31+', Number.POSITIVE_INFINITY],
];

/**
 * What the records of a year say, as far as the session sees them: whoever must not know of a record finds no trace of it here.
 * Small groups are not shown, nor any time finer than a month. The prompts say where to look; they are no finding.
 * @param asked without a year: the newest that has records
 */
export async function statisticsOf(
  desk: MatterDesk,
  session: Session,
  asked: { readonly year?: number | undefined },
): Promise<Statistics> {
  const today = dayOf(desk.now?.() ?? new Date());
  mustReach(session, records, 'read');
  return transact(desk.pools, session, 'read', async (tx) => {
    const years = await yearsOf(tx);
    const year = asked.year ?? years[0] ?? Number(today.slice(0, 4));
    const { rows: lines } = await sql<Line>`
      select t.unit, t.category, t.stage, t.way, t.state, coalesce(t.back_filled, t.reported_on - t.asked_on > ${FILING_DAYS}, false) as late, to_char(t.asked_on, 'MM') as month,
        coalesce((t.filed_at at time zone 'Asia/Shanghai')::date, t.reported_on, t.asked_on)::text as filed,
        coalesce(t.lag_days, t.reported_on - t.asked_on)::int as lag
      from interference.records t where t.retired_at is null and ${scope(session, records, 't')}
        and t.asked_on >= make_date(${year}, 1, 1) and t.asked_on < make_date(${year + 1}, 1, 1)`.execute(tx.db);
    const { rows: units } = await sql<Unit>`
      select u.record, u.name, u.system, count(o.record)::int as officers from organisation.units u
      join organisation.officers o on o.unit = u.record and o.retired_at is null
      where u.retired_at is null and u.in_scope and u.system <> 'LEGAL_AFFAIRS_COMMITTEE' group by 1, 2, 3, u.code order by u.code`.execute(
      tx.db,
    );
    const known = lines.filter(({ lag }) => lag !== null);
    const bucket = (lag: number): string => LAGS.find(([, most]) => lag <= most)![0];
    return {
      year,
      years,
      total: lines.length,
      backFilled: lines.filter(({ late }) => late).length,
      groups: {
        category: grouped(lines, ({ category }) => category ?? 'NONE'),
        stage: grouped(lines, ({ stage }) => stage),
        way: grouped(lines, ({ way }) => way),
        state: grouped(lines, ({ state }) => state),
      },
      months: inOrder(
        grouped(lines, ({ month }) => month),
        MONTHS,
      ),
      lag: inOrder(
        grouped(known, ({ lag }) => bucket(lag!)),
        LAGS.map(([key]) => key),
      ),
      units: comparedUnits(lines, units),
      prompts: promptsOf(lines, units, year, today),
      briefings: await briefingsOf(tx, year),
    };
  });
}

/** Years that have records the session may see, the newest first. */
async function yearsOf(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from t.asked_on)::int as year from interference.records t
    where t.retired_at is null and ${scope(tx.session, records, 't')} order by 1 desc`.execute(tx.db);
  return rows.map(({ year }) => year);
}

/** What each unit recorded, and what it would have with its share of the city's officers. */
function comparedUnits(lines: readonly Line[], units: readonly Unit[]): Statistics['units'] {
  const officers = units.reduce((sum, unit) => sum + unit.officers, 0);
  const shown = suppress(units.map(({ record }) => lines.filter(({ unit }) => unit === record).length));
  return units.map((unit, at) => {
    const share = unit.officers / officers;
    return {
      unit: unit.record,
      name: unit.name,
      officers: unit.officers,
      number: shown[at]!,
      expected: Math.round(share * lines.length * 10) / 10,
      // Even no record at all would not be rare enough, with so many units looked at together.
      tooSmall: zeroChance(share, lines.length) * units.length > LEVEL,
    };
  });
}

interface Group {
  readonly key: string;
  readonly number: number | null;
}

function grouped(lines: readonly Line[], by: (line: Line) => string): Group[] {
  const groups = Object.entries(Object.groupBy(lines, by)).sort(([, a], [, b]) => b!.length - a!.length);
  const shown = suppress(groups.map(([, of]) => of!.length));
  return groups.map(([key], at) => ({ key, number: shown[at]! }));
}

const inOrder = (groups: readonly Group[], keys: readonly string[]): Group[] =>
  keys.map((key) => groups.find((group) => group.key === key) ?? { key, number: 0 });

/** Whether a record was filed in the last days before its period's return is due. */
function isBeforeDeadline(filed: string, system: string, year: number): boolean {
  const kind = periodKindOf(system);
  return [year - 1, year].some((one) =>
    periodsOf(kind, one).some(({ due }) => {
      const before = dayNumber(due) - dayNumber(filed);
      return before >= 0 && before < DEADLINE_DAYS;
    }),
  );
}

/** Days just before a deadline, as a share of all days. */
const deadlineShare = (system: string): number => DEADLINE_DAYS / (periodKindOf(system) === 'MONTH' ? 30.4 : 91.3);

function promptsOf(lines: readonly Line[], units: readonly Unit[], year: number, today: string): Prompt[] {
  // A year that has hardly begun says nothing of anybody.
  if (today < `${year}-04-01`) return [];
  const officers = units.reduce((sum, unit) => sum + unit.officers, 0);
  const closed = lines.filter(({ category }) => category !== null);
  const harmless = closed.filter(({ category }) => HARMLESS.includes(category!)).length / Math.max(1, closed.length);
  const looked = (kind: Prompt['kind'], lookAt: (unit: Unit, own: readonly Line[]) => Looked): Prompt[] => {
    const found = units.map((unit) =>
      lookAt(
        unit,
        lines.filter((line) => line.unit === unit.record),
      ),
    );
    const chances = holm(found.map(({ chance }) => chance));
    return units.flatMap(({ record, name }, at) =>
      chances[at]! <= LEVEL ? [{ unit: record, unitName: name, kind, ...found[at]!, chance: chances[at]! }] : [],
    );
  };
  return [
    ...looked('ZERO_SERIES', (unit, own) => {
      // Ended by a record of the unit, so the wait is geometric, and its tail exact, whenever the series began.
      const last = own.map(({ filed }) => filed).reduce((a, b) => (a > b ? a : b), '');
      const since = lines.filter((line) => line.unit !== unit.record && line.filed > last).length;
      return { chance: zeroChance(unit.officers / officers, since), number: 0, of: since };
    }),
    ...looked('BEFORE_DEADLINE', ({ system }, own) => {
      const before = own.filter(({ filed }) => isBeforeDeadline(filed, system, year)).length;
      return { chance: binomialTail(own.length, before, deadlineShare(system)), number: before, of: own.length };
    }),
    ...looked('ONLY_HARMLESS', (_unit, own) => {
      const judged = own.filter(({ category }) => category !== null);
      const only = judged.length > 0 && judged.every(({ category }) => HARMLESS.includes(category!));
      return { chance: only ? harmless ** judged.length : 1, number: judged.length, of: judged.length };
    }),
  ];
}

/** What a unit did, of how many times it could have, and the chance of this or more. */
interface Looked {
  readonly chance: number;
  readonly number: number;
  readonly of: number;
}

/** Briefings of the year; those of a head count when one of the four heads, as such on the team that day, was the speaker. */
async function briefingsOf(tx: Tx, year: number): Promise<Statistics['briefings']> {
  const { rows } = await sql<Statistics['briefings']>`
    select count(*)::int as number, coalesce(sum(b.audience), 0)::int as audience,
      count(*) filter (where exists (select from interference.team_members m
        where m.retired_at is null and m.officer = b.speaker and m.role <> 'LECTURER'
          and m.joined_on <= b.held_on and (m.left_on is null or m.left_on > b.held_on)))::int as "byHeads"
    from interference.briefings b where b.retired_at is null
      and b.held_on >= make_date(${year}, 1, 1) and b.held_on < make_date(${year + 1}, 1, 1)`.execute(tx.db);
  return rows[0]!;
}
