import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../database/session.ts';
import { type Tx, transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { reaches, scope } from '../register/scope.ts';
import { snake, tableOf } from '../register/tables.ts';
import { titleColumn } from '../register/titles.ts';
import { actorOf, type MatterDesk, stateOf } from './advance.ts';
import type { Desk, DeskLine, DeskOfMatter } from './contract.ts';
import { actionsOf } from './declare.ts';
import type { Matter } from './matter.ts';

const DAY_MS = 86_400_000;

/** How many lines a desk shows of each kind of matter; the wall has them all. */
const SHOWN = 20;

/**
 * What waits for the session in every kind of matter it reaches: in a state where one of its roles may act. Matters at rest are not
 * looked at, so a desk does not grow with what is closed.
 */
export function deskOf(desk: MatterDesk, session: Session, matters: readonly Matter[]): Promise<Desk> {
  const now = desk.now?.() ?? new Date();
  const since = new Date(now.getTime() - DAY_MS);
  return transact(desk.pools, session, 'read', async (tx) => {
    const found: DeskOfMatter[] = [];
    for (const matter of matters) {
      if (reaches(session, matter.register, 'read').size === 0) continue;
      found.push(await deskOfOne(tx, session, matter, now, since));
    }
    return { since: since.toISOString(), matters: found };
  });
}

/**
 * States that ask something of one of these roles. Where a matter may rest for good, nothing waits; nor does it for an addition,
 * which moves neither the state nor a limit and can be made at any time.
 */
function waitingStates({ lifecycle }: Matter, session: Session): string[] {
  const { roles } = actorOf(session);
  const states = actionsOf(lifecycle)
    .filter(([, { who, to, clock }]) => (to || clock) && who.some((role) => roles.includes(role)))
    .flatMap(([, { from }]) => from);
  return [...new Set(states)].filter((state) => !lifecycle.final.includes(state));
}

async function deskOfOne(tx: Tx, session: Session, matter: Matter, now: Date, since: Date): Promise<DeskOfMatter> {
  const { register } = matter;
  const table = sql.raw(tableOf(register).sql);
  const state = sql.ref(`t.${stateOf(register)}`);
  const open = openStates(matter);
  const within = scope(session, register, 't');
  const waiting = waitingStates(matter, session);
  const { rows: states } = await sql<{ state: string; number: string }>`
    select ${state} as state, count(*) as number from ${table} t
    where t.retired_at is null and ${state} = any (${waiting}) and ${within} group by 1 order by 1`.execute(tx.db);
  const { rows: colours } = await sql<{ late: string; warned: string }>`
    select count(*) filter (where c.late_at <= ${now}) as late, count(*) filter (where c.late_at > ${now}) as warned
    from ${running(matter)} join ${table} t on t.record = c.matter and t.retired_at is null
    where c.warn_at <= ${now} and ${state} = any (${open}) and ${within}`.execute(tx.db);
  const { rows: changed } = await sql<{ number: string }>`
    select count(*) as number from ${table} t
    where t.retired_at is null and t.recorded_at > ${since} and ${within}`.execute(tx.db);
  const lines = waiting.length === 0 ? [] : await linesOf(tx, session, matter, now, { states: waiting, limit: SHOWN });
  if (lines.length < SHOWN) lines.push(...(await withoutLimit(tx, session, matter, waiting, SHOWN - lines.length)));
  return {
    register: register.name,
    waiting: states.reduce((sum, { number }) => sum + Number(number), 0),
    byState: states.map((one) => ({ state: one.state, number: Number(one.number) })),
    late: Number(colours[0]!.late),
    warned: Number(colours[0]!.warned),
    changed: Number(changed[0]!.number),
    lines,
  };
}

const openStates = ({ lifecycle }: Matter): string[] =>
  Object.keys(lifecycle.states).filter((state) => !lifecycle.final.includes(state));

/** The running limits of a matter's kind: a partial index holds them in order of their end. */
const running = ({ companions }: Matter): RawBuilder<unknown> =>
  sql`(select * from ${sql.raw(tableOf(companions.clocks).sql)} k where k.retired_at is null and k.stopped_at is null) c`;

/**
 * The clock wall: every running limit the session may see, those that end first on top, page by page.
 * @throws AppError `request.invalid` for a cursor of another list
 */
export function wallOf(
  desk: MatterDesk,
  session: Session,
  matter: Matter,
  asked: { readonly colour?: 'YELLOW' | 'RED'; readonly cursor?: string; readonly limit: number },
): Promise<{ lines: DeskLine[]; next: string | null }> {
  const now = desk.now?.() ?? new Date();
  return transact(desk.pools, session, 'read', async (tx) => {
    const lines = await linesOf(tx, session, matter, now, {
      states: openStates(matter),
      limit: asked.limit + 1,
      colour: asked.colour,
      after: asked.cursor ? placeOf(asked.cursor) : undefined,
    });
    const shown = lines.slice(0, asked.limit);
    const last = lines.length > asked.limit ? shown.at(-1) : undefined;
    const next = last ? Buffer.from(JSON.stringify([last.dueAt, last.record])).toString('base64url') : null;
    return { lines: shown, next };
  });
}

function placeOf(cursor: string): readonly [dueAt: string, record: string] {
  try {
    const [dueAt, record] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
    return [new Date(dueAt).toISOString(), String(record)];
  } catch (error) {
    throw new AppError('request.invalid', { detail: 'cursor' }, { cause: error });
  }
}

interface Wanted {
  readonly states: readonly string[];
  readonly limit: number;
  readonly colour?: 'YELLOW' | 'RED';
  readonly after?: readonly [dueAt: string, record: string];
}

interface LineRow {
  readonly record: string;
  readonly title: string;
  readonly state: string;
  readonly changed_at: Date;
  readonly clock: string | null;
  readonly due_at: Date | null;
  readonly warn_at: Date | null;
  readonly late_at: Date | null;
  readonly paused_until: Date | null;
}

async function linesOf(tx: Tx, session: Session, matter: Matter, now: Date, wanted: Wanted): Promise<DeskLine[]> {
  const { register } = matter;
  const conditions = [
    sql`${sql.ref(`t.${stateOf(register)}`)} = any (${wanted.states})`,
    scope(session, register, 't'),
    ...(wanted.after ? [sql`(c.due_at, t.record) > (${wanted.after[0]}, ${wanted.after[1]}::uuid)`] : []),
    ...(wanted.colour === 'RED' ? [sql`c.late_at <= ${now}`] : []),
    ...(wanted.colour === 'YELLOW' ? [sql`c.warn_at <= ${now} and c.late_at > ${now}`] : []),
  ];
  const { rows } = await sql<LineRow>`
    select t.record, ${sql.ref(`t.${snake(titleColumn(register))}`)}::text as title,
           ${sql.ref(`t.${stateOf(register)}`)} as state, t.recorded_at as changed_at,
           c.clock, c.due_at, c.warn_at, c.late_at, c.paused_until
    from ${running(matter)} join ${sql.raw(tableOf(register).sql)} t on t.record = c.matter and t.retired_at is null
    where ${sql.join(conditions, sql` and `)}
    order by c.due_at, t.record limit ${wanted.limit}`.execute(tx.db);
  return rows.map((row) => ({
    record: row.record,
    title: row.title,
    state: row.state,
    changedAt: row.changed_at.toISOString(),
    clock: row.clock,
    dueAt: row.due_at?.toISOString() ?? null,
    colour: colourOf(row, now),
    pausedUntil: row.paused_until && row.paused_until > now ? row.paused_until.toISOString() : null,
  }));
}

/** Matters that wait without any running limit, those that have waited longest on top. */
async function withoutLimit(
  tx: Tx,
  session: Session,
  matter: Matter,
  states: readonly string[],
  limit: number,
): Promise<DeskLine[]> {
  const { register } = matter;
  const state = sql.ref(`t.${stateOf(register)}`);
  const { rows } = await sql<Pick<LineRow, 'record' | 'title' | 'state' | 'changed_at'>>`
    select t.record, ${sql.ref(`t.${snake(titleColumn(register))}`)}::text as title, ${state} as state, t.recorded_at as changed_at
    from ${sql.raw(tableOf(register).sql)} t
    where t.retired_at is null and ${state} = any (${states}) and ${scope(session, register, 't')}
      and not exists (select from ${running(matter)} where c.matter = t.record)
    order by t.recorded_at, t.record limit ${limit}`.execute(tx.db);
  return rows.map(({ changed_at, ...row }) => ({
    ...row,
    changedAt: changed_at.toISOString(),
    clock: null,
    dueAt: null,
    colour: null,
    pausedUntil: null,
  }));
}

function colourOf({ warn_at, late_at }: LineRow, now: Date): DeskLine['colour'] {
  if (!warn_at || !late_at) return null;
  return late_at <= now ? 'RED' : warn_at <= now ? 'YELLOW' : 'GREEN';
}
