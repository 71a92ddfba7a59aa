import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../database/session.ts';
import type { Tx } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import type { Vault } from '../sealing/vault.ts';
import type { Catalogue } from './catalogue.ts';
import { isHidden, withoutContent } from './closed.ts';
import type { List, ListQuery, Row } from './contract.ts';
import type { Register } from './declare.ts';
import { readValues, type StoredRow, storedColumns } from './rows.ts';
import { reaches, scope } from './scope.ts';
import { type CompiledSet, compile, compileRunningCount, type Moment, type RecordSet, type Where } from './sets.ts';
import { titlesOf } from './titles.ts';

/** What reading records needs: the declarations and the key of the secrets. */
export interface Registry {
  readonly catalogue: Catalogue;
  readonly vault: Vault;
}

/** Up to here a list is counted exactly; above, the planner's estimate is shown as "about". */
const COUNTED = 10_000;

interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

const momentOf = (query: Pick<ListQuery, 'asOf' | 'knownAt'>): Moment => ({
  asOf: query.asOf,
  knownAt: query.knownAt ? new Date(query.knownAt) : undefined,
});

/** One page of the records a session may see, newest first unless asked otherwise, by keyset: page 1,000 costs what page 1 does. */
export async function listRecords(
  tx: Tx,
  registry: Registry,
  session: Session,
  register: Register,
  query: ListQuery,
): Promise<List> {
  checkFilter(registry.catalogue, session, register, query.where ?? {});
  return listSet(tx, registry, session, { register, where: (query.where ?? {}) as Where }, momentOf(query), query);
}

/** One page of a set; drill-downs of figures, exports and lists all come through here. */
export async function listSet(
  tx: Tx,
  registry: Registry,
  session: Session,
  set: RecordSet,
  moment: Moment,
  page: { readonly sort?: string; readonly cursor?: string; readonly limit: number },
): Promise<List> {
  const compiled = compile(registry.catalogue, set, moment);
  const scoped = sql<boolean>`${compiled.where} and ${scope(session, set.register, 't')}`;
  const sort = sortOf(session, set.register, page.sort);
  const rows = await selectPage(tx, compiled, scoped, set.register, sort, page);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    rows: await present(tx, registry, set.register, withoutContent(session, set.register, shown)),
    next: last ? Buffer.from(JSON.stringify([last.sort_key, last.record])).toString('base64url') : null,
    total: await countSet(tx, registry, session, set, moment),
  };
}

/** Database rows as the wire shows them: masked values and the titles of what they refer to. */
export async function present(
  tx: Tx,
  registry: Registry,
  register: Register,
  stored: readonly StoredRow[],
): Promise<Row[]> {
  const values = stored.map((one) => readValues(registry.vault, register, one));
  const titles = await titlesOf(tx, registry.catalogue, register, values);
  return stored.map((one, index) => ({
    record: one.record,
    version: one.version,
    values: values[index]!,
    titles: titles[index]!,
  }));
}

/**
 * A filter names existing columns only, and none that the list hides: whoever may ask which rows hold a word has read it.
 * @throws AppError `request.invalid`
 */
export function checkFilter(
  catalogue: Catalogue,
  session: Session,
  register: Register,
  where: Readonly<Record<string, unknown>>,
): void {
  for (const path of Object.keys(where)) {
    const [first, second, ...rest] = path.split('.');
    const column = register.columns[first!];
    const target = second && column?.kind === 'ref' ? catalogue.get(column.to!) : undefined;
    const known = column && rest.length === 0 && (!second || target?.columns[second]);
    if (!known || isHidden(session, register, first!) || (second && isHidden(session, target!, second))) {
      throw new AppError('request.invalid', { detail: `${register.name}: ${path}` });
    }
  }
}

/** An order by what a list hides would tell it, by the places of the rows and by the cursor. */
function sortOf(session: Session, register: Register, asked: string | undefined): Sort {
  const descending = asked === undefined ? register.date !== undefined : asked.startsWith('-');
  const column = asked?.replace(/^-/, '') ?? register.date ?? register.key[0]!;
  if (!register.columns[column] || isHidden(session, register, column))
    throw new AppError('request.invalid', { detail: `sort=${asked}` });
  return { column, descending };
}

async function selectPage(
  tx: Tx,
  compiled: CompiledSet,
  where: RawBuilder<boolean>,
  register: Register,
  sort: Sort,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<StoredRow[]> {
  const after = page.cursor ? cursorOf(page.cursor, compiled.column(sort.column), register, sort) : sql<boolean>`true`;
  const ordered = orderedRows(compiled, sql<boolean>`${where} and ${after}`, register, sort);
  const { rows } = await sql<StoredRow>`${ordered} limit ${page.limit + 1}`.execute(tx.db);
  return rows;
}

/** Nulls count as smallest, and equal values are told apart by record in the opposite direction: that is how the index runs. */
function orderedRows(
  compiled: CompiledSet,
  where: RawBuilder<boolean>,
  register: Register,
  sort: Sort,
): RawBuilder<StoredRow> {
  const column = compiled.column(sort.column);
  const direction = sort.descending ? sql`desc nulls last, t.record asc` : sql`asc nulls first, t.record desc`;
  const names = storedColumns(register).map((name) => sql.ref(`t.${name}`));
  return sql<StoredRow>`
    select t.record, t.version, ${column}::text as sort_key, ${sql.join(names)}
    from ${compiled.from} where ${where} order by ${column} ${direction}`;
}

/** All rows that a list would page through, as one query to be read with a cursor: for exports. */
export function wholeSet(
  registry: Registry,
  session: Session,
  set: RecordSet,
  query: Pick<ListQuery, 'sort' | 'asOf' | 'knownAt'>,
): RawBuilder<StoredRow> {
  const compiled = compile(registry.catalogue, set, momentOf(query));
  const scoped = sql<boolean>`${compiled.where} and ${scope(session, set.register, 't')}`;
  return orderedRows(compiled, scoped, set.register, sortOf(session, set.register, query.sort));
}

function cursorOf(cursor: string, column: RawBuilder<unknown>, register: Register, sort: Sort): RawBuilder<boolean> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new AppError('request.invalid', { detail: 'cursor' });
  }
  if (!Array.isArray(parsed) || parsed.length !== 2 || typeof parsed[1] !== 'string') {
    throw new AppError('request.invalid', { detail: 'cursor' });
  }
  const [value, record] = parsed as [string | null, string];
  const type = sql.raw(storedType(register, sort.column));
  const key = sql`cast(${value} as ${type})`;
  const next = sort.descending ? sql`t.record > ${record}::uuid` : sql`t.record < ${record}::uuid`;
  if (value === null) {
    return sort.descending
      ? sql<boolean>`(${column} is null and ${next})`
      : sql<boolean>`(${column} is not null or ${next})`;
  }
  const beyond = sort.descending ? sql`<` : sql`>`;
  const step = sql`(${column} ${beyond} ${key} or (${column} = ${key} and ${next}))`;
  if (!register.columns[sort.column]!.optional) {
    // The plain bound lets the index start at the cursor instead of reading what lies before it.
    return sql<boolean>`${column} ${sort.descending ? sql`<=` : sql`>=`} ${key} and ${step}`;
  }
  return sort.descending ? sql<boolean>`(${step} or ${column} is null)` : sql<boolean>`${step}`;
}

const storedType = (register: Register, key: string): string => {
  switch (register.columns[key]!.kind) {
    case 'integer':
      return 'bigint';
    case 'decimal':
      return 'numeric';
    case 'date':
      return 'date';
    case 'time':
      return 'timestamptz';
    case 'yesNo':
      return 'boolean';
    case 'ref':
      return 'uuid';
    case 'citizenId':
    case 'mobile':
      return 'bytea';
    default:
      return 'text';
  }
};

/** How many records of the set the session may see: from the running count where one is kept, else exact up to 10,000, else estimated. */
export async function countSet(
  tx: Tx,
  registry: Registry,
  session: Session,
  set: RecordSet,
  moment: Moment,
): Promise<{ number: number; exact: boolean }> {
  const running = compileRunningCount(registry.catalogue, set, moment);
  const whole = scope(session, set.register, 't');
  if (running && countsInScope(session, set.register)) {
    const { rows } = await sql<{ number: number }>`
      select coalesce(sum(t.number), 0)::bigint as number from ${running.from} where ${running.where} and ${whole}`.execute(
      tx.db,
    );
    return { number: Number(rows[0]!.number), exact: true };
  }
  const compiled = compile(registry.catalogue, set, moment);
  const where = sql`${compiled.where} and ${whole}`;
  const { rows } = await sql<{ number: number }>`
    select count(*) as number from (select from ${compiled.from} where ${where} limit ${COUNTED + 1}) counted`.execute(
    tx.db,
  );
  const number = Number(rows[0]!.number);
  if (number <= COUNTED) return { number, exact: true };
  const plan = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select from ${compiled.from} where ${where}`.execute(tx.db);
  return { number: Math.max(COUNTED + 1, Math.round(plan.rows[0]!['QUERY PLAN'][0].Plan['Plan Rows'])), exact: false };
}

/** The same without an estimate, for figures: their number of records is what their value is made of. */
export async function countExactly(
  tx: Tx,
  registry: Registry,
  session: Session,
  set: RecordSet,
  moment: Moment,
): Promise<number> {
  const compiled = compile(registry.catalogue, set, moment);
  const { rows } = await sql<{ number: number }>`
    select count(*) as number from ${compiled.from}
    where ${compiled.where} and ${scope(session, set.register, 't')}`.execute(tx.db);
  return Number(rows[0]!.number);
}

/** The running count can be scoped by unit only, and only where it keeps the unit. */
function countsInScope(session: Session, register: Register): boolean {
  const found = reaches(session, register, 'read');
  const byUnit = register.unit !== undefined && (register.rollup?.includes(register.unit) ?? false);
  return found.has('all') || (byUnit && found.size === 1 && found.has('unit'));
}
