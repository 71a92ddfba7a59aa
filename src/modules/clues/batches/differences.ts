/** How what is registered of a batch differs from what was handed over. */
export const differences = ['TOO_FEW', 'TOO_MANY', 'OTHER_NUMBERS', 'LIST_ITSELF'] as const;
export type Difference = (typeof differences)[number];

/** What is known of a batch: what its cover says, what its list says, and what is registered. */
export interface Held {
  /** Clues that were handed over, by the cover of the list. */
  readonly size: number;
  /** Checksum on the cover; null where none is. */
  readonly checksum: string | null;
  readonly registered: number;
  /** Checksum of the numbers registered. */
  readonly ours: string;
  /** Numbers on the list that was handed in; 0 where none was. */
  readonly listed: number;
  /** Checksum of these. */
  readonly listSum: string;
  /** Numbers on that list that are not registered in the batch, and the other way round; none where there is no list. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

const ties = (checksum: string | null, with_: string): boolean =>
  checksum === null || checksum.trim().toLowerCase() === with_;

/**
 * Everything in which a batch differs from its list; a batch with any of it is not closed, whatever became of its clues. Pure.
 * With a list, numbers are compared one by one, and the list itself with the cover; without one the checksum can only deny.
 */
export function differencesOf({ size, checksum, registered, ours, ...list }: Held): Difference[] {
  const found: Difference[] = [];
  if (registered < size) found.push('TOO_FEW');
  if (registered > size) found.push('TOO_MANY');
  if (list.listed > 0) {
    if (list.missing.length > 0 || list.extra.length > 0) found.push('OTHER_NUMBERS');
    if (list.listed !== size || !ties(checksum, list.listSum)) found.push('LIST_ITSELF');
  } else if (!ties(checksum, ours)) found.push('OTHER_NUMBERS');
  return found;
}
