import type { WorkCalendar } from '../../../platform/calendar/working-days.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Pools } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Registry } from '../../../platform/register/list.ts';
import type { LedgerDesk } from '../../../platform/register/records/proof.ts';
import { SYSTEM } from '../../../platform/register/scope.ts';
import type { Chain } from '../bundle/beacon.ts';
import type { Relay } from './relay.ts';

/** What the use cases of re-checks work with. */
export interface RecheckDesk {
  readonly pools: Pools;
  readonly registry: Registry;
  readonly ledger: LedgerDesk;
  /** Names of accounts, for the register of draws. */
  nameOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Limits of the clues that are opened again. */
  readonly calendar: WorkCalendar;
  /** True for the fictional city. */
  readonly demo: boolean;
  /** The beacon that plans name. */
  readonly chain: Chain;
  /** Where the server asks for a round by itself; null where people bring the signature. */
  readonly relay: Relay | null;
  /** Milliseconds between a plan and its seed, at least: so that the plan's tree head is out, and kept by others, before the seed is. */
  readonly lead: number;
  now(): Date;
}

/**
 * The session of somebody whose right to this step was checked, with the reach of the program: who plans a draw must not see the
 * clues in it, and yet they are read and written here. The ledger names the person.
 */
export const asProgram = (session: Session): Session => ({ ...session, roles: [SYSTEM] });

/** Two people at one draw at once: the second is told to look again, not that a key is taken. */
export async function orChanged<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw (error as { code?: string }).code === '23505' ? new AppError('record.changed', {}, { cause: error }) : error;
  }
}
