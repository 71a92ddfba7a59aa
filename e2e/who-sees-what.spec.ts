import { ask, expect, test } from './desk.ts';

interface List {
  readonly rows: readonly { readonly record: string; readonly values: Readonly<Record<string, string>> }[];
  readonly total: { readonly number: number };
}

test('a unit does not find the record of another unit, even by its address', async ({ at }) => {
  const staff = await at('unit-staff');
  const { unit } = await ask<{ unit: { record: string } }>(staff, '/api/me');
  const office = await at('office-staff');
  const { rows } = await ask<List>(office, '/api/registers/education.activities/records?limit=200');
  const foreign = rows.find(({ values }) => values.leadUnit !== unit.record)!;
  const address = `/registers/education.activities/${foreign.record}`;

  await office.goto(address);
  await expect(office.getByRole('heading', { name: '历史' })).toBeVisible();
  await staff.goto(address);
  await expect(staff.getByText('没有找到该记录。')).toBeVisible();
  await expect(staff.getByText(foreign.values.title!)).toHaveCount(0);
  expect((await staff.request.get(`/api${address.replace('activities/', 'activities/records/')}`)).status()).toBe(404);
});

test('an officer sees the own file only, with the number masked', async ({ at }) => {
  const page = await at('officer-self');
  const { officer } = await ask<{ officer: string }>(page, '/api/me');
  await page.goto('/registers/organisation.officers');
  await expect(page.locator('.page-lead')).toHaveText('共 1 条');
  const { rows } = await ask<List>(page, '/api/registers/organisation.officers/records');
  expect(rows.map(({ record }) => record)).toEqual([officer]);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(
    page
      .getByRole('definition')
      .filter({ hasText: /^\d{3,6}\*+/ })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /修\s*改/ })).toHaveCount(0);
});

test('the administrator sees no content', async ({ at }) => {
  const page = await at('system-admin');
  await page.goto('/registers');
  await expect(page.getByRole('link', { name: '政法干警', exact: true })).toHaveCount(0);
  for (const path of ['/api/registers', '/api/registers/organisation.officers/records', '/api/imports'])
    expect((await page.request.get(path)).status(), path).toBe(403);
  const { figures } = await ask<{ figures: { id: string; records: number }[] }>(page, '/api/figures');
  expect(figures.filter(({ records }) => records > 0)).toEqual([]);
});
