import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** A public randomness beacon (drand): every `period` seconds its members sign the number of the round together. */
export interface Chain {
  /** What the chain is known by: the hash of its parameters. */
  readonly hash: string;
  /** Group key on G2, compressed, hex. */
  readonly publicKey: string;
  /** Time of round 1, seconds of Unix time. */
  readonly genesis: number;
  readonly period: number;
}

/** The League of Entropy's chain "quicknet" (scheme bls-unchained-g1-rfc9380): its parameters never change. */
export const quicknet: Chain = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1_692_803_367,
  period: 3,
};

const SUITE = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/** When a round comes out, milliseconds of Unix time. Before that nobody knows its signature. */
export const timeOfRound = ({ genesis, period }: Chain, round: number): number =>
  (genesis + (round - 1) * period) * 1000;

/** The first round that comes out at or after a moment (milliseconds of Unix time). */
export const roundAt = ({ genesis, period }: Chain, at: number): number =>
  Math.max(1, Math.ceil((at / 1000 - genesis) / period) + 1);

/** What the members of the chain sign for a round: SHA-256 of its number in eight bytes, hashed to G1 (RFC 9380). */
export function messageOf(round: number): ReturnType<typeof bls12_381.shortSignatures.hash> {
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(round));
  return bls12_381.shortSignatures.hash(sha256(number), SUITE);
}

/**
 * The randomness of a round, if the signature is the chain's: SHA-256 of the signature, hex. There is one signature only that
 * holds for a round, so who types it in cannot choose. Null where it does not hold.
 * @param signature compressed, 48 bytes, hex in small letters
 */
export function randomnessOf({ publicKey }: Chain, round: number, signature: string): string | null {
  if (!/^[0-9a-f]{96}$/.test(signature)) return null;
  try {
    const bytes = hexToBytes(signature);
    const holds = bls12_381.shortSignatures.verify(bytes, messageOf(round), hexToBytes(publicKey));
    return holds ? bytesToHex(sha256(bytes)) : null;
  } catch {
    // Bytes that are no point of the curve.
    return null;
  }
}
