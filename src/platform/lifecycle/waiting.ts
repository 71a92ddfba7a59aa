import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../database/session.ts';
import { type Tx, transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { opensTo } from '../register/closed.ts';
import type { Register } from '../register/declare.ts';
import { reaches, scope } from '../register/scope.ts';
import { snake, tableOf } from '../register/tables.ts';
import { titleColumn } from '../register/titles.ts';
import { actorOf, type MatterDesk, stateOf } from './advance.ts';
import type { Desk, DeskLine, DeskOfMatter } from './contract.ts';
import { type Duties, dutiesOf } from './duties.ts';
import { hasReached, rungTable } from './escalation.ts';
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
      found.push(await deskOfOne(tx, desk, matter, now, since));
    }
    return { since: since.toISOString(), matters: found };
  });
}

async function deskOfOne(tx: Tx, desk: MatterDesk, matter: Matter, now: Date, since: Date): Promise<DeskOfMatter> {
  const { session } = tx;
  const { register, lifecycle } = matter;
  const table = sql.raw(tableOf(register).sql);
  const state = sql.ref(`t.${stateOf(register)}`);
  const within = scope(session, register, 't');
  const duties = dutiesOf(lifecycle, actorOf(session).roles);
  // What rests is reached through the limits that run, of which there are few: no desk reads what is closed.
  const { rows: states } = await sql<{ state: string; number: string }>`
    select ${state} as state, count(*) as number from ${table} t
    where t.retired_at is null and ${state} = any (${duties.states}) and ${within}${unlessAtRest(matter)} group by 1
    union all
    select ${state}, count(distinct t.record) from ${running(matter)} ${withMatter(session, register)}
    where ${ofLimits(duties, state)} group by 1 order by 1`.execute(tx.db);
  const { rows: colours } = await sql<{ late: string; warned: string }>`
    select count(*) filter (where late) as late, count(*) filter (where not late) as warned from (
      select bool_or(c.late_at <= ${now}) as late
      from ${running(matter)} ${withMatter(session, register)} where c.warn_at <= ${now} group by c.matter) each`.execute(
    tx.db,
  );
  // What a workbook brought is no news of a day: nobody did anything with it here.
  const { rows: changed } = await sql<{ number: string }>`
    select count(*) as number from ${table} t
    where t.retired_at is null and t.recorded_at > ${since} and t.import is null and ${within}`.execute(tx.db);
  const waits = duties.states.length + duties.limits.length > 0;
  const lines = waits ? await linesOf(tx, matter, now, { duties, limit: SHOWN }) : [];
  if (waits && lines.length < SHOWN)
    lines.push(...(await withoutLimit(tx, matter, duties.states, SHOWN - lines.length)));
  const rungs = rungTable(lifecycle, desk.calendar, now, actorOf(session).roles);
  return {
    register: register.name,
    waiting: states.reduce((sum, { number }) => sum + Number(number), 0),
    byState: states.map((one) => ({ state: one.state, number: Number(one.number) })),
    late: Number(colours[0]!.late),
    warned: Number(colours[0]!.warned),
    changed: Number(changed[0]!.number),
    lines,
    ...(rungs ? await raisedTo(tx, matter, now, rungs) : { raised: 0, raisedLines: [] }),
  };
}

const unlessAtRest = ({ rests }: Matter): RawBuilder<unknown> => (rests ? sql` and not ${rests('t')}` : sql``);

/** Running limits that wait for somebody's step, each in the state in which the step is taken. @param limit alias of the limits */
const ofLimits = ({ limits }: Duties, state: RawBuilder<unknown>, limit = 'c'): RawBuilder<unknown> => {
  const clock = sql.ref(`${limit}.clock`);
  return sql`(${clock} = any (${[...new Set(limits.map((one) => one.clock))]})
    and ${state} || '/' || ${clock} = any (${limits.map((one) => `${one.state}/${one.clock}`)}))`;
};

/** Late matters that have climbed to a rung of the reader's, the highest on top. */
async function raisedTo(
  tx: Tx,
  matter: Matter,
  now: Date,
  rungs: RawBuilder<unknown>,
): Promise<Pick<DeskOfMatter, 'raised' | 'raisedLines'>> {
  const { register } = matter;
  const { rows } = await sql<{ matter: string; rung: string; number: string }>`
    select c.matter, (array_agg(r.rung order by r.height desc))[1] as rung, count(*) over () as number
    from ${running(matter)} join ${rungs} on ${hasReached} ${withMatter(tx.session, register)}
    where c.warn_at <= ${now} group by c.matter order by max(r.height) desc, min(c.due_at), c.matter limit ${SHOWN}`.execute(
    tx.db,
  );
  if (rows.length === 0) return { raised: 0, raisedLines: [] };
  const among = rows.map((one) => one.matter);
  const lines = await linesOf(tx, matter, now, { limit: SHOWN, among });
  const byRecord = new Map(lines.map((line) => [line.record, line]));
  const raisedLines = rows.flatMap((one) => {
    const line = byRecord.get(one.matter);
    return line ? [{ ...line, rung: one.rung }] : [];
  });
  return { raised: Number(rows[0]!.number), raisedLines };
}

/** The running limits of a matter's kind: a partial index holds them in order of their end. */
const running = ({ companions }: Matter, alias = 'c'): RawBuilder<unknown> =>
  sql`(select * from ${sql.raw(tableOf(companions.clocks).sql)} k where k.retired_at is null and k.stopped_at is null) ${sql.id(alias)}`;

/**
 * Joins the matter of each limit `c` as `t`, where the session may see it. Who reaches all matters gets each by its key, one for each
 * limit that runs: counting, the planner would rather hash them all, and so grow with what is closed. Who reaches a few starts from those.
 */
const withMatter = (session: Session, register: Register): RawBuilder<unknown> => {
  const table = sql.raw(tableOf(register).sql);
  return reaches(session, register, 'read').has('all')
    ? sql`cross join lateral (select * from ${table} m where m.record = c.matter and m.retired_at is null
        and ${scope(session, register, 'm')} offset 0) t`
    : sql`join ${table} t on t.record = c.matter and t.retired_at is null and ${scope(session, register, 't')}`;
};

/**
 * The clock wall: every matter with a running limit that the session may see, those that end first on top, page by page. A matter stands
 * there once, by its limit that ends first; its others stand in its line.
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
    const lines = await linesOf(tx, matter, now, {
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
  /** Only these. */
  readonly among?: readonly string[];
}

interface LimitRow {
  readonly clock: string;
  readonly due_at: Date;
  readonly warn_at: Date;
  readonly late_at: Date;
  readonly paused_until: Date | null;
}

interface LineRow extends LimitRow {
  readonly record: string;
  readonly title: string;
  readonly state: string;
  readonly changed_at: Date;
  readonly opens: boolean;
  readonly others: readonly { [K in keyof LimitRow]: string }[] | null;
}

async function linesOf(tx: Tx, matter: Matter, now: Date, wanted: Wanted): Promise<DeskLine[]> {
  const { register } = matter;
  const state = sql.ref(`t.${stateOf(register)}`);
  const title = sql.ref(`t.${snake(titleColumn(register))}`);
  const conditions = [
    ...(wanted.duties
      ? [
          sql`(${state} = any (${wanted.duties.states}) or exists (select from ${running(matter, 'd')}
            where d.matter = c.matter and ${ofLimits(wanted.duties, state, 'd')}))`,
        ]
      : []),
    ...(wanted.called ? [sql`strpos(${title}::text, ${wanted.called}) > 0`] : []),
    ...(wanted.among ? [sql`t.record = any (${wanted.among}::uuid[])`] : []),
    scope(tx.session, register, 't'),
    sql`not exists (select from ${running(matter, 'f')} where f.matter = c.matter and (f.due_at, f.record) < (c.due_at, c.record))`,
    ...(wanted.after ? [sql`(c.due_at, t.record) > (${wanted.after[0]}, ${wanted.after[1]}::uuid)`] : []),
    ...(wanted.colour === 'RED' ? [sql`c.late_at <= ${now}`] : []),
    ...(wanted.colour === 'YELLOW' ? [sql`c.warn_at <= ${now} and c.late_at > ${now}`] : []),
  ];
  const { rows } = await sql<LineRow>`
    select t.record, ${title}::text as title, ${state} as state, t.recorded_at as changed_at,
           ${opensTo(tx.session, register, 't')} as opens, c.clock, c.due_at, c.warn_at, c.late_at, c.paused_until,
           (select json_agg(json_build_object('clock', o.clock, 'due_at', o.due_at, 'warn_at', o.warn_at, 'late_at', o.late_at,
                     'paused_until', o.paused_until) order by o.due_at, o.record)
            from ${running(matter, 'o')} where o.matter = c.matter and o.record <> c.record) as others
    from ${running(matter)} join ${sql.raw(tableOf(register).sql)} t on t.record = c.matter and t.retired_at is null
    where ${sql.join(conditions, sql` and `)}
    order by c.due_at, t.record limit ${wanted.limit}`.execute(tx.db);
  return rows.map((row) => ({
    record: row.record,
    title: row.title,
    state: row.state,
    changedAt: row.changed_at.toISOString(),
    opens: row.opens,
    ...limitOf(row, now),
    others: (row.others ?? []).map((other) =>
      limitOf(
        {
          clock: other.clock,
          due_at: new Date(other.due_at),
          warn_at: new Date(other.warn_at),
          late_at: new Date(other.late_at),
          paused_until: other.paused_until ? new Date(other.paused_until) : null,
        },
        now,
      ),
    ),
    rung: null,
  }));
}

function limitOf({ clock, due_at, warn_at, late_at, paused_until }: LimitRow, now: Date): DeskLine['others'][number] {
  return {
    clock,
    dueAt: due_at.toISOString(),
    colour: late_at <= now ? 'RED' : warn_at <= now ? 'YELLOW' : 'GREEN',
    pausedUntil: paused_until && paused_until > now ? paused_until.toISOString() : null,
  };
}

/** Matters that wait without any running limit, those that have waited longest on top. */
async function withoutLimit(tx: Tx, matter: Matter, states: readonly string[], limit: number): Promise<DeskLine[]> {
  const { register } = matter;
  const state = sql.ref(`t.${stateOf(register)}`);
  const { rows } = await sql<Pick<LineRow, 'record' | 'title' | 'state' | 'changed_at' | 'opens'>>`
    select t.record, ${sql.ref(`t.${snake(titleColumn(register))}`)}::text as title, ${state} as state, t.recorded_at as changed_at,
           ${opensTo(tx.session, register, 't')} as opens
    from ${sql.raw(tableOf(register).sql)} t
    where t.retired_at is null and ${state} = any (${states}) and ${scope(tx.session, register, 't')}${unlessAtRest(matter)}
      and not exists (select from ${running(matter)} where c.matter = t.record)
    order by t.recorded_at, t.record limit ${limit}`.execute(tx.db);
  return rows.map(({ changed_at, ...row }) => ({
    ...row,
    changedAt: changed_at.toISOString(),
    clock: null,
    dueAt: null,
    colour: null,
    pausedUntil: null,
    others: [],
    rung: null,
  }));
}
