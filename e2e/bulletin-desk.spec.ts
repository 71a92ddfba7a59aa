import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { mustLookRight } from './looks.ts';

/** A figure that counts records nobody else refers to, and whose unit is a bare counter. */
const FIGURE = { id: 'recognition.collectives', zh: '宣传报道的先进集体' };

/** Freezing reads every record of every figure. */
const FREEZING = { timeout: 180_000 };

/** The state of the bulletin as its page shows it. */
const state = (page: Page) => page.locator('.bulletin-lead .ant-tag');

/** Opens a draft from the list of bulletins, as of the day that is offered or another one. @returns its address */
async function draft(page: Page, sequence: string, day?: string): Promise<string> {
  await page.goto('/bulletins');
  await page.getByRole('button', { name: '新建通报' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('截至日期')).not.toHaveValue('');
  if (day) {
    await dialog.getByLabel('截至日期').fill(day);
    await page.keyboard.press('Enter');
  }
  await dialog.getByLabel('第几次新闻发布会').fill(sequence);
  await dialog.getByRole('button', { name: '建立草稿' }).click();
  await expect(state(page)).toHaveText('草稿');
  return new URL(page.url()).pathname;
}

/** The value of the figure as the records stand now. */
async function figureValue(page: Page, asOf?: string): Promise<number> {
  const path = asOf ? `/api/figures?asOf=${asOf}` : '/api/figures';
  const { figures } = await ask<{ figures: { id: string; value: number }[] }>(page, path);
  return figures.find(({ id }) => id === FIGURE.id)!.value;
}

test('a bulletin is written with figure marks, checked, frozen, published by another, corrected and compared', async ({
  at,
}) => {
  const editor = await at('press-editor');
  const director = await at('office-director');
  const before = await figureValue(director);
  const address = await draft(editor, '7');
  const written = `全市${before}个先进集体`;

  await test.step('a part is added, with a mark set by keyboard and a number typed by hand', async () => {
    await editor.getByLabel('标题', { exact: true }).fill('昭澄市政法队伍教育整顿情况通报（七）');
    await editor.getByRole('button', { name: '增加一部分' }).click();
    await editor.getByRole('textbox', { name: '第 6 部分标题' }).fill('宣传报道');
    const paragraph = editor.getByRole('textbox', { name: '第 6 部分第 1 段', exact: true });
    await paragraph.click();
    await editor.keyboard.type('共有5000人受到教育，宣传');
    await editor.keyboard.press('Control+k');
    await editor.getByRole('textbox', { name: '按名称或标识查找口径' }).fill(FIGURE.id);
    await editor.keyboard.press('Enter');
    await expect(editor.getByRole('dialog')).toBeHidden();
    await editor.keyboard.type('先进集体。');
    await expect(paragraph).toHaveText(new RegExp(`共有5000人受到教育，宣传${before}\\s?个先进集体。`));
    await expect(editor.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
    await mustLookRight(editor, 'zh', 'a draft at work');
  });

  await test.step('the checks name the number that no figure stands behind, until it is taken out', async () => {
    const findings = editor.locator('.findings');
    await expect(findings).toContainText('5000');
    const paragraph = editor.getByRole('textbox', { name: '第 6 部分第 1 段', exact: true });
    await paragraph.click();
    await editor.keyboard.press('Control+Home');
    for (const _ of '共有5000人受到教育，') await editor.keyboard.press('Delete');
    await editor.getByRole('button', { name: '立即保存' }).click();
    await expect(findings).not.toContainText('5000');
  });

  await test.step('a mark is opened by keyboard and prints a round number instead', async () => {
    const paragraph = editor.getByRole('textbox', { name: '第 6 部分第 1 段', exact: true });
    await paragraph.locator('[data-figure]').focus();
    await editor.keyboard.press('Enter');
    const dialog = editor.getByRole('dialog', { name: FIGURE.zh });
    await dialog.getByText('…余').click();
    await expect(dialog.locator('.mark-preview')).toContainText('余');
    await dialog.getByRole('button', { name: '完成' }).click();
    await expect(paragraph).toContainText('余');
    await editor.getByText('预览', { exact: true }).click();
    await expect(editor.locator('article.sheet')).toContainText('六、宣传报道');
    await editor.getByText('编辑', { exact: true }).click();
    await expect(editor.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  });

  await test.step('it is frozen; what was written no longer changes, and whoever froze it is not offered to publish', async () => {
    await editor.getByRole('button', { name: '冻结', exact: true }).click();
    const dialog = editor.getByRole('dialog', { name: '冻结这份通报？' });
    await dialog.getByRole('button', { name: '冻结', exact: true }).click();
    await expect(state(editor)).toHaveText('已冻结', FREEZING);
    await expect(editor.getByRole('button', { name: '发布', exact: true })).toHaveCount(0);
    await expect(editor.locator('.text-editor')).toHaveCount(0);
    await mustLookRight(editor, 'zh', 'a frozen bulletin');
  });

  await test.step('the director opens the records behind a mark and publishes', async () => {
    await director.goto(address);
    await director
      .locator('article.sheet')
      .getByRole('link', { name: `${before}个` })
      .first()
      .click();
    const drawer = director.getByRole('dialog', { name: FIGURE.zh });
    await expect(drawer).toContainText(`冻结的 ${before} 条记录`);
    await mustLookRight(director, 'zh', 'records behind a mark');
    await director.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await director.getByRole('button', { name: '发布', exact: true }).click();
    await director.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await expect(state(director)).toHaveText('已发布');
    await expect(director.getByRole('link', { name: '在公众站查看' })).toBeVisible();
  });

  await test.step('a correction of what the records still say is refused', async () => {
    await correct(director, '录入人员发现一条重复记录');
    await expect(director.getByRole('dialog').getByRole('alert')).toBeVisible();
    // A mis-tap asks before the cause that was typed is lost.
    await director.keyboard.press('Escape');
    const asked = director.getByRole('dialog', { name: '放弃已填写的内容？' });
    await mustLookRight(director, 'zh', 'asked before a form is closed');
    await asked.getByRole('button', { name: '继续填写' }).click();
    await expect(director.getByLabel(/^更正原因/)).toHaveValue('录入人员发现一条重复记录');
    await director.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await asked.getByRole('button', { name: '放弃' }).click();
    await expect(director.getByLabel(/^更正原因/)).toHaveCount(0);
  });

  await test.step('a record behind the figure is voided', async () => {
    const staff = await at('office-staff');
    await staff.goto(`/figures/${FIGURE.id}`);
    await staff.getByRole('table').getByRole('link').first().click();
    await staff.getByRole('button', { name: '作废', exact: true }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByLabel(/^原因/).fill('与另一条记录重复');
    await dialog.getByRole('button', { name: '作废', exact: true }).click();
    await expect(staff.locator('.versions')).toContainText('已作废');
    expect(await figureValue(staff)).toBe(before - 1);
  });

  await test.step('the correction stands beside the frozen value, with its cause and a notice to take away', async () => {
    await correct(director, '一条记录重复，已作废');
    await expect(state(director)).toHaveText('已更正');
    const told = director.locator('.corrections');
    await expect(told.locator('del')).toContainText(String(before));
    await expect(told.locator('ins')).toContainText(String(before - 1));
    await expect(told).toContainText('一条记录重复，已作废');
    await expect(director.locator('article.sheet')).toContainText(written.slice(2, -4));
    const [notice] = await Promise.all([
      director.waitForEvent('download'),
      told.getByRole('link', { name: /下载更正说明/ }).click(),
    ]);
    expect((await readFile(await notice.path())).length).toBeGreaterThan(100);
    await mustLookRight(director, 'zh', 'a corrected bulletin');
  });

  await test.step('the next draft is compared with it, figure by figure', async () => {
    const day = '2021-06-30';
    await draft(editor, '8', day);
    await editor.getByRole('tab', { name: '与上次比较' }).click();
    const after = await figureValue(director, day);
    const change = after - before;
    const row = editor.getByRole('row').filter({ hasText: FIGURE.zh });
    await expect(row.getByRole('cell')).toHaveText([
      `${before} 个`,
      `${after} 个`,
      change === 0 ? '不变' : `${change > 0 ? '+' : '−'}${Math.abs(change)} 个`,
    ]);
    await mustLookRight(editor, 'zh', 'the comparison');
  });

  for (const [language, phone] of [
    ['en', false],
    ['en', true],
    ['zh', true],
  ] as const) {
    await test.step(`the same pages in ${language}${phone ? ' on a phone' : ''}`, async () => {
      const page = await at('office-director', { language, phone });
      for (const path of ['/bulletins', address, new URL(editor.url()).pathname]) {
        await page.goto(path);
        await expect(page.locator('.bulletin-lead, tbody')).not.toHaveCount(0);
        await expect(page.locator('.ant-spin-spinning')).toHaveCount(0);
        await mustLookRight(page, language, path);
      }
    });
  }
});

/** Asks for a correction of the figure; whether it is taken is for the caller to see. */
async function correct(page: Page, cause: string): Promise<void> {
  await page.getByRole('button', { name: '更正', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('口径').click();
  await page.keyboard.type(FIGURE.zh);
  await page.keyboard.press('Enter');
  await dialog.getByLabel(/^更正原因/).fill(cause);
  await dialog.getByRole('button', { name: '更正', exact: true }).click();
}
