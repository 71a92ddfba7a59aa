import { expect, test } from 'vitest';
import { generatePassword, hashPassword, verifyPassword } from './passwords.ts';
import { networkOf } from './throttle.ts';

test('a password is taken however the keyboard composed it, and no other', async () => {
  const hash = await hashPassword('Ångström 密码 ﬁve');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await verifyPassword('A\u030angstro\u0308m 密码 five', hash)).toBe(true);
  expect(await verifyPassword('angström 密码 five', hash)).toBe(false);
  expect(await hashPassword('Ångström 密码 ﬁve')).not.toBe(hash);
});

test('the cost stands in the hash: an older one still opens', async () => {
  // A test vector of the reference implementation (P-H-C/phc-winner-argon2).
  const known = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword('password', known)).toBe(true);
  expect(await verifyPassword('Password', known)).toBe(false);
});

test('where there is no hash nothing is right, and a damaged one is said to be', async () => {
  expect(await verifyPassword('', undefined)).toBe(false);
  await expect(verifyPassword('x', 'plain')).rejects.toThrow('not in its format');
});

test('a generated password can be read aloud', () => {
  expect(generatePassword()).toMatch(/^([a-hjkmnp-z2-9]{4}-){5}[a-hjkmnp-z2-9]{4}$/);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
  ['2001:0db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
