import type { Session } from '../../database/session.ts';
import type { Pools } from '../../database/transact.ts';
import { perform } from '../../ledger/perform.ts';
import { showsContent } from '../closed.ts';
import type { Register } from '../declare.ts';
import { listing } from './acts.ts';

/**
 * A page of a list is an act like the opening of a record, where it shows what others must open one by one: the desk of a confidential
 * register reads there what is said of whom. So is an empty page: if it left no act, the log would tell of every other that it held
 * something. The entry, which anybody may read, names register and columns filtered by, and not how many were shown: against the own list
 * that would tell of records one must not know of.
 * @param page as it was read; it is given on once the act stands
 */
export async function lookedThrough<P>(
  pools: Pools,
  session: Session,
  register: Register,
  filtered: readonly string[],
  page: P,
): Promise<P> {
  if (!showsContent(session, register)) return page;
  return perform(pools, session, listing, async () => ({
    result: page,
    subject: register.name,
    detail: { filtered: [...filtered] },
  }));
}
