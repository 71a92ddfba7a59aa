import type pg from 'pg';
import { readEntry } from '../entry.ts';
import { leafHash } from '../merkle.ts';
import type { Bundle } from './files.ts';
import type { Findings } from './findings.ts';

interface Place {
  readonly seq: string;
  readonly act: string;
  readonly leaf_hash: Buffer;
  /** Of the act; null if there is no such act. */
  readonly entry: string | null;
  readonly at: string | null;
}

/** Compares the acts and places in the database with the entries of one bundle. */
export async function compareBundle(
  client: pg.PoolClient,
  { start, entries }: Bundle,
  sizeInDatabase: number,
  findings: Findings,
): Promise<void> {
  const { rows } = await client.query<Place>(
    `select e.seq, e.act, e.leaf_hash, a.entry,
            to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from ledger.entries e left join ledger.acts a on a.id = e.act where e.seq >= $1 and e.seq < $2`,
    [start, start + entries.length],
  );
  const places = new Map(rows.map((row) => [Number(row.seq), row]));
  for (const [offset, bytes] of entries.entries()) {
    const seq = start + offset;
    const place = places.get(seq);
    // What a database from an older backup lacks at its end is said once, by `database-behind`.
    if (place) comparePlace(seq, place, bytes, findings);
    else if (seq < sizeInDatabase) findings.add('entry-missing', seq, `ledger.entries ${seq}`);
  }
}

function comparePlace(seq: number, place: Place, bytes: Buffer, findings: Findings): void {
  const entry = readEntry(bytes.toString());
  const samePlace = place.leaf_hash.equals(leafHash(bytes)) && (entry === null || entry.id === place.act);
  if (!samePlace) findings.add('entry-differs', seq, `ledger.entries ${seq}`);
  if (place.entry === null) {
    findings.add('act-missing', seq, `ledger.acts ${place.act}`);
    return;
  }
  const sameAct = bytes.equals(Buffer.from(place.entry)) && (entry === null || entry.at === place.at);
  if (!sameAct) findings.add('act-differs', seq, `ledger.acts ${place.act}`);
}

/** The signed notes the database keeps, oldest first. */
export async function recordedNotes(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ note: string }>('select note from ledger.checkpoints order by size');
  return rows.map(({ note }) => note);
}

/** Number of places in the database, and of acts that wait for theirs. */
export async function countPlaces(client: pg.PoolClient): Promise<{ size: number; pending: number }> {
  const { rows } = await client.query(
    `select (select coalesce(max(seq) + 1, 0) from ledger.entries) as size,
            (select count(*) from ledger.acts a
             where not exists (select from ledger.entries e where e.act = a.id)) as pending`,
  );
  return { size: Number(rows[0].size), pending: Number(rows[0].pending) };
}
