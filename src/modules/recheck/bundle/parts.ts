import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { hashOf, rootOf } from '../../../platform/ledger/offline/hash.ts';
import type { FrameRow, Opening, Plan } from './format.ts';

const LEAF = Uint8Array.of(0x00);

/** Salted commitment, as the ledger makes them: SHA-256(0x00 || salt || canonical JSON); hex. */
export const commitmentOf = (salt: string, content: Json): string =>
  bytesToHex(sha256(concatBytes(LEAF, hexToBytes(salt), utf8ToBytes(canonical(content)))));

/** The commitment of a case. */
export const caseOf = (salt: string, content: Opening['content']): string => commitmentOf(salt, content);

/** The salt of the commitment to who is excluded: shown for a case that is drawn, it does not give the salt it was made from. */
export const excludedSalt = (salt: string): string =>
  bytesToHex(sha256(concatBytes(hexToBytes(salt), utf8ToBytes('excluded'))).subarray(0, 16));

export const excludedMark = (ownSalt: string, members: readonly string[]): string =>
  commitmentOf(ownSalt, [...members]);

/** Leaf of a case in the tree of the frame: the stratum is bound to it, so no case can change its stratum. */
export const leafOf = (row: FrameRow): string => hashOf(row);

export const frameRoot = (rows: readonly FrameRow[]): string => rootOf(rows.map(leafOf));

/** What the ledger entry of a plan names. */
export const planHash = (plan: Plan): string => hashOf(plan as Json);

/** Hash of each part of a plan by its name: so that a finding can say which was altered. */
export const planParts = (plan: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(plan).map(([name, part]) => [name, hashOf([name, part as Json])]));

/** What dice entries commit to before they are shown. */
export const diceMark = (salt: string, plan: string, rolls: string): string => commitmentOf(salt, [plan, rolls]);

/** Hash of the server's half of a dice seed. */
export const blindHash = (blind: string): string => bytesToHex(sha256(hexToBytes(blind)));

/** The seed as the sampler takes it, in text: bound to the plan, so that no two plans ever share one. */
export const beaconSeed = (plan: string, round: number, randomness: string): string =>
  `${plan}:beacon:${round}:${randomness}`;
export const diceSeed = (plan: string, rolls: string, blind: string): string => `${plan}:dice:${rolls}:${blind}`;
