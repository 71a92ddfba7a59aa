import type { Pools } from '../../../platform/database/transact.ts';
import type { PartialUploads } from '../../../platform/files/partial.ts';
import type { FileStore } from '../../../platform/files/store.ts';
import type { Buckets } from '../../../platform/http/buckets.ts';
import type { WriteTx } from '../../../platform/ledger/perform.ts';
import type { Challenges } from '../../../platform/proof-of-work/challenges.ts';
import type { Vault } from '../../../platform/sealing/vault.ts';
import type { HandingOn } from '../contract/report.ts';

/** What reports are taken in and worked on with. */
export interface ReportDesk {
  readonly pools: Pools;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly uploads: PartialUploads;
  readonly challenges: Challenges;
  /** Tries of each network at the door. */
  readonly tries: Buckets;
  /** Bytes of a sealed file. */
  readonly largestFile: number;
  /** The day in Shanghai. */
  today(): string;
  readonly receiveClue: ReceiveClue;
}

/** What a report hands to the clues: what the desk wrote, and where it came from. */
export interface HandedOver extends Omit<HandingOn, 'version'> {
  readonly reporterMode: 'NAMED' | 'ANONYMOUS';
  readonly receivedOn: string;
}

/**
 * Makes a clue of a report inside the act that hands it on.
 * @returns the clue's record
 */
export type ReceiveClue = (tx: WriteTx, given: HandedOver) => Promise<string>;
