import type { Columns } from '../../platform/register/declare.ts';
import type { Version } from '../api/registers.ts';

export const newestFirst = (versions: readonly Version[]): Version[] =>
  [...versions].sort((a, b) => b.version - a.version);

/**
 * The columns in which two versions differ, in declared order. References count as the same while they point to the same
 * record, whatever it is called by now.
 */
export const changedColumns = (before: Version, after: Version, columns: Columns): string[] =>
  Object.keys(columns).filter((key) => (before.values[key] ?? null) !== (after.values[key] ?? null));
