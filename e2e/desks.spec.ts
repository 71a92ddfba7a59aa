import { ask, expect, test } from './desk.ts';
import { mustLookRight } from './looks.ts';

interface Item {
  readonly words: { readonly en: string };
  readonly page: string;
  readonly waiting: number;
  readonly late: number;
  readonly changed: number;
}

/** Whose home says what needs them, and the items that stand there. */
const desks: Readonly<Record<string, readonly string[]>> = {
  'clue-manager': ['/gaps', '/gaps'],
  'case-handler': ['/rechecks'],
  approver: [],
  'discipline-liaison': ['/reports', '/self-reports', '/clue-openings', '/rechecks', '/rechecks', '/gaps', '/gaps'],
  supervisor: ['/supervised-clues', '/interference/returns', '/rechecks'],
  auditor: ['/clue-openings', '/rechecks', '/gaps'],
  'unit-head': ['/interference/returns', '/talks'],
  'officer-self': ['/papers', '/my-talks', '/my-file'],
};

for (const [role, expected] of Object.entries(desks)) {
  const phone = role === 'officer-self';
  test(`the desk of ${role} says at a glance what needs it, and each thing opens its page`, async ({ at }) => {
    const page = await at(role, { phone });
    const { items } = await ask<{ items: Item[] }>(page, '/api/desk/items');
    expect(items.map((item) => item.page).sort()).toEqual([...expected].sort());
    for (const language of ['zh', 'en'] as const) {
      await page.goto('/');
      await page.evaluate((chosen) => localStorage.setItem('mingjing.language', chosen), language);
      await page.reload();
      const row = page.locator('.needs-you');
      await expect(row.getByRole('link').first()).toBeVisible();
      for (const item of items) await expect(row.locator(`a[href="${item.page}"]`).first()).toBeVisible();
      // What is late stands before what waits, and that before the rest, whether matter or not.
      const needs = await row
        .getByRole('link')
        .evaluateAll((links) =>
          links.map((link) =>
            ['.need-changed', '.need-waiting', '.need-late'].findLastIndex((kind) => link.querySelector(kind)),
          ),
        );
      expect(needs.length).toBeGreaterThan(0);
      expect(needs).toEqual(needs.toSorted((a, b) => b - a));
      await page.waitForLoadState('networkidle');
      await mustLookRight(page, language, `home of ${role}`);
      await page.screenshot({ path: `dist/e2e/desk-${role}-${language}.png`, fullPage: true });
    }
    for (const item of items) {
      await page.goto('/');
      await page.locator(`.needs-you a[href="${item.page}"]`, { hasText: item.words.en }).click();
      await expect(page).toHaveURL(new RegExp(`${item.page}$`));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
  });
}

test('an officer begins a record of interference in one tap, on targets a thumb finds', async ({ at }) => {
  const page = await at('officer-self', { phone: true });
  await page.goto('/');
  const targets = page.locator('.needs-you a, .shortcuts a');
  await expect(targets).toHaveCount(5);
  for (const target of await targets.all()) expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(48);
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('link', { name: '记录干预过问' }).click();
  await expect(page).toHaveURL(/\/interference\/record$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the supervisor sees letters late first, and an overseer every emergency opening', async ({ at }) => {
  const supervisor = await at('supervisor');
  await supervisor.goto('/supervised-clues');
  const lines = supervisor.getByRole('row');
  await expect(lines.nth(1)).toBeVisible();
  const standing = await lines.locator('td:first-of-type').allTextContents();
  const rank = ['逾期未报告', '办理中', '已报告，待解除'];
  const ranks = standing.map((text) => rank.indexOf(text));
  expect(ranks).not.toContain(-1);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));

  // The supervisor opens a clue without being named for it; the auditor's desk tells so at once.
  const clue = (await supervisor.getByRole('row').nth(1).getByRole('link').getAttribute('href'))!.split('/').at(-1)!;
  const reason = '承办人失联，须立即核实督办进度';
  const answer = await supervisor.request.post(`/api/clues/${clue}/break-glass`, {
    headers: { 'x-mingjing': '1' },
    data: { reason },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  for (const language of ['zh', 'en'] as const) {
    for (const phone of [false, true]) {
      const seat = `${phone ? 390 : 1440}-${language}`;
      const board = await at('supervisor', { language, phone });
      await board.goto('/supervised-clues');
      await expect(board.getByRole('row').nth(1)).toBeVisible();
      await mustLookRight(board, language, 'supervised clues');
      await board.screenshot({ path: `dist/e2e/supervised-${seat}.png` });
      const auditor = await at('auditor', { language, phone });
      await auditor.goto('/clue-openings');
      await expect(auditor.getByText(reason).first()).toBeVisible();
      await mustLookRight(auditor, language, 'emergency openings');
      await auditor.screenshot({ path: `dist/e2e/openings-${seat}.png` });
    }
  }
  const auditor = await at('auditor');
  await auditor.goto('/');
  await expect(auditor.locator('.needs-you a[href="/clue-openings"]')).toContainText('一日内变动');
});
