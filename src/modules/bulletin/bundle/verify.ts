import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { hashOf, hashOfText, rootByInclusion, rootOf } from '../../../platform/ledger/offline/hash.ts';
import { type Key, readCheckpoint, readKey } from '../../../platform/ledger/offline/note.ts';
import { type Words, words } from '../../../platform/words.ts';
import { type BundleFinding, bundleFinding, partName, setName } from './findings.ts';
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
  const parsed = parse(text);
  if ('kind' in parsed) return { holds: false, findings: [parsed], facts: null };
  const { given, rewritten } = parsed;
  const findings: BundleFinding[] = [];
  if (rewritten) findings.push(bundleFinding('rewritten', ''));

  const head = signedHead(given, expectedKey, findings);
  const entry = ledgerEntry(given.proof.freeze, head, words('冻结', 'the freeze'), findings);
  if (entry && (entry.act !== 'bulletin.freeze' || entry.subject !== given.bulletin)) {
    findings.push(bundleFinding('part', 'bulletin', { name: partName('bulletin', new Map()) }));
  }
  checkParts(given, entry?.detail, findings);
  let records = 0;
  for (const figure of given.figures) {
    const sets = Object.hasOwn(given.sets, figure.id) ? given.sets[figure.id]! : { records: null, base: null };
    const name = partName(`figure:${figure.id}`, new Map([[figure.id, figure.words]]));
    records += checkSet(figure.id, name, 'records', figure.records, sets.records, findings);
    records += checkSet(figure.id, name, 'base', figure.baseRecords, sets.base, findings);
  }
  const known = new Set(given.figures.map(({ id }) => id));
  for (const id of Object.keys(given.sets)) {
    if (!known.has(id))
      findings.push(bundleFinding('added', `sets.${id}`, { name: partName(`figure:${id}`, new Map()) }));
  }
  checkCorrections(given, head, findings);
  return {
    holds: findings.length === 0,
    findings,
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

function parse(text: string): BundleFinding | { given: Bundle; rewritten: boolean } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return bundleFinding('damaged', '');
  }
  const read = bundleForm.safeParse(json);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    return bundleFinding('shape', path.join('.'), { where: `${path.join('.')} ${message}` });
  }
  // A bundle is written in one way only, so a key that stands there twice or a changed space is seen as well.
  return { given: read.data, rewritten: spelled(json as Json) !== text };
}

/** Half a surrogate pair can stand in JSON but in no bundle. */
function spelled(value: Json): string | null {
  try {
    return canonical(value);
  } catch {
    return null;
  }
}

type Head = { readonly size: number; readonly root: string } | null;

function signedHead({ proof }: Bundle, expectedKey: string | undefined, findings: BundleFinding[]): Head {
  const key: Key | null = readKey(proof.verifierKey);
  if (!key) findings.push(bundleFinding('key', 'proof.verifierKey'));
  if (expectedKey !== undefined && expectedKey.trim() !== proof.verifierKey) {
    findings.push(bundleFinding('otherKey', 'proof.verifierKey'));
  }
  const head = key && readCheckpoint(proof.checkpoint, key);
  if (!head) findings.push(bundleFinding('checkpoint', 'proof.checkpoint'));
  return head;
}

interface LedgerEntry {
  readonly act: string;
  readonly at: string;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The entry, read; that it is not under the tree head is a finding, and the parts are compared with it all the same. */
function ledgerEntry(
  proof: Bundle['proof']['freeze'],
  head: Head,
  what: Words,
  findings: BundleFinding[],
): LedgerEntry | null {
  const root = head && rootByInclusion(hashOfText(proof.entry), proof.index, head.size, proof.path);
  if (root === null || root !== head?.root) findings.push(bundleFinding('entry', 'proof', { what }));
  try {
    const entry = JSON.parse(proof.entry) as LedgerEntry;
    return typeof entry.detail === 'object' && entry.detail !== null ? entry : null;
  } catch {
    return null;
  }
}

function checkParts(given: Bundle, detail: LedgerEntry['detail'] | undefined, findings: BundleFinding[]): void {
  const { sets: _sets, corrections: _corrections, proof: _proof, ...content } = given;
  const found = partsOf(content);
  const frozen = (typeof detail?.parts === 'object' && detail.parts !== null ? detail.parts : {}) as PartHashes;
  const figures = new Map(given.figures.map(({ id, words }) => [id, words]));
  for (const [part, hash] of Object.entries(frozen)) {
    const name = partName(part, figures);
    if (!Object.hasOwn(found, part)) findings.push(bundleFinding('missing', part, { name }));
    else if (found[part] !== hash) findings.push(bundleFinding('part', part, { name }));
  }
  for (const part of Object.keys(found)) {
    if (!Object.hasOwn(frozen, part)) findings.push(bundleFinding('added', part, { name: partName(part, figures) }));
  }
  if (
    new Set(given.figures.map(({ id }) => id)).size !== given.figures.length ||
    contentRoot(found) !== detail?.content
  ) {
    findings.push(bundleFinding('root', 'content'));
  }
}

/** Checks the records of one set against its figure. @returns how many were checked one by one */
function checkSet(
  id: string,
  name: Words,
  part: 'records' | 'base',
  frozen: FrozenSetPart | null,
  given: RecordsPart | null,
  findings: BundleFinding[],
): number {
  const where = `sets.${id}.${part}`;
  const params = { name, part: setName[part] };
  if (frozen === null || given === null) {
    if (frozen !== null) findings.push(bundleFinding('missing', where, params));
    if (given !== null) findings.push(bundleFinding('added', where, params));
    return 0;
  }
  if ('subtrees' in given) {
    const expected = Math.ceil(frozen.count / 256);
    if (given.subtrees.length !== expected || frozen.rows !== null || rootOf(given.subtrees) !== frozen.root) {
      findings.push(bundleFinding('records', where, params));
    }
    return 0;
  }
  const { leaves, rows, marks } = given;
  if ([leaves, rows, marks].some(({ length }) => length !== frozen.count)) {
    const found = Math.min(leaves.length, rows.length, marks.length);
    findings.push(bundleFinding('count', where, { ...params, expected: frozen.count, found }));
  }
  // Where the marks give the frozen root they are true, and each row that does not give its mark is the altered one.
  const altered = rows.flatMap((row, at) => (leaves[at] && markOf(leaves[at], row) === marks[at] ? [] : [at]));
  for (const at of altered.slice(0, 20)) {
    const row = (rows[at] ?? []).map((cell) => cell ?? '—').join(' / ');
    findings.push(bundleFinding('record', `${where}.${at}`, { ...params, number: at + 1, row }));
  }
  if (rootOf(marks) !== frozen.rows) findings.push(bundleFinding('marks', where, params));
  if (rootOf(leaves) !== frozen.root) findings.push(bundleFinding('records', where, params));
  return rows.length;
}

function checkCorrections({ corrections, bulletin }: Bundle, head: Head, findings: BundleFinding[]): void {
  for (const [at, { content, proof }] of corrections.entries()) {
    const what = words(`第${at + 1}号更正`, `correction ${at + 1}`);
    const entry = ledgerEntry(proof, head, what, findings);
    const holds =
      entry?.act === 'bulletin.correct' &&
      entry.subject === bulletin &&
      content.bulletin === bulletin &&
      content.number === at + 1 &&
      entry.detail.content === hashOf(content);
    if (!holds) findings.push(bundleFinding('correction', `corrections.${at}`, { number: at + 1 }));
  }
}
