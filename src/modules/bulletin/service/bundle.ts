import { Readable } from 'node:stream';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { type FrozenLeaf, KEPT_LEAVES, type Part } from '../../../platform/figure/freeze.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { openCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import { parseVerifierKey } from '../../../platform/ledger/notes.ts';
import { type Bundle, FORMAT } from '../bundle/format.ts';
import { markOf } from '../bundle/parts.ts';
import { loadFigures } from '../store.ts';
import { loadLeaves, loadSubtrees } from '../store-frozen.ts';
import type { BulletinDesk } from './desk.ts';
import { findBulletin } from './drafts.ts';

/** Records written at once. */
const BATCH = 500;

/**
 * The offline bundle of a frozen bulletin: one file that `verifyBundle` checks without this system. It holds what the public
 * may see and no more. It is written as it is read, one set of records after another: each is a short question of its own, so
 * that a slow reader holds neither a connection nor the memory of a city. What is frozen does not change meanwhile.
 * @throws AppError `bulletin.notFrozen` for a draft, `record.noProof` while the log has no signed tree head over the freeze:
 *   both before the first byte
 */
export async function bundleOf(desk: BulletinDesk, session: Session, id: string): Promise<Readable> {
  const bulletin = await findBulletin(desk, session, id);
  const { frozen } = bulletin;
  if (!frozen) throw new AppError('bulletin.notFrozen');
  const proofs = await proveActs(desk, [frozen.act, ...bulletin.corrections.map(({ act }) => act)]);
  const { title, sequence, sections } = frozen.text;
  const figures = await transact(desk.pools, session, 'read', (tx) => loadFigures(tx, id));
  const head: Omit<Bundle, 'sets'> = {
    format: FORMAT,
    bulletin: id,
    demo: frozen.demo,
    asOf: frozen.asOf,
    knownAt: frozen.knownAt.toISOString(),
    title,
    sequence,
    sections,
    figures,
    corrections: bulletin.corrections.map(({ content }, at) => ({ content, proof: proofs.entries[at + 1]! })),
    proof: { freeze: proofs.entries[0]!, checkpoint: proofs.checkpoint, verifierKey: desk.ledger.verifierKey },
  };
  const partOf = (figure: string, part: Part) =>
    transact(desk.pools, session, 'read', (tx) => recordsPart(tx, id, figure, part));
  return Readable.from(written(head, partOf), { objectMode: false });
}

type PartOf = (figure: string, part: Part) => Promise<StoredPart>;
/** Roots of a large set, or the records of another. */
type StoredPart = { readonly subtrees: Buffer[] } | { readonly kept: FrozenLeaf[] };

async function recordsPart(tx: Tx, bulletin: string, figure: string, part: Part): Promise<StoredPart> {
  const subtrees = await loadSubtrees(tx, bulletin, figure, part);
  return subtrees ? { subtrees } : { kept: await loadLeaves(tx, bulletin, figure, part, 0, KEPT_LEAVES) };
}

/** The bundle in canonical JSON, with `sets` in its place among the other keys. */
async function* written(head: Omit<Bundle, 'sets'>, partOf: PartOf): AsyncGenerator<string> {
  const others: Readonly<Record<string, unknown>> = head;
  for (const [at, key] of [...Object.keys(head), 'sets'].sort().entries()) {
    yield `${at === 0 ? '{' : ','}"${key}":`;
    if (key === 'sets') yield* writtenSets(head.figures, partOf);
    else yield canonical(others[key] as Json);
  }
  yield '}';
}

async function* writtenSets(figures: Bundle['figures'], partOf: PartOf): AsyncGenerator<string> {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  for (const [at, id] of [...byId.keys()].sort().entries()) {
    yield `${at === 0 ? '{' : ','}${canonical(id)}:{"base":`;
    if (byId.get(id)!.baseRecords) yield* writtenPart(await partOf(id, 'base'));
    else yield 'null';
    yield ',"records":';
    yield* writtenPart(await partOf(id, 'records'));
    yield '}';
  }
  yield figures.length === 0 ? '{}' : '}';
}

function* writtenPart(part: StoredPart): Generator<string> {
  if ('subtrees' in part) return yield canonical({ subtrees: part.subtrees.map((hash) => hash.toString('hex')) });
  const { kept } = part;
  const list = (of: (leaf: FrozenLeaf) => string) => writtenList(kept, of);
  yield '{"leaves":[';
  yield* list(({ commitment }) => `"${commitment.toString('hex')}"`);
  yield '],"marks":[';
  yield* list(({ commitment, cells }) => `"${markOf(commitment.toString('hex'), cells)}"`);
  yield '],"rows":[';
  yield* list(({ cells }) => canonical(cells));
  yield ']}';
}

function* writtenList(leaves: readonly FrozenLeaf[], of: (leaf: FrozenLeaf) => string): Generator<string> {
  for (let from = 0; from < leaves.length; from += BATCH) {
    yield `${from === 0 ? '' : ','}${leaves
      .slice(from, from + BATCH)
      .map(of)
      .join(',')}`;
  }
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
