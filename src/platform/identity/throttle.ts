import { isIPv6 } from 'node:net';
import { systemSession } from '../database/session.ts';
import { type Pools, transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';

/** Failures that cost nothing but themselves: everybody mistypes. */
export const FREE_FAILURES = 5;
const LONGEST = 900;

/**
 * Counts an attempt before it is made, so that many at once gain nothing, and refuses it while its key is slowed down. From the
 * fifth failure on each doubles the wait, up to 15 minutes; a day without attempts forgives all. The key joins the name with
 * the network or the known browser the attempt comes from, so nobody can lock out anybody elsewhere.
 * @returns failures of this key, with this attempt
 * @throws AppError `sign-in.throttled` with the seconds to wait
 */
export async function countAttempt(database: Pools, key: Buffer, now: Date): Promise<number> {
  const counted = await transact(database, systemSession, 'write', async ({ client }) => {
    const { rows } = await client.query<{ failures: number }>(
      `insert into identity.attempts as a (key, failures, last_at) values ($1, 1, $2)
       on conflict (key) do update set
         failures = case when a.last_at < $2::timestamptz - interval '1 day' then 1 else a.failures + 1 end,
         last_at = $2,
         blocked_until = case when a.last_at >= $2::timestamptz - interval '1 day' and a.failures + 1 >= $3
           then $2::timestamptz + make_interval(secs => least(power(2, least(a.failures + 1 - $3, 20)), $4)) end
       where a.blocked_until is null or a.blocked_until <= $2
       returning failures`,
      [key, now, FREE_FAILURES, LONGEST],
    );
    if (rows[0]) return { failures: rows[0].failures };
    const blocked = await client.query<{ until: Date }>(
      'select blocked_until as until from identity.attempts where key = $1',
      [key],
    );
    return { until: blocked.rows[0]!.until };
  });
  if (counted.until) {
    const seconds = Math.max(1, Math.ceil((counted.until.getTime() - now.getTime()) / 1_000));
    throw new AppError('sign-in.throttled', { seconds });
  }
  return counted.failures!;
}

/** After a success the key is as new. */
export async function forgive(database: Pools, key: Buffer): Promise<void> {
  await transact(database, systemSession, 'write', ({ client }) =>
    client.query('update identity.attempts set failures = 0, blocked_until = null where key = $1', [key]),
  );
}

/** The network an address belongs to: with IPv6 one person has a whole /64 (RFC 4291, 2.5.4). */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const middle = address.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
