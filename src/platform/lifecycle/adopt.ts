import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { WriteTx } from '../ledger/perform.ts';
import type { Breach, Settle } from '../register/breach.ts';
import type { Register } from '../register/declare.ts';
import { fault } from '../register/faults.ts';
import { id, snake, tableOf } from '../register/tables.ts';
import { type NewVersion, type Retirement, retireVersions, writeVersions } from '../register/write.ts';
import { storedLimit } from './advance.ts';
import type { Clock } from './clock.ts';
import type { Matter } from './matter.ts';
import { asObject, pastFields } from './past.ts';
import { type Flaw, type PastStep, replay } from './replay.ts';

/** Matters read and settled at once. */
const AT_ONCE = 500;

/** Which of the two an act wrote: a history, or the record of the matter. */
type Touched = 'history' | 'record';

/** A matter that an act touched, with its history in the order of its steps. */
interface TouchedMatter {
  readonly record: string;
  /** Where the record stands; null when it was voided. */
  readonly state: string | null;
  readonly held: Readonly<Record<string, unknown>>;
  /** Row of the record, where this act wrote it. */
  readonly row: Row | null;
  /** Where the last step taken in the program led. */
  readonly led: string | null;
  readonly steps: readonly HistoryRow[];
}

interface Row {
  readonly sheet: string;
  readonly row: number;
}

interface HistoryRow extends Row {
  readonly number: number;
  readonly action: string;
  readonly taken_at: Date;
  readonly taker: string | null;
  readonly given: Readonly<Record<string, unknown>>;
  /** Written by this act. */
  readonly mine: boolean;
  readonly import: string | null;
}

/**
 * Walks every history that the act touched through the table and writes the limits anew, some matters at a time, so that a
 * province's histories take the memory of a few. The limits are committed to by the act that brought the histories.
 */
function settle(matter: Matter, calendar: WorkCalendar, touched: Touched): Settle {
  return async (tx) => {
    const now = new Date(tx.recordedAt);
    const breaches: Breach[] = [];
    const histories = await touchedBy(tx, matter, 'history');
    // What its history brings about, the settling of histories sees to.
    const apart = new Set(histories);
    const records =
      touched === 'history' ? histories : (await touchedBy(tx, matter, 'record')).filter((one) => !apart.has(one));
    for (let at = 0; at < records.length; at += AT_ONCE) {
      const settled: string[] = [];
      const limits: NewVersion[] = [];
      for (const one of await readMatters(tx, matter, touched, records.slice(at, at + AT_ONCE))) {
        const found = settleOne(matter, calendar, touched, one, now);
        if ('at' in found) breaches.push(breachAt(one, found));
        else if (found.clocks) {
          settled.push(one.record);
          limits.push(...limitsOf(matter, calendar, one, found.clocks, now));
        }
      }
      await retireLimits(tx, matter, settled);
      await writeVersions(tx, matter.companions.clocks, limits);
    }
    return breaches;
  };
}

function limitsOf(
  matter: Matter,
  calendar: WorkCalendar,
  { record, steps }: TouchedMatter,
  clocks: readonly Clock[],
  now: Date,
): NewVersion[] {
  const first = steps[0];
  const source = first?.import ? { import: first.import, sheet: first.sheet, row: first.row } : undefined;
  const numbers = new Map<string, number>();
  return clocks.map((clock) => {
    const number = (numbers.get(clock.id) ?? 0) + 1;
    numbers.set(clock.id, number);
    const stored = storedLimit(matter, calendar, record, clock, number, now);
    return { record: uuidv7(), version: 1, stored, source };
  });
}

type Found = Flaw | { readonly clocks: readonly Clock[] | null };

/** What a matter's history comes to; `clocks` is null where they are left as they are. */
function settleOne(
  { lifecycle, register }: Matter,
  calendar: WorkCalendar,
  touched: Touched,
  { state, led, held, steps }: TouchedMatter,
  now: Date,
): Found {
  const last = steps.length - 1;
  const moved = (to: string): Flaw => ({
    at: last,
    key: register.state!,
    fault: fault('set.stateMoved', { state: lifecycle.states[to] }),
  });
  if (led !== null) {
    if (touched === 'history')
      return { at: steps.findIndex(({ mine }) => mine), key: 'matter', fault: fault('set.historyTaken') };
    return state === null || state === led ? { clocks: null } : moved(led);
  }
  if (steps.length === 0 || state === null) return { clocks: [] };
  const replayed = replay(lifecycle, calendar, held, steps.map(stepOf), now);
  if ('at' in replayed || replayed.state === state) return replayed;
  if (touched === 'record') return moved(replayed.state);
  const params = { reached: lifecycle.states[replayed.state], stands: lifecycle.states[state] };
  return { at: last, key: 'action', fault: fault('set.historyEnds', params) };
}

const stepOf = (row: HistoryRow): PastStep => ({
  number: row.number,
  action: row.action,
  takenAt: row.taken_at,
  taker: row.taker,
  given: Object.fromEntries(Object.entries(row.given).filter(([, value]) => value !== null)),
});

/** A flaw is told at its row; where that came with an earlier workbook, at the last row of this one. All rows of the matter go with it. */
function breachAt({ steps, row }: TouchedMatter, { at, key, fault: found }: Flaw): Breach {
  const mine = steps.filter((step) => step.mine);
  const told = (steps[at]?.mine ? steps[at] : mine.at(-1)) ?? row;
  return { sheet: told?.sheet ?? '', row: told?.row ?? 0, key, fault: found, along: mine };
}

/** The matters whose history, or whose own record, this act wrote or retired. */
async function touchedBy(tx: WriteTx, { register, companions }: Matter, touched: Touched): Promise<string[]> {
  const [table, column] = touched === 'history' ? [companions.history!, 'matter'] : [register, 'record'];
  const { rows } = await sql<{ record: string }>`
    select distinct ${sql.raw(column)} as record from ${sql.raw(tableOf(table).sql)}
    where act = ${tx.act} or retired_by = ${tx.act}`.execute(tx.db);
  return rows.map(({ record }) => record);
}

async function readMatters(
  tx: WriteTx,
  { register, companions }: Matter,
  touched: Touched,
  records: readonly string[],
): Promise<TouchedMatter[]> {
  const [table, steps, history] = [register, companions.steps, companions.history!].map((one) =>
    sql.raw(tableOf(one).sql),
  );
  const state = sql.raw(id(snake(register.state!)));
  const { rows: matters } = await sql<Omit<TouchedMatter, 'steps' | 'row'> & Row>`
    select i.record, t.${state} as state, ${asObject('t', Object.keys(register.columns))} as held,
           case when t.act = ${tx.act} then t.import_sheet end as sheet, case when t.act = ${tx.act} then t.import_row end as row,
           (select s.to_state from ${steps} s where s.matter = i.record and s.retired_at is null order by s.number desc limit 1) as led
    from unnest(${records}::uuid[]) as i (record)
    left join ${table} t on t.record = i.record and t.retired_at is null`.execute(tx.db);
  const { rows } = await sql<HistoryRow & { matter: string }>`
    select h.matter, h.number::int, h.action, h.taken_at, coalesce(h.taker, o.name) as taker,
           ${pastFields(companions.history!, 'h')} as given, h.act = ${tx.act} as mine,
           h.import, h.import_sheet as sheet, h.import_row as row
    from ${history} h
    left join organisation.officers o on o.record = h.officer and o.retired_at is null
    where h.matter = any (${records}::uuid[]) and h.retired_at is null order by h.number`.execute(tx.db);
  const by = Map.groupBy(rows, ({ matter }) => matter);
  return matters
    .map(({ sheet, row, ...one }) => ({
      ...one,
      row: sheet === null ? null : { sheet, row },
      steps: by.get(one.record) ?? [],
    }))
    .filter(({ steps: past, led }) => touched === 'history' || past.length > 0 || led !== null);
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
