import type { Pools } from '../database/transact.ts';

/**
 * Removes what has served: sessions that ended a month ago, browsers no longer known, forgiven failures. The ledger keeps
 * every sign-in, as a hash of who; the program's own role may delete nothing, so this runs as the owner, from the daily job.
 * @returns rows removed
 */
export async function tidyIdentity({ owner }: Pools, now: Date): Promise<number> {
  const removals = [
    `delete from identity.sessions where least(ends_at, ended_at) < $1::timestamptz - interval '30 days'`,
    `delete from identity.devices where known_at < $1::timestamptz - interval '180 days'`,
    `delete from identity.attempts where last_at < $1::timestamptz - interval '2 days'`,
  ];
  let removed = 0;
  for (const removal of removals) removed += (await owner.query(removal, [now])).rowCount ?? 0;
  return removed;
}
