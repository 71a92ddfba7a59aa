import { sha256 } from '@noble/hashes/sha2.js';

/** A calculation that costs its sender about a second and whoever checks it nothing (Back, "Hashcash", 2002). */
export interface Challenge {
  readonly challenge: string;
  /** Leading zero bits that the hash must have: each one more doubles the work. */
  readonly bits: number;
}

/** A challenge with the number that solves it. */
export interface Work {
  readonly challenge: string;
  readonly nonce: number;
}

/** Tries between two pauses: some ten milliseconds on a phone. */
const TURN = 2_000;

/** Solves a challenge by trying; pauses now and then, so that a page stays alive. */
export async function solve({ challenge, bits }: Challenge): Promise<Work> {
  for (let nonce = 0; ; nonce += 1) {
    if (solves({ challenge, nonce }, bits)) return { challenge, nonce };
    if (nonce % TURN === TURN - 1) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Whether SHA-256 of `challenge:nonce` begins with that many zero bits. */
export function solves({ challenge, nonce }: Work, bits: number): boolean {
  const hash = sha256(new TextEncoder().encode(`${challenge}:${nonce}`));
  const head = ((hash[0]! << 24) | (hash[1]! << 16) | (hash[2]! << 8) | hash[3]!) >>> 0;
  return Math.clz32(head) >= bits;
}
