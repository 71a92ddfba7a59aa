import type { NewAccount } from '../../platform/identity/contract.ts';
import { Browser } from '../../platform/identity/testing/browser.ts';
import type { House } from './house.ts';

/** A browser in which a newcomer is signed in: the system administrator made the account, the newcomer chose a password. */
export async function hire(house: House, account: NewAccount): Promise<Browser> {
  const administrator = await house.at('SYSTEM_ADMIN');
  const made = await administrator.post('/api/accounts', account);
  if (made.status !== 200) throw new Error(`${account.username} got no account: ${JSON.stringify(made.body)}`);
  const browser = new Browser(house.server.app);
  const next = 'a password of one person alone';
  for (const [address, body] of [
    ['/api/sign-in', { username: account.username, password: made.body.password }],
    ['/api/me/password', { current: made.body.password, next }],
  ] as const) {
    const { status, body: answer } = await browser.post(address, body);
    if (status >= 300) throw new Error(`${account.username} at ${address}: ${status} ${JSON.stringify(answer)}`);
  }
  return browser;
}
