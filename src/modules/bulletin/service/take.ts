import { systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import type { Figure } from '../../../platform/figure/declare.ts';
import type { Result } from '../../../platform/figure/evaluate.ts';
import {
  type Freezing,
  type FrozenFigure,
  type FrozenMoment,
  type FrozenSet,
  freezeFigure,
  freezeMoment,
  type Part,
} from '../../../platform/figure/freeze.ts';
import { rootOf } from '../../../platform/ledger/offline/hash.ts';
import { publicColumns } from '../../../platform/register/public.ts';
import { type FigurePart, FORMAT, type FrozenSetPart, type VouchedContent } from '../bundle/format.ts';
import { markOf } from '../bundle/parts.ts';
import type { BulletinText } from '../contract.ts';
import type { LargeSet } from '../store-frozen.ts';
import type { BulletinDesk } from './desk.ts';
import { valuesAt } from './live.ts';
import type { RecordSpool } from './spool.ts';

/** How far the work on all figures is. */
export interface Progress {
  readonly figures: number;
  readonly of: number;
  /** Records read so far. */
  readonly records: number;
}

/** How work on all figures is followed, and stopped before its end. */
export interface Followed {
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

interface Taken {
  readonly figures: FigurePart[];
  readonly large: LargeSet[];
}

/**
 * Takes every figure at a moment, with the roots over its records.
 * @param spool takes the records that are kept one by one; without it none are
 * @param known results of this moment, so that no figure is evaluated twice
 */
export async function takeFigures(
  desk: BulletinDesk,
  tx: Tx,
  moment: FrozenMoment,
  { signal, onProgress }: Followed = {},
  spool?: RecordSpool,
  known?: ReadonlyMap<string, Result>,
): Promise<Taken> {
  const all = desk.figures.figures;
  const taken: Taken = { figures: [], large: [] };
  let records = 0;
  for (const [done, figure] of all.entries()) {
    const onRead = (read: number): void => {
      signal?.throwIfAborted();
      records += read;
      onProgress?.({ figures: done, of: all.length, records });
    };
    onRead(0);
    const marks: Record<Part, string[]> = { records: [], base: [] };
    const keep: Freezing['keep'] = async (part, leaves) => {
      await spool!.add(figure.id, part, marks[part].length, leaves);
      for (const { commitment, cells } of leaves) marks[part].push(markOf(commitment.toString('hex'), cells));
    };
    const freezing = spool ? { keep, onRead } : { onRead };
    const frozen = await freezeFigure(tx, desk.figures, figure, moment, freezing, known?.get(figure.id));
    taken.figures.push(figurePart(desk, frozen, moment, marks));
    if (spool) taken.large.push(...largeSets(figure, frozen));
  }
  return taken;
}

function* largeSets({ id }: Figure, { set, baseSet }: FrozenFigure): Generator<LargeSet> {
  if (!set.kept) yield { figure: id, part: 'records', subtrees: set.subtrees };
  if (baseSet && !baseSet.kept) yield { figure: id, part: 'base', subtrees: baseSet.subtrees };
}

/** A figure as the ledger entry vouches for it. */
function figurePart(
  desk: BulletinDesk,
  { figure, value, base, set, baseSet }: FrozenFigure,
  { asOf }: FrozenMoment,
  marks: Readonly<Record<Part, readonly string[]>>,
): FigurePart {
  const { id, words, unit, kind, version } = figure;
  return {
    id,
    words,
    unit,
    kind,
    version,
    asOf,
    value,
    base,
    records: setPart(desk, set, marks.records),
    baseRecords: baseSet && setPart(desk, baseSet, marks.base),
  };
}

function setPart(
  desk: BulletinDesk,
  { register, count, root, kept }: FrozenSet,
  marks: readonly string[],
): FrozenSetPart {
  const columns = register === null ? [] : publicColumns(desk.figures.registry.catalogue.get(register));
  return {
    register,
    columns: columns.map(({ key, words, choices }) => ({
      key,
      words,
      ...(choices ? { choices: { ...choices } } : {}),
    })),
    count,
    root: root.toString('hex'),
    rows: kept ? rootOf(marks) : null,
  };
}

/** What the ledger entry of a freeze vouches for. */
export function contentOf(
  desk: BulletinDesk,
  id: string,
  { title, sequence, sections }: BulletinText,
  moment: FrozenMoment,
  figures: FigurePart[],
): VouchedContent {
  return {
    format: FORMAT,
    bulletin: id,
    demo: desk.demo,
    asOf: moment.asOf,
    knownAt: moment.knownAt.toISOString(),
    title,
    sequence,
    sections,
    figures,
  };
}

/** The bulletin of a day that nobody has to write down: for the command line. Its figures are frozen, but no act vouches for them. */
export async function snapshotBulletin(
  desk: BulletinDesk,
  text: BulletinText,
  followed?: Followed,
): Promise<VouchedContent> {
  const moment = await freezeMoment(desk.pools, text.asOf);
  const { figures } = await transact(desk.pools, systemSession, 'read', (tx) =>
    takeFigures(desk, tx, moment, followed),
  );
  return contentOf(desk, '00000000-0000-0000-0000-000000000000', text, moment, figures);
}

/** What became of a frozen figure when it was asked again. */
export interface Reevaluated {
  readonly id: string;
  readonly value: number | string | null;
  /** Whether value and roots are those that were frozen. False means that somebody changed the past. */
  readonly same: boolean;
  /** The value by what is known now: where it differs, a correction may be due. */
  readonly now: number | string | null;
}

/** Asks every figure of a frozen bulletin again, at its moment and now. */
export async function reevaluateBulletin(
  desk: BulletinDesk,
  frozen: { readonly asOf: string; readonly knownAt: Date },
  kept: VouchedContent['figures'],
): Promise<Reevaluated[]> {
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const again = new Map((await takeFigures(desk, tx, frozen)).figures.map((one) => [one.id, one]));
    const now = new Map((await valuesAt(desk, tx, { asOf: frozen.asOf })).map((one) => [one.id, one.value]));
    return kept.map(({ id, value, base, records, baseRecords }) => {
      const one = again.get(id);
      const same =
        one?.value === value &&
        one.base === base &&
        one.records.root === records.root &&
        one.baseRecords?.root === baseRecords?.root;
      return { id, value: one?.value ?? null, same, now: now.get(id) ?? null };
    });
  });
}
