import { clockAccepted } from '../clock.ts';
import type { Entry } from '../entry.ts';

/** An act bears the moment it began and is placed when it ends: a large import may last. Milliseconds. */
const LONGEST_ACT = 3_600_000;

/** Watches the moments of a log's entries, one after the other. */
export class Chronicle {
  #latest = '';

  /** False for an entry that lies further before an earlier one than an act can last, unless the log says that the clock was accepted. */
  follows({ at, act }: Entry): boolean {
    // All moments are written alike, so they compare as text; reading them as numbers is left to the rare case.
    if (at >= this.#latest || act === clockAccepted.name) {
      this.#latest = at;
      return true;
    }
    return Date.parse(at) > Date.parse(this.#latest) - LONGEST_ACT;
  }
}
