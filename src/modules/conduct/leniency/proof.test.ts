import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { transact } from '../../../platform/database/transact.ts';
import { defineAct } from '../../../platform/ledger/acts.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { writeEntry } from '../../../platform/ledger/entry.ts';
import { openSigner, verifierKey } from '../../../platform/ledger/notes.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { sequence } from '../../../platform/ledger/sequencer.ts';
import { TileStore } from '../../../platform/ledger/tile-store.ts';
import { words } from '../../../platform/words.ts';
import type { LeniencyProof } from '../bundle/leniency-format.ts';
import { verifyLeniencyProof } from '../bundle/verify-leniency.ts';
import { leniencyProofFile } from './proof.ts';

const pools = testDatabase();
const [report, clue, decision] = [uuidv7(), uuidv7(), uuidv7()];
let folder = '';
let file = '';
let withClockBack = '';
let key = '';
afterAll(() => rm(folder, { recursive: true }));

/** A real entry of an act that another room declares. @returns the act's id */
const leave = (name: string, subject: string, told: Json = {}, actor = 1): Promise<string> => {
  const act = defineAct({ name, words: words('行为', 'Act'), permission: null, rule: null });
  const session: Session = { ...systemSession, account: `01900000-0000-7000-8000-00000000000${actor}` };
  return perform(pools, session, act, async (tx) => ({ result: tx.act, subject, detail: { told } }));
};

/**
 * What the server would have written with its clock set back; nothing but the machine's clock itself could do it. @returns the act's id
 */
async function leaveEarlier(name: string, subject: string, told: Json, at: string): Promise<string> {
  const id = uuidv7();
  const base = { v: 1 as const, id, at, actor: 'system', permission: null, rule: null };
  const entry = writeEntry({ ...base, act: name, subject, detail: { told } });
  await pools.owner.query('insert into ledger.acts (id, at, entry) values ($1, $2, $3)', [id, at, entry]);
  return id;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-leniency-'));
  const signer = await openSigner(join(folder, 'key'), 'test.local/ledger');
  const store = new TileStore(join(folder, 'tiles'), signer);
  key = verifierKey(signer);
  const places = async (acts: Readonly<Record<string, string>>): Promise<Record<string, number>> => {
    await sequence(pools, store);
    const { rows } = await pools.owner.query('select act, seq from ledger.entries where act = any ($1)', [
      Object.values(acts),
    ]);
    const place = (id: string): number => Number(rows.find(({ act }) => act === id).seq);
    return Object.fromEntries(Object.entries(acts).map(([name, id]) => [name, place(id)]));
  };
  const timeline = await places({
    clueReceived: await leave('clues.clue.receive', clue),
    sealed: await leave('conduct.self-report.submit', report),
    verificationApproved: await leave('clues.clue.approve', clue, { disposal: 'PRELIMINARY_VERIFICATION' }),
  });
  const told = {
    finding: 'VOLUNTARY_BEFORE',
    content: 'HELD',
    ruleVersion: '2021',
    sealedPlace: timeline.sealed!,
    linePlace: timeline.verificationApproved!,
  };
  const { decided, approved } = await places({
    decided: await leave('conduct.leniency.decide', decision, told, 2),
    approved: await leave('conduct.leniency.approve', decision, {}, 3),
  });
  const ledger = { store, verifierKey: key, integrate: async () => undefined };
  const fileOf = (of: Readonly<Record<string, number>>): Promise<string> =>
    transact(pools, systemSession, 'read', (tx) =>
      leniencyProofFile(tx, ledger, { decision, report, clue, decided: decided!, approved: approved!, timeline: of }),
    );
  file = await fileOf(timeline);
  const filing = await leaveEarlier('clues.clue.approve', clue, { disposal: 'FILING' }, '2020-01-01T00:00:00.000000Z');
  withClockBack = await fileOf({ ...timeline, ...(await places({ caseFiled: filing })) });
});

test('the file holds by itself, with and without the key, and its fact is recomputed', () => {
  expect(verifyLeniencyProof(file, key)).toMatchObject({ holds: true, findings: [] });
  expect(verifyLeniencyProof(file).file?.fact).toBe('VOLUNTARY_BEFORE');
  expect(verifyLeniencyProof(file, 'other+key').findings.map(({ where }) => where)).toEqual(['verifierKey']);
});

test('a moment that stands later and bears an earlier time is named, though every entry is true', () => {
  const { holds, findings } = verifyLeniencyProof(withClockBack, key);
  expect(holds).toBe(false);
  expect(findings.map(({ kind, where }) => [kind, where])).toEqual([['clock', 'timeline.caseFiled']]);
});

const ZERO = '00'.repeat(32);
test.each<[string, (proof: LeniencyProof, timeline: LeniencyProof['timeline']) => unknown, string]>([
  ['an order', (_, t) => Object.assign(t.sealed!, { seq: t.verificationApproved!.seq + 1 }), 'timeline.sealed'],
  [
    'two entries changed about',
    (_, t) => Object.assign(t, { sealed: t.verificationApproved, verificationApproved: t.sealed }),
    'timeline.sealed',
  ],
  ['a time', (_, t) => Object.assign(t.sealed!, { at: '2020-01-01T00:00:00.000000Z' }), 'timeline.sealed'],
  ['a path', ({ approved }) => approved.path.splice(0, 1, ZERO), 'approved'],
  ['the fact', (proof) => Object.assign(proof, { fact: 'CONFESSION' }), 'fact'],
  ['the rule', (proof) => Object.assign(proof, { rule: '2023' }), 'decided'],
  ['the content', (proof) => Object.assign(proof, { content: 'NOT_HELD' }), 'decided'],
  ['the finding', (proof) => Object.assign(proof, { finding: 'NOT_VOLUNTARY' }), 'decided'],
  ['the decision', (proof) => Object.assign(proof, { decision: clue }), 'decided'],
  ['another report', (proof) => Object.assign(proof, { report: clue }), 'timeline.sealed'],
  ['another clue', (proof) => Object.assign(proof, { clue: report }), 'timeline.clueReceived'],
  ['the decider as approver', (proof) => Object.assign(proof, { approved: proof.decided }), 'approved'],
  ['the line left out', (_, t) => Reflect.deleteProperty(t, 'verificationApproved'), 'timeline'],
  ['the kind of a disposal', (_, t) => Object.assign(t, { caseFiled: t.verificationApproved }), 'timeline.caseFiled'],
  [
    'an entry',
    ({ decided }) => Object.assign(decided, { entry: decided.entry.replace('HELD', 'NOT_HELD') }),
    'decided',
  ],
  [
    'the tree head',
    (proof) => Object.assign(proof, { checkpoint: proof.checkpoint.replace(/\n\d+\n/, '\n999\n') }),
    'checkpoint',
  ],
])('%s that is altered is named', (_what, alter, where) => {
  const proof = JSON.parse(file) as LeniencyProof;
  alter(proof, proof.timeline);
  const { holds, findings } = verifyLeniencyProof(canonical(proof as unknown as Json));
  expect(holds).toBe(false);
  expect(findings.map((one) => one.where)).toContain(where);
});

test('what is no such file is refused', () => {
  for (const text of ['', '{}', 'null', file.slice(0, -1)]) expect(verifyLeniencyProof(text).holds).toBe(false);
  expect(verifyLeniencyProof(` ${file}`).findings).toHaveLength(1);
});
