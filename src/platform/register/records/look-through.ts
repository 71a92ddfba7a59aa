import type { Session } from '../../database/session.ts';
import type { Pools } from '../../database/transact.ts';
import { perform } from '../../ledger/perform.ts';
import { showsContent } from '../closed.ts';
import type { Register } from '../declare.ts';
import { listing } from './acts.ts';

/**
 * A page of a list is an act like the opening of a record, where it shows what others must open one by one: the desk of a confidential
 * register reads there what is said of whom. An empty page that nobody filtered tells nothing. The entry, which anybody may read, names
 * register and columns filtered by, and not how many were shown: against the own list that would tell of records one must not know of.
 * @param page as it was read; it is given on once the act stands
 */
export async function lookedThrough<P extends { readonly rows: readonly unknown[] }>(
  pools: Pools,
  session: Session,
  register: Register,
  filtered: readonly string[],
  page: P,
): Promise<P> {
  if (!showsContent(session, register) || (page.rows.length === 0 && filtered.length === 0)) return page;
  return perform(pools, session, listing, async () => ({
    result: page,
    subject: register.name,
    detail: { filtered: [...filtered] },
  }));
}
