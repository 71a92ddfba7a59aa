import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import type { FrozenFigure, FrozenLeaf, FrozenMoment, FrozenSet } from '../../platform/figure/freeze.ts';
import { canonical, type Json } from '../../platform/ledger/canonical.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import type { VouchedContent } from './bundle/format.ts';
import type { StoredBulletin } from './store.ts';

export type Part = 'records' | 'base';

const HASH = 32;
/** Rows in one statement. */
const BATCH = 5_000;

/** Keeps a freeze: its moment, its figures, and the records behind them. */
export async function addFreeze(
  tx: WriteTx,
  bulletin: StoredBulletin,
  moment: FrozenMoment,
  content: VouchedContent,
  figures: readonly FrozenFigure[],
): Promise<void> {
  await sql`insert into bulletin.freezes (bulletin, draft, text, as_of, known_at, demo, at, act)
    values (${bulletin.id}, ${bulletin.version}, ${JSON.stringify(bulletin.text)}, ${moment.asOf}, ${moment.knownAt},
      ${content.demo}, ${tx.recordedAt}, ${tx.act})`.execute(tx.db);
  await tx.client.query(
    `insert into bulletin.frozen_figures (bulletin, figure, position, content)
     select $1, * from unnest($2::text[], $3::int[], $4::text[])`,
    [
      bulletin.id,
      content.figures.map(({ id }) => id),
      content.figures.map((_, at) => at),
      content.figures.map((figure) => canonical(figure as Json)),
    ],
  );
  for (const { figure, set, baseSet } of figures) {
    await addSet(tx, bulletin.id, figure.id, 'records', set);
    if (baseSet) await addSet(tx, bulletin.id, figure.id, 'base', baseSet);
  }
}

async function addSet(tx: WriteTx, bulletin: string, figure: string, part: Part, set: FrozenSet): Promise<void> {
  if (!set.leaves) {
    await tx.client.query(
      'insert into bulletin.frozen_subtrees (bulletin, figure, part, hashes) values ($1, $2, $3, $4)',
      [bulletin, figure, part, Buffer.concat(set.subtrees)],
    );
    return;
  }
  for (let from = 0; from < set.leaves.length; from += BATCH) {
    const leaves = set.leaves.slice(from, from + BATCH);
    await tx.client.query(
      `insert into bulletin.frozen_records (bulletin, figure, part, leaf, record, version, commitment, cells)
       select $1, $2, $3, * from unnest($4::int[], $5::uuid[], $6::int[], $7::bytea[], $8::jsonb[])`,
      [
        bulletin,
        figure,
        part,
        leaves.map((_, at) => from + at),
        leaves.map(({ record }) => record),
        leaves.map(({ version }) => version),
        leaves.map(({ commitment }) => commitment),
        leaves.map(({ cells }) => JSON.stringify(cells)),
      ],
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
