import { isRole } from '../../../platform/access/roles.ts';
import type { WorkCalendar } from '../../../platform/calendar/working-days.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Pools } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { CheckedDesk } from '../../../platform/figure/checks.ts';
import type { Figure } from '../../../platform/figure/declare.ts';
import { type Decision, decide } from '../../../platform/lifecycle/decide.ts';
import type { LedgerDesk } from '../../../platform/register/records/proof.ts';
import { type BulletinAction, bulletinLifecycle } from '../lifecycle.ts';
import type { StoredBulletin } from '../store.ts';

/** What the use cases of bulletins work with. */
export interface BulletinDesk {
  readonly pools: Pools;
  readonly figures: CheckedDesk & { readonly figures: readonly Figure[] };
  readonly ledger: LedgerDesk;
  readonly calendar: WorkCalendar;
  /** Names of accounts, for people who work on bulletins. */
  nameOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Name of the city as titles have it, and of the office that signs. */
  readonly city: string;
  readonly issuer: string;
  /** Address of the public site (`https://…`), for the links in documents that leave the house. */
  readonly origin?: string;
  /** True for the fictional city: the mark stands on every document. */
  readonly demo: boolean;
  /** A path for a file that nobody needs after this program ends. */
  spoolPath(): string;
}

/** Whether the session may take this step on the bulletin now. @throws those of `decide` */
export function mayTake(
  desk: BulletinDesk,
  session: Session,
  action: BulletinAction,
  bulletin: StoredBulletin | null,
  input: Readonly<Record<string, unknown>> = {},
): Decision {
  return decide(bulletinLifecycle, {
    matter: bulletin && { state: bulletin.state, clocks: [], subjects: [], history: bulletin.history },
    action,
    // Steps are a person's: the program itself takes none.
    actor: { account: session.account ?? '', roles: session.roles.filter(isRole), officer: session.officer },
    input,
    now: new Date(),
    calendar: desk.calendar,
  });
}

/** Two people at one bulletin at once: the second is told to look again, not that a key is taken. */
export async function orChanged<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw (error as { code?: string }).code === '23505' ? new AppError('record.changed', {}, { cause: error }) : error;
  }
}
