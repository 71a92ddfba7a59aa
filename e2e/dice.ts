import type { Page } from '@playwright/test';

/** Moves the hour of the dice ceremony to this moment, in the plan that the page is about to commit to: no journey waits for a minute to be over. */
export async function diceNow(page: Page): Promise<void> {
  await page.route('**/api/recheck/plans', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const plan = route.request().postDataJSON() as { seed: object };
    const at = new Date(Date.now() + 2_000).toISOString();
    return route.continue({ postData: { ...plan, seed: { ...plan.seed, at } } });
  });
}
