import { expect, type Locator, type Page } from '@playwright/test';

/** The day it is in the city, as forms take it: asked for each time, since midnight may pass between two steps. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** The form that is open over a page, named by its title. */
export const formOf = (page: Page, title: string): Locator => page.getByRole('dialog').filter({ hasText: title });

/** Chooses one of a list by what the list says. */
export async function choose(form: Locator, label: string, option: string): Promise<void> {
  await form.getByLabel(label, { exact: true }).click();
  await form.page().locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

/** Finds a record by typing part of its name, and chooses it. */
export async function find(form: Locator, label: string, typed: string, option: string): Promise<void> {
  const field = form.getByLabel(label, { exact: true });
  await field.click();
  await field.fill(typed);
  await form.page().locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

/** Types a day as people write it in ISO 8601. */
export async function day(form: Locator, label: string, date: string): Promise<void> {
  const field = form.getByLabel(label, { exact: true });
  await field.fill(date);
  await field.press('Enter');
}

/** Takes one step of the matter on the page: opens its form, fills it in, sends it, and sees it done. */
export async function take(page: Page, step: string, fill: (form: Locator) => Promise<void> = async () => undefined) {
  const button = page.getByRole('button', { name: step, exact: true });
  const others = page.getByRole('button', { name: /^其他操作/ });
  await expect(button.or(others).first()).toBeVisible();
  if (await button.isVisible()) await button.click();
  else {
    await others.click();
    await page.getByRole('menuitem', { name: step, exact: true }).click();
  }
  const form = formOf(page, step);
  await fill(form);
  await form.getByRole('button', { name: step, exact: true }).click();
  await expect(page.getByText(`已办理：${step}`)).toBeVisible();
  await expect(form).toHaveCount(0);
}
