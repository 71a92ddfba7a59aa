import { ask, expect, test } from './desk.ts';

interface Figure {
  readonly id: string;
  readonly words: { readonly zh: string; readonly en: string };
  readonly value: number | string | null;
  readonly records: number;
}

test('a figure says what it asks and opens exactly its records, down to one of them', async ({ at }) => {
  const page = await at('office-director');
  const { figures } = await ask<{ figures: Figure[] }>(page, '/api/figures');
  // One whose records fill some pages, and not so many that turning them would take long.
  const lectures = figures.find(({ value, records }) => value === records && records > 60 && records < 400)!;
  await page.goto('/figures');
  await page.getByRole('link', { name: lectures.words.zh, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lectures.words.zh);
  await expect(page.locator('.figure-headline-value')).toContainText(Number(lectures.value).toLocaleString('en'));
  await expect(page.locator('.definition').first()).toContainText(/台账/);

  let counted = await page.locator('tbody tr[data-row-key]').count();
  const status = page.locator('.pager').getByRole('status');
  while (await page.getByRole('button', { name: '下一页' }).isEnabled()) {
    const before = await status.innerText();
    await page.getByRole('button', { name: '下一页' }).click();
    await expect(status).not.toHaveText(before);
    await expect(page.locator('section[aria-busy=false]')).toBeVisible();
    counted += await page.locator('tbody tr[data-row-key]').count();
  }
  expect(counted).toBe(lectures.records);
  await page.locator('tbody tr[data-row-key]').first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: '历史' })).toBeVisible();
});

test('every cross-check holds in the city', async ({ at }) => {
  const page = await at('office-director');
  const { checks } = await ask<{ checks: { id: string; holds: boolean }[] }>(page, '/api/figures/checks');
  expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  await page.goto('/figures');
  await expect(page.locator('.checks > li')).toHaveCount(checks.length);
  await expect(page.locator('.check-broken')).toHaveCount(0);
});
