import { sql } from 'kysely';
import { readQuery } from '../database/cursor.ts';
import { systemSession } from '../database/session.ts';
import { type Pools, type Tx, transact } from '../database/transact.ts';
import { CompactRange, rootOf } from '../ledger/merkle.ts';
import { freezeBarrier } from '../ledger/perform.ts';
import { opened, publicCells } from '../register/public.ts';
import type { StoredRow } from '../register/rows.ts';
import { type Cell, storedColumns } from '../register/rows.ts';
import { compile, type RecordSet } from '../register/sets.ts';
import type { Figure } from './declare.ts';
import { evaluate, type FigureDesk, type Result, setsOf } from './evaluate.ts';

/** Up to here the records of a set are kept one by one; of a larger set only the roots of each 256. */
export const KEPT_LEAVES = 50_000;
/** Leaves under one kept root: 2^8. */
const SUBTREE = 256;
const BATCH = 2_000;

/** The moment of a freeze: the cut-off day of the records, and what the system knew. Nothing is ever written into it again. */
export interface FrozenMoment {
  readonly asOf: string;
  readonly knownAt: Date;
}

export interface FrozenLeaf {
  readonly record: string;
  readonly version: number;
  /** RFC 6962 leaf hash over salt and content. */
  readonly commitment: Buffer;
  /** What the public sees of it. */
  readonly cells: readonly Cell[];
}

/** The records that made a value, in order of their identity. */
export interface FrozenSet {
  /** Name of the register; null where a total takes its records from several. */
  readonly register: string | null;
  readonly count: number;
  readonly root: Buffer;
  /** Roots over each 256 leaves, the last over what is left; the root over them is `root`. */
  readonly subtrees: readonly Buffer[];
  /** Whether its records were handed over one by one. */
  readonly kept: boolean;
}

/** `records` make the value; `base` is the denominator of a ratio, the owners of a least. */
export type Part = 'records' | 'base';

/** What a freeze does with the records it reads, beside working out the roots over them. */
export interface Freezing {
  /** Takes the records of each set up to KEPT_LEAVES, as the public sees them, a batch at a time in the order of their tree. */
  keep?(part: Part, leaves: readonly FrozenLeaf[]): Promise<void>;
  /** Is told of every batch read. What it throws ends the freeze. */
  onRead?(records: number): void;
}

export interface FrozenFigure extends Result {
  readonly figure: Figure;
  readonly set: FrozenSet;
  /** The denominator's records of a ratio, the owners of a least; null where there is none. */
  readonly baseSet: FrozenSet | null;
}

/** Takes a moment that is over: later acts all bear later times, so it answers the same for ever. */
export const freezeMoment = async (pools: Pools, asOf: string): Promise<FrozenMoment> => ({
  asOf,
  knownAt: await transact(pools, systemSession, 'read', freezeBarrier),
});

/**
 * Freezes a figure: its value with the Merkle root over every record that makes it, over all units, whoever asks. The same
 * moment gives the same again: rows recorded later are not seen, rows retired later still are.
 * Streaming: 3.2 million records take the memory of one batch and 12,500 hashes.
 * @param tx a read transaction of the system session
 * @param known the figure's result at this moment, where it was evaluated already
 */
export async function freezeFigure(
  tx: Tx,
  desk: FigureDesk,
  figure: Figure,
  moment: FrozenMoment,
  freezing: Freezing = {},
  known?: Result,
): Promise<FrozenFigure> {
  const { value, base, records } = known ?? (await evaluate(tx, desk, systemSession, figure, moment));
  const [sets, baseSets] = partsOf(desk, figure);
  return {
    figure,
    value,
    base,
    records,
    set: await freezeSets(tx, desk, sets, moment, 'records', freezing),
    baseSet: baseSets.length > 0 ? await freezeSets(tx, desk, baseSets, moment, 'base', freezing) : null,
  };
}

/** A total has the records of its figures, one figure after another. */
function partsOf(desk: FigureDesk, { value }: Figure): [records: readonly RecordSet[], base: readonly RecordSet[]] {
  if (value.how === 'total') return [value.figures.flatMap((id) => partsOf(desk, desk.find(id)!)[0]), []];
  const [records, base] = setsOf(value);
  return [[records!], base ? [base] : []];
}

async function freezeSets(
  tx: Tx,
  desk: FigureDesk,
  sets: readonly RecordSet[],
  moment: FrozenMoment,
  part: Part,
  { keep, onRead }: Freezing,
): Promise<FrozenSet> {
  const names = new Set(sets.map(({ register }) => register.name));
  const kept = keep !== undefined && !(await exceeds(tx, desk, sets, moment, KEPT_LEAVES));
  const tree = new SetTree();
  for (const set of sets) {
    for await (const batch of readSet(tx, desk, set, moment, kept)) {
      for (const { commitment } of batch) tree.add(commitment);
      if (kept) await keep(part, await asLeaves(tx, desk, set, batch));
      onRead?.(batch.length);
    }
  }
  const [register] = names;
  return { register: names.size === 1 ? register! : null, ...tree.end(), kept };
}

async function asLeaves(
  tx: Tx,
  { registry }: FigureDesk,
  { register }: RecordSet,
  rows: readonly Committed[],
): Promise<FrozenLeaf[]> {
  const cells = await publicCells(tx, registry, register, rows);
  return rows.map(({ record, version, commitment }, at) => ({ record, version, commitment, cells: cells[at]! }));
}

/** The Merkle tree over a set, with the roots of its perfect subtrees of height 8 (RFC 6962 splits at powers of two). */
class SetTree {
  readonly #subtrees: Buffer[] = [];
  #open = new CompactRange();

  add(leaf: Buffer): void {
    this.#open.append(leaf);
    if (this.#open.size === SUBTREE) this.#close();
  }

  end(): { count: number; root: Buffer; subtrees: readonly Buffer[] } {
    const count = this.#subtrees.length * SUBTREE + this.#open.size;
    if (this.#open.size > 0) this.#close();
    return { count, root: rootOf(this.#subtrees), subtrees: this.#subtrees };
  }

  #close(): void {
    this.#subtrees.push(this.#open.root());
    this.#open = new CompactRange();
  }
}

/** Whether the sets have more records than `limit`. Reads no further than that. */
async function exceeds(
  tx: Tx,
  desk: FigureDesk,
  sets: readonly RecordSet[],
  moment: FrozenMoment,
  limit: number,
): Promise<boolean> {
  let count = 0;
  for (const set of sets) {
    const { from, where } = compile(desk.registry.catalogue, set, moment);
    const { rows } = await sql<{ count: string }>`
      select count(*) as count from (select from ${from} where ${where} limit ${limit + 1}) found`.execute(tx.db);
    count += Number(rows[0]!.count);
  }
  return count > limit;
}

type Committed = StoredRow & { readonly commitment: Buffer };

/** @param whole whether more is asked for than the commitments; of a large set, all the rest would be read for nothing */
function readSet(
  tx: Tx,
  desk: FigureDesk,
  set: RecordSet,
  moment: FrozenMoment,
  whole: boolean,
): AsyncGenerator<Committed[]> {
  const { from, where } = compile(desk.registry.catalogue, set, moment);
  return readQuery<Committed>(
    tx,
    sql<Committed>`select ${whole ? columnsOf(set) : sql.ref('t.commitment')} from ${from} where ${where} order by t.record, t.version`,
    BATCH,
  );
}

const columnsOf = ({ register }: RecordSet) =>
  sql.join(['record', 'version', 'commitment', ...storedColumns(opened(register))].map((name) => sql.ref(`t.${name}`)));

/**
 * One page of a frozen set as the public sees it, in the order of its tree: for sets too large to be kept row by row.
 * @param after the record the page before ended with
 */
export async function frozenPage(
  tx: Tx,
  desk: FigureDesk,
  figure: Figure,
  part: Part,
  moment: FrozenMoment,
  page: { readonly after?: string; readonly limit: number },
): Promise<FrozenLeaf[]> {
  const set = partsOf(desk, figure)[part === 'records' ? 0 : 1][0];
  if (!set) return [];
  const { from, where } = compile(desk.registry.catalogue, set, moment);
  const beyond = page.after ? sql`and t.record > ${page.after}::uuid` : sql``;
  const { rows } = await sql<Committed>`
    select ${columnsOf(set)} from ${from} where ${where} ${beyond} order by t.record limit ${page.limit}`.execute(
    tx.db,
  );
  return asLeaves(tx, desk, set, rows);
}
