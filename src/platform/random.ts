import { randomBytes } from 'node:crypto';

/** Values drawn at once. */
const DRAWN = 1024;

/**
 * A source of random values of one size, drawn many at a time: a call for each costs more than hashing or encrypting what it
 * is for. Every value is given out once.
 * @param size bytes of a value
 */
export function randomSource(size: number): () => Buffer {
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === pool.length) {
      pool = randomBytes(size * DRAWN);
      at = 0;
    }
    at += size;
    return pool.subarray(at - size, at);
  };
}
