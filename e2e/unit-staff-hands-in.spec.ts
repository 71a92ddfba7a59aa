import type { Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { chosen, type Line, opened, workbook } from './workbooks.ts';

const header = ['活动编号', '活动类型', '主题', '举办日期', '地点', '单位', '人数'];
const activities = '/registers/education.activities';

/** Five sessions of the unit; `faulty` has a day that does not exist and a kind that nobody knows. */
const sessions = (unit: string, state: 'faulty' | 'corrected'): Line[] => [
  ['E2E-01', '专题党课', '第一课', '2021年3月1日', '一楼会议室', unit, 12],
  ['E2E-02', '专题讲座', state === 'faulty' ? '讲座' : '讲座（更正）', '2021.3.2', '二楼会议室', unit, 12],
  ['E2E-03', '警示教育片', '看片', '２０２１-03-03', '礼堂', unit, 15],
  ['E2E-04', '专题党课', '第二课', state === 'faulty' ? '2021年2月30日' : '2021年3月4日', '礼堂', unit, 15],
  ['E2E-05', state === 'faulty' ? '茶话会' : '党性锻炼', '第三课', '2021-03-05', '礼堂', unit, 15],
];

async function handIn(page: Page, name: string, rows: readonly Line[]): Promise<void> {
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles(chosen(name, await workbook('学习教育活动台账', header, rows)));
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByText('已检查，待登记')).toBeVisible();
}

const count = (page: Page, name: string) =>
  page
    .getByRole('region', { name: '检查结果' })
    .locator('div', { has: page.getByText(name, { exact: true }) })
    .locator('dd');

const numbers = async (page: Page): Promise<string[]> => {
  const where = encodeURIComponent(JSON.stringify({ number: { contains: 'E2E-' } }));
  const { rows } = await ask<{ rows: { values: { number: string } }[] }>(
    page,
    `/api/registers/education.activities/records?where=${where}&sort=number`,
  );
  return rows.map(({ values }) => values.number);
};

test('a workbook is recognised, its faults are named at their cells, corrected, registered and taken back whole', async ({
  at,
}) => {
  const page = await at('unit-staff');
  const { unit } = await ask<{ unit: { name: string } }>(page, '/api/me');

  await test.step('recognised and checked, nothing written', async () => {
    await handIn(page, '学习教育活动台账（3月）.xlsx', sessions(unit.name, 'faulty'));
    await expect(page.getByText('表头在第 2 行')).toBeVisible();
    await expect(page.getByText('7 列中识别 7 列')).toBeVisible();
    await expect(count(page, '数据行')).toHaveText('5');
    await expect(count(page, '新增')).toHaveText('3');
    await expect(count(page, '有错')).toHaveText('2');
    expect(await numbers(page)).toEqual([]);
  });

  await test.step('each fault stands at its cell', async () => {
    const faults = page.getByRole('region', { name: '错误清单' });
    await expect(faults.getByRole('row', { name: /^D6 台账 举办日期 2021年2月30日/ })).toBeVisible();
    await expect(faults.getByRole('row', { name: /^B7 台账 活动类型 茶话会 .*不在可选项中/ })).toBeVisible();
  });

  await test.step('the marked workbook opens with the cells filled red and the reasons beside them', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载标注错误的工作簿' }).click(),
    ]);
    const sheet = await opened(download);
    expect(sheet.getCell('D6').text).toBe('2021年2月30日');
    for (const cell of ['D6', 'B7'])
      expect(sheet.getCell(cell).fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
    expect(sheet.getCell('D5').fill ?? { pattern: 'none' }).toMatchObject({ pattern: 'none' });
    expect(sheet.getRow(7).values).toEqual(expect.arrayContaining([expect.stringContaining('茶话会”不在可选项中')]));
  });

  await test.step('all or nothing is not offered, the good rows are registered', async () => {
    await expect(page.getByRole('button', { name: '全部登记' })).toBeDisabled();
    await page.getByRole('button', { name: '只登记正确的行' }).click();
    await expect(page.getByText('已登记到台账')).toBeVisible();
    expect(await numbers(page)).toEqual(['E2E-01', 'E2E-02', 'E2E-03']);
  });

  await test.step('the same file again adds nothing', async () => {
    await page.goto('/imports');
    await page
      .locator('input[type=file]')
      .setInputFiles(
        chosen('再交一次.xlsx', await workbook('学习教育活动台账', header, sessions(unit.name, 'faulty'))),
      );
    await expect(page.getByRole('alert').or(page.getByText('未变')).first()).toBeVisible();
    expect(await numbers(page)).toEqual(['E2E-01', 'E2E-02', 'E2E-03']);
  });

  await test.step('the corrected file supersedes row by row and shows the difference', async () => {
    await handIn(page, '学习教育活动台账（3月更正）.xlsx', sessions(unit.name, 'corrected'));
    await expect(count(page, '新增')).toHaveText('2');
    await expect(count(page, '更正')).toHaveText('1');
    await expect(count(page, '未变')).toHaveText('2');
    await page.getByRole('button', { name: '全部登记' }).click();
    await expect(page.getByText('已登记到台账')).toBeVisible();
    const difference = page.getByRole('region', { name: '更正内容' }).getByRole('row', { name: /讲座（更正）/ });
    await expect(difference.locator('del')).toHaveText('讲座');
    await expect(difference.locator('ins')).toHaveText('讲座（更正）');
    expect(await numbers(page)).toEqual(['E2E-01', 'E2E-02', 'E2E-03', 'E2E-04', 'E2E-05']);
    await difference.getByRole('link').click();
    await expect(page.getByText('第 2 版')).toBeVisible();
    await expect(page.locator('.versions')).toContainText('学习教育活动台账（3月更正）.xlsx');
    await expect(page.locator('.versions')).toContainText('第 4 行');
    await page.goBack();
  });

  await test.step('taken back whole: its rows are void and what it corrected is as before', async () => {
    await page.getByRole('button', { name: '整份撤回' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因（写入存证，不能更改）').fill('交错了文件');
    await dialog.getByRole('button', { name: '整份撤回' }).click();
    await expect(page.getByText('这次导入已整份撤回')).toBeVisible();
    expect(await numbers(page)).toEqual(['E2E-01', 'E2E-02', 'E2E-03']);
    await page.goto(`${activities}?where=${encodeURIComponent(JSON.stringify({ number: { contains: 'E2E-02' } }))}`);
    await page.getByRole('table').getByRole('link').first().click();
    await expect(page.getByText('第 3 版')).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: /^讲座$/ })).toBeVisible();
  });
});

test('on a phone a file that is no workbook is refused with a reason', async ({ at }) => {
  const page = await at('unit-staff', { phone: true });
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles(chosen('名册.xlsx', Buffer.from('%PDF-1.7\n%%EOF')));
  await expect(page.getByText('文件无法读取')).toBeVisible();
  await expect(page.getByRole('alert')).not.toBeEmpty();
});
