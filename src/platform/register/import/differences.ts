import { sql } from 'kysely';
import type { z } from 'zod';
import type { Session } from '../../database/session.ts';
import type { Tx } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import type { Language } from '../../words.ts';
import type { Column } from '../columns.ts';
import type { Register } from '../declare.ts';
import { type Cell, readValues, storedColumns, type Values } from '../rows.ts';
import { scope } from '../scope.ts';
import { snake, tableOf } from '../tables.ts';
import { titleColumn, titlesOf } from '../titles.ts';
import { lookInto } from './content.ts';
import type { differenceList } from './contract.ts';
import type { ImportDesk } from './service.ts';
import type { ImportRow } from './store.ts';

type DifferenceList = z.infer<typeof differenceList>;

interface Pair {
  readonly record: string;
  readonly import_row: number | null;
  readonly [column: string]: unknown;
}

/** Where a page goes on: which register of the import, and after which record of it. */
interface Place {
  readonly register: number;
  readonly after: string;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * What a corrected workbook changed, record by record and column by column, as people may see it: secrets masked, references
 * and choices by their names.
 * @throws AppError `record.missing`, `import.closed`
 */
export function importDifferences(
  desk: ImportDesk,
  session: Session,
  id: string,
  page: { readonly cursor?: string; readonly limit: number; readonly language: Language },
): Promise<DifferenceList> {
  return lookInto(desk, session, id, async (tx, row) => {
    const { plan } = row;
    const names = [...new Set(plan.map(({ register }) => register).filter((name) => name !== null))].sort();
    let place: Place = page.cursor ? placeOf(page.cursor) : { register: 0, after: FIRST };
    const differences: DifferenceList['differences'] = [];
    while (place.register < names.length && differences.length < page.limit) {
      const register = desk.registry.catalogue.get(names[place.register]!);
      const wanted = page.limit - differences.length;
      const pairs = await changedPairs(tx, register, row, place.after, wanted);
      differences.push(...(await describe(tx, desk, register, pairs, page.language)));
      place =
        pairs.length < wanted
          ? { register: place.register + 1, after: FIRST }
          : { register: place.register, after: pairs.at(-1)!.record };
    }
    const next = place.register < names.length ? Buffer.from(JSON.stringify(place)).toString('base64url') : null;
    return { differences, next };
  });
}

function placeOf(cursor: string): Place {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Place;
    if (Number.isSafeInteger(place.register) && place.register >= 0 && /^[0-9a-f-]{36}$/.test(place.after))
      return place;
  } catch {
    // Said below, like every other cursor that is none.
  }
  throw new AppError('request.invalid', { detail: 'cursor' });
}

/** The version the import wrote beside the one before it. */
async function changedPairs(
  tx: Tx,
  register: Register,
  { id, act }: ImportRow,
  after: string,
  limit: number,
): Promise<Pair[]> {
  const table = sql.raw(tableOf(register).sql);
  const before = storedColumns(register).map((name) => sql`b.${sql.id(name)} as ${sql.id(`old ${name}`)}`);
  const { rows } = await sql<Pair>`
    select t.*, ${sql.join(before)} from ${table} t
    join ${table} b on b.record = t.record and b.version = t.version - 1
    where t.import = ${id} and t.version > 1 and t.record > ${after}
      and t.act = ${act}
      and ${scope(tx.session, register, 't')} and ${scope(tx.session, register, 'b')}
    order by t.record limit ${limit}`.execute(tx.db);
  return rows;
}

async function describe(
  tx: Tx,
  desk: ImportDesk,
  register: Register,
  pairs: readonly Pair[],
  language: Language,
): Promise<DifferenceList['differences']> {
  const { vault, catalogue } = desk.registry;
  const before = pairs.map((pair) => readValues(vault, register, earlier(register, pair)));
  const after = pairs.map((pair) => readValues(vault, register, pair));
  const names = await titlesOf(tx, catalogue, register, [...before, ...after]);
  return pairs.map((pair, at) => {
    const changes = Object.entries(register.columns).flatMap(([key, column]) => {
      const show = (values: Values, place: number): string | null =>
        shown(column, values[key] ?? null, names[place]?.[key], language);
      const was = show(before[at]!, at);
      const is = show(after[at]!, pairs.length + at);
      const changed = stored(pair, key) !== stored(pair, key, 'old ');
      return changed ? [{ column: key, before: was, after: is }] : [];
    });
    const title = shown(
      register.columns[titleColumn(register)]!,
      after[at]![titleColumn(register)] ?? null,
      names[pairs.length + at]?.[titleColumn(register)],
      language,
    );
    return { register: register.name, record: pair.record, title: title ?? '', row: pair.import_row, changes };
  });
}

const earlier = (register: Register, pair: Pair): Record<string, unknown> =>
  Object.fromEntries(storedColumns(register).map((name) => [name, pair[`old ${name}`]]));

/** A stored value as text to compare; ciphertexts differ every time, so a secret is compared by its hash. */
function stored(pair: Pair, key: string, prefix = ''): string {
  const value = pair[`${prefix}${snake(key)}_hash`] ?? pair[`${prefix}${snake(key)}`];
  if (value === null || value === undefined) return '';
  return Buffer.isBuffer(value) ? value.toString('hex') : value instanceof Date ? value.toISOString() : String(value);
}

function shown(column: Column, value: Cell, name: string | undefined, language: Language): string | null {
  if (value === null) return null;
  if (column.kind === 'ref') return name ?? String(value);
  if (column.kind === 'choice') return column.choices![String(value)]?.[language] ?? String(value);
  if (column.kind === 'yesNo') return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  return String(value);
}
