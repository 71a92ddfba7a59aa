import { generateKeyPairSync } from 'node:crypto';
import { text as streamText } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { systemSession } from '../../../platform/database/session.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { nobody } from '../../../platform/http/context.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { signCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import * as ledger from '../../../platform/ledger/merkle.ts';
import { signer, verifierKey } from '../../../platform/ledger/notes.ts';
import { hashOfText, rootByInclusion, rootOf } from '../../../platform/ledger/offline/hash.ts';
import { inclusionPath, proveAmong } from '../../../platform/ledger/proofs.ts';
import { voidRecord } from '../../../platform/register/records/change.ts';
import { registers } from '../../index.ts';
import { bundleOf, correctBulletin, editBulletin, freezeBulletin, openBulletin, publishBulletin } from '../service.ts';
import { testDesk, text } from '../testing/city-desk.ts';
import type { Bundle } from './format.ts';
import { verifyBundle } from './verify.ts';

const house = testDesk(testDatabase());
const { desk, city, editor, director, lectures } = house;
let file = '';
let good: Bundle;

beforeAll(async () => {
  const id = await openBulletin(desk, editor, text.asOf, 2);
  await editBulletin(desk, editor, id, 1, text);
  await freezeBulletin(desk, editor, id);
  await publishBulletin(desk, director, id);
  const voided = { version: 1, reason: '重复登记' };
  await voidRecord(city.records, systemSession, registers.get('education.activities'), lectures[3]!, voided);
  await correctBulletin(desk, director, id, { figure: 'test.lectures', cause: '一场党课重复登记' });
  file = await streamText(await bundleOf(desk, nobody, id));
  good = JSON.parse(file);
});

const altered = (change: (bundle: Bundle) => unknown): string => {
  const copy = structuredClone(good);
  change(copy);
  return canonical(copy as Json);
};
const found = (given: string) => verifyBundle(given).findings.map(({ where }) => where);

test('the bundle of a corrected bulletin checks without the system, with and without the key', () => {
  expect(verifyBundle(file)).toMatchObject({
    holds: true,
    findings: [],
    facts: {
      title: text.title,
      asOf: text.asOf,
      figures: 5,
      records: 12 + 4 + 4 + 4 + 3 + 12,
      corrections: 1,
      demo: true,
    },
  });
  expect(verifyBundle(file, desk.ledger.verifierKey).holds).toBe(true);
});

test('nothing personal is in it', () => {
  for (const secret of ['赵一鸣', '欧阳明月', lectures[0]!]) expect(file).not.toContain(secret);
});

type Path = readonly (string | number)[];

/** The bundle with one place changed; undefined takes the place away. */
function changed(path: Path, change: (old: unknown) => unknown): string {
  return altered((copy) => {
    let at = copy as never as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as typeof at;
    const last = path.at(-1)!;
    const now = change(at[last]);
    if (now === undefined) delete at[last];
    else at[last] = now;
  });
}

const ZERO = '00'.repeat(32);
const swapped = (from: string | RegExp, to: string) => (old: unknown) => String(old).replace(from, to);

test.each<[string, Path, unknown, string]>([
  ['a value', ['figures', 0, 'value'], 13, 'figure:test.lectures'],
  ['a base', ['figures', 3, 'base'], 2, 'figure:test.coverage'],
  ['a day as value', ['figures', 4, 'value'], '2021-04-09', 'figure:test.first'],
  ['a unit', ['figures', 1, 'unit'], '名', 'figure:test.personTimes'],
  ['the cut-off day', ['asOf'], '2021-06-23', 'asOf'],
  ['the moment', ['knownAt'], '2021-06-23T00:00:00.000Z', 'knownAt'],
  ['the title', ['title'], '另一份通报', 'title'],
  ['a sentence', ['sections', 0, 'paragraphs', 0, 'runs', 0, 'text'], '召开党课', 'section:1'],
  ['the demo mark', ['demo'], false, 'demo'],
  ['a public row', ['sets', 'test.lectures', 'records', 'rows', 7, 1], '2021-01-01', 'sets.test.lectures.records.7'],
  ['a commitment', ['sets', 'test.coverage', 'base', 'leaves', 2], ZERO, 'sets.test.coverage.base.2'],
  ['a mark', ['sets', 'test.persons', 'records', 'marks', 1], ZERO, 'sets.test.persons.records'],
  ['a dropped set', ['sets', 'test.first'], undefined, 'sets.test.first.records'],
  ['a correction', ['corrections', 0, 'content', 'after'], 12, 'corrections.0'],
  ['a cause', ['corrections', 0, 'content', 'cause'], '无', 'corrections.0'],
  ['the tree head', ['proof', 'checkpoint'], swapped(/\n\d+\n/, '\n999\n'), 'proof.checkpoint'],
  ['the key', ['proof', 'verifierKey'], swapped('test.', 'best.'), 'proof.verifierKey'],
  ['the entry', ['proof', 'freeze', 'entry'], swapped('2021-06-22', '2021-06-23'), 'proof'],
])('%s that is changed is named', (_what, path, now, where) => {
  const result = verifyBundle(changed(path, typeof now === 'function' ? (old) => now(old) : () => now));
  expect(result.holds).toBe(false);
  expect(result.findings.map((one) => one.where)).toContain(where);
  for (const { words } of result.findings) {
    expect(words.zh).not.toMatch(/[{}]/);
    expect(words.en).not.toMatch(/[{}]/);
  }
});

test('a figure that is left out is named', () => {
  expect(found(altered((bundle) => bundle.figures.pop()))).toContain('figure:test.first');
});

test('an altered figure and record are named in words a reader knows', () => {
  const say = (given: string) => verifyBundle(given).findings.map(({ words }) => words.zh);
  expect(say(changed(['figures', 0, 'value'], () => 13))[0]).toContain('专题党课');
  const row = say(changed(['sets', 'test.lectures', 'records', 'rows', 7, 1], () => '2021-01-01'));
  expect(row.join()).toContain('第8条记录被改动：PARTY_LECTURE / 2021-01-01');
});

test('a row exchanged together with its mark is found by the root', () => {
  const given = altered((b) => {
    const set = b.sets['test.lectures']!.records as { rows: unknown[]; marks: string[]; leaves: string[] };
    for (const list of [set.rows, set.marks, set.leaves] as unknown[][]) [list[0], list[1]] = [list[1], list[0]];
  });
  expect(found(given)).toEqual(expect.arrayContaining(['sets.test.lectures.records']));
});

/** Every string, number, boolean and null of a JSON value, by its path. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

test('whatever string, number or date is changed anywhere, it is found', () => {
  const paths = leavesOf(good);
  const other = (old: unknown, by: number): unknown => {
    if (typeof old === 'number') return old + by + 1;
    if (typeof old === 'boolean') return !old;
    if (typeof old !== 'string') return by;
    if (old === '') return '0';
    const at = by % old.length;
    return old.slice(0, at) + (old[at] === '1' ? '2' : '1') + old.slice(at + 1);
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: paths.length - 1 }), fc.nat(5_000), (index, by) => {
      const given = changed(paths[index]!, (old) => other(old, by));
      return verifyBundle(given).findings.length > 0;
    }),
    { numRuns: 250 },
  );
});

test('whatever byte is changed, it is found', () => {
  const bytes = Buffer.from(file);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const copy = Buffer.from(bytes);
      copy[at] = copy[at]! ^ by;
      return !verifyBundle(copy.toString('utf8')).holds;
    }),
    { numRuns: 200 },
  );
  expect(verifyBundle(file.slice(0, -10)).findings).toMatchObject([{ kind: 'damaged' }]);
  expect(found(`${file} `)).toEqual(['']);
});

test('a forger with a key of his own is found by whoever knows the true one', () => {
  const own = signer('test.local/ledger', generateKeyPairSync('ed25519').privateKey);
  const entry = good.proof.freeze.entry;
  const given = altered((b) => {
    b.corrections = [];
    b.proof.freeze = { entry, index: 0, path: [] };
    b.proof.checkpoint = signCheckpoint(1, Buffer.from(hashOfText(entry), 'hex'), own);
    b.proof.verifierKey = verifierKey(own);
  });
  expect(verifyBundle(given).holds).toBe(true);
  expect(verifyBundle(given, desk.ledger.verifierKey).findings).toMatchObject([{ kind: 'otherKey' }]);
});

test('the hashes of the check are those of the ledger', () => {
  const leaves = Array.from({ length: 20 }, (_, at) => ledger.leafHash(Buffer.from(`${at}`)));
  const hex = leaves.map((leaf) => leaf.toString('hex'));
  for (let size = 0; size <= leaves.length; size += 1) {
    const root = ledger.rootOf(leaves.slice(0, size)).toString('hex');
    expect(rootOf(hex.slice(0, size))).toBe(root);
    for (let index = 0; index < size; index += 1) {
      const path = proveAmong(leaves.slice(0, size), inclusionPath(index, size)).map((hash) => hash.toString('hex'));
      expect(rootByInclusion(hex[index]!, index, size, path)).toBe(root);
      expect(rootByInclusion(hex[index]!, index, size, [...path, hex[0]!])).not.toBe(root);
    }
  }
});
