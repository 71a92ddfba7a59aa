import { canonical, type Json } from './canonical.ts';
import type { Digest } from './commitment.ts';

/** How a digest stands in an entry. */
export interface WrittenDigest {
  readonly count: number;
  /** Merkle root, hex. */
  readonly root: string;
}

/** One entry of the log: who did what under which permission and rule, and digests of what came of it. No personal content. */
export interface Entry {
  /** Version of this form. */
  readonly v: 1;
  /** UUIDv7 of the act. */
  readonly id: string;
  /** The moment its versions bear, UTC with microseconds. */
  readonly at: string;
  /** Id of the account that acted, `system` for the program itself, `public` for a citizen who did not sign in, or `withheld`. */
  readonly actor: string;
  readonly act: string;
  /** Id of what was acted upon, or null. */
  readonly subject: string | null;
  readonly permission: string | null;
  readonly rule: string | null;
  /** Versions created, over their commitments in leaf order; absent if none. */
  readonly created?: WrittenDigest;
  /** Versions retired, over record and version number; absent if none. */
  readonly retired?: WrittenDigest;
  /** Facts of the act that are no personal content (a count, a reference number, a hash). */
  readonly detail?: Json;
}

/** Stands for an account whose owner is protected: the committed record says who it was. */
export const WITHHELD = 'withheld';

/** A digest for an entry; of nothing, nothing is written. */
export function written({ count, root }: Digest): WrittenDigest | undefined {
  return count === 0 ? undefined : { count, root: root.toString('hex') };
}

/** The entry's one way to be written: what is stored, hashed and published. */
export const writeEntry = (entry: Entry): string => canonical(entry as unknown as Json);

/** Reads the text of an entry; null for a text that is not one in its one way of writing. */
export function readEntry(text: string): Entry | null {
  try {
    const entry = JSON.parse(text) as Entry;
    return entry?.v === 1 && typeof entry.id === 'string' && writeEntry(entry) === text ? entry : null;
  } catch {
    return null;
  }
}
