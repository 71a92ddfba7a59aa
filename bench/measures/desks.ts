import { v7 as uuidv7 } from 'uuid';
import type { Installation } from '../../src/commands/installation.ts';
import { clueMatter } from '../../src/modules/clues/matter.ts';
import { deskItems } from '../../src/modules/index.ts';
import { workCalendar } from '../../src/platform/calendar/working-days.ts';
import type { Session } from '../../src/platform/database/session.ts';
import { transact } from '../../src/platform/database/transact.ts';
import { itemsOf } from '../../src/platform/desk/item.ts';
import type { MatterDesk } from '../../src/platform/lifecycle/advance.ts';
import { type Clock, dueOf } from '../../src/platform/lifecycle/clock.ts';
import { lateIn } from '../../src/platform/lifecycle/late.ts';
import { deskOf, wallOf } from '../../src/platform/lifecycle/waiting.ts';
import { tableOf } from '../../src/platform/register/tables.ts';
import { fillClues } from '../clues.ts';
import { type Bench, inDirectory, inInstallation, time, times } from '../place.ts';
import { median, quantile } from '../statistics.ts';

const OPEN = 5_000;
const CLOSED = 45_000;
/** Lines of a desk and of a page of the wall. */
const LINES = 20;
/** Issue 3: nothing on a desk may grow with closed history. Above this it would be no noise. */
const AIM = 1.5;

const handler: Session = { account: uuidv7(), roles: ['CASE_HANDLER'], unit: null, officer: null };
const of = (role: string): Session => ({ account: uuidv7(), roles: [role], unit: null, officer: null });

/**
 * Desks and the clock wall over 5,000 open clues, first beside a ninth of the closed history and then beside all of it; against
 * reading as many rows by their primary key. Then the ends of all running limits worked out anew.
 */
export async function measureDesks(bench: Bench): Promise<void> {
  await inDirectory((directory) =>
    inInstallation(directory, async (installation) => {
      const [open, closed] = [OPEN, CLOSED].map((number) => Math.round(number * bench.scale)) as [number, number];
      const named = { account: handler.account!, every: 200 };
      await fillClues(installation, { number: open, state: 'IN_VERIFICATION', named });
      await fillClues(installation, { number: Math.round(closed / 9), state: 'CLOSED', named });
      const young = await measureAt(bench, installation);
      const rest = closed - Math.round(closed / 9);
      bench.say(`${rest} more closed clues …`);
      bench.say(
        `made in ${Math.round((await time(() => fillClues(installation, { number: rest, state: 'CLOSED', named }))) / 1000)} s`,
      );
      await measureAt(bench, installation, young);
      await measureDeadlines(bench, installation);
    }),
  );
}

/** Milliseconds at the median, by what was looked at. */
type Found = Readonly<Record<string, number>>;

async function measureAt(bench: Bench, { database, registry }: Installation, before?: Found): Promise<Found> {
  // What was closed was recorded long ago: everything filled in today would otherwise be what changed since yesterday.
  await database.owner.query(
    `update ${tableOf(clueMatter.register).sql} set recorded_at = recorded_at - interval '90 days'
     where state = 'CLOSED' and recorded_at > now() - interval '30 days'`,
  );
  await database.owner.query('vacuum analyze');
  const desk: MatterDesk = { pools: database, registry, calendar: workCalendar() };
  const rounds = Math.max(20, Math.round(100 * bench.scale));
  const size = await sizeOf(database.owner);
  const manager = of('CLUE_MANAGER');
  const byKey = await primaryKeyReads(database, rounds);
  const looks: Readonly<Record<string, () => Promise<unknown>>> = {
    "a clue manager's desk": () => deskOf(desk, manager, [clueMatter]),
    "a clue manager's duties beside matters": () => itemsOf({ pools: database }, manager, deskItems),
    "an approver's desk": () => deskOf(desk, of('APPROVER'), [clueMatter]),
    "a handler's desk": () => deskOf(desk, handler, [clueMatter]),
    'the clock wall, first page': () => wallOf(desk, manager, clueMatter, { limit: LINES }),
    'the clock wall, what is late': () => wallOf(desk, manager, clueMatter, { limit: LINES, colour: 'RED' }),
  };
  const found: Record<string, number> = {};
  for (const [what, look] of Object.entries(looks)) {
    await look();
    const taken = await times(rounds, look);
    found[what] = median(taken);
    for (const [share, p] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const peer = { what: `${LINES} rows by primary key, ${share}`, value: quantile(byKey, p) };
      bench.found({
        measure: 'desks',
        what: `${what}, ${size}, ${share}`,
        value: quantile(taken, p),
        unit: 'ms',
        peer,
      });
    }
    if (before)
      bench.found({
        measure: 'desks',
        what: `${what}, growth`,
        value: found[what],
        unit: 'ms',
        peer: { what: 'beside a ninth of the closed clues', value: before[what]! },
        aim: { most: AIM },
      });
  }
  const report = await times(5, () => lateIn(desk, manager, clueMatter, monthBefore(new Date())));
  bench.found({
    measure: 'desks',
    what: `the report of what was late last month, ${size}`,
    value: median(report),
    unit: 'ms',
  });
  return found;
}

async function sizeOf(owner: Installation['database']['owner']): Promise<string> {
  const { rows } = await owner.query<{ clues: string; steps: string }>(
    `select (select count(*) from ${tableOf(clueMatter.register).sql}) as clues,
            (select count(*) from ${tableOf(clueMatter.companions.steps).sql}) as steps`,
  );
  const { clues, steps } = rows[0]!;
  return `${Number(clues).toLocaleString('en')} clues, ${Number(steps).toLocaleString('en')} steps`;
}

async function primaryKeyReads(database: Installation['database'], rounds: number): Promise<number[]> {
  const table = tableOf(clueMatter.register).sql;
  const { rows } = await database.owner.query<{ record: string }>(
    `select record from ${table} order by md5(record::text) limit $1`,
    [LINES * 50],
  );
  return times(rounds, (round) => {
    const from = (round * LINES) % rows.length;
    const records = rows.slice(from, from + LINES).map(({ record }) => record);
    return transact(database, of('CLUE_MANAGER'), 'read', (tx) =>
      tx.client.query(`select * from ${table} where record = any($1::uuid[]) and version = 1`, [records]),
    );
  });
}

/** What a new notice of holidays asks for: the end of every running limit worked out anew, against reading those limits. */
async function measureDeadlines(bench: Bench, { database: { owner } }: Installation): Promise<void> {
  const running = `select course from ${tableOf(clueMatter.companions.clocks).sql} where retired_at is null and stopped_at is null`;
  const calendar = workCalendar();
  const reading = await times(5, () => owner.query(running));
  let limits = 0;
  const working = await times(5, async () => {
    const { rows } = await owner.query<{ course: string }>(running);
    limits = rows.length;
    for (const { course } of rows) dueOf(clueMatter.lifecycle, calendar, JSON.parse(course) as Clock);
  });
  bench.found({
    measure: 'desks',
    what: `the ends of ${limits.toLocaleString('en')} running limits worked out anew`,
    value: median(working),
    unit: 'ms',
    peer: { what: 'reading them', value: median(reading) },
  });
}

function monthBefore(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7);
}
