import type { Pools } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { words } from '../words.ts';
import { type Act, defineAct } from './acts.ts';

/** A running server's clock is corrected by less than this; one that stands further back was set back. Milliseconds. */
const CORRECTION = 2_000;

/** An administrator states that the clock had run ahead and is right now. It stands in the public log like every other act. */
export const clockAccepted: Act = defineAct({
  name: 'ledger.clock',
  words: words('确认服务器时钟', "Accept the server's clock"),
  permission: null,
  rule: null,
});

/** The latest moment this process saw, by the pool its acts go through. */
const latest = new WeakMap<Pools['app'], number>();

/**
 * Refuses an act whose moment lies before that of the last one: limits are judged by the database's clock, so whoever could set it
 * back could be in time after the event. Costs nothing but a comparison; the database is asked by the first act of a process,
 * and again before one is refused.
 * @param at the moment of the act, ISO
 * @throws AppError `ledger.clockBack`
 */
export async function keepTime(database: Pools, act: Act, at: string): Promise<void> {
  const now = Date.parse(at);
  const known = latest.get(database.app);
  if (act !== clockAccepted && (known === undefined || now < known - CORRECTION)) {
    const last = await lastMoment(database);
    if (now < last - CORRECTION)
      throw new AppError('ledger.clockBack', { now: at, last: new Date(last).toISOString() });
    latest.set(database.app, now);
  } else if (act === clockAccepted || now > known!) latest.set(database.app, now);
}

/** When the act in the last place was appended; before all time where there is none. */
async function lastMoment({ owner }: Pools): Promise<number> {
  const { rows } = await owner.query<{ at: Date }>(
    `select a.appended_at as at from ledger.entries e join ledger.acts a on a.id = e.act order by e.seq desc limit 1`,
  );
  return rows[0]?.at.getTime() ?? Number.NEGATIVE_INFINITY;
}
