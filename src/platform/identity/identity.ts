import type { OidcConfig } from '../config.ts';
import type { Session } from '../database/session.ts';
import type { Pools } from '../database/transact.ts';
import type { Identify } from '../http/server.ts';
import type { Vault } from '../sealing/vault.ts';
import { resolveSession, SESSION_COOKIE } from './sessions.ts';

/** What the use cases of this room work with. */
export interface Identity {
  readonly database: Pools;
  /** Seals the secrets of second factors, and hashes what must not be readable. */
  readonly vault: Vault;
  readonly now: () => Date;
  /** Single sign-on; absent: passwords only. */
  readonly oidc?: OidcConfig;
  /** Address of the installation, for the way back from single sign-on. */
  readonly origin?: string;
}

/** How the server learns who sends a request: by the session's cookie. */
export const identifyBy =
  ({ database, now }: Identity): Identify =>
  (cookie) =>
    resolveSession(database, cookie(SESSION_COOKIE), now());

/** A session that keeps this room's tables in the name of an account that has just proved who it is. */
export const provenAs = (account: string): Session => ({ account, roles: ['SYSTEM'], unit: null, officer: null });
