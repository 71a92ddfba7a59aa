import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { systemSession } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { buildServer, type Server } from '../http/server.ts';
import { openLog } from '../log/log.ts';
import { vault } from '../sealing/vault.ts';
import { changeAccount, createAccount } from './accounts.ts';
import { type Identity, identifyBy } from './identity.ts';
import { identityRoutes } from './routes.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { Browser } from './testing/browser.ts';
import { openProvider, type Provider } from './testing/provider.ts';

const database = testDatabase();
let provider: Provider;
let identity: Identity;
let server: Server;
let account: string;

beforeAll(async () => {
  provider = await openProvider('mingjing', 'the shared secret');
  const config = readConfig(
    {
      MINGJING_MAX_DELAY: '0',
      MINGJING_ORIGIN: 'https://mingjing.example',
      MINGJING_OIDC_ISSUER: provider.issuer,
      MINGJING_OIDC_CLIENT: 'mingjing',
      MINGJING_OIDC_SECRET: 'the shared secret',
    },
    {},
  );
  identity = {
    database,
    vault: vault(Buffer.alloc(32, 9)),
    now: () => new Date(),
    oidc: config.oidc,
    origin: config.origin,
  };
  server = await buildServer({
    database,
    config,
    log: openLog('silent'),
    routes: identityRoutes(identity, { demo: false, unitName: async () => null, places: async () => [] }),
    identify: identifyBy(identity),
  });
  const given = { username: 'feng.jiu', name: '冯九', roles: ['UNIT_STAFF' as const] };
  account = (await createAccount(identity, systemSession, given)).account;
});
afterAll(async () => {
  await server.app.close();
  await provider.close();
});

/** Goes to the provider as these claims and back. */
async function journey(claims: Record<string, unknown>, tamper: (back: URL) => void = () => undefined) {
  provider.claims = claims;
  const browser = new Browser(server.app);
  const away = await browser.get('/api/sign-in/single');
  const back = provider.authorize(away.headers.location!);
  tamper(back);
  return { browser, back, answer: await browser.get(back.pathname + back.search) };
}

test('an account signs in by its username first, by its subject from then on', async () => {
  const { browser, answer } = await journey({ sub: 'subject-9', preferred_username: 'Feng.Jiu' });
  expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  expect(answer.cookies.find((line) => line.startsWith('mingjing='))).toContain('Secure');
  // The password handed over was never used: it need not be changed.
  expect((await browser.get('/api/me')).body.account).toMatchObject({ id: account, mustChangePassword: false });
  const renamed = await journey({ sub: 'subject-9', preferred_username: 'another' });
  expect((await renamed.browser.get('/api/me')).body.account.id).toBe(account);
  const { rows } = await database.app.query(
    `select act, detail from (select act, appended_at, subject, entry::json -> 'detail' as detail from ledger.acts) one
     where subject = $1 or act = 'identity.sign-in' order by appended_at`,
    [account],
  );
  expect(rows.map(({ act, detail }) => [act, detail?.method])).toEqual([
    ['identity.account-create', undefined],
    ['identity.sign-on-bind', undefined],
    ['identity.sign-in', 'sign-on'],
    ['identity.sign-in', 'sign-on'],
  ]);
});

test.each([
  ['somebody without an account', { sub: 'stranger', preferred_username: 'stranger' }, undefined, 'sign-in.unknown'],
  [
    'another subject under a bound name',
    { sub: 'thief', preferred_username: 'feng.jiu' },
    undefined,
    'sign-in.unknown',
  ],
  [
    'an altered state',
    { sub: 'subject-9' },
    (back: URL) => back.searchParams.set('state', 'another'),
    'sign-in.provider',
  ],
  [
    'a code never given',
    { sub: 'subject-9' },
    (back: URL) => back.searchParams.set('code', 'made-up'),
    'sign-in.provider',
  ],
])('%s stays outside', async (_who, claims, tamper, code) => {
  const { browser, answer } = await journey(claims, tamper);
  expect(answer.headers.location).toBe(`/?problem=${code}`);
  expect((await browser.get('/api/me')).status).toBe(401);
});

test('an answer that was not asked for, or asked for by another browser, opens nothing', async () => {
  const { back } = await journey({ sub: 'subject-9' });
  const other = new Browser(server.app);
  const answer = await other.get(back.pathname + back.search);
  expect(answer.headers.location).toBe('/?problem=sign-in.expired');
});

test('an account that has ended does not come in by the provider either', async () => {
  const next = { name: '冯九', roles: ['UNIT_STAFF' as const], active: false, version: 1 };
  await changeAccount(identity, systemSession, account, next);
  const { answer } = await journey({ sub: 'subject-9', preferred_username: 'feng.jiu' });
  expect(answer.headers.location).toBe('/?problem=sign-in.unknown');
});

test('where it is not configured there are no such routes', () => {
  expect(singleSignOnRoutes({ ...identity, oidc: undefined })).toEqual([]);
});
