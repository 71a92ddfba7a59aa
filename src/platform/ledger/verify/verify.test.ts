import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemSession } from '../../database/session.ts';
import { testDatabase } from '../../database/testing/database.ts';
import { words } from '../../words.ts';
import { defineAct } from '../acts.ts';
import { canonical } from '../canonical.ts';
import { signCheckpoint } from '../checkpoint.ts';
import { commit } from '../commitment.ts';
import { EMPTY_ROOT } from '../merkle.ts';
import { signer, verifierKey } from '../notes.ts';
import { perform } from '../perform.ts';
import { sequence } from '../sequencer.ts';
import { TileStore } from '../tile-store.ts';
import type { KeptVersion, VersionSource } from './records.ts';
import { type VerifyOptions, verifyLedger } from './verify.ts';

const database = testDatabase();
const KEY = signer('log.example', generateKeyPairSync('ed25519').privateKey);
const note = defineAct({ name: 'test.verify', words: words('记录', 'Note'), permission: null, rule: null });
const SIZE = 600;

let base: string;
let log: string;
/** Tree heads somebody outside kept: of 300 and of 600 entries. */
let held: string[];
/** Versions as a register would keep them, by act. */
const kept = new Map<string, KeptVersion[]>();

const versions: VersionSource = {
  created: async function* (act) {
    yield* kept.get(act) ?? [];
  },
  retired: async function* () {},
  strays: async function* () {},
};

async function write(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await perform(database, systemSession, note, async (tx) => {
      const content = canonical({ name: `officer ${at}` });
      const { salt, commitment } = commit(content);
      const leaf = tx.created.add(commitment);
      kept.set(tx.act, [{ where: `version ${at}`, leaf, commitment, salt, content }]);
      return { result: undefined, subject: String(at) };
    });
  }
}

/** The kinds found, with the first entry of each. */
async function findings(options: Partial<VerifyOptions> = {}): Promise<Record<string, number | null>> {
  const { findings } = await verifyLedger({
    directory: log,
    publicKey: verifierKey(KEY),
    database,
    olderCheckpoints: held,
    versions,
    ...options,
  });
  return Object.fromEntries(findings.map(({ code, entry }) => [code, entry]));
}

async function flip(path: string, at: number): Promise<void> {
  const file = join(log, path);
  const bytes = await readFile(file);
  bytes[at]! ^= 1;
  await writeFile(file, bytes);
}

/** Does something as a superuser, who is bound by nothing, and undoes it after the check. */
async function tampered<T>(statements: string, check: () => Promise<T>): Promise<T> {
  const tables = ['acts', 'entries', 'checkpoints'];
  const columns = { acts: 'id, at, entry, appended_at, xid', entries: '*', checkpoints: '*' };
  for (const table of tables) {
    await database.owner.query(`create table ledger.kept_${table} as select * from ledger.${table}`);
  }
  await database.owner.query('alter table ledger.entries drop constraint entries_act_fkey');
  try {
    await database.owner.query(statements);
    return await check();
  } finally {
    for (const table of tables) {
      const wanted = columns[table as keyof typeof columns];
      const target = wanted === '*' ? '' : `(${wanted})`;
      await database.owner.query(`truncate ledger.${table};
        insert into ledger.${table} ${target} select ${wanted} from ledger.kept_${table}; drop table ledger.kept_${table}`);
    }
    await database.owner.query(
      'alter table ledger.entries add constraint entries_act_fkey foreign key (act) references ledger.acts (id)',
    );
  }
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'ledger-verify-'));
  const store = new TileStore(join(base, 'log'), KEY);
  await write(SIZE / 2);
  await sequence(database, store);
  held = [await store.note()];
  await cp(store.directory, join(base, 'older'), { recursive: true });
  await write(SIZE / 2);
  await sequence(database, store);
  held.push(await store.note());
});
beforeEach(async () => {
  log = await mkdtemp(join(base, 'copy-'));
  await cp(join(base, 'log'), log, { recursive: true });
});
afterAll(() => rm(base, { recursive: true }));

test('an honest log has no findings, online and offline, and waiting acts are counted', async () => {
  expect(await findings()).toEqual({});
  expect(await findings({ database: undefined, versions: undefined })).toEqual({});
  await write(2);
  expect(await verifyLedger({ directory: log, publicKey: verifierKey(KEY), database })).toMatchObject({
    checkpoint: { size: SIZE },
    pending: 2,
    findings: [],
  });
  await database.owner.query(
    'delete from ledger.acts a where not exists (select from ledger.entries where act = a.id)',
  );
});

test.each([
  ['a flipped byte in a tile of leaf hashes', () => flip('tile/0/001', 32 * 7), { 'tile-differs': 263 }],
  ['a flipped byte in a partial tile', () => flip('tile/0/002.p/88', 0), { 'tile-differs': 512 }],
  ['a flipped byte in an upper tile', () => flip('tile/1/000.p/2', 40), { 'tile-differs': 256 }],
  ['a cut tile', () => truncate(join(log, 'tile/0/000'), 8000), { 'tile-damaged': 0 }],
  ['a tile cut between hashes', () => truncate(join(log, 'tile/0/001'), 64), { 'tile-damaged': 256 }],
  ['a missing tile', () => rm(join(log, 'tile/1/000.p/2')), { 'tile-missing': 0 }],
  ['a cut bundle', () => truncate(join(log, 'tile/entries/001'), 5000), { 'bundle-damaged': 256 }],
  ['a missing bundle', () => rm(join(log, 'tile/entries/002.p/88')), { 'bundle-missing': 512 }],
  ['a missing checkpoint', () => rm(join(log, 'checkpoint')), { 'checkpoint-missing': null }],
  ['an altered checkpoint', () => flip('checkpoint', 14), { 'checkpoint-unsigned': null }],
])('%s is named', async (_, attack, expected) => {
  await attack();
  expect(await findings()).toEqual(expected);
});

test('a flipped byte in a bundle is named at its entry, by tile, root and database', async () => {
  const bundle = await readFile(join(log, 'tile/entries/001'));
  await flip('tile/entries/001', bundle.indexOf('"actor"', 4000));
  const found = await findings({ versions: undefined });
  const entry = found['tile-differs']!;
  expect(entry).toBeGreaterThan(256);
  expect(found).toEqual({
    'entry-malformed': entry,
    'tile-differs': entry,
    'act-differs': entry,
    'entry-differs': entry,
    'root-differs': null,
    'history-forked': 0,
  });
});

test.each([
  [
    'an altered act',
    `update ledger.acts set entry = replace(entry, '"system"', '"nobody"') where id = (select act from ledger.entries where seq = 401)`,
    { 'act-differs': 401 },
  ],
  [
    'an act moved in time',
    `update ledger.acts set at = at + interval '1 day' where id = (select act from ledger.entries where seq = 12)`,
    { 'act-differs': 12 },
  ],
  [
    'a removed act',
    'delete from ledger.acts where id = (select act from ledger.entries where seq = 77)',
    { 'act-missing': 77 },
  ],
  ['a removed place', 'delete from ledger.entries where seq = 78', { 'entry-missing': 78 }],
  [
    'two places exchanged',
    'alter table ledger.entries drop constraint entries_pkey; update ledger.entries set seq = 211 - seq where seq in (105, 106); alter table ledger.entries add primary key (seq)',
    { 'entry-differs': 105, 'act-differs': 105 },
  ],
  [
    'a database from an older backup',
    'delete from ledger.entries where seq >= 300; delete from ledger.checkpoints where size > 300; delete from ledger.acts a where not exists (select from ledger.entries where act = a.id)',
    { 'database-behind': 300 },
  ],
])('%s in the database is named', async (_, statements, expected) => {
  expect(await tampered(statements, findings)).toEqual(expected);
});

test('files from an older backup are named, with and without a database', async () => {
  log = join(base, 'older');
  expect(await findings()).toEqual({ 'tiles-behind': 300, 'checkpoint-ahead': 300 });
  expect(await findings({ database: undefined, olderCheckpoints: [held[0]!] })).toEqual({});
});

test('replay of an old checkpoint over a longer log is named by whoever holds the newer one', async () => {
  await writeFile(join(log, 'checkpoint'), held[0]!);
  // Its own partial files are gone by now; the full ones that took their place still prove it.
  expect(await findings({ database: undefined })).toEqual({ 'checkpoint-ahead': 300 });
  expect(await findings()).toEqual({ 'checkpoint-ahead': 300, 'tiles-behind': 300 });
});

test('a second history, wholly rewritten and signed with the true key, is named by whoever holds an old tree head', async () => {
  const { rows } = await database.owner.query(
    'select a.entry from ledger.entries e join ledger.acts a on a.id = e.act order by seq',
  );
  const forged = rows.map(({ entry }, at) => Buffer.from(at === 450 ? entry.replace('"system"', '"nobody"') : entry));
  const store = new TileStore(await mkdtemp(join(base, 'forged-')), KEY);
  await store.publish(await store.append(0, forged), 0);
  log = store.directory;
  const alone = { database: undefined, versions: undefined };
  expect(await findings({ ...alone, olderCheckpoints: [] })).toEqual({});
  expect(await findings({ ...alone, olderCheckpoints: [held[0]!] })).toEqual({});
  // Changed between entry 300, up to which the older head fits, and entry 600.
  expect(await findings(alone)).toEqual({ 'history-forked': 300 });
});

test("a stranger's key and a stranger's older checkpoint are named", async () => {
  const stranger = signer('log.example', generateKeyPairSync('ed25519').privateKey);
  expect(await findings({ database: undefined, publicKey: verifierKey(stranger) })).toEqual({
    'checkpoint-unsigned': null,
  });
  const olderCheckpoints = [signCheckpoint(0, EMPTY_ROOT, stranger), signCheckpoint(0, EMPTY_ROOT, KEY)];
  expect(await findings({ olderCheckpoints })).toEqual({ 'checkpoint-unsigned': null });
});

test('altered, lost and added records are named; erased ones are not', async () => {
  const { rows } = await database.owner.query('select act from ledger.entries where seq = 33');
  const act: string = rows[0].act;
  const [version] = kept.get(act)!;
  const having = async (versionsNow: KeptVersion[]) => {
    kept.set(act, versionsNow);
    const found = await findings();
    kept.set(act, [version!]);
    return found;
  };
  expect(await having([{ ...version!, salt: null, content: null }])).toEqual({});
  expect(await having([{ ...version!, content: canonical({ name: 'somebody else' }) }])).toEqual({
    'record-altered': 33,
  });
  expect(await having([])).toEqual({ 'records-differ': 33 });
  const added = commit(canonical({ name: 'added' }));
  expect(await having([version!, { ...version!, leaf: 1, ...added, content: canonical({ name: 'added' }) }])).toEqual({
    'records-differ': 33,
  });
  const rewritten = commit(canonical({ name: 'rewritten' }));
  expect(await having([{ ...version!, ...rewritten, content: canonical({ name: 'rewritten' }) }])).toEqual({
    'records-differ': 33,
  });
  const retired = {
    ...versions,
    retired: async function* () {
      yield { record: act, version: 1 };
    },
  };
  expect(await findings({ versions: retired })).toEqual({ 'retired-differ': 0 });
  const strays = {
    ...versions,
    strays: async function* () {
      yield { code: 'record-stray' as const, where: 'version without an act' };
    },
  };
  expect(await findings({ versions: strays })).toEqual({ 'record-stray': null });
});
