import type pg from 'pg';
import type { Pools } from '../../database/transact.ts';
import { type Checkpoint, openCheckpoint } from '../checkpoint.ts';
import { readEntry } from '../entry.ts';
import { parseVerifierKey, type Verifier } from '../notes.ts';
import { readTile } from '../tile-store.ts';
import { Chronicle } from './chronicle.ts';
import { compareBundle, countPlaces, recordedNotes } from './database.ts';
import { FileWalk } from './files.ts';
import { type Finding, type FindingCode, Findings } from './findings.ts';
import { type VersionSource, verifyVersions } from './records.ts';

export interface VerifyOptions {
  /** Directory of the log: tiles, bundles and checkpoint. Alone enough to verify offline. */
  readonly directory: string;
  /** The log's verifier key, one line, from wherever the verifier trusts: not from this directory. */
  readonly publicKey: string;
  /** Signed notes kept outside. They are what catches an operator who holds the signing key. */
  readonly olderCheckpoints?: readonly string[];
  readonly database?: Pools;
  readonly versions?: VersionSource;
  /** Told the entries verified so far and the entries there are. */
  readonly onProgress?: (done: number, all: number) => void;
}

export interface Verification {
  /** The signed tree head that was verified, null if there is none to be believed. */
  readonly checkpoint: Checkpoint | null;
  /** Committed acts still waiting for their place; usual for a second or so. */
  readonly pending: number;
  /** Empty if everything holds. */
  readonly findings: readonly Finding[];
}

/**
 * Verifies the whole log, believing nothing but the public key: rebuilds the root from every bundle, compares every tile with
 * the level below, the tree head with the root, earlier tree heads with the rebuilt history, the database with the bundles,
 * and the registers' versions with the digests in the entries. Reads only. Safe beside a running program.
 */
export async function verifyLedger(options: VerifyOptions): Promise<Verification> {
  const verifier = parseVerifierKey(options.publicKey);
  if (!options.database) return verifyWith(options, verifier, null);
  const client = await options.database.owner.connect();
  try {
    return await verifyWith(options, verifier, client);
  } finally {
    client.release();
  }
}

async function verifyWith(
  options: VerifyOptions,
  verifier: Verifier,
  client: pg.PoolClient | null,
): Promise<Verification> {
  const findings = new Findings();
  // The sequencer writes places, then the file, then the recorded note: read the other way round, no honest pass looks wrong.
  const recorded = client ? await recordedNotes(client) : [];
  const checkpoint = await openHead(options.directory, verifier, findings);
  const { size: inDatabase, pending } = client ? await countPlaces(client) : { size: 0, pending: 0 };
  if (checkpoint === null) return { checkpoint, pending, findings: findings.list() };
  const { size, root } = checkpoint;
  const earlier = [
    ...earlierHeads(recorded, 'tiles-behind', size, verifier, findings),
    ...earlierHeads(options.olderCheckpoints ?? [], 'checkpoint-ahead', size, verifier, findings),
  ];
  if (client && inDatabase < size) findings.add('database-behind', inDatabase, 'ledger.entries');

  const roots = new Map<number, Buffer | null>([...earlier, checkpoint].map((head) => [head.size, null]));
  const time = new Chronicle();
  for await (const bundle of new FileWalk(options.directory, size, findings).bundles(roots)) {
    if (client) await compareBundle(client, bundle, inDatabase, findings);
    for (const [offset, bytes] of bundle.entries.entries()) {
      const entry = readEntry(bytes.toString());
      const seq = bundle.start + offset;
      if (entry === null) findings.add('entry-malformed', seq, `entry ${seq}`);
      else {
        if (!time.follows(entry)) findings.add('time-back', seq, `entry ${seq}`);
        if (options.versions) await verifyVersions(seq, entry, options.versions, findings);
      }
      options.onProgress?.(seq + 1, size);
    }
  }
  if (options.versions) {
    for await (const { code, where } of options.versions.strays()) findings.add(code, null, where);
  }
  const rebuilt = roots.get(size) ?? null;
  if (rebuilt && !rebuilt.equals(root)) findings.add('root-differs', null, 'checkpoint');
  compareHistory(earlier, roots, findings);
  return { checkpoint, pending, findings: findings.list() };
}

async function openHead(directory: string, verifier: Verifier, findings: Findings): Promise<Checkpoint | null> {
  const note = await readTile(directory, 'checkpoint');
  const checkpoint = note && openCheckpoint(note.toString(), verifier);
  if (checkpoint === null) findings.add(note ? 'checkpoint-unsigned' : 'checkpoint-missing', null, 'checkpoint');
  return checkpoint;
}

/** The believable ones of earlier notes; what is unsigned or larger than the present log is a finding. */
function earlierHeads(
  notes: readonly string[],
  ifLarger: FindingCode,
  size: number,
  verifier: Verifier,
  findings: Findings,
): Checkpoint[] {
  return notes.flatMap((note, at) => {
    const head = openCheckpoint(note, verifier);
    if (head === null) findings.add('checkpoint-unsigned', null, `earlier checkpoint ${at + 1}`);
    else if (head.size > size) findings.add(ifLarger, size, `checkpoint of ${head.size} entries`);
    else return [head];
    return [];
  });
}

/** Roots alone cannot tell which entry was changed, but the last tree head that still fits says where to begin looking. */
function compareHistory(
  earlier: readonly Checkpoint[],
  roots: ReadonlyMap<number, Buffer | null>,
  findings: Findings,
): void {
  let fits = 0;
  for (const { size, root } of earlier.toSorted((a, b) => a.size - b.size)) {
    const rebuilt = roots.get(size);
    if (!rebuilt) continue;
    if (rebuilt.equals(root)) fits = Math.max(fits, size);
    else findings.add('history-forked', fits, `checkpoint of ${size} entries`);
  }
}
