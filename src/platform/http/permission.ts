import type { Role } from '../access/roles.ts';
import type { Session } from '../database/session.ts';
import type { Words } from '../words.ts';

/** What somebody must hold to use a route: a named permission and the roles that hold it. */
export interface Permission {
  /** `module.verb`, as it stands in ledger entries and in the sweeps of tests. */
  readonly name: string;
  readonly words: Words;
  readonly roles: readonly Role[];
}

/** First net of access: everybody, everybody who is signed in, or the roles of a named permission (house, section 5). */
export type RoutePermission = 'public' | 'signedIn' | Permission;

/** Declares a permission. One that no role holds keeps the program from starting. */
export function permission(declared: Permission): Permission {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(declared.name)) {
    throw new Error(`Not a permission's name: ${declared.name}`);
  }
  if (declared.roles.length === 0) throw new Error(`No role holds the permission ${declared.name}`);
  return declared;
}

/** True when one of the session's roles holds the permission. */
export const holds = (session: Session, { roles }: Permission): boolean =>
  session.roles.some((role) => (roles as readonly string[]).includes(role));
