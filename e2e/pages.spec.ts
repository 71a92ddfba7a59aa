import type { Page } from '@playwright/test';
import { expect, type Language, test } from './desk.ts';
import { faultsOfPage } from './looks.ts';

/** Every address a role can reach: what the menu says, and one of each kind of page behind it. */
async function addressesOf(page: Page): Promise<string[]> {
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: /菜单|Menu/ });
  await expect(menu).toBeVisible();
  const found = await menu.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const answer = await page.request.get('/api/registers/education.activities/records?limit=1');
  if (answer.ok()) {
    const { rows } = (await answer.json()) as { rows: { record: string }[] };
    found.push('/registers/education.activities', '/registers/organisation.officers');
    found.push(`/registers/education.activities/${rows[0]!.record}`);
  }
  const imports = await page.request.get('/api/imports');
  if (imports.ok())
    found.push(...(await imports.json()).imports.slice(0, 1).map(({ id }: { id: string }) => `/imports/${id}`));
  if (found.includes('/matters/clues.clues')) found.push('/matters/clues.clues/late');
  return [...found, '/password', '/no-such-page'];
}

async function inspect(page: Page, address: string, language: Language): Promise<string[]> {
  await page.goto(address);
  await expect(page.locator('h1, main h2, main .notice').first()).toBeVisible();
  await expect(page.locator('.ant-spin-spinning')).toHaveCount(0);
  const faults = await faultsOfPage(page, language);
  return faults.map((fault) => `${address}: ${fault}`);
}

/** Each role in both languages and at both widths, and the four ways among them; desks and journeys look at their own pages too. */
const visits: readonly [role: string, language: Language, phone: boolean][] = [
  ['office-director', 'zh', true],
  ['office-director', 'en', false],
  ['unit-staff', 'zh', false],
  ['unit-staff', 'en', true],
  ['system-admin', 'zh', false],
  ['system-admin', 'en', true],
];

for (const [role, language, phone] of visits) {
  test(`every page of ${role} is usable and translated: ${language}, ${phone ? 390 : 1440} px`, async ({ at }) => {
    const addresses = await addressesOf(await at(role, { language }));
    const page = await at(role, { language, phone });
    const faults: string[] = [];
    for (const address of addresses) faults.push(...(await inspect(page, address, language)));
    expect(faults).toEqual([]);
  });
}

test('the first page is usable before anybody has signed in, in both languages and both widths', async ({ at }) => {
  for (const language of ['zh', 'en'] as const)
    for (const phone of [false, true])
      expect(await inspect(await at(undefined, { language, phone }), '/sign-in', language)).toEqual([]);
});

test('the desk works by keyboard alone', async ({ at }) => {
  const page = await at('office-staff');
  await page.goto('/registers');
  await expect(page.getByRole('link', { name: '单位', exact: true })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('单位');
  await expect(page.getByRole('link', { name: '政法干警', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: '单位', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('单位');
});
