import { expect, test } from 'vitest';
import { systemSession } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { transact } from '../database/transact.ts';
import { words } from '../words.ts';
import { actNamed, defineAct } from './acts.ts';
import { commit } from './commitment.ts';
import { readEntry, writeEntry } from './entry.ts';
import { freezeBarrier, perform } from './perform.ts';

const database = testDatabase();
const ACCOUNT = '01890000-0000-7000-8000-000000000001';
const session = { ...systemSession, account: ACCOUNT, roles: ['OFFICE'] };
const receive = defineAct({
  name: 'test.receive',
  words: words('登记', 'Receive'),
  permission: 'test.write',
  rule: 'test.rule@1',
});

test('an act is declared once and under a proper name', () => {
  expect(actNamed('test.receive')).toBe(receive);
  expect(() => defineAct(receive)).toThrow('declared twice');
  expect(() => defineAct({ ...receive, name: 'Receive it' })).toThrow("Not an act's name");
});

test('an act leaves its entry, with digests of what it wrote and nothing of the content', async () => {
  const { commitment } = commit('{"name":"张三"}');
  const written = await perform(database, session, receive, async (tx) => {
    expect(tx.created.add(commitment)).toBe(0);
    tx.retired.add(ACCOUNT, 3);
    return { result: { act: tx.act, at: tx.recordedAt }, subject: 'subject-1', detail: { rows: 1 } };
  });
  const { rows } = await database.app.query('select * from ledger.acts where id = $1', [written.act]);
  const entry = readEntry(rows[0].entry);
  expect(entry).toMatchObject({
    v: 1,
    id: written.act,
    at: written.at,
    actor: ACCOUNT,
    act: 'test.receive',
    subject: 'subject-1',
    permission: 'test.write',
    rule: 'test.rule@1',
    detail: { rows: 1 },
    retired: { count: 1 },
  });
  expect(entry?.created).toEqual({ count: 1, root: commitment.toString('hex') });
  expect(rows[0]).toMatchObject({ actor: ACCOUNT, act: 'test.receive', subject: 'subject-1' });
  expect(rows[0].entry).not.toContain('张三');
});

test.each([
  [systemSession, 'system'],
  [{ ...systemSession, roles: [] }, 'public'],
])('the actor of %o is %s', async (given, actor) => {
  const id = await perform(database, given, receive, async (tx) => ({ result: tx.act, subject: null }));
  const { rows } = await database.app.query('select actor from ledger.acts where id = $1', [id]);
  expect(rows[0].actor).toBe(actor);
});

test('an entry is read in its one way of writing only', () => {
  const text = writeEntry({
    v: 1,
    id: ACCOUNT,
    at: '2026-01-01T00:00:00.000000Z',
    actor: 'system',
    act: 'test.receive',
    subject: null,
    permission: null,
    rule: null,
  });
  expect(readEntry(text)?.id).toBe(ACCOUNT);
  expect(readEntry(text.replace('{', '{ '))).toBeNull();
  expect(readEntry(text.replace('"v":1', '"v":2'))).toBeNull();
  expect(readEntry('null')).toBeNull();
  expect(readEntry('')).toBeNull();
});

test('an act that fails leaves nothing, and an entry too long for the log fails', async () => {
  const count = async () => (await database.app.query('select count(*) from ledger.acts')).rows[0].count;
  const before = await count();
  await expect(perform(database, session, receive, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const detail = 'x'.repeat(65_536);
  await expect(
    perform(database, session, receive, async () => ({ result: null, subject: null, detail })),
  ).rejects.toThrow(RangeError);
  expect(await count()).toBe(before);
});

test.each([
  "update ledger.acts set entry = '{}'",
  'delete from ledger.acts',
  'truncate ledger.acts cascade',
  "insert into ledger.acts (id, at, entry, xid) values (gen_random_uuid(), now(), '{}', '1')",
  "insert into ledger.acts (id, at, entry, appended_at) values (gen_random_uuid(), now(), '{}', now())",
  "insert into ledger.entries values (0, gen_random_uuid(), sha256(''))",
  'delete from ledger.entries',
  "insert into ledger.checkpoints (size, root, note) values (0, sha256(''), '')",
  'update ledger.checkpoints set size = 1',
])('the application may not: %s', async (statement) => {
  await expect(database.app.query(statement)).rejects.toMatchObject({ code: '42501' });
});

test('a freeze waits for the writers under way, and later writers come after it', async () => {
  const inside = Promise.withResolvers<string>();
  const leave = Promise.withResolvers<void>();
  const writer = perform(database, session, receive, async (tx) => {
    inside.resolve(tx.recordedAt);
    await leave.promise;
    return { result: null, subject: null };
  });
  const before = await inside.promise;
  let frozen = false;
  const freeze = transact(database, systemSession, 'read', freezeBarrier).then((at) => {
    frozen = true;
    return at;
  });
  // The freeze stands in the queue of the lock: seen from outside, it has asked and was not let in.
  await expect
    .poll(async () => {
      const { rows } = await database.owner.query(
        `select count(*)::int as waiting from pg_locks
         where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
      );
      return rows[0].waiting;
    })
    .toBe(1);
  expect(frozen).toBe(false);
  leave.resolve();
  await writer;
  const at = await freeze;
  const after = await perform(database, session, receive, async (tx) => ({ result: tx.recordedAt, subject: null }));
  const micros = (text: string) => text.replace('Z', '');
  const frozenAt = `${at.toISOString().replace('Z', '')}000`;
  expect(micros(before) <= frozenAt).toBe(true);
  expect(micros(after) > frozenAt).toBe(true);
});
