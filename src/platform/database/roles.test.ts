import { expect, inject, test } from 'vitest';
import { urlAs, urlTo, withClient } from './pools.ts';
import { APP_ROLE, ensureApp } from './roles.ts';
import { scramVerifier } from './scram.ts';
import { secret } from './secrets.ts';
import { testDatabase } from './testing/database.ts';

const pools = testDatabase();

test('the application role can do nothing but what it was granted', async () => {
  const { rows: owners } = await pools.owner.query('select current_user as name');
  await pools.owner.query(`create table public.things (number int);
    create function public.thing() returns int language sql as 'select 1'`);
  for (const attack of [
    'create table public.mine (number int)',
    'create schema mine',
    'select * from public.things',
    'select * from public.migrations',
    'select public.thing()',
    'delete from access.named',
    'truncate access.reach',
    'alter table access.reach disable row level security',
    'drop table access.named',
    'create role mine',
    `set role ${owners[0].name}`,
    `alter role ${APP_ROLE} superuser`,
    `copy (select 1) to program 'true'`,
  ])
    await expect(pools.app.query(attack), attack).rejects.toMatchObject({ code: '42501' });
});

test('an owner cannot pass for the application role, nor can a role that owns something', async () => {
  const { url, directory } = inject('testServer');
  const { rows } = await pools.owner.query('select current_database() as name');
  const own = urlTo(url, rows[0].name);
  const password = await secret(directory, 'database-app.password');
  await expect(ensureApp(pools.owner, own, password)).rejects.toMatchObject({ code: 'database.unsafeRole' });
  const app = urlAs(own, APP_ROLE, password);
  await ensureApp(pools.owner, app, password);
  await pools.owner.query(`create schema mine; grant usage, create on schema mine to ${APP_ROLE}`);
  await pools.app.query('create table mine.owned (number int)');
  await expect(ensureApp(pools.owner, app, password)).rejects.toMatchObject({
    code: 'database.unsafeRole',
    params: { reason: 'it owns something' },
  });
  await pools.app.query('drop table mine.owned');
});

test('a password becomes the verifier of RFC 7677', () => {
  // The example of RFC 7677, section 3.
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
  expect(scramVerifier('pencil', salt)).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

test('a guessed password does not sign in', async () => {
  const { url } = inject('testServer');
  await expect(withClient(urlAs(url, APP_ROLE, 'guess'), async () => 0)).rejects.toThrow(/authentication failed/);
});

test.each([
  [
    'postgresql://owner:old@db.example:5433/mingjing?sslmode=require',
    'postgresql://app:new@db.example:5433/mingjing?sslmode=require',
  ],
  ['postgresql://owner@%2Frun%2Fpostgresql/mingjing', 'postgresql://app:new@%2Frun%2Fpostgresql/mingjing'],
  ['postgresql:///mingjing?host=%2Frun', 'postgresql://app:new@localhost/mingjing?host=%2Frun'],
  ['postgresql://db.example/mingjing?user=owner&password=old', 'postgresql://app:new@db.example/mingjing'],
])('%s becomes the application role’s', (given, expected) => {
  expect(urlAs(given, 'app', 'new')).toBe(expected);
});
