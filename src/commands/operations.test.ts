import { cp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Manifest } from '../platform/backup/manifest.ts';
import { startOrJoin } from '../platform/database/join.ts';
import { DATABASE } from '../platform/database/open.ts';
import { withClient } from '../platform/database/pools.ts';
import { openSigner, verifierKey } from '../platform/ledger/notes.ts';
import { activitiesWorkbook, begin, mingjing, testFolder, unitsWorkbook } from './testing/program.ts';

let folder: string;
let remove: () => Promise<void>;
const at = (...names: string[]): string => join(folder, ...names);

/** One installation with a corrected unit and some activities; `older` was backed up before the activities came. */
beforeAll(async () => {
  ({ folder, remove } = await testFolder());
  await unitsWorkbook(at('units.xlsx'), [
    ['C01', '明湖市公安局'],
    ['C02', '明湖市司法局'],
  ]);
  await unitsWorkbook(at('corrected.xlsx'), [['C02', '明湖市司法局（更正）']]);
  await activitiesWorkbook(at('activities.xlsx'), 40);
  for (const name of ['units', 'corrected']) await imported(`${name}.xlsx`);
  expect(await mingjing(['backup', '--out', at('older'), '--data', at('city')])).toMatchObject({ code: 0 });
  await imported('activities.xlsx');
});
afterAll(() => remove());

async function imported(name: string, data = 'city'): Promise<string> {
  const { code, out, err } = await mingjing(['import', at(name), '--data', at(data)]);
  // An import that takes longer than a second says how far it is.
  const complaints = err.replace(/^.*: \d+ rows\n/gm, '');
  expect({ code, complaints }, out).toEqual({ code: 0, complaints: '' });
  return out;
}

interface Answer {
  readonly holds: boolean;
  readonly checkpoint: { readonly size: number; readonly root: string } | null;
  readonly pending: number;
  readonly findings: readonly { readonly code: string; readonly entry: number | null; readonly where: string }[];
}

/** Verifies on the command line; the exit code says what the answer says. */
async function verified(data: string, ...options: string[]): Promise<Answer> {
  const { code, out } = await mingjing(['verify', '--json', '--data', at(data), ...options]);
  const answer = JSON.parse(out) as Answer;
  expect(code).toBe(answer.holds ? 0 : 1);
  return answer;
}

const codes = ({ findings }: Answer): string[] => findings.map(({ code }) => code).sort();

/** A database of its own, opened past the program as its superuser, whom no rule binds. */
async function pastTheProgram<T>(data: string, work: (client: Client) => Promise<T>): Promise<T> {
  const server = await startOrJoin({ directory: at(data) });
  try {
    return await withClient(server.adminUrl(DATABASE), async (client) => {
      await client.query('set session_replication_role = replica');
      return await work(client);
    });
  } finally {
    await server.stop();
  }
}

/** A data directory restored from a backup for one test. */
async function restored(backup: string, name: string): Promise<string> {
  expect(await mingjing(['restore', at(backup), '--data', at(name)])).toMatchObject({ code: 0 });
  onTestFinished(() => rm(at(name), { recursive: true, force: true }));
  return name;
}

test('a file handed in twice is told, and adds nothing', async () => {
  const before = await verified('city');
  expect(before).toMatchObject({ holds: true, pending: 0, findings: [] });
  expect(await imported('activities.xlsx')).toMatch(/^activities\.xlsx\tsame\t/);
  const { out } = await mingjing(['figures', '--json', '--as-of', '2021-06-22', '--data', at('city')]);
  const { asOf, figures } = JSON.parse(out);
  expect(asOf).toBe('2021-06-22');
  expect(figures.find(({ id }: { id: string }) => id === 'education.partyLectures')).toMatchObject({ value: 40 });
});

test('a backup made while others write is whole, and holds every act up to one moment', async () => {
  await activitiesWorkbook(at('more.xlsx'), 3000, 'B');
  const server = await startOrJoin({ directory: at('city') });
  try {
    const importing = begin(['import', at('more.xlsx'), '--data', at('city')]);
    const backup = await mingjing(['backup', '--out', at('newer'), '--data', at('city')]);
    expect(backup).toMatchObject({ code: 0 });
    const again = await mingjing(['backup', '--out', at('newer'), '--data', at('city')]);
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain(at('newer'));
    expect(await importing.ended).toMatchObject({ code: 0 });
  } finally {
    await server.stop();
  }
  const copy = await verified(await restored('newer', 'copy'));
  expect(copy).toMatchObject({ holds: true, findings: [] });
  const rows = await pastTheProgram('copy', async (client) => {
    const { rows } = await client.query(
      "select count(*)::int as number from education.activities where number like 'B-%'",
    );
    return rows[0].number;
  });
  expect([0, 3000]).toContain(rows);
  expect(await imported('more.xlsx', 'copy')).toMatch(rows === 0 ? /registered/ : /same/);
});

test("a backup shows nothing to others, and a restored database is its server's own", async () => {
  await restored('older', 'modes');
  const modes = async (path: string) => (await stat(at(path))).mode & 0o777;
  for (const path of ['older', 'older/secrets', 'older/postgres', 'modes/secrets', 'modes/postgres/data']) {
    expect(await modes(path), path).toBe(0o700);
  }
  for (const path of ['older/secrets/vault.key', 'modes/secrets/ledger.key'])
    expect(await modes(path), path).toBe(0o600);
  const { uid } = await stat(at('modes/postgres/data/PG_VERSION'));
  expect(uid === 0).toBe(false);
  expect(uid).toBe((await stat(at('city/postgres/data'))).uid);
});

test('a damaged backup is refused by the names of its files before anything is written', async () => {
  await cp(at('older'), at('damaged'), { recursive: true });
  const manifest = JSON.parse(await readFile(at('damaged/manifest.json'), 'utf8')) as Manifest;
  const kept = manifest.files.find(({ path }) => path.startsWith('files/'))!.path;
  await truncate(at('damaged', kept), 10);
  await rm(at('damaged/secrets/vault.key'));
  const { code, err } = await mingjing(['restore', at('damaged'), '--data', at('never')]);
  expect(code).toBe(1);
  expect(err).toContain(kept);
  expect(err).toContain('secrets/vault.key');
  // A manifest that reaches outside its backup is none.
  manifest.files[0]!.path = '../../outside';
  await writeFile(at('damaged/manifest.json'), JSON.stringify(manifest));
  expect(await mingjing(['restore', at('damaged'), '--data', at('never')])).toMatchObject({ code: 1 });
  expect((await readdir(folder)).filter((name) => name.startsWith('never'))).toEqual([]);
});

test('neither backup nor restore writes over anything, and a backup does not lie in its own data', async () => {
  for (const args of [
    ['restore', at('older'), '--data', at('city')],
    ['backup', '--out', at('older'), '--data', at('city')],
    ['backup', '--out', at('city/backup'), '--data', at('city')],
  ]) {
    expect(await mingjing(args), args.join(' ')).toMatchObject({ code: 1, out: '' });
  }
  expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  expect((await readdir(at('city'))).sort()).not.toContain('backup');
});

test('with a database elsewhere the rest is copied, and the database is asked for', async () => {
  const there = { DATABASE_URL: 'postgresql://nobody@localhost/nothing' };
  const { code, out } = await mingjing(['backup', '--out', at('rest'), '--data', at('city')], there);
  expect(code).toBe(0);
  expect(out).toContain('pg_dump');
  expect((await readdir(at('rest'))).sort()).toEqual(['files', 'ledger', 'manifest.json', 'secrets']);
  await restored('rest', 'apart');
  expect((await readdir(at('apart'))).sort()).toEqual(['files', 'ledger', 'secrets']);
});

test('an older backup in the place of newer data is named by whoever kept a newer checkpoint', async () => {
  await restored('older', 'rolled-back');
  expect(codes(await verified('rolled-back'))).toEqual([]);
  const newest = ['--checkpoint', at('city/ledger/checkpoint')];
  expect(codes(await verified('rolled-back', ...newest))).toEqual(['checkpoint-ahead']);
  expect(codes(await verified('city', '--checkpoint', at('older/ledger/checkpoint')))).toEqual([]);
});

test('an older database under the present ledger is named, and so is an older ledger over the present database', async () => {
  await restored('older', 'mixed');
  await rm(at('mixed/ledger'), { recursive: true });
  await cp(at('city/ledger'), at('mixed/ledger'), { recursive: true });
  expect(codes(await verified('mixed'))).toContain('database-behind');

  await rename(at('city/ledger'), at('ledger-kept'));
  try {
    await cp(at('older/ledger'), at('city/ledger'), { recursive: true });
    expect(codes(await verified('city'))).toContain('tiles-behind');
  } finally {
    await rm(at('city/ledger'), { recursive: true });
    await rename(at('ledger-kept'), at('city/ledger'));
  }
});

test.each([
  ['an altered row', `update organisation.units set name = '别局' where code = 'C01'`, ['record-altered']],
  ['a deleted row', `delete from organisation.units where code = 'C01'`, ['records-differ']],
  [
    'a correction taken back quietly',
    `delete from organisation.units where code = 'C02' and version = 2;
     update organisation.units set retired_at = null, retired_by = null, retired_as = null where code = 'C02'`,
    ['records-differ', 'retired-differ'],
  ],
  [
    'an edited act',
    `update ledger.acts set entry = replace(entry, '"system"', '"nobody"') where act = 'imports.register'`,
    ['act-differs'],
  ],
  ['a removed act', `delete from ledger.acts where act = 'imports.register'`, ['act-missing']],
])('%s is named', async (_, attack, expected) => {
  await restored('older', 'attacked');
  await pastTheProgram('attacked', (client) => client.query(attack));
  const found = codes(await verified('attacked'));
  expect(found).toEqual(expect.arrayContaining(expected));
});

test('a truncated tile, a flipped byte and a lost checkpoint are named, with a database and without', async () => {
  const key = verifierKey(await openSigner(at('city/secrets/ledger.key'), 'mingjing.local/ledger'));
  const copied = async (attack: (ledger: string) => Promise<void>) => {
    const ledger = at('copied');
    await cp(at('city/ledger'), ledger, { recursive: true });
    onTestFinished(() => rm(ledger, { recursive: true, force: true }));
    await attack(ledger);
    const { code, out } = await mingjing(['verify', '--json', '--ledger', ledger, '--key', key]);
    await rm(ledger, { recursive: true });
    expect(code).toBe(JSON.parse(out).holds ? 0 : 1);
    return codes(JSON.parse(out));
  };
  // Partial files of earlier sizes stay beside the present one.
  const partial = async (ledger: string, kind: string) => {
    const widths = await readdir(join(ledger, 'tile', kind, '000.p'));
    return join(ledger, 'tile', kind, '000.p', widths.toSorted((a, b) => Number(b) - Number(a))[0]!);
  };
  expect(await copied(async () => undefined)).toEqual([]);
  expect(await copied(async (ledger) => truncate(await partial(ledger, '0'), 33))).toEqual(['tile-damaged']);
  expect(await copied((ledger) => rm(join(ledger, 'checkpoint')))).toEqual(['checkpoint-missing']);
  const flip = async (ledger: string) => {
    const path = await partial(ledger, 'entries');
    const bytes = await readFile(path);
    bytes[bytes.indexOf('"system"') + 1]! ^= 1;
    await writeFile(path, bytes);
  };
  expect(await copied(flip)).toEqual(expect.arrayContaining(['root-differs', 'tile-differs']));
  await restored('older', 'flipped');
  await flip(at('flipped/ledger'));
  expect(codes(await verified('flipped'))).toEqual(expect.arrayContaining(['act-differs', 'root-differs']));
});

test('accounts are made, reset and ended, and a password is shown once', async () => {
  const account = (...args: string[]) => mingjing(['account', ...args, '--data', at('city')]);
  const list = async () => JSON.parse((await account('list', '--json')).out).accounts;
  const made = await account('create', 'zhang', '--name', '张甲', '--role', 'SYSTEM_ADMIN', '--unit', 'C01');
  const [, password] = /^zhang\s+(\S+)$/m.exec(made.out)!;
  expect(made.code).toBe(0);
  expect(await list()).toMatchObject([{ username: 'zhang', name: '张甲', roles: ['SYSTEM_ADMIN'], active: true }]);
  expect(JSON.stringify(await list())).not.toContain(password);
  expect(await account('create', 'zhang', '--name', '张乙', '--role', 'AUDITOR')).toMatchObject({ code: 1 });
  expect(await account('create', 'li', '--name', '李', '--role', 'KING')).toMatchObject({ code: 2 });
  expect(await account('create', 'li', '--name', '李', '--role', 'AUDITOR', '--unit', 'C99')).toMatchObject({
    code: 1,
  });
  expect(await account('create', 'a b', '--name', '李', '--role', 'AUDITOR')).toMatchObject({ code: 1 });
  const reset = await account('reset', 'zhang');
  expect(/^zhang\s+(\S+)$/m.exec(reset.out)![1]).not.toBe(password);
  expect(await account('deactivate', 'zhang')).toMatchObject({ code: 1 });
  expect(await account('create', 'wang', '--name', '王', '--role', 'SYSTEM_ADMIN')).toMatchObject({ code: 0 });
  expect(await account('deactivate', 'zhang')).toMatchObject({ code: 0 });
  expect(
    (await list()).map(({ username, active }: { username: string; active: boolean }) => [username, active]),
  ).toEqual([
    ['wang', true],
    ['zhang', false],
  ]);
  expect(await account('reset', 'nobody')).toMatchObject({ code: 1 });
  expect(await verified('city')).toMatchObject({ holds: true, pending: 0 });
});
