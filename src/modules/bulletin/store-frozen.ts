import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import type { FrozenLeaf, Part } from '../../platform/figure/freeze.ts';
import { canonical, type Json } from '../../platform/ledger/canonical.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import type { VouchedContent } from './bundle/format.ts';
import type { StoredBulletin } from './store.ts';

const HASH = 32;

/** Consecutive records of one set, in the order of their tree. */
export interface KeptBatch {
  readonly figure: string;
  readonly part: Part;
  /** Place of the first of them in its tree. */
  readonly from: number;
  readonly records: readonly string[];
  readonly versions: readonly number[];
  /** Hex. */
  readonly commitments: readonly string[];
  /** JSON of what the public sees of each. */
  readonly cells: readonly string[];
}

/** A set too large to be kept record by record. */
export interface LargeSet {
  readonly figure: string;
  readonly part: Part;
  readonly subtrees: readonly Buffer[];
}

/** Keeps a freeze: its moment, its figures, and the records behind them. */
export async function addFreeze(
  tx: WriteTx,
  bulletin: StoredBulletin,
  content: VouchedContent,
  large: readonly LargeSet[],
  batches: AsyncIterable<KeptBatch>,
  signal?: AbortSignal,
): Promise<void> {
  const { id, version, text } = bulletin;
  await sql`insert into bulletin.freezes (bulletin, draft, text, as_of, known_at, demo, at, act)
    values (${id}, ${version}, ${JSON.stringify(text)}, ${content.asOf}, ${content.knownAt},
      ${content.demo}, ${tx.recordedAt}, ${tx.act})`.execute(tx.db);
  await tx.client.query(
    `insert into bulletin.frozen_figures (bulletin, figure, position, content)
     select $1, * from unnest($2::text[], $3::int[], $4::text[])`,
    [
      id,
      content.figures.map((figure) => figure.id),
      content.figures.map((_, at) => at),
      content.figures.map((figure) => canonical(figure as Json)),
    ],
  );
  for (const { figure, part, subtrees } of large) {
    await tx.client.query(
      'insert into bulletin.frozen_subtrees (bulletin, figure, part, hashes) values ($1, $2, $3, $4)',
      [id, figure, part, Buffer.concat(subtrees)],
    );
  }
  for await (const { figure, part, from, records, versions, commitments, cells } of batches) {
    signal?.throwIfAborted();
    await tx.client.query(
      `insert into bulletin.frozen_records (bulletin, figure, part, leaf, record, version, commitment, cells)
       select $1, $2, $3, $4 + place - 1, record, version, decode(commitment, 'hex'), cells
       from unnest($5::uuid[], $6::int[], $7::text[], $8::jsonb[]) with ordinality
         as given (record, version, commitment, cells, place)`,
      [id, figure, part, from, records, versions, commitments, cells],
    );
  }
}

/** Kept records of a set from leaf `from` on; none for a set that is kept by its subtrees. */
export async function loadLeaves(
  tx: Tx,
  bulletin: string,
  figure: string,
  part: Part,
  from: number,
  limit: number,
): Promise<FrozenLeaf[]> {
  const { rows } = await sql<FrozenLeaf>`
    select record, version, commitment, cells from bulletin.frozen_records
    where bulletin = ${bulletin} and figure = ${figure} and part = ${part} and leaf >= ${from}
    order by leaf limit ${limit}`.execute(tx.db);
  return rows;
}

/** Roots over each 256 records of a large set; null for a set kept record by record. */
export async function loadSubtrees(tx: Tx, bulletin: string, figure: string, part: Part): Promise<Buffer[] | null> {
  const { rows } = await sql<{ hashes: Buffer }>`
    select hashes from bulletin.frozen_subtrees
    where bulletin = ${bulletin} and figure = ${figure} and part = ${part}`.execute(tx.db);
  const hashes = rows[0]?.hashes;
  if (!hashes) return null;
  return Array.from({ length: hashes.length / HASH }, (_, at) => hashes.subarray(at * HASH, (at + 1) * HASH));
}
