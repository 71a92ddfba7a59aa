import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { readQuery } from '../database/cursor.ts';
import type { WriteTx } from '../ledger/perform.ts';
import type { Register } from '../register/declare.ts';
import { fault } from '../register/faults.ts';
import type { Breach, Settle } from '../register/import/set-checks.ts';
import { id, snake, tableOf } from '../register/tables.ts';
import { type NewVersion, type Retirement, retireVersions, writeVersions } from '../register/write.ts';
import { storedLimit } from './advance.ts';
import type { Matter } from './matter.ts';
import { asObject, pastFields } from './past.ts';
import { type Flaw, type PastStep, type Replayed, replay } from './replay.ts';

const BATCH = 1_000;

/** Which of the two an act wrote: a history, or the record of the matter. */
type Touched = 'history' | 'record';

interface HistoryRow {
  readonly matter: string;
  /** Where the record stands; null when it was voided. */
  readonly state: string | null;
  readonly held: Readonly<Record<string, unknown>>;
  /** Where the last step taken in the program led. */
  readonly led: string | null;
  /** Row of the record, where this act wrote it. */
  readonly record_sheet: string | null;
  readonly record_row: number | null;
  /** The rest is one step; null for a matter without a history. */
  readonly number: number | null;
  readonly action: string;
  readonly taken_at: Date;
  readonly taker: string | null;
  readonly given: Readonly<Record<string, unknown>>;
  /** Written by this act. */
  readonly mine: boolean;
  readonly import: string | null;
  readonly import_sheet: string;
  readonly import_row: number;
}

/**
 * Walks every history that the act touched through the table and writes the limits anew, reading and writing in batches, so that
 * a province's histories take the memory of a thousand rows. Limits are written by the import's own act and committed with it.
 */
function settle(matter: Matter, calendar: WorkCalendar, touched: Touched): Settle {
  return async (tx) => {
    const now = new Date(tx.recordedAt);
    const breaches: Breach[] = [];
    const limits: NewVersion[] = [];
    const settled: string[] = [];
    const write = async (): Promise<void> => {
      await retireLimits(tx, matter, settled.splice(0));
      await writeVersions(tx, matter.companions.clocks, limits.splice(0));
    };
    for await (const rows of byMatter(tx, matter, touched)) {
      const found = settleOne(matter, calendar, touched, rows, now);
      if ('at' in found) breaches.push(breachAt(rows, found));
      else if (found.clocks) {
        const { matter: record, import: source, import_sheet: sheet, import_row: row } = rows[0]!;
        settled.push(record);
        const numbers = new Map<string, number>();
        for (const clock of found.clocks) {
          const number = (numbers.get(clock.id) ?? 0) + 1;
          numbers.set(clock.id, number);
          limits.push({
            record: uuidv7(),
            version: 1,
            stored: storedLimit(matter, calendar, record, clock, number, now),
            source: source ? { import: source, sheet, row } : undefined,
          });
        }
        if (settled.length >= BATCH) await write();
      }
    }
    await write();
    return breaches;
  };
}

type Found = Flaw | { readonly clocks: Replayed['clocks'] | null };

/** What a matter's history comes to; `clocks` is null where they are left as they are. */
function settleOne(
  { lifecycle, register }: Matter,
  calendar: WorkCalendar,
  touched: Touched,
  rows: readonly HistoryRow[],
  now: Date,
): Found {
  const { state, led, held, number } = rows[0]!;
  const last = rows.length - 1;
  const moved = (to: string): Flaw => ({
    at: last,
    key: register.state!,
    fault: fault('set.stateMoved', { state: lifecycle.states[to] }),
  });
  if (led !== null) {
    if (touched === 'history')
      return { at: rows.findIndex(({ mine }) => mine), key: 'matter', fault: fault('set.historyTaken') };
    return state === null || state === led ? { clocks: null } : moved(led);
  }
  if (number === null || state === null) return { clocks: [] };
  const replayed = replay(lifecycle, calendar, held, rows.map(stepOf), now);
  if ('at' in replayed) return replayed;
  if (replayed.state === state) return replayed;
  if (touched === 'record') return moved(replayed.state);
  const params = { reached: lifecycle.states[replayed.state], stands: lifecycle.states[state] };
  return { at: last, key: 'action', fault: fault('set.historyEnds', params) };
}

const stepOf = (row: HistoryRow): PastStep => ({
  number: Number(row.number),
  action: row.action,
  takenAt: row.taken_at,
  taker: row.taker,
  given: Object.fromEntries(Object.entries(row.given).filter(([, value]) => value !== null)),
});

/** A flaw is told at its row; where that came with an earlier workbook, at the last row of this one. All rows of the matter go with it. */
function breachAt(rows: readonly HistoryRow[], { at, key, fault: found }: Flaw): Breach {
  const mine = rows.filter((row) => row.mine);
  const first = rows[0]!;
  if (mine.length === 0) return { sheet: first.record_sheet!, row: first.record_row!, key, fault: found };
  const told = rows[at]?.mine ? rows[at] : mine.at(-1)!;
  return {
    sheet: told.import_sheet,
    row: told.import_row,
    key,
    fault: found,
    along: mine.map(({ import_sheet: sheet, import_row: row }) => ({ sheet, row })),
  };
}

/** The histories of the matters that this act touched, one matter at a time, steps in the order of their numbers. */
async function* byMatter(tx: WriteTx, matter: Matter, touched: Touched): AsyncGenerator<HistoryRow[]> {
  let rows: HistoryRow[] = [];
  for await (const batch of readQuery<HistoryRow>(tx, touchedBy(tx, matter, touched), BATCH))
    for (const row of batch) {
      if (rows.length > 0 && rows[0]!.matter !== row.matter) {
        yield rows;
        rows = [];
      }
      rows.push(row);
    }
  if (rows.length > 0) yield rows;
}

function touchedBy(tx: WriteTx, { register, companions }: Matter, touched: Touched): RawBuilder<HistoryRow> {
  const [table, steps, history, limits] = [register, companions.steps, companions.history!, companions.clocks].map(
    (one) => sql.raw(tableOf(one).sql),
  );
  const ofAct = sql`(x.act = ${tx.act} or x.retired_by = ${tx.act})`;
  const past = sql`(exists (select from ${history} p where p.matter = x.record and p.retired_at is null)
    or exists (select from ${steps} p where p.matter = x.record and p.retired_at is null)
    or exists (select from ${limits} p where p.matter = x.record and p.retired_at is null))`;
  const which =
    touched === 'history'
      ? sql`select distinct x.matter from ${history} x where ${ofAct}`
      : sql`select distinct x.record as matter from ${table} x where ${ofAct} and ${past}
          and not exists (select from ${history} p where p.matter = x.record and (p.act = ${tx.act} or p.retired_by = ${tx.act}))`;
  return sql<HistoryRow>`
    with touched as materialized (${which})
    select i.matter, t.${sql.raw(id(snake(register.state!)))} as state, ${asObject('t', Object.keys(register.columns))} as held,
           (select s.to_state from ${steps} s where s.matter = i.matter and s.retired_at is null order by s.number desc limit 1) as led,
           case when t.act = ${tx.act} then t.import_sheet end as record_sheet,
           case when t.act = ${tx.act} then t.import_row end as record_row,
           h.number::int, h.action, h.taken_at, coalesce(h.taker, o.name) as taker, ${pastFields(companions.history!, 'h')} as given,
           coalesce(h.act = ${tx.act}, false) as mine, h.import, h.import_sheet, h.import_row
    from touched i
    left join ${table} t on t.record = i.matter and t.retired_at is null
    left join ${history} h on h.matter = i.matter and h.retired_at is null
    left join organisation.officers o on o.record = h.officer and o.retired_at is null
    order by i.matter, h.number`;
}

async function retireLimits(tx: WriteTx, { companions }: Matter, matters: readonly string[]): Promise<void> {
  if (matters.length === 0) return;
  const { rows } = await sql<Retirement>`select record, version from ${sql.raw(tableOf(companions.clocks).sql)}
    where matter = any (${matters}::uuid[]) and retired_at is null`.execute(tx.db);
  await retireVersions(tx, companions.clocks, rows, 'voided', 'history');
}

/**
 * What follows where workbooks bring in matters and their histories, by register: the limits that histories lead to, or what is
 * wrong with them. For the catalogue of registers.
 */
export const settlesOf = (matters: readonly Matter[], calendar: WorkCalendar): ReadonlyMap<Register, Settle> =>
  new Map(
    matters.flatMap((matter): [Register, Settle][] =>
      matter.companions.history
        ? [
            [matter.register, settle(matter, calendar, 'record')],
            [matter.companions.history, settle(matter, calendar, 'history')],
          ]
        : [],
    ),
  );
