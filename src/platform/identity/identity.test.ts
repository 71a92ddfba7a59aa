import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import { expect, test } from 'vitest';
import { type Role, roles } from '../access/roles.ts';
import { systemSession } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { transact } from '../database/transact.ts';
import { vault } from '../sealing/vault.ts';
import { changeAccount, ensureFirstAccounts } from './accounts.ts';
import { identifyBy } from './identity.ts';
import { signedInAs } from './sign-in.ts';
import type { Browser } from './testing/browser.ts';
import { openDoor } from './testing/door.ts';
import { tidyIdentity } from './tidy.ts';

const database = testDatabase();
const UNIT = '01900000-0000-7000-8000-0000000000aa';
const { clock, identity, logged, first, pass, browser, server, at, create, actsOf } = openDoor(database);
/** Entries of signing in and out whose hash is that of the account. */
const comings = async (account: string, kept = identity.vault): Promise<string[]> => {
  const { rows } = await database.app.query(
    `select id, act, actor, subject, entry from ledger.acts where act in ('identity.sign-in', 'identity.sign-out') order by appended_at`,
  );
  for (const { actor, subject, entry } of rows) {
    expect([actor, subject]).toEqual(['withheld', null]);
    expect(entry).not.toContain(account);
  }
  return rows
    .filter(({ id, entry }) => JSON.parse(entry).detail.account === signedInAs(kept, id, account))
    .map(({ act }) => act);
};
const change = (more: object) => ({
  name: '甲',
  roles: ['UNIT_STAFF'],
  language: 'zh',
  active: true,
  version: 1,
  ...more,
});

test('a fresh installation has one account a role, its passwords given once', async () => {
  expect(first.size).toBe(Object.keys(roles).length - 1);
  expect(await ensureFirstAccounts(identity)).toEqual([]);
  for (const { password } of first.values()) expect(password).toMatch(/^([a-z2-9]{4}-){5}[a-z2-9]{4}$/);
  expect(new Set([...first.values()].map(({ password }) => password)).size).toBe(first.size);
});

test('signing in opens a session in a cookie no script reads; signing out ends it', async () => {
  const { account } = await create('zhao.yi', ['UNIT_STAFF'], UNIT).then(async (made) => {
    first.set('zhao.yi', made);
    return made;
  });
  const opened = browser();
  expect(await opened.get('/api/me')).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  const answer = await opened.post('/api/sign-in', { username: ' Zhao.Yi', password: first.get('zhao.yi')!.password });
  expect(answer.body).toEqual({ secondFactor: false });
  const cookie = answer.cookies.find((one) => one.startsWith('mingjing='));
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  expect(cookie).not.toContain('Max-Age');
  expect((await opened.get('/api/me')).body).toEqual({
    account: { id: account, username: 'zhao.yi', name: 'zhao.yi', mustChangePassword: false, secondFactor: false },
    roles: ['UNIT_STAFF'],
    unit: { record: UNIT, name: '甲区公安分局' },
    officer: null,
    draftKey: identity.vault.keyFor(`drafts of ${account}`).toString('hex'),
    demo: true,
  });
  const stolen = opened.copy();
  expect((await opened.post('/api/sign-out')).status).toBe(204);
  expect((await stolen.get('/api/me')).status).toBe(401);
  expect(await actsOf(account)).toEqual(['identity.account-create']);
});

test('every session of an account is given the same key for its drafts, and no other account is', async () => {
  const made = await create('drafts.one', ['OFFICER_SELF']);
  const keyOf = async (username: string, password: string) =>
    (await (await at(username, password)).get('/api/me')).body.draftKey;
  const own = await keyOf('drafts.one', made.password);
  expect(own).toMatch(/^[0-9a-f]{64}$/);
  expect(await keyOf('drafts.one', made.password)).toBe(own);
  const other = await create('drafts.two', ['OFFICER_SELF']);
  expect(await keyOf('drafts.two', other.password)).not.toBe(own);
});

test('the log says that somebody signed in and out, and only with the key of the installation who', async () => {
  const { account, password } = await create('sun.qi', ['OFFICER_SELF']);
  const opened = await at('sun.qi', password);
  expect((await opened.post('/api/sign-out')).status).toBe(204);
  expect(await comings(account)).toEqual(['identity.sign-in', 'identity.sign-out']);
  expect(await comings(account, vault(Buffer.alloc(32, 8)))).toEqual([]);
});

test('a wrong password, an unknown name and an ended account are answered alike', async () => {
  const made = await create('qian.er', ['UNIT_STAFF']);
  const admin = await at('system-admin');
  await admin.put(`/api/accounts/${made.account}`, change({ active: false }));
  const answers = await Promise.all([
    browser('192.0.2.1').post('/api/sign-in', { username: 'office-staff', password: 'not the password' }),
    browser('192.0.2.1').post('/api/sign-in', { username: 'nobody-here', password: 'not the password' }),
    browser('192.0.2.1').post('/api/sign-in', { username: 'qian.er', password: made.password }),
  ]);
  for (const { status, body } of answers) expect([status, body]).toEqual([401, answers[0]!.body]);
  expect(answers[0]!.body.code).toBe('sign-in.wrong');
});

test('guessing is slowed down where it comes from, and locks out nobody else', async () => {
  const { account, password } = await create('sun.san', ['UNIT_STAFF']);
  const atDesk = browser('198.51.100.7');
  const right = { username: 'sun.san', password };
  expect((await atDesk.post('/api/sign-in', right)).status).toBe(200);
  const guess = (address: string) => browser(address).post('/api/sign-in', { ...right, password: 'a wrong guess' });
  // Many at once gain nothing.
  const tried = await Promise.all(Array.from({ length: 9 }, () => guess('198.51.100.7')));
  expect(tried.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429]);
  const refused = await browser('198.51.100.7').post('/api/sign-in', right);
  expect(refused).toMatchObject({ status: 429, body: { code: 'sign-in.throttled', params: { seconds: 1 } } });
  expect(refused.headers['retry-after']).toBe('1');
  // Another address, and the known browser behind the very same one, go on.
  expect((await browser('203.0.113.9').post('/api/sign-in', right)).status).toBe(200);
  expect((await atDesk.post('/api/sign-in', right)).status).toBe(200);
  // The wait doubles with every failure, up to a quarter of an hour, and a success forgives.
  const waits: number[] = [];
  for (let round = 0; round < 12; round++) {
    pass(15.1);
    expect((await guess('198.51.100.7')).status).toBe(401);
    waits.push((await guess('198.51.100.7')).body.params.seconds);
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  pass(15.1);
  expect((await browser('198.51.100.7').post('/api/sign-in', right)).status).toBe(200);
  expect((await guess('198.51.100.7')).status).toBe(401);
  expect((await actsOf(account)).filter((name) => name === 'identity.sign-in-refused')).toHaveLength(1);
});

test('a session ends after half an hour unused where the role is sensitive, after four hours elsewhere, after twelve in any case', async () => {
  const [director, staff] = [await at('office-director'), await at('unit-staff')];
  pass(29);
  expect((await director.get('/api/me')).status).toBe(200);
  pass(29);
  expect((await director.get('/api/me')).status).toBe(200);
  pass(31);
  expect((await director.get('/api/me')).status).toBe(401);
  expect((await staff.get('/api/me')).status).toBe(200);
  pass(241);
  expect((await staff.get('/api/me')).status).toBe(401);
  const busy = await at('unit-staff');
  for (let used = 0; used < 5; used++) {
    pass(143);
    expect((await busy.get('/api/me')).status).toBe(200);
  }
  pass(6);
  expect((await busy.get('/api/me')).status).toBe(401);
});

test('a password that was handed over opens nothing but its own change, which ends the other sessions', async () => {
  const admin = await at('system-admin');
  const made = await admin.post('/api/accounts', { username: 'li.si', name: '李四', roles: ['UNIT_STAFF'] });
  expect(made.status).toBe(200);
  const { account, password } = made.body;
  const opened = await at('li.si', password);
  const elsewhere = await at('li.si', password);
  expect((await opened.get('/api/me')).body.account.mustChangePassword).toBe(true);
  expect((await opened.get('/api/roles')).body.code).toBe('session.passwordDue');
  const next = 'a much longer secret';
  for (const [given, code] of [
    [{ current: 'something else', next }, 'password.wrong'],
    [{ current: password, next: 'short' }, 'request.invalid'],
    [{ current: password, next: password }, 'password.weak'],
    [{ current: password, next: 'i am li.si and proud' }, 'password.weak'],
  ]) {
    expect((await opened.post('/api/me/password', given)).body.code).toBe(code);
  }
  expect((await opened.post('/api/me/password', { current: password, next })).status).toBe(204);
  expect((await opened.get('/api/roles')).status).toBe(200);
  expect((await elsewhere.get('/api/me')).status).toBe(401);
  expect((await browser().post('/api/sign-in', { username: 'li.si', password })).status).toBe(401);
  await at('li.si', next);
  expect(await actsOf(account)).toContain('identity.password-change');
});

test('a change of rights ends the sessions; a change of name does not', async () => {
  const made = await create('zheng.qi', ['UNIT_STAFF']);
  const [admin, opened] = [await at('system-admin'), await at('zheng.qi', made.password)];
  const put = (more: object) => admin.put(`/api/accounts/${made.account}`, change(more));
  expect((await put({ name: '郑七' })).status).toBe(204);
  expect((await opened.get('/api/me')).body.account.name).toBe('郑七');
  expect((await put({ name: '郑七' })).body.code).toBe('record.changed');
  expect((await put({ name: '郑七', roles: ['UNIT_HEAD'], version: 2 })).status).toBe(204);
  expect((await opened.get('/api/me')).status).toBe(401);
  const again = await at('zheng.qi', made.password);
  expect((await again.get('/api/me')).body.roles).toEqual(['UNIT_HEAD']);
  expect((await admin.post(`/api/accounts/${made.account}/end-sessions`)).status).toBe(204);
  expect((await again.get('/api/me')).status).toBe(401);
  const third = await at('zheng.qi', made.password);
  expect((await put({ roles: ['UNIT_HEAD'], active: false, version: 3 })).status).toBe(204);
  expect((await third.get('/api/me')).status).toBe(401);
});

test('an administrator resets a lost password and factor, but nothing of his own', async () => {
  const made = await create('wang.ba', ['UNIT_STAFF']);
  const opened = await at('wang.ba', made.password);
  const { secret } = (await opened.post('/api/me/second-factor')).body;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now.getTime() });
  await opened.post('/api/me/second-factor/confirm', { code });
  const admin = await at('system-admin');
  const given = await admin.post(`/api/accounts/${made.account}/reset-password`, { secondFactor: true });
  expect((await opened.get('/api/me')).status).toBe(401);
  const fresh = await at('wang.ba', given.body.password);
  expect((await fresh.get('/api/me')).body.account).toMatchObject({ mustChangePassword: true, secondFactor: false });

  const own = first.get('system-admin')!.account;
  expect((await admin.post(`/api/accounts/${own}/reset-password`, {})).body.code).toBe('account.own');
  const more = { roles: ['SYSTEM_ADMIN', 'OFFICE_DIRECTOR'] };
  expect((await admin.put(`/api/accounts/${own}`, change(more))).body.code).toBe('account.own');
});

test('of two administrators who remove each other at once one stays', async () => {
  const other = await create('admin.two', ['SYSTEM_ADMIN']);
  const own = first.get('system-admin')!.account;
  const [one, two] = [await at('system-admin'), await at('admin.two', other.password)];
  const [ended] = await Promise.all([
    one.put(`/api/accounts/${other.account}`, change({ roles: ['SYSTEM_ADMIN'], active: false })),
    two.put(`/api/accounts/${own}`, change({ roles: ['SYSTEM_ADMIN'], active: false })),
  ]);
  const { rows } = await database.owner.query(
    `select id, version from identity.accounts where active and 'SYSTEM_ADMIN' = any (roles)`,
  );
  expect(rows).toHaveLength(1);
  const survivor = ended.status === 204 ? own : other.account;
  expect(rows[0].id).toBe(survivor);
  const last = survivor === own ? one : two;
  const target = change({ roles: ['UNIT_STAFF'], version: rows[0].version });
  expect((await last.put(`/api/accounts/${survivor}`, target)).body.code).toBe('account.own');
  await expect(changeAccount(identity, systemSession, survivor, target as never)).rejects.toMatchObject({
    code: 'account.lastAdministrator',
  });
  first.set('system-admin', { ...(survivor === own ? first.get('system-admin')! : other) });
});

test('accounts are listed, searched and paged, without any secret', async () => {
  const admin = await at(first.get('system-admin')!.username, first.get('system-admin')!.password);
  const page = (await admin.get('/api/accounts?limit=5')).body;
  expect(page.accounts).toHaveLength(5);
  const next = (await admin.get(`/api/accounts?limit=5&cursor=${page.next}`)).body;
  expect(next.accounts[0].username > page.accounts[4].username).toBe(true);
  const found = (await admin.get('/api/accounts?q=HOTLINE')).body;
  expect(found.accounts.map(({ username }: { username: string }) => username)).toEqual([
    'hotline-agent',
    'hotline-dispatcher',
  ]);
  expect(JSON.stringify(page)).not.toContain('argon2');
  const taken = await admin.post('/api/accounts', { username: 'Hotline-Agent', name: 'x', roles: [] });
  expect(taken).toMatchObject({ status: 409, body: { code: 'account.taken' } });
});

test('each declared route lets in the roles of its permission and nobody else', async () => {
  const opened = new Map<string, Browser>();
  for (const role of Object.keys(roles) as Role[]) {
    const username = `sweep.${role.toLowerCase().replaceAll('_', '-')}`;
    opened.set(role, await at(username, (await create(username, [role])).password));
  }
  for (const { method, path, permission } of server().routes.filter((route) => route.permission !== 'public')) {
    if (path === '/api/sign-out') continue;
    const url = path.replace(':id', '01900000-0000-7000-8000-00000000ffff');
    expect((await browser().send(method, url)).status, `${method} ${url} by nobody`).toBe(401);
    for (const [role, who] of opened) {
      const { status } = await who.send(method, url);
      const allowed = permission === 'signedIn' || (permission as { roles: readonly string[] }).roles.includes(role);
      expect(status === 403, `${method} ${url} by ${role}: ${status}`).toBe(!allowed);
    }
  }
});

test('row security alone keeps accounts from those who do not manage them', async () => {
  const { account } = first.get('unit-staff')!;
  const session = { account, roles: ['UNIT_STAFF'], unit: null, officer: null };
  const seen = await transact(database, session, 'read', async ({ client }) => {
    const of = async (text: string) => (await client.query(text)).rows;
    return {
      accounts: (await of('select id from identity.accounts')).map(({ id }) => id),
      passwords: (await of('select distinct account from identity.passwords')).map((row) => row.account),
      sessions: (await of('select distinct account from identity.sessions')).map((row) => row.account),
      attempts: await of('select * from identity.attempts'),
    };
  });
  expect(seen).toEqual({ accounts: [account], passwords: [account], sessions: [account], attempts: [] });
  const admin = { account: first.get('system-admin')!.account, roles: ['SYSTEM_ADMIN'], unit: null, officer: null };
  const hashes = await transact(database, admin, 'read', ({ client }) =>
    client.query('select account from identity.passwords'),
  );
  expect(new Set(hashes.rows.map((row) => row.account))).toEqual(new Set([admin.account]));
  const raise = `update identity.accounts set roles = '{SYSTEM_ADMIN}'`;
  const raised = await transact(database, session, 'write', async ({ client }) => (await client.query(raise)).rowCount);
  expect(raised).toBe(0);
  await expect(database.app.query('delete from identity.sessions')).rejects.toThrow('permission denied');
  await expect(database.app.query('update identity.passwords set must_change = false')).rejects.toThrow(
    'permission denied',
  );
});

test('no password, code or token reaches the log or the ledger', async () => {
  const { rows } = await database.app.query('select string_agg(entry, ' + `' '` + ') as text from ledger.acts');
  const written = logged.join('') + rows[0].text;
  expect(written).toContain('/api/sign-in');
  for (const { password } of first.values()) expect(written).not.toContain(password);
  expect(written).not.toMatch(/not the password|a much longer secret|argon2|李四|zhao\.yi/);
});

test('what has served is removed, what lives stays', async () => {
  const opened = await at('unit-head');
  await browser('192.0.2.200').post('/api/sign-in', { username: 'unit-head', password: 'a wrong guess' });
  await tidyIdentity(database, clock.now);
  expect((await opened.get('/api/me')).status).toBe(200);
  const { rows } = await database.owner.query('select count(*) as number from identity.attempts');
  expect(rows[0].number).toBeGreaterThan(0);
  expect(await tidyIdentity(database, new Date(clock.now.getTime() + 400 * 86_400_000))).toBeGreaterThan(0);
  for (const table of ['sessions', 'devices', 'attempts']) {
    expect((await database.owner.query(`select from identity.${table}`)).rowCount, table).toBe(0);
  }
});

test('a generated cookie of the right shape is nobody, and a database that is away is said to be', async () => {
  const who = await identifyBy(identity)(() => 'A'.repeat(43));
  expect(who).toBeNull();
  const gone = { ...database, app: new pg.Pool({ host: '127.0.0.1', port: 1 }) };
  await expect(identifyBy({ ...identity, database: gone })(() => 'A'.repeat(43))).rejects.toMatchObject({
    code: 'database.away',
  });
});
