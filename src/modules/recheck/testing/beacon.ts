import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Chain, messageOf } from '../bundle/beacon.ts';

const secretKey = sha256(utf8ToBytes('a beacon for tests'));

/** A beacon of our own with true signatures, so that tests can have rounds that are still to come. */
export const testChain: Chain = {
  hash: bytesToHex(sha256(utf8ToBytes('a chain for tests'))),
  publicKey: bls12_381.shortSignatures.getPublicKey(secretKey).toHex(),
  genesis: 1_600_000_000,
  period: 30,
};

/** What the members of the test chain sign for a round. */
export const signRound = (round: number): string => bls12_381.shortSignatures.sign(messageOf(round), secretKey).toHex();
