import { type RawBuilder, sql } from 'kysely';
import type { Catalogue } from './catalogue.ts';
import type { Column } from './columns.ts';
import type { Columns, Register } from './declare.ts';
import { physicalColumns, snake, tableOf } from './tables.ts';

type Scalar = string | number | boolean;

/** What a column must be for a record to belong to a set. A list means "one of these". */
export type Test =
  | Scalar
  | readonly Scalar[]
  | { readonly from?: Scalar; readonly to?: Scalar }
  | { readonly not: Scalar | readonly Scalar[] }
  | { readonly filled: boolean }
  | { readonly contains: string };

/** Conditions by column; `batch.source` follows a reference to the column of the record it points to. All must hold. */
export type Where<C extends Columns = Columns> = {
  readonly [K in (keyof C & string) | `${keyof C & string}.${string}`]?: Test;
};

/** A named set of records: those of one register that meet the conditions. */
export interface RecordSet {
  readonly register: Register;
  readonly where: Where;
}

/** `of(activities, { kind: 'PARTY_LECTURE' })` */
export const of = <C extends Columns>(register: Register<C>, where: Where<C> = {}): RecordSet => ({
  register,
  where: where as Where,
});

/** The moment a set is read at. `asOf` is the cut-off day of the records' own dates; `knownAt` what the system knew by then. */
export interface Moment {
  readonly asOf?: string;
  /** Absent: what is known now. */
  readonly knownAt?: Date;
}

export interface CompiledSet {
  /** `schema.table as t left join …` */
  readonly from: RawBuilder<unknown>;
  /** All conditions, joined by `and`. */
  readonly where: RawBuilder<boolean>;
  /** SQL of a column or path, for `select`, `group by` and `distinct`. */
  column(path: string): RawBuilder<unknown>;
}

/** A version that was current at the moment: written by then and not yet retired. */
export function alive(alias: string, moment: Moment): RawBuilder<boolean> {
  const retired = sql.ref(`${alias}.retired_at`);
  if (!moment.knownAt) return sql<boolean>`${retired} is null`;
  return sql<boolean>`${sql.ref(`${alias}.recorded_at`)} <= ${moment.knownAt} and (${retired} is null or ${retired} > ${moment.knownAt})`;
}

/** A day's end in Shanghai bounds a moment; a day bounds a day. */
function onOrBefore(expression: RawBuilder<unknown>, column: Column, day: string): RawBuilder<boolean> {
  return column.kind === 'time'
    ? sql<boolean>`${expression} < ((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
    : sql<boolean>`${expression} <= ${day}::date`;
}

/**
 * Turns a set into SQL. One function serves lists, figures, drill-downs and exports, so they cannot disagree.
 * @throws on a path that names no column: a programming error in a declaration, or an unknown filter checked by the caller.
 */
export function compile(catalogue: Catalogue, set: RecordSet, moment: Moment): CompiledSet {
  const { schema, table } = tableOf(set.register);
  return compileFrom(catalogue, set, moment, sql`${sql.id(schema, table)}`, [alive('t', moment)]);
}

/**
 * The running count of a set, or undefined when the register's roll-up does not hold what is asked: another column, a path
 * through a reference, or the knowledge of an earlier moment.
 */
export function compileRunningCount(catalogue: Catalogue, set: RecordSet, moment: Moment): CompiledSet | undefined {
  const { register } = set;
  const kept = register.rollup;
  const asked = [...Object.keys(set.where), ...(moment.asOf ? [register.date, register.ends] : [])];
  if (!kept || moment.knownAt || asked.some((path) => path !== undefined && !kept.includes(path))) return undefined;
  const { sql: name } = tableOf(register);
  // In the roll-up a moment is kept as its day.
  const columns = Object.fromEntries(
    Object.entries(register.columns).map(([key, column]) => [
      key,
      column.kind === 'time' ? { ...column, kind: 'date' as const } : column,
    ]),
  );
  const source = sql`(select * from ${sql.raw(`${name}_counts`)} union all select * from ${sql.raw(`${name}_deltas`)})`;
  return compileFrom(catalogue, { ...set, register: { ...register, columns } }, moment, source, []);
}

function compileFrom(
  catalogue: Catalogue,
  set: RecordSet,
  moment: Moment,
  source: RawBuilder<unknown>,
  given: readonly RawBuilder<boolean>[],
): CompiledSet {
  const joins = new Map<string, { alias: string; register: Register; on: RawBuilder<boolean> }>();

  /** Finds the table and column a path leads to, adding a join for each reference on the way. */
  const resolve = (path: string): { expression: RawBuilder<unknown>; column: Column } => {
    const steps = path.split('.');
    let register = set.register;
    let alias = 't';
    for (const step of steps.slice(0, -1)) {
      const column = register.columns[step];
      if (column?.kind !== 'ref') throw new Error(`${set.register.name}: "${path}" does not lead through references`);
      const target = catalogue.get(column.to!);
      const key = `${alias}.${step}`;
      let join = joins.get(key);
      if (!join) {
        const next = `j${joins.size + 1}`;
        join = {
          alias: next,
          register: target,
          on: sql<boolean>`${sql.ref(`${next}.record`)} = ${sql.ref(`${alias}.${snake(step)}`)} and ${alive(next, moment)}`,
        };
        joins.set(key, join);
      }
      alias = join.alias;
      register = target;
    }
    const last = steps.at(-1)!;
    const column = register.columns[last];
    if (!column) throw new Error(`${set.register.name}: there is no column "${path}"`);
    const stored = physicalColumns(last, column).at(-1)!.name;
    return { expression: sql.ref(`${alias}.${stored}`), column };
  };

  const conditions: RawBuilder<boolean>[] = [...given];
  const { date, ends } = set.register;
  if (moment.asOf && date) {
    const { expression, column } = resolve(date);
    conditions.push(sql<boolean>`(${expression} is null or ${onOrBefore(expression, column, moment.asOf)})`);
  }
  if (moment.asOf && ends) {
    const { expression, column } = resolve(ends);
    conditions.push(sql<boolean>`(${expression} is null or not ${onOrBefore(expression, column, moment.asOf)})`);
  }
  for (const [path, test] of Object.entries(set.where)) {
    if (test === undefined) continue;
    const { expression, column } = resolve(path);
    conditions.push(compileTest(expression, column, test as Test));
  }
  // `column()` may add joins after the conditions are made, so the text is put together only when it is used.
  return {
    get from() {
      const joined = [...joins.values()].map(({ alias, register, on }) => {
        const target = tableOf(register);
        return sql`left join ${sql.id(target.schema, target.table)} as ${sql.id(alias)} on ${on}`;
      });
      return sql`${source} as t ${sql.join(joined, sql` `)}`;
    },
    where: sql<boolean>`${sql.join(conditions.length > 0 ? conditions : [sql`true`], sql` and `)}`,
    column: (path) => resolve(path).expression,
  };
}

const typed = (column: Column, value: Scalar): RawBuilder<unknown> => {
  switch (column.kind) {
    case 'date':
      return sql`${value}::date`;
    case 'time':
      return sql`${value}::timestamptz`;
    case 'ref':
      return sql`${value}::uuid`;
    case 'citizenId':
    case 'mobile':
      return sql`decode(${value}, 'hex')`;
    default:
      return sql`${value}`;
  }
};

function compileTest(expression: RawBuilder<unknown>, column: Column, test: Test): RawBuilder<boolean> {
  const list = (values: readonly Scalar[]): RawBuilder<unknown> =>
    sql`(${sql.join(values.map((value) => typed(column, value)))})`;
  if (Array.isArray(test))
    return test.length === 0 ? sql<boolean>`false` : sql<boolean>`${expression} in ${list(test)}`;
  if (typeof test !== 'object') return sql<boolean>`${expression} = ${typed(column, test as Scalar)}`;
  if ('filled' in test)
    return test.filled ? sql<boolean>`${expression} is not null` : sql<boolean>`${expression} is null`;
  if ('contains' in test) {
    const pattern = `%${test.contains.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return sql<boolean>`${expression} ilike ${pattern}`;
  }
  if ('not' in test) {
    const values = Array.isArray(test.not) ? test.not : [test.not as Scalar];
    return sql<boolean>`(${expression} is null or ${expression} not in ${list(values)})`;
  }
  const { from, to } = test as { from?: Scalar; to?: Scalar };
  const bounds: RawBuilder<boolean>[] = [];
  if (from !== undefined) bounds.push(sql<boolean>`${expression} >= ${typed(column, from)}`);
  if (to !== undefined) {
    bounds.push(
      column.kind === 'time' && String(to).length === 10
        ? onOrBefore(expression, column, String(to))
        : sql<boolean>`${expression} <= ${typed(column, to)}`,
    );
  }
  return sql<boolean>`${sql.join(bounds.length > 0 ? bounds : [sql`true`], sql` and `)}`;
}
