import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { isRole } from '../access/roles.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Session } from '../database/session.ts';
import type { Pools, Tx } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { canonical, type Json } from '../ledger/canonical.ts';
import { perform, type WriteTx } from '../ledger/perform.ts';
import type { Columns, Register } from '../register/declare.ts';
import { fault } from '../register/faults.ts';
import type { Registry } from '../register/list.ts';
import { current } from '../register/records/current.ts';
import { readForm, wrongValues } from '../register/records/form.ts';
import type { Cell, StoredRow } from '../register/rows.ts';
import { isWithheld, mustReach } from '../register/scope.ts';
import { physicalColumns, snake, storedName, tableOf } from '../register/tables.ts';
import { retireVersions, writeVersions } from '../register/write.ts';
import { type Clock, dueOf, isPaused } from './clock.ts';
import { type Actor, type Decision, decide, type Taken } from './decide.ts';
import type { Action } from './declare.ts';
import type { Matter, StepContext } from './matter.ts';

/** What matters are advanced with. */
export interface MatterDesk {
  readonly pools: Pools;
  readonly registry: Registry;
  readonly calendar: WorkCalendar;
  /** The moment of the ledger is the moment of the step; a test may look at a later one. */
  now?(): Date;
}

export interface Step {
  /** The matter; none for the action that opens one. */
  readonly record?: string;
  /** The version of the record the person saw; a newer one by now is a conflict. */
  readonly version?: number;
  readonly action: string;
  /** The form: fields of the action, and `reason`. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Values of the record that opens the matter, beside the action's fields. */
  readonly values?: Readonly<Record<string, Cell>>;
}

export interface Advanced {
  readonly record: string;
  readonly version: number;
  readonly state: string;
}

/**
 * Takes one step of a matter: loads what the session may see of it, decides by the table, and writes the record's new version,
 * the step, the limits that moved and the ledger act in one transaction. Of two people who step at once, one wins and the other
 * is told.
 * @throws AppError `record.missing` for what the session may not see, `record.changed`, `record.values`, those of `decide`
 */
export async function advance(desk: MatterDesk, session: Session, matter: Matter, step: Step): Promise<Advanced> {
  mustReach(session, matter.register, 'read');
  const act = matter.acts[step.action];
  if (!act) throw new AppError('matter.action', { action: step.action });
  try {
    return await perform(desk.pools, session, act, async (tx) => {
      const { advanced, detail, withheld } = await advanceIn(tx, desk, matter, step);
      return { result: advanced, subject: advanced.record, detail, withheld };
    });
  } catch (error) {
    // The key of the step's number, or of the record's next version, was taken by whoever was faster.
    throw (error as { code?: string }).code === '23505' ? new AppError('record.changed', {}, { cause: error }) : error;
  }
}

/**
 * The same inside an act under way, for a use case that moves several matters or does more than one thing.
 * @param actor who takes the step, where the act runs with the reach of the program
 */
export async function advanceIn(
  tx: WriteTx,
  desk: Omit<MatterDesk, 'pools'>,
  matter: Matter,
  step: Step,
  actor: Actor = actorOf(tx.session),
): Promise<{ advanced: Advanced; detail: Json; withheld: boolean }> {
  const { lifecycle, register } = matter;
  const action = lifecycle.actions[step.action] as Action;
  const before = step.record === undefined ? null : await current(tx, register, step.record, step.version);
  const record = before?.record ?? uuidv7();
  const now = desk.now?.() ?? new Date(tx.recordedAt);
  const earlier = before ? await historyOf(tx, matter, record) : { steps: [], clocks: [] };
  const subjects = (await matter.subjects?.(tx, record)) ?? [];
  const decision = decide(lifecycle, {
    matter: before && {
      state: String(before[stateOf(register)]),
      clocks: earlier.clocks.map(({ clock }) => clock),
      subjects,
      history: earlier.steps,
    },
    action: step.action,
    actor,
    input: step.input,
    held: heldOf(register, before, step),
    now,
    calendar: desk.calendar,
    subjects,
  });
  const keptFrom = before && (await matter.standingBack?.(tx, record, [step.action]))?.(step.action);
  if (keptFrom) throw keptFrom;
  const stored = await storedAfter(tx, desk, matter, action, before, step);
  stored[stateOf(register)] = decision.to;
  const followed: Json[] = [];
  const context: StepContext = {
    record,
    before,
    stored,
    input: step.input,
    now,
    registry: desk.registry,
    calendar: desk.calendar,
    async also(other, name, input = {}) {
      const next = { record: other, action: name, input };
      const { advanced } = await advanceIn(tx, desk, matter, next, { ...actor, vouched: true });
      followed.push({ record: other, action: name, to: advanced.state });
    },
  };
  await matter.effects?.[step.action]?.(tx, context);
  mustBeWhole(register, stored);
  const version = await writeRecord(tx, register, record, before, stored, step.input.reason);
  await writeStep(tx, matter, action, record, earlier.steps.length + 1, before, decision, step, now);
  const moved = await writeClocks(tx, desk, matter, record, earlier.clocks, decision, now);
  await matter.after?.[step.action]?.(tx, context);
  const told = Object.fromEntries((action.tells ?? []).map((key) => [key, (step.input[key] ?? null) as Json]));
  const detail: Json = {
    register: register.name,
    version,
    from: before ? String(before[stateOf(register)]) : null,
    to: decision.to,
    clocks: moved,
    ...(action.tells ? { told } : {}),
    ...(followed.length > 0 ? { followed } : {}),
  };
  const about = register.officer && stored[snake(register.officer)];
  return {
    advanced: { record, version, state: decision.to },
    detail,
    withheld: isWithheld(tx.session, register, about),
  };
}

/** What the record holds by column, for the conditions of limits; before it is opened, what it is opened with. */
const heldOf = (register: Register, before: StoredRow | null, step: Step): Readonly<Record<string, unknown>> =>
  before
    ? Object.fromEntries(Object.keys(register.columns).map((key) => [key, before[snake(key)]]))
    : (step.values ?? {});

export const stateOf = (register: Register): string => snake(register.state!);

export const actorOf = (session: Session): Actor => ({
  account: session.account ?? '',
  roles: session.roles.filter(isRole),
  officer: session.officer,
});

/** A limit as it is stored: the clock, and the version of its row. */
export interface StoredClock {
  readonly record: string;
  readonly version: number;
  readonly number: number;
  readonly clock: Clock;
}

/** What was done with a matter, here and before it came into the program, oldest first, and its limits as they stand. */
export async function historyOf(
  tx: Tx,
  { companions }: Matter,
  record: string,
): Promise<{ steps: Taken[]; clocks: StoredClock[] }> {
  const before = companions.history
    ? sql`union all select h.action, null, h.officer, h.number from ${sql.raw(tableOf(companions.history).sql)} h
        where h.matter = ${record} and h.retired_at is null`
    : sql``;
  const steps = await sql<Taken>`
    select t.action, t.account, null::uuid as officer, t.number from ${sql.raw(tableOf(companions.steps).sql)} t
    where t.matter = ${record} and t.retired_at is null ${before} order by number`.execute(tx.db);
  const clocks = await sql<{ record: string; version: number; number: string; course: string }>`
    select t.record, t.version, t.number, t.course from ${sql.raw(tableOf(companions.clocks).sql)} t
    where t.matter = ${record} and t.retired_at is null order by t.started_at, t.clock, t.number`.execute(tx.db);
  return {
    steps: steps.rows,
    clocks: clocks.rows.map(({ record: id, version, number, course }) => ({
      record: id,
      version,
      number: Number(number),
      clock: JSON.parse(course) as Clock,
    })),
  };
}

/** The record's values after the step: fields that are columns of the register are written there. */
async function storedAfter(
  tx: WriteTx,
  desk: Pick<MatterDesk, 'registry'>,
  { register }: Matter,
  action: Action,
  before: StoredRow | null,
  step: Step,
): Promise<Record<string, unknown>> {
  const fields = action.fields ?? {};
  const given = Object.fromEntries(Object.keys(fields).map((key) => [key, (step.input[key] ?? null) as Cell]));
  // Every field is read by the rules of its kind, also those that stay in the step alone.
  const read = await readForm(tx, desk.registry, { ...register, columns: fields }, given);
  if (!before)
    return {
      ...(await readForm(tx, desk.registry, opened(register), step.values ?? {})),
      ...kept(register, fields, read),
    };
  const all = Object.entries(register.columns).flatMap(([key, column]) => physicalColumns(key, column));
  return { ...Object.fromEntries(all.map(({ name }) => [name, before[name]])), ...kept(register, fields, read) };
}

/** What a new record lacks may still come from the step's own form or from what the action does besides. */
const opened = (register: Register): Register => ({
  ...register,
  columns: Object.fromEntries(
    Object.entries(register.columns).map(([key, column]) => [key, { ...column, optional: true }]),
  ),
});

/** @throws AppError `record.values` naming what is missing once everybody has given what they have */
function mustBeWhole(register: Register, stored: Readonly<Record<string, unknown>>): void {
  const missing = Object.entries(register.columns)
    .filter(([key, column]) => !column.optional && (stored[storedName(key, column)] ?? null) === null)
    .map(([key]) => ({ key, fault: fault('cell.required') }));
  if (missing.length > 0) throw wrongValues(register, missing);
}

function kept(register: Register, fields: Columns, read: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = Object.entries(fields)
    .filter(([key]) => Object.hasOwn(register.columns, key))
    .flatMap(([key, column]) => physicalColumns(key, column).map(({ name }) => name));
  return Object.fromEntries(names.map((name) => [name, read[name]]));
}

async function writeRecord(
  tx: WriteTx,
  register: Register,
  record: string,
  before: StoredRow | null,
  stored: Record<string, unknown>,
  reason: unknown,
): Promise<number> {
  if (before) {
    const retired = [{ record, version: before.version }];
    if ((await retireVersions(tx, register, retired, 'superseded', String(reason ?? ''))) !== 1)
      throw new AppError('record.changed');
  }
  const version = (before?.version ?? 0) + 1;
  await writeVersions(tx, register, [{ record, version, stored }]);
  return version;
}

async function writeStep(
  tx: WriteTx,
  { companions, lifecycle, register }: Matter,
  action: Action,
  record: string,
  number: number,
  before: StoredRow | null,
  decision: Decision,
  step: Step,
  now: Date,
): Promise<void> {
  const given = Object.fromEntries(
    Object.keys(action.fields ?? {}).map((key) => [key, (step.input[key] ?? null) as Json]),
  );
  const stored = {
    matter: record,
    number,
    action: step.action,
    from_state: before ? before[stateOf(register)] : null,
    to_state: decision.to,
    account: tx.session.account ?? 'system',
    taken_at: now.toISOString(),
    reason: typeof step.input.reason === 'string' ? step.input.reason : null,
    input: canonical(given),
    rule: `${lifecycle.name}@${lifecycle.version}`,
  };
  await writeVersions(tx, companions.steps, [{ record: uuidv7(), version: 1, stored }]);
}

/** Writes the limits that moved as new versions. @returns what moved, with its new end, for the ledger entry */
async function writeClocks(
  tx: WriteTx,
  desk: Pick<MatterDesk, 'calendar'>,
  of: Matter,
  matter: string,
  before: readonly StoredClock[],
  decision: Decision,
  now: Date,
): Promise<Json> {
  const { companions } = of;
  const moved = decision.clocks
    .map((clock, at) => ({ clock, earlier: before[at] }))
    .filter(({ clock, earlier }) => clock !== earlier?.clock);
  const retired = moved.flatMap(({ earlier }) =>
    earlier ? [{ record: earlier.record, version: earlier.version }] : [],
  );
  if ((await retireVersions(tx, companions.clocks, retired, 'superseded', '')) !== retired.length)
    throw new AppError('record.changed');
  const versions = moved.map(({ clock, earlier }) => {
    const number = earlier?.number ?? before.filter((one) => one.clock.id === clock.id).length + 1;
    const stored = storedLimit(of, desk.calendar, matter, clock, number, now);
    return { record: earlier?.record ?? uuidv7(), version: (earlier?.version ?? 0) + 1, stored };
  });
  await writeVersions(tx, companions.clocks, versions);
  return decision.changes.map(({ id, change }) => {
    const row = versions.find(({ stored }) => stored.clock === id);
    return { id, change, due: row?.stored.due_at ?? null };
  });
}

/** A limit as its register holds it at `now`. */
export function storedLimit(
  { lifecycle }: Matter,
  calendar: WorkCalendar,
  matter: string,
  clock: Clock,
  number: number,
  now: Date,
) {
  const due = dueOf(lifecycle, calendar, clock);
  return {
    matter,
    clock: clock.id,
    number,
    rule_from: clock.version,
    started_at: clock.startedAt,
    warn_at: due.yellowAt.toISOString(),
    due_at: due.dueAt.toISOString(),
    late_at: due.redAt.toISOString(),
    stopped_at: clock.stoppedAt,
    paused_until: isPaused(clock, now.toISOString()) ? clock.pauses.at(-1)!.to : null,
    course: canonical(clock as unknown as Json),
  };
}
