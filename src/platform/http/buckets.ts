import { createHmac, randomBytes } from 'node:crypto';
import { AppError } from '../errors.ts';
import { networkOf } from '../identity/throttle.ts';

interface Bucket {
  /** Tries left at `at`; may be a fraction. */
  left: number;
  at: number;
}

/**
 * A try costs a token; tokens come back with time. Each network has a bucket of its own, so nobody can use up another's. What is
 * kept is a keyed hash of the network, in memory, until its bucket is full again; the key dies with the process.
 */
export class Buckets {
  readonly #key = randomBytes(32);
  readonly #buckets = new Map<string, Bucket>();
  readonly #size: number;
  readonly #seconds: number;
  readonly #now: () => Date;

  /**
   * @param size tries at once
   * @param seconds until one more
   */
  constructor(size: number, seconds: number, now: () => Date = () => new Date()) {
    this.#size = size;
    this.#seconds = seconds;
    this.#now = now;
  }

  /** Networks that are remembered at this moment. */
  get kept(): number {
    return this.#buckets.size;
  }

  /** @throws AppError `request.tooMany` with the seconds until the next try */
  take(address: string): void {
    const now = this.#now().getTime();
    this.#forget(now);
    const name = this.#nameOf(address);
    const left = this.#leftOf(this.#buckets.get(name), now);
    if (left < 1) throw new AppError('request.tooMany', { seconds: Math.ceil((1 - left) * this.#seconds) });
    // Set anew, so that the map stays in the order of the last use.
    this.#buckets.delete(name);
    this.#buckets.set(name, { left: left - 1, at: now });
  }

  /** Gives a try back that was no guess: many people behind one address do not use up each other's. */
  giveBack(address: string): void {
    const bucket = this.#buckets.get(this.#nameOf(address));
    if (bucket) bucket.left = Math.min(this.#size, bucket.left + 1);
  }

  #nameOf(address: string): string {
    return createHmac('sha256', this.#key).update(networkOf(address)).digest('base64');
  }

  #leftOf(bucket: Bucket | undefined, now: number): number {
    if (!bucket) return this.#size;
    return Math.min(this.#size, bucket.left + (now - bucket.at) / (this.#seconds * 1_000));
  }

  /** Longer than it takes to fill an empty bucket nothing needs to be remembered. */
  #forget(now: number): void {
    for (const [name, { at }] of this.#buckets) {
      if (now - at < this.#size * this.#seconds * 1_000) return;
      this.#buckets.delete(name);
    }
  }
}
