import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../database/session.ts';
import type { Tx } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { countExactly, countSet, listSet, type Registry } from '../register/list.ts';
import { reaches, scope } from '../register/scope.ts';
import { compile, compileRunningCount, type Moment, type RecordSet } from '../register/sets.ts';
import type { Figure, Measure, Value } from './declare.ts';

/** What a figure came to at a moment, for one session. */
export interface Result {
  /** Null: nothing to measure (an empty base, no record for a minimum), or the session may not see the records. */
  readonly value: number | string | null;
  readonly base: number | null;
  /** Number of records that make the value. */
  readonly records: number;
}

/** Everything evaluation needs. Figures are found by id because a total adds up others. */
export interface FigureDesk {
  readonly registry: Registry;
  find(id: string): Figure | undefined;
}

/** All figures in one place; two of one id, or a total of none, stop the program at start. */
export function figureDesk(
  registry: Registry,
  figures: readonly Figure[],
): FigureDesk & { readonly figures: readonly Figure[] } {
  const byId = new Map<string, Figure>();
  for (const figure of figures) {
    if (byId.has(figure.id)) throw new Error(`figure "${figure.id}" is declared twice`);
    byId.set(figure.id, figure);
  }
  for (const figure of figures) {
    if (figure.value.how === 'total' && figure.value.figures.some((id) => !byId.has(id))) {
      throw new Error(`figure "${figure.id}" adds up a figure that does not exist`);
    }
    // Compiling reports every column that a declaration names and no register has.
    for (const set of setsOf(figure.value)) compile(registry.catalogue, set, {});
  }
  return { registry, figures, find: (id) => byId.get(id) };
}

/** The record sets a figure opens: its records first, its base (if any) second. A total has none of its own. */
export function setsOf(value: Value): readonly RecordSet[] {
  switch (value.how) {
    case 'total':
      return [];
    case 'ratio':
      return [value.part.set, value.base.set];
    case 'least':
      return [value.set, value.each];
    default:
      return [value.set];
  }
}

/** Answers a figure's question at a moment. The value and `openFigure` come from the same compiled set. */
export async function evaluate(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  figure: Figure,
  moment: Moment,
): Promise<Result> {
  const { value } = figure;
  if (value.how === 'total') {
    const parts: Result[] = [];
    for (const id of value.figures) parts.push(await evaluate(tx, desk, session, desk.find(id)!, moment));
    return {
      value: parts.reduce((all, part) => all + Number(part.value ?? 0), 0),
      base: null,
      records: parts.reduce((all, part) => all + part.records, 0),
    };
  }
  const hidden = setsOf(value).some((set) => reaches(session, set.register, 'read').size === 0);
  if (hidden) return { value: null, base: null, records: 0 };
  if (value.how === 'ratio') {
    const [part, base] = [
      await measure(tx, desk, session, value.part, moment),
      await measure(tx, desk, session, value.base, moment),
    ];
    const below = Number(base.value ?? 0);
    return { value: below === 0 ? null : Number(part.value ?? 0) / below, base: below, records: part.records };
  }
  if (value.how === 'least') return least(tx, desk, session, value, moment);
  const found = await measure(tx, desk, session, value, moment);
  return { value: found.value, base: null, records: found.records };
}

async function measure(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  asked: Measure,
  moment: Moment,
): Promise<{ value: number | string | null; records: number }> {
  const { catalogue } = desk.registry;
  if (asked.how === 'count' && compileRunningCount(catalogue, asked.set, moment)) {
    const { number } = await countSet(tx, desk.registry, session, asked.set, moment);
    return { value: number, records: number };
  }
  const compiled = compile(catalogue, asked.set, moment);
  const value = aggregate(asked, (path) => compiled.column(path));
  const { rows } = await sql<{ value: string | number | Date | null; records: number }>`
    select ${value} as value, count(*) as records
    from ${compiled.from} where ${compiled.where} and ${scope(session, asked.set.register, 't')}`.execute(tx.db);
  const row = rows[0]!;
  return { value: numberOrDay(row.value), records: Number(row.records) };
}

/** The SQL aggregate of a measure over its compiled set. */
export function aggregate(asked: Measure, column: (path: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  switch (asked.how) {
    case 'count':
      return sql`count(*)`;
    case 'distinct':
      return sql`count(distinct ${column(asked.column)})`;
    case 'sum':
      return sql`coalesce(sum(${column(asked.column)}), 0)`;
    case 'min':
      return sql`min(${column(asked.column)})`;
    case 'max':
      return sql`max(${column(asked.column)})`;
    case 'filled':
      return sql`min(num_nonnulls(${sql.join(asked.columns.map(column))}))`;
  }
}

/** Sums of bigint arrive as decimal text; a minimum of days as a day. */
function numberOrDay(value: string | number | Date | null): number | string | null {
  if (value === null || typeof value === 'number') return value;
  if (value instanceof Date) return value.toISOString();
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

async function least(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  value: Extract<Value, { how: 'least' }>,
  moment: Moment,
): Promise<Result> {
  const { catalogue } = desk.registry;
  const each = compile(catalogue, value.each, moment);
  const counted = compile(catalogue, value.set, moment);
  const by = counted.column(value.by);
  const { rows } = await sql<{ value: number | null; base: number; records: number }>`
    with counted as (
      select ${by} as owner, count(*) as number from ${counted.from}
      where ${counted.where} and ${scope(session, value.set.register, 't')} group by 1)
    select min(coalesce(counted.number, 0)) as value, count(*) as base,
      -- every record that a drill-down opens, also one whose owner is not among those asked about
      (select coalesce(sum(number), 0)::bigint from counted) as records
    from (select t.record from ${each.from} where ${each.where} and ${scope(session, value.each.register, 't')}) owners
    left join counted on counted.owner = owners.record`.execute(tx.db);
  const row = rows[0]!;
  return { value: row.value === null ? null : Number(row.value), base: Number(row.base), records: Number(row.records) };
}

/**
 * One page of the records behind a figure.
 * @throws AppError `request.invalid` when the figure has no such part (a total opens through the figures it adds up)
 */
export async function openFigure(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  figure: Figure,
  part: 'records' | 'base',
  moment: Moment,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<Awaited<ReturnType<typeof listSet>> & { register: string }> {
  const set = setsOf(figure.value)[part === 'records' ? 0 : 1];
  if (!set) throw new AppError('request.invalid', { detail: `${figure.id}: ${part}` });
  const listed = await listSet(tx, desk.registry, session, set, moment, page);
  const total = listed.total.exact
    ? listed.total
    : { number: await countExactly(tx, desk.registry, session, set, moment), exact: true };
  return { ...listed, total, register: set.register.name };
}
