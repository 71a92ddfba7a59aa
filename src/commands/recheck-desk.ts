import { sql } from 'kysely';
import { clues } from '../modules/clues/index.ts';
import { LEAD, quicknet, type RecheckDesk } from '../modules/recheck/index.ts';
import { AppError } from '../platform/errors.ts';
import { accountNames } from '../platform/identity/names.ts';
import type { LedgerDesk } from '../platform/register/records/proof.ts';
import type { StoredRow } from '../platform/register/rows.ts';
import { tableOf } from '../platform/register/tables.ts';
import { retireVersions, writeVersions } from '../platform/register/write.ts';
import type { Installation } from './installation.ts';

/** What re-checks are made with in this installation. */
export function recheckDesk({ config, database, registry }: Installation, ledger: LedgerDesk): RecheckDesk {
  return {
    pools: database,
    registry,
    ledger,
    nameOf: accountNames(database),
    reopenClue,
    demo: config.demo,
    chain: quicknet,
    lead: LEAD,
    now: () => new Date(),
  };
}

/** The clue goes back to verification without its conclusion; what it said before stays in its history. */
const reopenClue: RecheckDesk['reopenClue'] = async (tx, { record, reason }) => {
  const { rows } = await sql<StoredRow>`
    select * from ${sql.raw(tableOf(clues).sql)} where record = ${record} and retired_at is null`.execute(tx.db);
  const before = rows[0];
  if (!before) throw new AppError('record.missing');
  const { version } = before;
  await retireVersions(tx, clues, [{ record, version }], 'superseded', reason);
  const reopened = { state: 'IN_VERIFICATION', conclusion: null, closed_on: null };
  await writeVersions(tx, clues, [{ record, version: version + 1, stored: { ...before, ...reopened } }]);
};
