import { ask, expect, test } from './desk.ts';
import { house } from './setup/house.ts';

const shown = '教育整顿办主任';

test('a newcomer signs in with the generated password and sees what the programme stands at', async ({ at }) => {
  const page = await at();
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('用户名').fill('office-director');
  await page.getByLabel('密码', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('密码');

  await page.getByLabel('密码', { exact: true }).fill(house().passwords['office-director']!);
  await page.getByRole('button', { name: '显示密码' }).click();
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue(house().passwords['office-director']!);
  await page.getByRole('button', { name: '登录', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText(shown);
  await expect(page.getByRole('complementary', { name: '演示标记' })).toContainText('虚构');
  const cards = page.locator('.figure-cards button');
  await expect(cards.first()).toBeVisible();
  const { figures } = await ask<{ figures: { words: { zh: string }; value: number | string | null }[] }>(
    page,
    '/api/figures',
  );
  for (const card of await cards.all()) {
    const [name, value] = await Promise.all([
      card.locator('.figure-name').innerText(),
      card.locator('.figure-value').innerText(),
    ]);
    const figure = figures.find(({ words }) => words.zh === name);
    expect(figure, name).toBeDefined();
    expect(typeof figure!.value, `${name}: ${value}`).not.toBe('object');
  }
});

test('the language is switched in the header and remembered', async ({ at }) => {
  const page = await at('office-staff');
  await page.goto('/registers');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台账');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Registers');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Officers', exact: true })).toBeVisible();
});

test('signing out ends the session, and the page asked for comes after signing in', async ({ at }) => {
  const page = await at();
  await page.goto('/registers/organisation.units');
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('用户名').fill('auditor');
  await page.getByLabel('密码', { exact: true }).fill(house().passwords.auditor!);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('单位');
  await page.getByRole('button', { name: /审计员/ }).click();
  await page.getByText('退出登录').click();
  await expect(page).toHaveURL(/sign-in/);
  expect((await page.request.get('/api/me')).status()).toBe(401);
});
