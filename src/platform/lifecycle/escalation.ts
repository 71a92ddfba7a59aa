import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../access/roles.ts';
import { dayNumber, dayOf, dayText, startOfDay } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { systemSession } from '../database/session.ts';
import { type Tx, transact } from '../database/transact.ts';
import { defineAct } from '../ledger/acts.ts';
import { perform } from '../ledger/perform.ts';
import { choice, integer, ref, text, time } from '../register/columns.ts';
import { type Register, register } from '../register/declare.ts';
import { tableOf } from '../register/tables.ts';
import { writeVersions } from '../register/write.ts';
import { words } from '../words.ts';
import type { MatterDesk } from './advance.ts';
import { type Clock, type ClockReading, isRunning } from './clock.ts';
import type { AnyLifecycle, Ladder, Rung } from './declare.ts';
import type { Matter } from './matter.ts';

export const escalating = defineAct({
  name: 'matters.escalate',
  words: words('逾期升级', 'Call up what is late'),
  permission: null,
  rule: null,
});

/**
 * Declares the register `<matter>Escalations`: when a limit first reached which rung. The rung itself is worked out from the limit each
 * time it is asked for, so nothing is lost while the program stands still; the record is for those who ask later.
 */
export function escalationsOf(lifecycle: AnyLifecycle, matter: Register): Register {
  const ladders = lifecycle.escalation ?? [];
  return register(`${matter.name.replace(/s$/, '')}Escalations`, {
    words: words(`${lifecycle.words.zh}逾期升级`, `${lifecycle.words.en}: escalations`),
    record: words('次', 'rung'),
    key: ['matter', 'clock', 'number', 'rung'],
    title: 'rung',
    kept: true,
    follows: { column: 'matter', register: matter },
    policy: { read: matter.policy.read, write: {} },
    columns: {
      matter: ref(matter.words.zh, matter.words.en, matter.name),
      clock: choice(
        '期限',
        'Limit',
        Object.fromEntries(
          Object.entries(lifecycle.clocks).map(([id, versions]) => [
            id,
            [versions.at(-1)!.words.zh, versions.at(-1)!.words.en],
          ]),
        ),
      ),
      number: integer('序号', 'No.'),
      rung: choice(
        '级次',
        'Rung',
        Object.fromEntries(ladders.flatMap(({ rungs }) => rungs.map(({ id, words: { zh, en } }) => [id, [zh, en]]))),
      ),
      ladderFrom: text('规则版本', 'Ladder in force from', { max: 10 }),
      reachedAt: time('达到时间', 'Reached at'),
    },
  });
}

/** The ladder a limit climbs: the version in force on its first day; undefined before the first. */
const ladderFor = ({ escalation = [] }: AnyLifecycle, startedAt: Date): Ladder | undefined =>
  escalation.findLast(({ validFrom }) => validFrom <= dayOf(startedAt));

/** When a limit reaches a rung, if nobody stops it. */
export function reachedAt(calendar: WorkCalendar, { from, days = 0 }: Rung, warnAt: Date, lateAt: Date): Date {
  if (from === 'WARN') return warnAt;
  return days === 0 ? lateAt : startOfDay(calendar.addWorkingDays(dayOf(lateAt), days));
}

/** The rungs a limit has climbed by now, or by the time it was stopped; lowest first. */
export function climbed(
  lifecycle: AnyLifecycle,
  calendar: WorkCalendar,
  clock: Clock,
  { warnAt, lateAt }: Pick<ClockReading, 'warnAt' | 'lateAt'>,
  now: Date,
): { readonly id: string; readonly at: Date }[] {
  const until = isRunning(clock) ? now : new Date(clock.stoppedAt!);
  return (ladderFor(lifecycle, new Date(clock.startedAt))?.rungs ?? [])
    .map((rung) => ({ id: rung.id, at: reachedAt(calendar, rung, warnAt, lateAt) }))
    .filter(({ at }) => at <= until);
}

/**
 * The rungs of all versions as a table in SQL: limits whose `warn_at` or `late_at` lies at or before `cut` have reached the rung by
 * `now`. One cut for each rung, worked out with the calendar, spares the database every working day of every row.
 * @param roles only rungs that lead to one of these, where given
 */
export function rungTable(
  lifecycle: AnyLifecycle,
  calendar: WorkCalendar,
  now: Date,
  roles?: readonly Role[],
): RawBuilder<unknown> | undefined {
  const { escalation = [] } = lifecycle;
  const rows = escalation.flatMap(({ rungs, validFrom }, version) =>
    rungs.map((rung, height) => ({
      height,
      rung: rung.id,
      warn: rung.from === 'WARN',
      valid_from: validFrom,
      started_from: startOfDay(validFrom).toISOString(),
      started_before: escalation[version + 1] ? startOfDay(escalation[version + 1]!.validFrom).toISOString() : null,
      cut: cutOf(calendar, rung, now).toISOString(),
      to: rung.to,
    })),
  );
  const wanted = rows.filter(({ to, warn }) => !roles || (!warn && to.some((role) => roles.includes(role))));
  if (wanted.length === 0) return undefined;
  return sql`json_to_recordset(${JSON.stringify(wanted)}::json) as r (height integer, rung text, warn boolean, valid_from text,
    started_from timestamptz, started_before timestamptz, cut timestamptz)`;
}

/** Whether the limit `c` has reached the rung `r`. */
export const hasReached = sql<boolean>`(case when r.warn then c.warn_at else c.late_at end <= r.cut
  and c.started_at >= r.started_from and (r.started_before is null or c.started_at < r.started_before))`;

/** The last moment at which a limit may have turned yellow or red to stand on the rung now. */
export function cutOf(calendar: WorkCalendar, { days = 0 }: Rung, now: Date): Date {
  if (days === 0) return now;
  const tomorrow = dayText(dayNumber(dayOf(now)) + 1);
  // Red on the day before the last of so many working days up to today, or earlier.
  return new Date(startOfDay(calendar.addWorkingDays(tomorrow, -days)).getTime() - 1);
}

/** So many are recorded in one act; the rest follows with the next. */
const AT_ONCE = 2_000;

interface Reached {
  readonly matter: string;
  readonly clock: string;
  readonly number: string;
  readonly warn_at: Date;
  readonly late_at: Date;
  readonly rung: string;
  readonly valid_from: string;
}

/**
 * Records the rungs that limits have reached since it was last done, each once, with the moment it was reached and not that of the
 * record. Nothing new leaves no act. What was put right between two calls was never called up.
 * @returns how many were recorded
 */
export async function recordEscalations(desk: MatterDesk, matters: readonly Matter[]): Promise<number> {
  let recorded = 0;
  for (const matter of matters) {
    const { escalations } = matter;
    if (!escalations) continue;
    const now = desk.now?.() ?? new Date();
    const waits = await transact(desk.pools, systemSession, 'read', (tx) =>
      unrecorded(tx, desk, matter, escalations, now, 1),
    );
    if (waits.length === 0) continue;
    recorded += await perform(desk.pools, systemSession, escalating, async (tx) => {
      const reached = await unrecorded(tx, desk, matter, escalations, now, AT_ONCE);
      const versions = reached.map((one) => ({ record: uuidv7(), version: 1, stored: storedOf(desk, matter, one) }));
      await writeVersions(tx, escalations, versions);
      return { result: reached.length, subject: null, detail: { register: matter.name, reached: reached.length } };
    });
  }
  return recorded;
}

function storedOf(desk: MatterDesk, { lifecycle }: Matter, { warn_at, late_at, valid_from, ...one }: Reached) {
  const rung = lifecycle
    .escalation!.find(({ validFrom }) => validFrom === valid_from)!
    .rungs.find(({ id }) => id === one.rung)!;
  const at = reachedAt(desk.calendar, rung, warn_at, late_at);
  return { ...one, ladder_from: valid_from, reached_at: at.toISOString() };
}

async function unrecorded(
  tx: Tx,
  desk: MatterDesk,
  { companions, lifecycle }: Matter,
  escalations: Register,
  now: Date,
  limit: number,
): Promise<Reached[]> {
  const rungs = rungTable(lifecycle, desk.calendar, now);
  if (!rungs) return [];
  const { rows } = await sql<Reached>`
    select c.matter, c.clock, c.number, c.warn_at, c.late_at, r.rung, r.valid_from
    from ${sql.raw(tableOf(companions.clocks).sql)} c join ${rungs} on ${hasReached}
    where c.retired_at is null and c.stopped_at is null and c.warn_at <= ${now} and not exists (
      select from ${sql.raw(tableOf(escalations).sql)} e
      where e.matter = c.matter and e.clock = c.clock and e.number = c.number and e.rung = r.rung and e.retired_at is null)
    order by c.due_at, r.height limit ${limit}`.execute(tx.db);
  return rows;
}
