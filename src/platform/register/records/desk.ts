import type { Pools } from '../../database/transact.ts';
import type { Registry } from '../list.ts';

/** What the use cases of records need. */
export interface RecordDesk {
  readonly pools: Pools;
  readonly registry: Registry;
  /** What accounts are called; one that is not known is left out. */
  nameOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
