import { scryptAsync } from '@noble/hashes/scrypt.js';
import { base64urlnopad, bech32 } from '@scure/base';
import { type KeyPair, pairOf } from './keys.ts';

/** What a receipt code opens: the token that the server knows by its keyed hash, and the keys that only the holder has. */
export interface ReceiptKeys extends KeyPair {
  /** Shown to the server to find the report. Tells nothing of the secret. */
  readonly token: string;
}

/** 32 MiB for one try (RFC 7914): a phone takes about a second, and 10^14 codes would take centuries of processors. */
const COST = { N: 2 ** 15, r: 8, p: 1, dkLen: 64 } as const;

/**
 * Derives both from a receipt code, where the code was made or typed: the code itself is never sent.
 * @param code 16 digits, as `parseReceiptCode` gives them
 * @param salt the city's own, so that no table of codes serves for two cities
 */
export async function receiptKeys(code: string, salt: string): Promise<ReceiptKeys> {
  const bytes = await scryptAsync(new TextEncoder().encode(code), new TextEncoder().encode(salt), COST);
  const secret = bech32.encodeFromBytes('age-secret-key-', bytes.subarray(32)).toUpperCase();
  return { token: base64urlnopad.encode(bytes.subarray(0, 32)), ...(await pairOf(secret)) };
}
