import type { WriteTx } from '../ledger/perform.ts';
import type { Fault } from './faults.ts';

/** A row of this import that breaks a rule over many rows. */
export interface Breach {
  readonly sheet: string;
  readonly row: number;
  /** Register column the fault is shown at. */
  readonly key: string;
  readonly fault: Fault;
  /** Rows that go with it: a history stands as a whole or not at all. */
  readonly along?: readonly { readonly sheet: string; readonly row: number }[];
}

/**
 * What a register's rows bring about beyond themselves, once an act has written or retired some of them: whoever keeps more than
 * the rows can say it says here what must not stand, and writes what follows in the same act.
 */
export type Settle = (tx: WriteTx) => Promise<Breach[]>;
