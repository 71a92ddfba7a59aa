import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../database/session.ts';
import { type Tx, transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { reaches, scope } from '../register/scope.ts';
import { snake, tableOf } from '../register/tables.ts';
import { titleColumn } from '../register/titles.ts';
import { actorOf, type MatterDesk, stateOf } from './advance.ts';
import type { Desk, DeskLine, DeskOfMatter } from './contract.ts';
import { type Duties, dutiesOf } from './duties.ts';
import type { Matter } from './matter.ts';

const DAY_MS = 86_400_000;

/** How many lines a desk shows of each kind of matter; the wall has them all. */
const SHOWN = 20;

/**
 * What waits for the session in every kind of matter it reaches. Matters at rest are not looked at unless a limit of theirs runs,
 * so a desk does not grow with what is closed.
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

async function deskOfOne(tx: Tx, session: Session, matter: Matter, now: Date, since: Date): Promise<DeskOfMatter> {
  const { register } = matter;
  const table = sql.raw(tableOf(register).sql);
  const state = sql.ref(`t.${stateOf(register)}`);
  const within = scope(session, register, 't');
  const duties = dutiesOf(matter.lifecycle, actorOf(session).roles);
  // What rests is reached through the limits that run, of which there are few: no desk reads what is closed.
  const { rows: states } = await sql<{ state: string; number: string }>`
    select ${state} as state, count(*) as number from ${table} t
    where t.retired_at is null and ${state} = any (${duties.states}) and ${within} group by 1
    union all
    select ${state}, count(distinct t.record)
    from ${running(matter)} join ${table} t on t.record = c.matter and t.retired_at is null
    where ${ofLimits(duties, state)} and ${within} group by 1
    order by 1`.execute(tx.db);
  const { rows: colours } = await sql<{ late: string; warned: string }>`
    select count(*) filter (where c.late_at <= ${now}) as late, count(*) filter (where c.late_at > ${now}) as warned
    from ${running(matter)} join ${table} t on t.record = c.matter and t.retired_at is null
    where c.warn_at <= ${now} and ${within}`.execute(tx.db);
  const { rows: changed } = await sql<{ number: string }>`
    select count(*) as number from ${table} t
    where t.retired_at is null and t.recorded_at > ${since} and ${within}`.execute(tx.db);
  const lines = await waitingLines(tx, session, matter, now, duties);
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

/** Running limits that wait for somebody's step, each in the state in which the step is taken. */
const ofLimits = ({ limits }: Duties, state: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(c.clock = any (${[...new Set(limits.map(({ clock }) => clock))]})
    and ${state} || '/' || c.clock = any (${limits.map((one) => `${one.state}/${one.clock}`)}))`;

/** The first matters that wait, each once with its limit that ends first; then those without any. */
async function waitingLines(tx: Tx, session: Session, matter: Matter, now: Date, duties: Duties): Promise<DeskLine[]> {
  if (duties.states.length + duties.limits.length === 0) return [];
  // A matter has a handful of limits at most, so as many lines as would hold the first matters with all of theirs.
  const found = await linesOf(tx, session, matter, now, { duties, limit: SHOWN * 4 });
  const lines = [...Map.groupBy(found, ({ record }) => record).values()].map(([first]) => first!).slice(0, SHOWN);
  if (lines.length === SHOWN) return lines;
  return [...lines, ...(await withoutLimit(tx, session, matter, duties.states, SHOWN - lines.length))];
}

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
  asked: Pick<Wanted, 'colour' | 'called' | 'limit'> & { readonly cursor?: string },
): Promise<{ lines: DeskLine[]; next: string | null }> {
  const now = desk.now?.() ?? new Date();
  return transact(desk.pools, session, 'read', async (tx) => {
    const lines = await linesOf(tx, session, matter, now, {
      limit: asked.limit + 1,
      colour: asked.colour,
      called: asked.called,
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
  /** Only what waits for somebody; everything that runs unless said. */
  readonly duties?: Duties;
  readonly limit: number;
  /** Part of the title. */
  readonly called?: string;
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
  const state = sql.ref(`t.${stateOf(register)}`);
  const title = sql.ref(`t.${snake(titleColumn(register))}`);
  const conditions = [
    scope(session, register, 't'),
    ...(wanted.duties ? [sql`(${state} = any (${wanted.duties.states}) or ${ofLimits(wanted.duties, state)})`] : []),
    ...(wanted.called ? [sql`strpos(${title}::text, ${wanted.called}) > 0`] : []),
    ...(wanted.after ? [sql`(c.due_at, t.record) > (${wanted.after[0]}, ${wanted.after[1]}::uuid)`] : []),
    ...(wanted.colour === 'RED' ? [sql`c.late_at <= ${now}`] : []),
    ...(wanted.colour === 'YELLOW' ? [sql`c.warn_at <= ${now} and c.late_at > ${now}`] : []),
  ];
  const { rows } = await sql<LineRow>`
    select t.record, ${title}::text as title, ${state} as state, t.recorded_at as changed_at, c.clock, c.due_at, c.warn_at, c.late_at, c.paused_until
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
