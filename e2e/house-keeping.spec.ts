import { readFile } from 'node:fs/promises';
import { ask, expect, test } from './desk.ts';
import { signedHead } from './verifier.ts';

test('the ledger page shows a signed checkpoint that can be taken away and checked', async ({ at }) => {
  const page = await at('auditor');
  await page.goto('/ledger');
  await expect(page.getByRole('heading', { name: '如何离线核验' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载检查点' }).click(),
  ]);
  const { publicKey } = await ask<{ publicKey: string }>(page, '/api/ledger');
  const head = signedHead(await readFile(await download.path(), 'utf8'), publicKey);
  expect(head!.size).toBeGreaterThan(100);
  const altered = (await readFile(await download.path(), 'utf8')).replace(/\n(\d)/, (_, first) =>
    first === '9' ? '\n8' : '\n9',
  );
  expect(signedHead(altered, publicKey)).toBeUndefined();
});

test('the administrator creates an account, whose password is shown once and must be changed at the first sign-in', async ({
  at,
}) => {
  const admin = await at('system-admin');
  await admin.goto('/accounts');
  await admin.getByRole('button', { name: '新建账号' }).click();
  const form = admin.getByRole('dialog');
  await form.getByLabel('用户名').fill('e2e.auditor');
  await form.getByLabel('姓名').fill('李审计');
  await form.getByLabel('角色').click();
  await admin.keyboard.type('审计员');
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('Escape');
  await form.getByRole('button', { name: '建立账号' }).click();
  const handed = admin.getByRole('dialog').filter({ hasText: '密码只显示这一次' });
  await expect(handed).toContainText('e2e.auditor');
  const password = /[a-z0-9]{4}(?:-[a-z0-9]{4})+/.exec(await handed.innerText())![0];
  await handed.getByRole('button', { name: '已记下，关闭' }).click();
  await expect(admin.getByText(password)).toHaveCount(0);
  await expect(admin.getByText('e2e.auditor')).toBeVisible();

  const page = await at();
  await page.goto('/');
  await page.getByLabel('用户名').fill('e2e.auditor');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('首次登录，请先修改密码');
  expect((await page.request.get('/api/registers')).status()).toBe(403);
  const mine = 'a sentence that is easy to keep';
  await page.getByLabel('当前密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(mine);
  await page.getByLabel('再输一次新密码').fill(mine);
  await page.getByRole('button', { name: '保存新密码' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('李审计');
});
