import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../database/session.ts';
import type { Tx } from '../database/transact.ts';
import type { Register } from '../register/declare.ts';
import { reaches, scope } from '../register/scope.ts';
import { type CompiledSet, compile, compileRunningCount } from '../register/sets.ts';
import type { Figure, Measure } from './declare.ts';
import { aggregate, evaluate, type FigureDesk } from './evaluate.ts';

export interface TrendPoint {
  readonly asOf: string;
  readonly value: number | string | null;
}

/** `count` cut-off days spread evenly from the first to the last, both included; fewer where there are not so many days. */
export function cutOffs(from: string, to: string, count: number): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const day = 86_400_000;
  const days = Math.max(0, Math.round((last - first) / day));
  const steps = Math.max(1, Math.min(count - 1, days));
  const all = Array.from({ length: steps + 1 }, (_, step) => first + Math.round((days * step) / steps) * day);
  return [...new Set(all)].map((time) => new Date(time).toISOString().slice(0, 10));
}

/**
 * A figure at several cut-off days (ascending), by what is known now. Counts, sums, extremes and ratios of them take one query
 * a measure: each record falls between two days, and the days add up. Distinct counts do too, by the first day of each.
 * What cannot be added up (a least; distinct counts and extremes of records that end) is evaluated day by day.
 */
export async function trendOf(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  figure: Figure,
  days: readonly string[],
): Promise<TrendPoint[]> {
  const values = await valuesOf(tx, desk, session, figure, days);
  return days.map((asOf, at) => ({ asOf, value: values[at] ?? null }));
}

type Values = readonly (number | string | null)[];

async function valuesOf(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  figure: Figure,
  days: readonly string[],
): Promise<Values> {
  const { value } = figure;
  if (value.how === 'total') {
    const parts: Values[] = [];
    for (const id of value.figures) parts.push(await valuesOf(tx, desk, session, desk.find(id)!, days));
    return days.map((_, at) => parts.reduce((all, part) => all + Number(part[at] ?? 0), 0));
  }
  const measures = value.how === 'ratio' ? [value.part, value.base] : value.how === 'least' ? [] : [value];
  if (measures.some(({ set }) => reaches(session, set.register, 'read').size === 0)) return days.map(() => null);
  if (measures.length === 0 || !measures.every(addsUp)) {
    const found: (number | string | null)[] = [];
    for (const asOf of days) found.push((await evaluate(tx, desk, session, figure, { asOf })).value);
    return found;
  }
  const [part, base] = [
    await series(tx, desk, session, measures[0]!, days),
    measures[1] && (await series(tx, desk, session, measures[1], days)),
  ];
  if (!base) return part;
  return part.map((above, at) => (Number(base[at] ?? 0) === 0 ? null : Number(above ?? 0) / Number(base[at])));
}

const addsUp = ({ how, set: { register } }: Measure): boolean =>
  register.ends === undefined || how === 'count' || how === 'sum';

/** One query: what each stretch between two days adds (or, where records end, takes away), summed up afterwards. */
async function series(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  asked: Measure,
  days: readonly string[],
): Promise<Values> {
  const { catalogue } = desk.registry;
  const { register } = asked.set;
  const running =
    asked.how === 'count' && !register.ends
      ? compileRunningCount(catalogue, asked.set, { asOf: days.at(-1) })
      : undefined;
  const compiled = running ?? compile(catalogue, asked.set, {});
  const from = stretch(compiled, register, register.date, days, running !== undefined);
  const until = register.ends ? stretch(compiled, register, register.ends, days, false) : undefined;
  const number = running
    ? sql`sum(t.number)`
    : asked.how === 'distinct'
      ? compiled.column(asked.column)
      : aggregate(asked, (path) => compiled.column(path));
  const where = sql`${compiled.where} and ${scope(session, register, 't')}`;
  const query =
    asked.how === 'distinct'
      ? sql<Stretch>`select stretch, null::int as until, count(*) as value from (
          select min(${from}) as stretch from ${compiled.from} where ${where} and ${number} is not null group by ${number}) firsts
          group by 1`
      : sql<Stretch>`select ${from} as stretch, ${until ?? sql`null::int`} as until, ${number} as value
          from ${compiled.from} where ${where} group by 1, 2`;
  const { rows } = await query.execute(tx.db);
  return days.map((_, at) => valueAt(asked, rows, at));
}

interface Stretch {
  /** Index of the first cut-off day that takes these records in. */
  readonly stretch: number;
  /** Index of the first one that no longer does; null while they last. */
  readonly until: number | null;
  readonly value: string | number | null;
}

function valueAt(asked: Measure, rows: readonly Stretch[], at: number): number | string | null {
  const there = rows
    .filter(({ stretch, until }) => stretch <= at && (until === null || until > at))
    .map(({ value }) => value)
    .filter((value) => value !== null);
  if (asked.how === 'count' || asked.how === 'distinct' || asked.how === 'sum') {
    return there.reduce<number>((all, value) => all + Number(value), 0);
  }
  if (there.length === 0) return null;
  const plain = there.map((value) => (/^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value) : String(value)));
  return plain.reduce((best, value) => ((asked.how === 'max' ? value > best : value < best) ? value : best));
}

/**
 * Index of the first cut-off day on or after a record's day; the number of days where there is none. A record without a day
 * counts from the beginning and never ends.
 */
function stretch(
  compiled: CompiledSet,
  register: Register,
  key: string | undefined,
  days: readonly string[],
  byDay: boolean,
): RawBuilder<unknown> {
  if (!key) return sql`0`;
  const column = compiled.column(key);
  const day =
    register.columns[key]!.kind === 'time' && !byDay ? sql`(${column} at time zone 'Asia/Shanghai')::date` : column;
  const none = key === register.ends ? sql`null` : sql`0`;
  // width_bucket counts the days at or before the record's; a record of exactly that day is taken in by it.
  return sql`case when ${column} is null then ${none} else width_bucket(${day} - 1, ${sql.val([...days])}::date[]) end`;
}
