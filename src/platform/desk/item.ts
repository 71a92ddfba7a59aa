import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../access/roles.ts';
import { type Day, dayOf } from '../calendar/day.ts';
import type { Session } from '../database/session.ts';
import { type Pools, type Tx, transact } from '../database/transact.ts';
import type { Register } from '../register/declare.ts';
import { reaches } from '../register/scope.ts';
import type { Words } from '../words.ts';
import type { DeskItems } from './contract.ts';
import { byNeed, type DeskCount } from './need.ts';

const DAY_MS = 86_400_000;

/** When a desk is looked at. */
export interface DeskMoment {
  readonly now: Date;
  /** A day before: what is younger changed since yesterday. */
  readonly since: Date;
  /** The day in Shanghai. */
  readonly today: Day;
}

/** A duty that is not the step of a matter: letters to read, papers to sign, returns to hand in. */
export interface DeskItem {
  readonly name: string;
  readonly words: Words;
  /** Roles whose desk it stands on. */
  readonly roles: readonly Role[];
  /** Address in the workbench of the page where the work is done. */
  readonly page: string;
  /** What is counted. Whoever does not reach it is not counted for. */
  readonly register: Register;
  /**
   * Counts what the session may see and nothing else, by the scope its lists have: a number of what one must not know of would
   * tell of it. One bounded query over what is open, whatever has been closed.
   */
  readonly count: (tx: Tx, at: DeskMoment) => Promise<DeskCount>;
}

/**
 * Counts records of which a query says what they are to the reader.
 * @param records a query with the boolean columns `waiting`, `late` and `changed`
 */
export async function countOf(tx: Tx, records: RawBuilder<unknown>): Promise<DeskCount> {
  const { rows } = await sql<Record<keyof DeskCount, string>>`
    select count(*) filter (where waiting) as waiting, count(*) filter (where late) as late,
      count(*) filter (where changed) as changed from (${records}) found`.execute(tx.db);
  const { waiting, late, changed } = rows[0]!;
  return { waiting: Number(waiting), late: Number(late), changed: Number(changed) };
}

/** The items of the session's roles, in one transaction: first what is late, then what waits, then what changed. */
export function itemsOf(
  { pools, now = () => new Date() }: { readonly pools: Pools; readonly now?: () => Date },
  session: Session,
  items: readonly DeskItem[],
): Promise<DeskItems> {
  const moment = now();
  const at = { now: moment, since: new Date(moment.getTime() - DAY_MS), today: dayOf(moment) };
  const own = items.filter(
    ({ roles, register }) =>
      roles.some((role) => session.roles.includes(role)) && reaches(session, register, 'read').size > 0,
  );
  return transact(pools, session, 'read', async (tx) => {
    const found: DeskItems['items'] = [];
    for (const { name, words, page, count } of own) found.push({ name, words, page, ...(await count(tx, at)) });
    return { since: at.since.toISOString(), items: found.sort(byNeed) };
  });
}
