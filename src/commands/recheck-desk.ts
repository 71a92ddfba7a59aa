import { PATIENCE, quicknet, type RecheckDesk } from '../modules/recheck/index.ts';
import { workCalendar } from '../platform/calendar/working-days.ts';
import { accountNames } from '../platform/identity/names.ts';
import type { LedgerDesk } from '../platform/register/records/proof.ts';
import type { Installation } from './installation.ts';

/** What re-checks are made with in this installation. */
export function recheckDesk({ config, database, registry }: Installation, ledger: LedgerDesk): RecheckDesk {
  return {
    pools: database,
    registry,
    ledger,
    nameOf: accountNames(database),
    calendar: workCalendar(),
    demo: config.demo,
    chain: quicknet,
    relay: config.beacon === undefined ? null : { address: config.beacon, patience: PATIENCE },
    lead: config.recheckLead,
    now: () => new Date(),
  };
}
