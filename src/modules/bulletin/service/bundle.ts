import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { KEPT_LEAVES, type Part } from '../../../platform/figure/freeze.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { openCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import { parseVerifierKey } from '../../../platform/ledger/notes.ts';
import { type Bundle, FORMAT, type RecordsPart } from '../bundle/format.ts';
import { markOf } from '../bundle/parts.ts';
import { loadFigures } from '../store.ts';
import { loadLeaves, loadSubtrees } from '../store-frozen.ts';
import type { BulletinDesk } from './desk.ts';
import { findBulletin } from './drafts.ts';

/**
 * The offline bundle of a frozen bulletin: one file that `verifyBundle` checks without this system. It holds what the public
 * may see and no more.
 * @throws AppError `matter.state` for a draft, `record.noProof` while the log has no signed tree head over the freeze
 */
export async function bundleOf(desk: BulletinDesk, session: Session, id: string): Promise<string> {
  const bulletin = await findBulletin(desk, session, id);
  const { frozen } = bulletin;
  if (!frozen) throw new AppError('bulletin.notFrozen');
  const proofs = await proveActs(desk, [frozen.act, ...bulletin.corrections.map(({ act }) => act)]);
  const { title, sequence, sections } = frozen.text;
  const { figures, sets } = await transact(desk.pools, session, 'read', async (tx) => {
    const figures = await loadFigures(tx, id);
    const sets: [string, Bundle['sets'][string]][] = [];
    for (const { id: figure, baseRecords } of figures) {
      const records = await recordsPart(tx, id, figure, 'records');
      sets.push([figure, { records, base: baseRecords && (await recordsPart(tx, id, figure, 'base')) }]);
    }
    return { figures, sets: Object.fromEntries(sets) };
  });
  const bundle: Bundle = {
    format: FORMAT,
    bulletin: id,
    demo: frozen.demo,
    asOf: frozen.asOf,
    knownAt: frozen.knownAt.toISOString(),
    title,
    sequence,
    sections,
    figures,
    sets,
    corrections: bulletin.corrections.map(({ content }, at) => ({ content, proof: proofs.entries[at + 1]! })),
    proof: { freeze: proofs.entries[0]!, checkpoint: proofs.checkpoint, verifierKey: desk.ledger.verifierKey },
  };
  return canonical(bundle as Json);
}

async function recordsPart(tx: Tx, bulletin: string, figure: string, part: Part): Promise<RecordsPart> {
  const subtrees = await loadSubtrees(tx, bulletin, figure, part);
  if (subtrees) return { subtrees: subtrees.map((hash) => hash.toString('hex')) };
  const kept = await loadLeaves(tx, bulletin, figure, part, 0, KEPT_LEAVES);
  const leaves = kept.map(({ commitment }) => commitment.toString('hex'));
  const rows = kept.map(({ cells }) => [...cells]);
  return { leaves, rows, marks: rows.map((row, at) => markOf(leaves[at]!, row)) };
}

interface Proofs {
  readonly entries: Bundle['proof']['freeze'][];
  readonly checkpoint: string;
}

/** Proofs of acts under the newest signed tree head; lets the sequencer take them in where it has not yet. */
async function proveActs(desk: BulletinDesk, acts: readonly string[]): Promise<Proofs> {
  const proofs = await proofsNow(desk, acts);
  if (proofs) return proofs;
  await desk.ledger.integrate();
  const integrated = await proofsNow(desk, acts);
  if (!integrated) throw new AppError('record.noProof');
  return integrated;
}

async function proofsNow({ pools, ledger }: BulletinDesk, acts: readonly string[]): Promise<Proofs | null> {
  const checkpoint = await ledger.store.note();
  const head = openCheckpoint(checkpoint, parseVerifierKey(ledger.verifierKey));
  // Entries tell nothing personal, and the public's bundle needs them too.
  const places = await transact(pools, systemSession, 'read', async ({ client }) => {
    const { rows } = await client.query<{ act: string; seq: string; entry: string }>(
      `select e.act, e.seq, a.entry from ledger.entries e join ledger.acts a on a.id = e.act where e.act = any ($1::uuid[])`,
      [acts],
    );
    return new Map(rows.map((row) => [row.act, row]));
  });
  const entries: Bundle['proof']['freeze'][] = [];
  for (const act of acts) {
    const place = places.get(act);
    const index = Number(place?.seq);
    if (!place || !head || index >= head.size) return null;
    const path = (await ledger.store.inclusion(index, head.size)).map((hash) => hash.toString('hex'));
    entries.push({ entry: place.entry, index, path });
  }
  return { entries, checkpoint };
}
