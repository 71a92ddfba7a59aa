/** On whose behalf a transaction runs. Row security in the database reads it (house, section 5). */
export interface Session {
  /** The account, or null for the program itself. */
  readonly account: string | null;
  readonly roles: readonly string[];
  /** Record of the account's unit in the units register. */
  readonly unit: string | null;
  /** Record of the officer whose account this is. */
  readonly officer: string | null;
}

/** The program itself: migrations of data, freezing, background work. */
export const systemSession: Session = { account: null, roles: ['SYSTEM'], unit: null, officer: null };
