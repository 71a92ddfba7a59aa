import type { Policy } from './policies.ts';
import { type Role, roles } from './roles.ts';

/** Roles that some of the policies lets read or write, as far as it may be: the first net, and what a menu goes by. */
export const holders = (mode: 'read' | 'write', policies: readonly Policy[]): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) => policies.some((policy) => policy[mode][role as never] !== undefined));
