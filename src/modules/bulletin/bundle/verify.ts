import { detailOf, type Head } from '../../../platform/ledger/offline/check.ts';
import { hashOf, rootOf } from '../../../platform/ledger/offline/hash.ts';
import { type Words, words } from '../../../platform/words.ts';
import { BundleCheck, type BundleFinding, partName, setName } from './findings.ts';
import { type Bundle, bundle as bundleForm, type FrozenSetPart, type RecordsPart } from './format.ts';
import { contentRoot, markOf, type PartHashes, partsOf } from './parts.ts';

/** What a bundle says about itself; to be believed only where nothing was found. */
export interface BundleFacts {
  readonly title: string;
  readonly asOf: string;
  readonly demo: boolean;
  readonly figures: number;
  /** Records that were checked one by one. */
  readonly records: number;
  readonly corrections: number;
  /** When the freeze was done, UTC. */
  readonly frozenAt: string | null;
  /** Entries under the signed tree head. */
  readonly size: number | null;
  readonly verifierKey: string;
}

export interface BundleResult {
  readonly holds: boolean;
  readonly findings: readonly BundleFinding[];
  readonly facts: BundleFacts | null;
}

/**
 * Checks a bundle by itself, without a server: every figure, record and date against the ledger entry of the freeze, and that
 * entry against the signed tree head. Pure, for Node and browsers alike.
 * A forger who replaces everything must also replace the key: compare `facts.verifierKey` with one got elsewhere, or give it.
 * @param text the file's text
 * @param expectedKey the verifier key of the city's ledger, as one line
 */
export function verifyBundle(text: string, expectedKey?: string): BundleResult {
  const check = new BundleCheck();
  const given = check.read(bundleForm, text);
  if (!given) return { holds: false, findings: check.findings, facts: null };
  const key = check.key(given.proof.verifierKey, 'proof.verifierKey', expectedKey);
  const head = check.head(given.proof.checkpoint, key, 'proof.checkpoint', words('通报', 'the bulletin'));
  const entry = check.entry(given.proof.freeze, head, 'proof', words('冻结', 'the freeze'));
  if (entry && (entry.act !== 'bulletin.freeze' || entry.subject !== given.bulletin)) {
    check.find('part', 'bulletin', { name: partName('bulletin', new Map()) });
  }
  checkParts(given, detailOf(entry), check);
  let records = 0;
  for (const figure of given.figures) {
    const sets = Object.hasOwn(given.sets, figure.id) ? given.sets[figure.id]! : { records: null, base: null };
    const name = partName(`figure:${figure.id}`, new Map([[figure.id, figure.words]]));
    records += checkSet(figure.id, name, 'records', figure.records, sets.records, check);
    records += checkSet(figure.id, name, 'base', figure.baseRecords, sets.base, check);
  }
  const known = new Set(given.figures.map(({ id }) => id));
  for (const id of Object.keys(given.sets)) {
    if (!known.has(id)) check.find('added', `sets.${id}`, { name: partName(`figure:${id}`, new Map()) });
  }
  checkCorrections(given, head, check);
  return {
    holds: check.holds,
    findings: check.findings,
    facts: {
      title: given.title,
      asOf: given.asOf,
      demo: given.demo,
      figures: given.figures.length,
      records,
      corrections: given.corrections.length,
      frozenAt: entry?.at ?? null,
      size: head?.size ?? null,
      verifierKey: given.proof.verifierKey,
    },
  };
}

function checkParts(given: Bundle, detail: Readonly<Record<string, unknown>>, check: BundleCheck): void {
  const { sets: _sets, corrections: _corrections, proof: _proof, ...content } = given;
  const found = partsOf(content);
  const frozen = (typeof detail.parts === 'object' && detail.parts !== null ? detail.parts : {}) as PartHashes;
  const figures = new Map(given.figures.map(({ id, words }) => [id, words]));
  for (const [part, hash] of Object.entries(frozen)) {
    const name = partName(part, figures);
    if (!Object.hasOwn(found, part)) check.find('missing', part, { name });
    else if (found[part] !== hash) check.find('part', part, { name });
  }
  for (const part of Object.keys(found)) {
    if (!Object.hasOwn(frozen, part)) check.find('added', part, { name: partName(part, figures) });
  }
  if (
    new Set(given.figures.map(({ id }) => id)).size !== given.figures.length ||
    contentRoot(found) !== detail.content
  ) {
    check.find('root', 'content');
  }
}

/** Checks the records of one set against its figure. @returns how many were checked one by one */
function checkSet(
  id: string,
  name: Words,
  part: 'records' | 'base',
  frozen: FrozenSetPart | null,
  given: RecordsPart | null,
  check: BundleCheck,
): number {
  const where = `sets.${id}.${part}`;
  const params = { name, part: setName[part] };
  if (frozen === null || given === null) {
    if (frozen !== null) check.find('missing', where, params);
    if (given !== null) check.find('added', where, params);
    return 0;
  }
  if ('subtrees' in given) {
    const expected = Math.ceil(frozen.count / 256);
    if (given.subtrees.length !== expected || frozen.rows !== null || rootOf(given.subtrees) !== frozen.root) {
      check.find('records', where, params);
    }
    return 0;
  }
  const { leaves, rows, marks } = given;
  if ([leaves, rows, marks].some(({ length }) => length !== frozen.count)) {
    const found = Math.min(leaves.length, rows.length, marks.length);
    check.find('count', where, { ...params, expected: frozen.count, found });
  }
  // Where the marks give the frozen root they are true, and each row that does not give its mark is the altered one.
  const altered = rows.flatMap((row, at) => (leaves[at] && markOf(leaves[at], row) === marks[at] ? [] : [at]));
  for (const at of altered.slice(0, 20)) {
    const row = (rows[at] ?? []).map((cell) => cell ?? '—').join(' / ');
    check.find('record', `${where}.${at}`, { ...params, number: at + 1, row });
  }
  if (rootOf(marks) !== frozen.rows) check.find('marks', where, params);
  if (rootOf(leaves) !== frozen.root) check.find('records', where, params);
  return rows.length;
}

function checkCorrections({ corrections, bulletin }: Bundle, head: Head | null, check: BundleCheck): void {
  for (const [at, { content, proof }] of corrections.entries()) {
    const what = words(`第${at + 1}号更正`, `correction ${at + 1}`);
    const entry = check.entry(proof, head, `corrections.${at}`, what);
    const holds =
      entry?.act === 'bulletin.correct' &&
      entry.subject === bulletin &&
      content.bulletin === bulletin &&
      content.number === at + 1 &&
      detailOf(entry).content === hashOf(content);
    if (!holds) check.find('correction', `corrections.${at}`, { number: at + 1 });
  }
}
