import { ask, expect, test } from './desk.ts';
import { opened } from './workbooks.ts';

interface List {
  readonly rows: readonly { readonly record: string; readonly values: Readonly<Record<string, unknown>> }[];
  readonly total: { readonly number: number; readonly exact: boolean };
}

const list = '/api/registers/education.activities/records';
const lectures = { kind: ['PARTY_LECTURE'] };
const asked = (query: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString();

test('a register is filtered, sorted, paged, looked at as of a day, and exported as it is asked', async ({ at }) => {
  const page = await at('office-staff');
  await page.goto('/registers');
  await page.getByRole('link', { name: '学习教育活动', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('学习教育活动');
  const lead = page.locator('.page-lead');
  const all = await ask<List>(page, list);
  await expect(lead).toHaveText(`共 ${all.total.number.toLocaleString('en')} 条`);

  await test.step('filtered by kind', async () => {
    await page.getByRole('button', { name: '筛选' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('combobox', { name: '活动类型' }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle('专题党课').click();
    await page.keyboard.press('Escape');
    await drawer.getByRole('button', { name: '查看结果' }).click();
    const { total } = await ask<List>(page, `${list}?${asked({ where: lectures })}`);
    expect(total.number).toBeLessThan(all.total.number);
    await expect(lead).toHaveText(`共 ${total.number.toLocaleString('en')} 条`);
    await expect(page).toHaveURL(/where=/);
  });

  await test.step('sorted by day, both ways', async () => {
    const shown = () => page.locator('tbody tr[data-row-key]').first().getAttribute('data-row-key');
    for (const [sort, sign] of [
      ['ascending', 'heldOn'],
      ['descending', '-heldOn'],
    ] as const) {
      await page.getByRole('columnheader', { name: '活动日期' }).click();
      await expect(page.getByRole('columnheader', { name: '活动日期' })).toHaveAttribute('aria-sort', sort);
      const { rows } = await ask<List>(page, `${list}?${asked({ where: lectures, sort: sign })}`);
      await expect.poll(shown).toBe(rows[0]!.record);
    }
  });

  await test.step('paged forward and back', async () => {
    const status = page.locator('.pager').getByRole('status');
    await expect(status).toHaveText('第 1–50 条');
    const first = await page.locator('tbody tr[data-row-key]').first().getAttribute('data-row-key');
    await page.getByRole('button', { name: '下一页' }).click();
    await expect(status).toContainText('第 51–');
    await expect(page.locator(`tr[data-row-key="${first}"]`)).toHaveCount(0);
    await page.getByRole('button', { name: '上一页' }).click();
    await expect(page.locator(`tr[data-row-key="${first}"]`)).toBeVisible();
  });

  const asOf = '2021-03-31';
  const then = await ask<List>(page, `${list}?${asked({ where: lectures, asOf })}`);
  await test.step('as of a day', async () => {
    await page.getByLabel('截至日期').fill(asOf);
    await page.keyboard.press('Enter');
    await expect(lead).toHaveText(`共 ${then.total.number.toLocaleString('en')} 条`);
    expect(then.total.number).toBeGreaterThan(0);
  });

  await test.step('exported: the workbook opens and has the rows of the list', async () => {
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 Excel（xlsx）' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('学习教育活动.xlsx');
    const sheet = await opened(download);
    expect(sheet.getRow(1).values).toEqual(expect.arrayContaining(['活动编号', '活动类型', '活动日期', '牵头单位']));
    expect(sheet.actualRowCount - 1).toBe(then.total.number);
    const kind = (sheet.getRow(1).values as string[]).indexOf('活动类型');
    expect(sheet.getRow(2).getCell(kind).text).toBe('专题党课');
  });
});

test('on a phone a register is a list of cards that open their records', async ({ at }) => {
  const page = await at('office-staff', { phone: true });
  await page.goto('/');
  await page.getByRole('button', { name: '打开菜单' }).click();
  await page.getByRole('dialog').getByRole('link', { name: '台账' }).click();
  await page.getByRole('link', { name: '单位', exact: true }).click();
  const cards = page.getByRole('list', { name: '单位，记录列表' });
  const card = cards.getByRole('link').first();
  const name = await card.innerText();
  await card.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('every figure opens exactly as many records as it has', async ({ at }) => {
  const page = await at('office-director');
  const { asOf, figures } = await ask<{
    asOf: string;
    figures: { id: string; kind: string; value: unknown; base: number | null; records: number }[];
  }>(page, '/api/figures');
  let opened = 0;
  for (const { id, value, records } of figures) {
    const answer = await page.request.get(`/api/figures/${id}/records?${asked({ asOf })}`);
    if (answer.status() !== 200) continue;
    const { total } = (await answer.json()) as List;
    expect(total.number, `${id} = ${value}`).toBe(records);
    opened += 1;
  }
  expect(opened).toBeGreaterThan(60);
});
