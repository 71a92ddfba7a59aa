import { sql } from 'kysely';
import type pg from 'pg';
import { readThrough } from '../../database/cursor.ts';
import type { Session } from '../../database/session.ts';
import { type Tx, transact } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import type { Json } from '../../ledger/canonical.ts';
import { openCheckpoint } from '../../ledger/checkpoint.ts';
import { readEntry } from '../../ledger/entry.ts';
import { CompactRange } from '../../ledger/merkle.ts';
import { parseVerifierKey } from '../../ledger/notes.ts';
import { perform } from '../../ledger/perform.ts';
import { inclusionPath } from '../../ledger/proofs.ts';
import type { TileStore } from '../../ledger/tile-store.ts';
import type { Catalogue } from '../catalogue.ts';
import { mustBeNamed } from '../closed.ts';
import type { Register } from '../declare.ts';

import { contentOf, listed, type StoredRow } from '../rows.ts';
import { isWithheld, mustReach, scope } from '../scope.ts';
import { snake, tableOf } from '../tables.ts';

import { reading } from './acts.ts';
import type { RecordDesk } from './desk.ts';

/** Where proofs take the ledger from. */
export interface LedgerDesk {
  readonly store: TileStore;
  /** The log's verifier key, as one line. */
  readonly verifierKey: string;
  /** Lets the sequencer take in what was just committed. */
  integrate(): Promise<unknown>;
}

/** Everything somebody needs to check one version of a record without this system; hashes in hex. */
export interface RecordProof {
  readonly v: 1;
  readonly register: string;
  readonly record: string;
  readonly version: number;
  /** Null once the content was erased: then only the commitment's place is proved. */
  readonly salt: string | null;
  /** As it was committed: personal numbers stand there by their keyed hashes. */
  readonly content: Json | null;
  readonly commitment: string;
  /** Place of the commitment in the tree of its act, and the way to that tree's root. */
  readonly leaf: number;
  readonly path: readonly string[];
  /** The act's entry in the log, its number, and the way to the root of the signed tree head. */
  readonly entry: string;
  readonly seq: number;
  readonly inclusion: readonly string[];
  readonly checkpoint: string;
  readonly verifierKey: string;
}

interface Proved extends StoredRow {
  readonly salt: Buffer | null;
  readonly commitment: Buffer;
  readonly act: string;
  readonly leaf: number;
}

/**
 * The proof of the newest version of a record that the session may see. For a confidential record it is an act, as opening is.
 * @throws AppError `record.missing`, `record.noProof` while the log has no signed tree head over the act
 */
export async function proveRecordVersion(
  desk: RecordDesk,
  ledger: LedgerDesk,
  session: Session,
  register: Register,
  record: string,
): Promise<RecordProof> {
  mustReach(session, register, 'read');
  const newest = async (tx: Tx): Promise<Proved> => {
    const { rows } = await sql<Proved>`
      select t.* from ${sql.raw(tableOf(register).sql)} t
      where t.record = ${record} and ${scope(session, register, 't')} order by t.version desc limit 1`.execute(tx.db);
    if (!rows[0]) throw new AppError('record.missing');
    await mustBeNamed(tx, register, rows[0]);
    return rows[0];
  };
  const row = register.policy.confidential
    ? await perform(desk.pools, session, reading, async (tx) => {
        const result = await newest(tx);
        const withheld = isWithheld(session, register, register.officer && result[snake(register.officer)]);
        return { result, subject: record, detail: { register: register.name, proof: true }, withheld };
      })
    : await transact(desk.pools, session, 'read', newest);
  // Places, commitments and tiles are the same for everybody and tell nothing, so they are read past row security.
  const client = await desk.pools.owner.connect();
  try {
    const place = (await placeOf(client, row.act)) ?? (await integrated(ledger, client, row.act));
    const checkpoint = await ledger.store.note();
    const head = openCheckpoint(checkpoint, parseVerifierKey(ledger.verifierKey));
    if (!place || !head || place.seq >= head.size) throw new AppError('record.noProof');
    const erased = row.salt === null;
    return {
      v: 1,
      register: register.name,
      record,
      version: row.version,
      salt: row.salt?.toString('hex') ?? null,
      content: erased ? null : JSON.parse(contentOf(register, record, row.version, listed(register, row))),
      commitment: row.commitment.toString('hex'),
      leaf: row.leaf,
      path: await pathInAct(client, desk.registry.catalogue, row, place.entry),
      entry: place.entry,
      seq: place.seq,
      inclusion: (await ledger.store.inclusion(place.seq, head.size)).map((hash) => hash.toString('hex')),
      checkpoint,
      verifierKey: ledger.verifierKey,
    };
  } finally {
    client.release();
  }
}

interface Place {
  readonly seq: number;
  readonly entry: string;
}

async function placeOf(client: pg.PoolClient, act: string): Promise<Place | undefined> {
  const { rows } = await client.query<Place>(
    'select e.seq, a.entry from ledger.entries e join ledger.acts a on a.id = e.act where e.act = $1',
    [act],
  );
  return rows[0];
}

async function integrated(ledger: LedgerDesk, client: pg.PoolClient, act: string): Promise<Place | undefined> {
  await ledger.integrate();
  return placeOf(client, act);
}

/**
 * The hashes beside the way from a version's leaf to the root of its act. An act may have written millions of versions into
 * several registers, so their commitments are folded as they stream by.
 */
async function pathInAct(client: pg.PoolClient, catalogue: Catalogue, row: Proved, entry: string): Promise<string[]> {
  const tables = catalogue.registers.map(
    (register) => `select leaf, commitment from ${tableOf(register).sql} where act = $1`,
  );
  const query = `${tables.join(' union all ')} order by leaf`;
  // The size is the entry's: where versions were removed since, the proof fails to verify, which is what it is for.
  const size = readEntry(entry)?.created?.count ?? 0;
  await client.query('begin read only');
  try {
    const ranges = row.leaf < size ? inclusionPath(row.leaf, size) : [];
    const folded = ranges.map(() => new CompactRange());
    for await (const batch of readThrough<{ leaf: number; commitment: Buffer }>(client, query, [row.act])) {
      for (const { leaf, commitment } of batch) {
        const at = ranges.findIndex(({ start, end }) => start <= leaf && leaf < end);
        if (at >= 0) folded[at]!.append(commitment);
      }
    }
    return folded.map((range) => range.root().toString('hex'));
  } finally {
    await client.query('rollback');
  }
}
