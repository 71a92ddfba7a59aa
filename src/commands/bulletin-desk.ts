import type { BulletinDesk } from '../modules/bulletin/index.ts';
import { workCalendar } from '../platform/calendar/working-days.ts';
import { accountNames } from '../platform/identity/names.ts';
import { verifierKey } from '../platform/ledger/notes.ts';
import type { LedgerDesk } from '../platform/register/records/proof.ts';
import type { Installation } from './installation.ts';

/** What proofs are made with; `integrate` gives a place in the log to acts that have none yet. */
export const proofsOf = ({ ledger }: Installation, integrate: LedgerDesk['integrate']): LedgerDesk => ({
  store: ledger.store,
  verifierKey: verifierKey(ledger.signer),
  integrate,
});

/** What bulletins are made with in this installation. */
export function bulletinDesk({ config, database, figures, files }: Installation, ledger: LedgerDesk): BulletinDesk {
  return {
    pools: database,
    figures,
    ledger,
    calendar: workCalendar(),
    nameOf: accountNames(database),
    city: config.city,
    issuer: `${config.city}政法队伍教育整顿领导小组办公室`,
    origin: config.origin,
    demo: config.demo,
    spoolPath: () => files.draftPath(),
  };
}
