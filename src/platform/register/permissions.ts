import { holders } from '../access/holders.ts';
import type { Role } from '../access/roles.ts';
import { type Permission, permission } from '../http/permission.ts';
import { words } from '../words.ts';
import type { Catalogue } from './catalogue.ts';

/** Permissions of the register room. Which register, and how far, is decided by the register's own policy. */
export interface RegisterPermissions {
  readonly read: Permission;
  readonly write: Permission;
  readonly handIn: Permission;
  /** Imports are seen by those who hand in and by those who oversee; row security tells whose. */
  readonly seeImports: Permission;
}

export function registerPermissions(catalogue: Catalogue): RegisterPermissions {
  const policies = catalogue.registers.map(({ policy }) => policy);
  const writers = holders('write', policies);
  return {
    read: permission({
      name: 'records.read',
      words: words('查阅台账', 'Read registers'),
      roles: holders('read', policies),
    }),
    write: permission({ name: 'records.write', words: words('登记台账', 'Write registers'), roles: writers }),
    handIn: permission({ name: 'imports.hand-in', words: words('报送文件', 'Hand in workbooks'), roles: writers }),
    seeImports: permission({
      name: 'imports.see',
      words: words('查看报送文件', 'See workbooks handed in'),
      roles: [...new Set<Role>([...writers, 'AUDITOR'])],
    }),
  };
}
