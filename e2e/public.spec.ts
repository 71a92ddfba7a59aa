import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ask, expect, type Language, test } from './desk.ts';
import { mustLookRight } from './looks.ts';
import { correctedBulletin, type Released } from './release.ts';

const said = {
  zh: {
    verify: '核验',
    close: '关闭',
    base: '基数的记录',
    more: /再显示/,
    notice: '下载更正说明',
    checker: '下载核验程序',
  },
  en: {
    verify: 'Verify',
    close: 'Close',
    base: 'Records of the base',
    more: /Show \d+ more/,
    notice: 'Download the notice',
    checker: 'Download the checker',
  },
} as const;

/** What the sheet shows of records: rows of a table at a desk, cards on a phone. */
const rows = (page: Page) => page.getByRole('dialog').locator('tbody tr, .record-cards > li');

let released: Released;
let names: string[];

test.beforeEach(async ({ at }) => {
  const director = await at('office-director');
  released = await correctedBulletin(await at('office-staff'), director);
  const individuals = await ask<{ rows: { titles: { officer: string } }[] }>(
    director,
    '/api/figures/recognition.individuals/records?limit=100',
  );
  names = individuals.rows.map(({ titles }) => titles.officer);
});

for (const [language, phone] of [
  ['zh', true],
  ['zh', false],
  ['en', true],
  ['en', false],
] as const) {
  test(`a citizen reads a bulletin, opens its figures and learns how to check it: ${language}, ${phone ? 390 : 1440} px`, async ({
    at,
  }) => {
    const page = await at(undefined, { language, phone });
    const looks = (where: string) => mustLookRight(page, language, where);

    await test.step('from the list to the bulletin, which says what was corrected', async () => {
      await page.goto('/public/');
      await expect(page.locator('.cards')).toBeVisible();
      await looks('the list');
      await page.locator(`.cards a[href$="${released.id}"]`).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(released.text.title);
      const { figure, before, after } = released.corrections[0]!;
      const told = page.locator('.corrections');
      await expect(told).toContainText(released.figures.find(({ id }) => id === figure)!.words[language]);
      await expect(told).toContainText(new RegExp(`${before}.*${after}`, 's'));
      const [notice] = await Promise.all([
        page.waitForEvent('download'),
        told.getByRole('link', { name: said[language].notice }).first().click(),
      ]);
      expect(await readFile(await notice.path(), 'utf8')).toContain(String(before));
      await looks('the bulletin');
    });

    await test.step('a mark opens as many records as were frozen, without anybody’s name', async () => {
      await openFigure(page, 'recognition.individuals', language);
      const { records } = figureOf('recognition.individuals');
      await expect(page.getByRole('dialog')).toContainText(String(records));
      await looks('a figure');
      await expect(async () => {
        const more = page.getByRole('button', { name: said[language].more });
        if ((await more.count()) > 0) await more.click();
        expect(await rows(page).count()).toBe(records);
      }).toPass({ intervals: [100] });
      const text = await page.getByRole('dialog').innerText();
      expect(names.filter((name) => text.includes(name))).toEqual([]);
      await page.getByRole('button', { name: said[language].close }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('the corrected figure keeps the frozen value and its records, with the correction beside it', async () => {
      const { figure, before } = released.corrections[0]!;
      await openFigure(page, figure, language);
      await expect(page.getByRole('dialog').locator('.corrections')).toBeVisible();
      await expect(page.getByRole('dialog').locator('.big')).toContainText(String(before));
      await looks('a corrected figure');
      // The address of an opened figure can be sent to somebody else, and the back button closes it.
      await page.goBack();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('a share opens its records and those of its base', async () => {
      const { base } = figureOf('leadingBody.headIsPrincipal');
      await page.goto(`/public/bulletins/${released.id}/figures/leadingBody.headIsPrincipal`);
      await expect(rows(page)).toHaveCount(50);
      await page.getByRole('radio', { name: said[language].base }).check();
      await expect(rows(page)).toHaveCount(50);
      await page.getByRole('button', { name: said[language].more }).click();
      await expect(rows(page)).toHaveCount(base!);
      await looks('a share');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('the way to check it needs nobody’s word', async () => {
      await page.getByRole('navigation').getByRole('link', { name: said[language].verify }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.steps a').first()).toBeVisible();
      await looks('the way to check');
      const [checker] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: said[language].checker }).click(),
      ]);
      expect(await readFile(await checker.path(), 'utf8')).toMatch(/^<!doctype html>/i);
      const { verifierKey } = await ask<{ verifierKey: string }>(page, '/api/public/about');
      await expect(page.locator('pre.note')).toHaveText(verifierKey);
    });

    await test.step('the other language is one press away and stays', async () => {
      await page.getByRole('button', { name: language === 'zh' ? 'English' : '中文' }).click();
      const other = language === 'zh' ? 'en' : 'zh';
      await expect(page.locator('html')).toHaveAttribute('lang', other === 'zh' ? /^zh/ : /^en/);
      await page.reload();
      await expect(page.getByRole('navigation').getByRole('link', { name: said[other].verify })).toBeVisible();
    });
  });
}

const figureOf = (id: string) => released.figures.find((figure) => figure.id === id)!;

/** Follows the first mark or line of the figure in the bulletin. */
async function openFigure(page: Page, id: string, language: Language): Promise<void> {
  await page.locator(`main a[href$="/figures/${id}"]`).first().click();
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 }).first()).toHaveText(
    figureOf(id).words[language],
  );
}
