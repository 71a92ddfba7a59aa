import { sql } from 'kysely';
import type { z } from 'zod';
import { type Session, systemSession } from '../database/session.ts';
import { type Tx, transact } from '../database/transact.ts';
import { besideOpened } from '../register/closed.ts';
import type { Row } from '../register/contract.ts';
import type { Register } from '../register/declare.ts';
import { present, type Registry } from '../register/list.ts';
import type { RecordDesk } from '../register/records/desk.ts';
import { recordHistory } from '../register/records/history.ts';
import type { StoredRow, Values } from '../register/rows.ts';
import { handsIn, reaches, scope } from '../register/scope.ts';
import { snake, tableOf } from '../register/tables.ts';
import { titlesOf } from '../register/titles.ts';
import { actorOf, historyOf, type MatterDesk } from './advance.ts';
import { type Clock, readClock } from './clock.ts';
import type { limit, MatterView, StepView } from './contract.ts';
import { openActions } from './decide.ts';
import { climbed } from './escalation.ts';
import type { Matter } from './matter.ts';
import { pastFields } from './past.ts';

/** How many records of one register a page shows beside a matter; the register has them all. */
const BESIDE = 100;

/**
 * A matter as its page shows it. Opening a confidential one is an act. Whoever may open it is told what everything in it is called,
 * also officers and units whose own registers are closed to that person: a handler must know whose matter it is.
 * @throws AppError `record.missing`, `record.closed`
 */
export async function viewMatter(
  desk: MatterDesk & Pick<RecordDesk, 'nameOf'>,
  session: Session,
  matter: Matter,
  record: string,
): Promise<MatterView> {
  const history = await recordHistory(desk, session, matter.register, record);
  const now = desk.now?.() ?? new Date();
  const { past, steps, found, ...seen } = await transact(desk.pools, session, 'read', async (tx) => {
    const earlier = await historyOf(tx, matter, record);
    const current = history.versions[0]!;
    const standing = current.values[matter.register.state!];
    // What was registered before its kind had a life has no state, and no step is open on it.
    const state = standing ? String(standing) : null;
    const open = openActions(
      matter.lifecycle,
      {
        state: state ?? '',
        clocks: earlier.clocks.map(({ clock }) => clock),
        subjects: (await matter.subjects?.(tx, record)) ?? [],
        history: earlier.steps,
      },
      actorOf(session),
    );
    const actions = current.retiredAt === null ? open : [];
    const keeps = actions.length > 0 ? await matter.standingBack?.(tx, record, actions) : undefined;
    const refusal = keeps && actions.map(keeps).find((one) => one !== null);
    return {
      register: matter.name,
      record,
      current,
      state,
      limits: earlier.clocks.map(({ clock }) => limitOf(desk, matter, clock, now)),
      past: await pastStepsOf(tx, matter, record),
      steps: await stepRows(tx, matter, record),
      found: await besideOf(tx, desk.registry, matter, record),
      actions: actions.filter((action) => !keeps?.(action)),
      standingBack: refusal ? { zh: refusal.in('zh'), en: refusal.in('en') } : null,
      named: matter.register.policy.confidential ? await namedFor(tx, desk, matter.name, record) : [],
    };
  });
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const [titles] = await titlesOf(tx, desk.registry.catalogue, matter.register, [seen.current.values]);
    const beside: MatterView['beside'] = [];
    for (const { register, stored } of found) {
      const mayAdd = register.follows !== undefined && handsIn(session, register);
      const rows: Row[] = await present(tx, desk.registry, register, stored);
      if (rows.length > 0 || mayAdd) beside.push({ register: register.name, rows, mayAdd });
    }
    return {
      ...seen,
      current: { ...seen.current, titles: titles! },
      steps: [...past, ...(await stepViews(tx, desk, matter, steps))],
      beside,
    };
  });
}

interface Found {
  readonly register: Register;
  readonly stored: readonly StoredRow[];
}

/** The records that hang on a matter or point to it, but for its steps and limits, in the registers the session reads. */
async function besideOf(tx: Tx, { catalogue }: Registry, matter: Matter, record: string): Promise<Found[]> {
  const { register, companions, beside = [] } = matter;
  const own: readonly Register[] = Object.values(companions);
  const hanging = catalogue.registers.flatMap((other) =>
    other.follows?.register === register && !own.includes(other)
      ? [{ register: other, column: other.follows.column }]
      : [],
  );
  const read = [...hanging, ...beside].filter(({ register: other }) => reaches(tx.session, other, 'read').size > 0);
  const found: Found[] = [];
  const filled = await filledOf(tx, read, record);
  for (const one of read) {
    const stored = filled.has(one.register.name) ? await rowsOf(tx, one, record) : [];
    found.push({ register: one.register, stored });
  }
  return found;
}

/** A register whose records point to a matter, and the column that does. */
interface Pointing {
  readonly register: Register;
  readonly column: string;
}

const pointing = (tx: Tx, { register, column }: Pointing, record: string) =>
  sql`from ${sql.raw(tableOf(register).sql)} t
    where ${sql.ref(`t.${snake(column)}`)} = ${record} and t.retired_at is null and ${scope(tx.session, register, 't')}`;

/** Those that hold anything on the matter: one question for all, since most hold nothing. */
async function filledOf(tx: Tx, asked: readonly Pointing[], record: string): Promise<Set<string>> {
  if (asked.length === 0) return new Set();
  const parts = asked.map(
    (one) => sql`select ${one.register.name}::text as name where exists (select ${pointing(tx, one, record)})`,
  );
  const { rows } = await sql<{ name: string }>`${sql.join(parts, sql` union all `)}`.execute(tx.db);
  return new Set(rows.map(({ name }) => name));
}

async function rowsOf(tx: Tx, one: Pointing, record: string): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select t.* ${pointing(tx, one, record)} order by t.recorded_at, t.record limit ${BESIDE}`.execute(tx.db);
  return besideOpened(tx, one.register, rows);
}

function limitOf(desk: MatterDesk, { lifecycle }: Matter, clock: Clock, now: Date): z.infer<typeof limit> {
  const reading = readClock(lifecycle, desk.calendar, clock, now);
  return {
    id: clock.id,
    of: clock.of ?? null,
    startedAt: clock.startedAt,
    warnAt: reading.warnAt.toISOString(),
    dueAt: reading.dueAt.toISOString(),
    lateAt: reading.lateAt.toISOString(),
    stoppedAt: clock.stoppedAt,
    pausedUntil: reading.status === 'PAUSED' ? clock.pauses.at(-1)!.to : null,
    colour: reading.colour,
    rungs: climbed(lifecycle, desk.calendar, clock, reading, now).map(({ id, at }) => ({ id, at: at.toISOString() })),
    extensions: clock.extensions.map(({ amount, at, by, reason }) => ({ amount, at, by, reason })),
  };
}

interface StepRow {
  readonly number: string;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly account: string;
  readonly taken_at: Date;
  readonly reason: string | null;
  readonly input: string;
}

async function stepRows(tx: Tx, matter: Matter, record: string): Promise<readonly StepRow[]> {
  const { rows } = await sql<StepRow>`
    select t.number, t.action, t.from_state, t.to_state, t.account, t.taken_at, t.reason, t.input
    from ${sql.raw(tableOf(matter.companions.steps).sql)} t
    where t.matter = ${record} and t.retired_at is null order by t.number`.execute(tx.db);
  return rows;
}

async function stepViews(
  tx: Tx,
  desk: Pick<RecordDesk, 'nameOf' | 'registry'>,
  matter: Matter,
  rows: readonly StepRow[],
): Promise<StepView[]> {
  const names = await desk.nameOf([...new Set(rows.map(({ account }) => account))].filter((one) => one !== 'system'));
  const titles = await Promise.all(
    rows.map(({ action, input }) => fieldTitles(tx, desk.registry, matter, action, JSON.parse(input))),
  );
  return rows.map((row, at) => ({
    number: Number(row.number),
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    by: row.account === 'system' ? null : (names.get(row.account) ?? row.account),
    at: row.taken_at.toISOString(),
    reason: row.reason,
    input: JSON.parse(row.input) as Record<string, unknown>,
    titles: titles[at]!,
    source: null,
  }));
}

interface PastRow {
  readonly number: string;
  readonly action: string;
  readonly taken_at: Date;
  readonly note: string | null;
  readonly taker: string | null;
  readonly import_sheet: string;
  readonly import_row: number;
  readonly file: string | null;
  readonly given: Record<string, unknown>;
}

/** The steps that were handed in with the matter's past, each with the row it stands in. */
async function pastStepsOf(
  tx: Tx,
  { companions: { history }, lifecycle }: Matter,
  record: string,
): Promise<StepView[]> {
  if (!history) return [];
  const { rows } = await sql<PastRow>`
    select h.number, h.action, h.taken_at, h.note, coalesce(h.taker, o.name) as taker, h.import_sheet, h.import_row,
           f.file_name as file, ${pastFields(history, 'h')} as given
    from ${sql.raw(tableOf(history).sql)} h
    left join organisation.officers o on o.record = h.officer and o.retired_at is null
    left join lateral imports.source_file(h.import) as f(file_name) on true
    where h.matter = ${record} and h.retired_at is null order by h.number`.execute(tx.db);
  let state: string | null = null;
  return rows.map((row) => {
    const from = state;
    state = lifecycle.actions[row.action]!.to ?? state;
    return {
      number: Number(row.number),
      action: row.action,
      from,
      to: state ?? lifecycle.initial,
      by: row.taker,
      at: row.taken_at.toISOString(),
      reason: row.note,
      input: Object.fromEntries(Object.entries(row.given).filter(([, value]) => value !== null)),
      titles: {},
      source: { file: row.file ?? '', sheet: row.import_sheet, row: row.import_row },
    };
  });
}

/** What the references of a step's form are called. */
async function fieldTitles(
  tx: Tx,
  { catalogue }: Registry,
  { lifecycle, register }: Matter,
  action: string,
  input: Values,
): Promise<Record<string, string>> {
  const columns = lifecycle.actions[action]?.fields ?? {};
  if (!Object.values(columns).some(({ kind }) => kind === 'ref')) return {};
  return (await titlesOf(tx, catalogue, { ...register, columns }, [input]))[0]!;
}

async function namedFor(
  tx: Tx,
  desk: Pick<RecordDesk, 'nameOf'>,
  register: string,
  record: string,
): Promise<MatterView['named']> {
  const { rows } = await sql<{ account: string; granted_at: Date; expires_at: Date | null }>`
    select account, granted_at, expires_at from access.named
    where register = ${register} and record = ${record} and ended_at is null
      and (expires_at is null or expires_at > now()) order by granted_at`.execute(tx.db);
  const names = await desk.nameOf(rows.map(({ account }) => account));
  return rows.map(({ account, granted_at, expires_at }) => ({
    name: names.get(account) ?? account,
    since: granted_at.toISOString(),
    until: expires_at?.toISOString() ?? null,
  }));
}
