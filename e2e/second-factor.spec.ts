import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { mustLookRight } from './looks.ts';

const USERNAME = 'e2e.two-steps';
const PASSWORD = 'a sentence nobody else knows';

/** The code an authenticator shows (RFC 6238: SHA-1, six digits, steps of thirty seconds). @param step from the present one */
function codeOf(secret: string, step = 0): string {
  const bits = [...secret].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'));
  const key = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A code that is not right at any time near now. */
function wrongCode(secret: string): string {
  const right = new Set([-3, -2, -1, 0, 1, 2, 3].map((step) => codeOf(secret, step)));
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777'].find(
    (code) => !right.has(code),
  )!;
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('用户名').fill(USERNAME);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

async function give(page: Page, code: string, action: string): Promise<void> {
  const field = page.locator('input[autocomplete=one-time-code]');
  await field.fill(code);
  await page.getByRole('button', { name: action, exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /双步骤/ }).click();
  await page.getByText('退出登录').click();
  await expect(page).toHaveURL(/sign-in/);
}

/** An account of its own, because a second factor ends the other sessions of its account. */
async function account(admin: Page, page: Page): Promise<void> {
  const send = (from: Page, path: string, data: unknown) =>
    from.request.post(path, { headers: { 'x-mingjing': '1' }, data });
  const made = await send(admin, '/api/accounts', { username: USERNAME, name: '双步骤', roles: ['AUDITOR'] });
  expect(made.status()).toBe(200);
  const { password } = await made.json();
  expect((await send(page, '/api/sign-in', { username: USERNAME, password })).status()).toBe(200);
  expect((await send(page, '/api/me/password', { current: password, next: PASSWORD })).ok()).toBe(true);
  await send(page, '/api/sign-out', {});
}

test('the second factor is switched on, asked for at the sign-in, and guards its own removal', async ({ at }) => {
  const page = await at();
  await account(await at('system-admin'), page);
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('双步骤');
  let secret = '';
  let recovery: string[] = [];

  await test.step('it is switched on with a code of the authenticator; a wrong one is refused', async () => {
    await page.goto('/account');
    await page.getByRole('button', { name: '启用双重验证' }).click();
    await expect(page.getByRole('img', { name: '验证器二维码' })).toBeVisible();
    secret = (await page.locator('.enrolment pre, .enrolment code').innerText()).replace(/\s/g, '');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await mustLookRight(page, 'zh', 'switching the second factor on');
    await give(page, wrongCode(secret), '确认启用');
    await expect(page.getByRole('alert')).toContainText('验证码不正确');
    // The step before counts too, which leaves the present one and the next for what follows without waiting.
    // Not at the very end of the present one, though: the step before would be two steps old when it arrives.
    await expect.poll(() => 30 - ((Date.now() / 1000) % 30), { timeout: 30_000 }).toBeGreaterThan(10);
    await give(page, codeOf(secret, -1), '确认启用');
    await expect(page.getByText('恢复码只显示这一次')).toBeVisible();
    recovery = (await page.locator('.account-page pre').innerText()).trim().split(/\s+/);
    expect(new Set(recovery).size).toBe(10);
    await mustLookRight(page, 'zh', 'recovery codes');
    await page.getByRole('button', { name: '已保存' }).click();
    await expect(page.getByText(recovery[0]!)).toHaveCount(0);
    await expect(page.getByText('已启用。登录时除密码外')).toBeVisible();
  });

  await test.step('the password alone opens nothing', async () => {
    await signOut(page);
    await signIn(page);
    await expect(page.getByLabel(/验证码/)).toBeFocused();
    await mustLookRight(page, 'zh', 'the code at the sign-in');
    expect((await page.request.get('/api/registers')).status()).toBe(401);
    await give(page, wrongCode(secret), '确认');
    await expect(page.getByRole('alert')).toContainText('验证码不正确');
  });

  await test.step('the code opens the desk, once', async () => {
    const code = codeOf(secret);
    await give(page, code, '确认');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('双步骤');
    await signOut(page);
    await signIn(page);
    await give(page, code, '确认');
    await expect(page.getByRole('alert')).toContainText('已使用过');
  });

  await test.step('a recovery code stands in for the authenticator', async () => {
    await give(page, recovery[0]!.toUpperCase(), '确认');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('双步骤');
  });

  await test.step('taking it away is confirmed by a code; then the password is enough again', async () => {
    await page.goto('/account');
    await page.getByRole('button', { name: '停用双重验证' }).click();
    await give(page, recovery[0]!, '停用双重验证');
    await expect(page.getByRole('alert')).toContainText('已使用过');
    await give(page, codeOf(secret, 1), '停用双重验证');
    await expect(page.getByText('未启用。启用后')).toBeVisible();
    await signOut(page);
    await signIn(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('双步骤');
  });

  await test.step('the same page in English and on a phone', async () => {
    for (const language of ['en', 'zh'] as const) {
      const other = await at('auditor', { language, phone: true });
      await other.goto('/account');
      await other.getByRole('button', { name: /启用双重验证|Add a second factor/ }).click();
      await expect(other.locator('.enrolment')).toBeVisible();
      await mustLookRight(other, language, 'switching the second factor on');
      await other.getByRole('button', { name: /取消|Cancel/ }).click();
      await expect(other.locator('.enrolment')).toHaveCount(0);
    }
  });
});
