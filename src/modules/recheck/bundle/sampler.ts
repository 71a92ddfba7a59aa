import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/*
 * The draw is consistent sampling as R. L. Rivest published it ("Consistent Sampling with Replacement", arXiv:1808.10016, and
 * the package consistent_sampler; of the family of P. B. Stark's audit tools): each item has a ticket number that depends on the
 * seed and on its own name alone, and the smallest tickets are drawn. So the order of the list plays no part, and whoever has the
 * seed and the names draws the same with that package: sampler(ids, seed, take=n).
 */

const DIGITS = 64;
const RANGE = 10n ** BigInt(DIGITS);

/** SHA-256 of a text as 64 decimal digits: the digest as an integer, modulo 10^64. */
const digitsOf = (text: string): string =>
  (BigInt(`0x${bytesToHex(sha256(utf8ToBytes(text)))}`) % RANGE).toString().padStart(DIGITS, '0');

/** Gives the ticket number of an item: 64 digits, read as a fraction between 0 and 1. */
export function ticketsOf(seed: string): (item: string) => string {
  const hashed = digitsOf(seed);
  return (item) => digitsOf(hashed + item);
}

export interface Ticket {
  readonly item: string;
  readonly ticket: string;
}

/** By ticket number, then by name: two equal ticket numbers would be two equal digests, but an order must be total. */
export const byTicket = (a: Ticket, b: Ticket): number =>
  a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.item < b.item ? -1 : a.item > b.item ? 1 : 0;

/**
 * Draws without replacement.
 * @param items distinct names
 * @param size how many; all of them where there are fewer
 * @returns the tickets drawn, smallest first
 */
export function sample(seed: string, items: readonly string[], size: number): Ticket[] {
  const ticketOf = ticketsOf(seed);
  return items
    .map((item) => ({ item, ticket: ticketOf(item) }))
    .sort(byTicket)
    .slice(0, size);
}
