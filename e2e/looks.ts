import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Language } from './desk.ts';

/** What a page says of itself: everything but the data, which is Chinese in every language. */
const ownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // Data: the account's own name, values and titles of records, what stands in a workbook (a sheet's table is named after it).
    const data =
      '.account, [lang^=zh], .figure-card, .ant-select-selection-item, canvas, td, tbody th, section section';
    const shown = (selector: string): HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (element) => !element.closest(data) && element.offsetParent !== null,
      );
    return [
      ...shown('button, th, dt, label, legend, summary, h2, nav a, .page-back, [role=status]').map(
        (one) => one.innerText,
      ),
      ...shown('[placeholder]').map((one) => one.getAttribute('placeholder')!),
      ...shown('[aria-label]:not(section)').map((one) => one.getAttribute('aria-label')!),
    ]
      .map((text) => text.trim())
      .filter((text) => text !== '');
  });

/** What is wrong with the page as it stands: for people who cannot see or point well, for its width, and for its language. */
export async function faultsOfPage(page: Page, language: Language): Promise<string[]> {
  const faults: string[] = [];
  const { violations } = await new AxeBuilder({ page })
    // Our pages hold no frames of another origin, for which alone axe opens a second page to finish in: half the time.
    .setLegacyMode()
    .options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] })
    .analyze();
  for (const { id, impact, nodes } of violations) {
    if (impact === 'serious' || impact === 'critical')
      faults.push(`${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`wider than the screen by ${wide} px`);
  for (const text of await ownTexts(page)) {
    if (/\{\w+\}|undefined|\[object|\b[a-z]+\.[a-z]+[A-Z]\w*\b/.test(text)) faults.push(`not a text: ${text}`);
    if (language === 'en' && /\p{Script=Han}/u.test(text)) faults.push(`not translated: ${text}`);
  }
  return faults;
}

/** Holds the page as it stands now against `faultsOfPage`. */
export async function mustLookRight(page: Page, language: Language, where: string): Promise<void> {
  expect(await faultsOfPage(page, language), `${where}, ${language}`).toEqual([]);
}
