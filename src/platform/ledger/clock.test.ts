import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemSession } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { words } from '../words.ts';
import { type Act, defineAct } from './acts.ts';
import { clockAccepted } from './clock.ts';
import { writeEntry } from './entry.ts';
import { signer, verifierKey } from './notes.ts';
import { perform } from './perform.ts';
import { sequence } from './sequencer.ts';
import { TileStore } from './tile-store.ts';
import { verifyLedger } from './verify/verify.ts';

const database = testDatabase();
const KEY = signer('log.example', generateKeyPairSync('ed25519').privateKey);
const note = defineAct({ name: 'test.clock', words: words('记录', 'Note'), permission: null, rule: null });
const HOUR = 3_600_000;
let log: string;
let store: TileStore;

beforeAll(async () => {
  log = await mkdtemp(join(tmpdir(), 'mingjing-clock-'));
  store = new TileStore(log, KEY);
});
afterAll(() => rm(log, { recursive: true, force: true }));

const act = (what: Act = note): Promise<string> =>
  perform(database, systemSession, what, async ({ recordedAt }) => ({ result: recordedAt, subject: null }));

const findings = async (): Promise<unknown[]> => {
  await sequence(database, store);
  const { findings } = await verifyLedger({ directory: log, publicKey: verifierKey(KEY), database });
  return findings.map(({ code, entry }) => [code, entry]);
};

/**
 * What the server would have written with its clock two hours ahead; for all that comes after, that is a clock set back by two hours.
 * Nothing but the machine's clock itself could do the other half of this.
 */
async function actAhead(): Promise<void> {
  const id = randomUUID();
  // Microseconds, as the database writes them.
  const at = new Date(Date.now() + 2 * HOUR).toISOString().replace('Z', '000Z');
  const entry = writeEntry({
    v: 1,
    id,
    at,
    actor: 'system',
    act: note.name,
    subject: null,
    permission: null,
    rule: null,
  });
  await database.owner.query('insert into ledger.acts (id, at, entry, appended_at) values ($1, $2, $3, $2)', [
    id,
    at,
    entry,
  ]);
  await sequence(database, store);
}

test('a clock that was set back stops every act, saves nothing, and says so; an act that all can see lets them go on', async () => {
  await act();
  await act();
  await actAhead();
  // This process has seen no later moment yet; the first act of another one asks the database.
  const elsewhere = { ...database, app: Object.create(database.app) };
  const late = perform(elsewhere, systemSession, note, async () => ({ result: null, subject: null }));
  await expect(late).rejects.toMatchObject({ code: 'ledger.clockBack', status: 503 });
  const before = await database.owner.query('select count(*)::int as acts from ledger.acts');
  await expect(late.catch(() => act(clockAccepted))).resolves.toBeTypeOf('string');
  await sequence(database, store);
  await act();
  const after = await database.owner.query('select count(*)::int as acts from ledger.acts');
  expect(after.rows[0].acts).toBe(before.rows[0].acts + 2);
  expect(await findings()).toEqual([]);
});

test('a log whose clock was set back without that act is named by its entry', async () => {
  const { rows } = await database.owner.query('select count(*)::int as entries from ledger.entries');
  await actAhead();
  // This process knows the moment of its own last act only: what another one wrote ahead is found by whoever verifies.
  await act();
  expect(await findings()).toEqual([['time-back', rows[0].entries + 1]]);
});
