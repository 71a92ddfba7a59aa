import type { Session } from '../database/session.ts';
import type { Pools } from '../database/transact.ts';
import type { Language } from '../words.ts';

/** The account behind a request. */
export interface SignedIn {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** Until the generated password is changed, nothing but that is possible. */
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
}

/** Who sends a request: the account, what row security is told of it, and the sign-in it came by. */
export interface Identified {
  readonly account: SignedIn;
  readonly session: Session;
  /** Id of the sign-in, to end it or to spare it. */
  readonly signIn: string;
}

/** What a route's handler works with. */
export interface Ctx {
  readonly database: Pools;
  /** On whose behalf: without account and roles when nobody is signed in. */
  readonly session: Session;
  readonly account: SignedIn | null;
  readonly signIn: string | null;
  readonly language: Language;
  /** Address the request came from, for throttling. Never logged. */
  readonly address: string;
  /** True when the request comes from this machine itself and no proxy passed it on. */
  readonly local: boolean;
  /** A cookie of the request. */
  cookie(name: string): string | undefined;
  /** Sets a cookie that scripts cannot read; without `seconds` it ends with the browser. Null takes it away. */
  setCookie(name: string, value: string | null, options?: { readonly path?: string; readonly seconds?: number }): void;
}

/** The session of somebody who is not signed in. */
export const nobody: Session = { account: null, roles: [], unit: null, officer: null };
