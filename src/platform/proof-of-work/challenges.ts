import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors.ts';
import { type Challenge, solves, type Work } from './solve.ts';

/** A challenge may be solved for that long: a slow phone needs less, a writer who comes back too late asks for another. */
const LIFE = 10 * 60_000;
const RANDOM = 16;
const STAMP = 6;

/**
 * Gives out challenges and takes them back once. Nothing is kept of a challenge until it is solved, so asking for many fills no
 * memory; of a solved one only its name stays, until it would be too old anyway. The key lives with the process.
 */
export class Challenges {
  readonly #key = randomBytes(32);
  readonly #bits: number;
  readonly #now: () => Date;
  /** Solved challenges and when they become too old, in the order of solving. */
  readonly #taken = new Map<string, number>();

  /** @param bits work for a sender: 2^bits hashes on average */
  constructor(bits: number, now: () => Date = () => new Date()) {
    this.#bits = bits;
    this.#now = now;
  }

  issue(): Challenge {
    const named = Buffer.alloc(RANDOM + STAMP);
    randomBytes(RANDOM).copy(named);
    named.writeUIntBE(this.#now().getTime() + LIFE, RANDOM, STAMP);
    return { challenge: Buffer.concat([named, this.#mac(named)]).toString('base64url'), bits: this.#bits };
  }

  /**
   * Takes solved work, once.
   * @throws AppError `work.invalid` for work that is not ours, not solved, too old or was taken before
   */
  redeem(work: Work): void {
    const bytes = Buffer.from(work.challenge, 'base64url');
    const named = bytes.subarray(0, RANDOM + STAMP);
    const mac = this.#mac(named);
    const given = bytes.subarray(RANDOM + STAMP);
    if (given.length !== mac.length || !timingSafeEqual(given, mac)) throw new AppError('work.invalid');
    const until = named.readUIntBE(RANDOM, STAMP);
    // Other spellings of the same bytes would be other challenges to a solver, and are no answer to ours.
    if (bytes.toString('base64url') !== work.challenge || !solves(work, this.#bits)) throw new AppError('work.invalid');
    const now = this.#now().getTime();
    this.#forget(now);
    if (until <= now || this.#taken.has(work.challenge)) throw new AppError('work.invalid');
    this.#taken.set(work.challenge, now + LIFE);
  }

  /** Whatever was taken a whole life ago is too old by its stamp. */
  #forget(now: number): void {
    for (const [challenge, until] of this.#taken) {
      if (until > now) return;
      this.#taken.delete(challenge);
    }
  }

  #mac(named: Uint8Array): Buffer {
    return createHmac('sha256', this.#key).update(named).digest().subarray(0, 16);
  }
}
