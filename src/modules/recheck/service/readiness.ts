import { sql } from 'kysely';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { mustReach } from '../../../platform/register/scope.ts';
import { titlesIn } from '../../../platform/register/titles.ts';
import { officers, units } from '../../organisation/index.ts';
import type { Unready } from '../contract.ts';
import { results } from '../registers.ts';
import { loadMembers, loadPlans } from '../store.ts';
import { loadCases } from '../store-turns.ts';
import { isDone } from './check.ts';
import type { RecheckDesk } from './desk.ts';

/**
 * Officers who could do nothing about a case drawn for them: a case is taken in a session of the officer's own, as a case handler.
 * @returns of each whether there is an account in office at all
 */
export async function unreadyAmong(
  tx: Tx,
  asked: readonly (string | null)[],
): Promise<{ officer: string; account: boolean }[]> {
  const given = [...new Set(asked.filter((officer) => officer !== null))];
  const { rows } = await sql<{ officer: string; account: boolean }>`
    select o.officer, bool_or(a.account is not null) as account
    from unnest(${given}::uuid[]) as o (officer)
    left join access.accounts_of(${given}::uuid[]) a using (officer)
    left join access.accounts_with('CASE_HANDLER') h using (account)
    group by o.officer having not bool_or(h.account is not null)`.execute(tx.db);
  return rows;
}

/** The same with what they are called. */
export async function describeUnready(
  tx: Tx,
  pool: readonly { readonly officer: string; readonly unit: string | null }[],
): Promise<Unready[]> {
  const unready = await unreadyAmong(
    tx,
    pool.map(({ officer }) => officer),
  );
  const names = await titlesIn(
    tx,
    officers,
    unready.map(({ officer }) => officer),
  );
  const unitOf = new Map(pool.map(({ officer, unit }) => [officer, unit]));
  const places = await titlesIn(
    tx,
    units,
    unready.map(({ officer }) => unitOf.get(officer) ?? null),
  );
  return unready.map(({ officer, account }) => ({
    officer,
    name: names.get(officer) ?? '—',
    unit: places.get(unitOf.get(officer) ?? '') ?? null,
    account,
  }));
}

/**
 * Who of the pool of a plan could do nothing, and of a draw whose cases wait; for those who may see the cases drawn.
 * @throws AppError `record.missing` for anybody else
 */
export async function unreadyOf(desk: RecheckDesk, session: Session, plan: string): Promise<Unready[]> {
  if (!mustReach(session, results, 'read').has('all')) throw new AppError('record.missing');
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const [found] = await loadPlans(tx, plan);
    if (!found) throw new AppError('record.missing');
    if (!found.seed) return describeUnready(tx, await loadMembers(tx, plan));
    const waiting = (await loadCases(tx, { plan })).flatMap((one) => (one.member && !isDone(one) ? [one.member] : []));
    return describeUnready(tx, waiting);
  });
}
