import { v7 as uuidv7 } from 'uuid';
import type { Installation } from '../../src/commands/installation.ts';
import type { Session } from '../../src/platform/database/session.ts';
import { type Tx, transact } from '../../src/platform/database/transact.ts';
import type { ListQuery } from '../../src/platform/register/contract.ts';
import { listRecords } from '../../src/platform/register/list.ts';
import { type Bench, times } from '../place.ts';
import { quantile } from '../statistics.ts';

/** Rows of a page: so few that the smaller city has a page 1,000 too. */
const LIMIT = 20;
const PAGE = 1_000;
/** Rows that the list gives at most in one go. */
const STRIDE = 200;

/** A person who may read every appeal, under row security. */
const auditor: Session = { account: uuidv7(), roles: ['AUDITOR'], unit: null, officer: null };

/**
 * Pages of the appeals as the register page asks for them, with the number of all records found, the titles of what they refer
 * to, and personal data decrypted and masked; against reading as many rows by their primary key and showing nothing.
 */
export async function measurePages(bench: Bench, { database, registry }: Installation, size: string): Promise<void> {
  const appeals = registry.catalogue.get('appeals.appeals');
  const rounds = Math.max(20, Math.round(200 * bench.scale));
  const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(database, auditor, 'read', work);
  const page = (query: ListQuery) => read((tx) => listRecords(tx, registry, auditor, appeals, query));

  const { rows: busiest } = await database.owner.query<{ unit: string }>(
    'select unit from appeals.appeals where unit is not null group by unit order by count(*) desc, unit limit 1',
  );
  const { rows: some } = await database.owner.query<{ record: string }>(
    `select record from appeals.appeals where retired_at is null order by md5(record::text) limit $1`,
    [LIMIT * 50],
  );
  const byKey = await times(rounds, (round) => {
    const from = (round % 50) * LIMIT;
    const records = some.slice(from, from + LIMIT).map(({ record }) => record);
    return read((tx) =>
      tx.client.query('select * from appeals.appeals where record = any($1::uuid[]) and version = 1', [records]),
    );
  });

  let cursor: string | undefined;
  for (let left = (PAGE - 1) * LIMIT; left > 0; left -= STRIDE) {
    cursor = (await page({ cursor, limit: Math.min(left, STRIDE) })).next ?? undefined;
    if (!cursor) throw new Error(`there is no page ${PAGE}`);
  }
  const queries: Readonly<Record<string, ListQuery>> = {
    'first page': { limit: LIMIT },
    'first page of the busiest unit, closed ones': { limit: LIMIT, where: { unit: busiest[0]!.unit, state: 'CLOSED' } },
    'page 1,000': { limit: LIMIT, cursor },
  };
  for (const [name, query] of Object.entries(queries)) {
    const taken = await times(rounds, () => page(query));
    for (const [share, p] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const peer = { what: `${LIMIT} rows by primary key, ${share}`, value: quantile(byKey, p) };
      bench.found({
        measure: 'register',
        what: `${name}, ${size}, ${share}`,
        value: quantile(taken, p),
        unit: 'ms',
        peer,
      });
    }
  }
}
