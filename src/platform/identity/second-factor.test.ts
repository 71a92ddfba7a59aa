import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { testDatabase } from '../database/testing/database.ts';
import { identifyBy } from './identity.ts';
import { openDoor } from './testing/door.ts';

const database = testDatabase();
const { clock, identity, pass, browser, at, create, actsOf } = openDoor(database);

test('a second factor is asked for, each code is taken once, and recovery codes stand in', async () => {
  const { account, password } = await create('zhou.wu', ['UNIT_STAFF']);
  const opened = await at('zhou.wu', password);
  const other = await at('zhou.wu', password);
  const enrolment = (await opened.post('/api/me/second-factor')).body;
  expect(enrolment.address).toContain(`secret=${enrolment.secret}`);
  const totp = new TOTP({ secret: Secret.fromBase32(enrolment.secret) });
  const codeNow = () => totp.generate({ timestamp: clock.now.getTime() });
  /** A code of none of the steps that are let in: also the one before and the one after pass. */
  const wrong = () => {
    const near = [-1, 0, 1].map((step) => totp.generate({ timestamp: clock.now.getTime() + step * 30_000 }));
    return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code))!;
  };
  expect((await opened.post('/api/me/second-factor/confirm', { code: wrong() })).body.code).toBe('sign-in.wrongCode');
  expect((await browser().post('/api/sign-in', { username: 'zhou.wu', password })).body.secondFactor).toBe(false);
  const { codes } = (await opened.post('/api/me/second-factor/confirm', { code: codeNow() })).body;
  expect(codes).toHaveLength(10);
  expect((await other.get('/api/me')).status).toBe(401);
  expect((await opened.post('/api/me/second-factor')).body.code).toBe('second-factor.there');

  const half = browser();
  const due = await half.post('/api/sign-in', { username: 'zhou.wu', password });
  expect(due.body).toEqual({ secondFactor: true });
  expect((await half.get('/api/me')).status).toBe(401);
  // Nor does it open anything laid into the cookie of a session.
  const [token] = due.cookies.flatMap((one) => /=([\w-]{43});/.exec(one)?.[1] ?? []);
  expect(token).toHaveLength(43);
  expect(await identifyBy(identity)(() => token)).toBeNull();
  const give = (code: string) => half.post('/api/sign-in/second-factor', { code });
  expect((await give(codeNow())).body.code).toBe('sign-in.wrongCode'); // used at the enrolment
  pass(1);
  expect((await give(wrong())).body.code).toBe('sign-in.wrongCode');
  expect((await give(codeNow())).status).toBe(204);
  expect((await half.get('/api/me')).body.account.secondFactor).toBe(true);
  expect((await give(codes[0])).body.code).toBe('sign-in.expired');

  const lost = browser();
  await lost.post('/api/sign-in', { username: 'zhou.wu', password });
  expect((await lost.post('/api/sign-in/second-factor', { code: codes[0].toUpperCase() })).status).toBe(204);
  const again = browser();
  await again.post('/api/sign-in', { username: 'zhou.wu', password });
  expect((await again.post('/api/sign-in/second-factor', { code: codes[0] })).body.code).toBe('sign-in.wrongCode');
  pass(6);
  expect((await again.post('/api/sign-in/second-factor', { code: codes[1] })).body.code).toBe('sign-in.expired');

  expect((await lost.post('/api/me/second-factor/remove', { code: codes[2] })).status).toBe(204);
  expect((await browser().post('/api/sign-in', { username: 'zhou.wu', password })).body.secondFactor).toBe(false);
  expect(await actsOf(account)).toEqual(
    expect.arrayContaining(['identity.second-factor-add', 'identity.second-factor-remove']),
  );
  const { rows } = await database.owner.query('select secret from identity.second_factors where account = $1', [
    account,
  ]);
  expect(rows[0].secret.toString('latin1')).not.toContain(enrolment.secret);
});

test('codes of the second factor cannot be guessed at leisure', async () => {
  const { password } = await create('wu.liu', ['UNIT_STAFF']);
  const opened = await at('wu.liu', password);
  const { secret } = (await opened.post('/api/me/second-factor')).body;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now.getTime() });
  await opened.post('/api/me/second-factor/confirm', { code });
  const said: string[] = [];
  for (let guess = 0; guess < 7; guess++) {
    // Beginning anew with the right password wins no further guesses.
    const half = browser('192.0.2.77');
    await half.post('/api/sign-in', { username: 'wu.liu', password });
    said.push((await half.post('/api/sign-in/second-factor', { code: 'wrong-code-here' })).body.code);
  }
  expect(said).toEqual([...Array(5).fill('sign-in.wrongCode'), 'sign-in.throttled', 'sign-in.throttled']);
});
