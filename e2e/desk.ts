import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { passwordOf } from './people.ts';
import { house } from './setup/house.ts';

export { expect };
export type Language = 'zh' | 'en';

interface Seat {
  readonly language?: Language;
  /** A phone's width instead of a desk's. */
  readonly phone?: boolean;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

interface Desk {
  /** A page of the workbench at which the first account of a role, or somebody hired, is signed in; without either nobody is. */
  at(role?: string, seat?: Seat): Promise<Page>;
}

export const PHONE = { width: 390, height: 844 };

/**
 * Journeys start at a desk. Signing in is a journey of its own; the others take the session of their role, which is made once.
 * Whatever a page says in its console as an error fails the journey.
 */
export const test = base.extend<Desk, { sessions: Map<string, Cookies> }>({
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],
  at: async ({ browser, sessions }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (role, { language = 'zh', phone = false } = {}) => {
      const context = await browser.newContext({
        baseURL: house().address,
        ...(phone ? { viewport: PHONE, hasTouch: true, isMobile: true } : {}),
        acceptDownloads: true,
        // Nothing slides or fades, so a click never lands on what is just moving away.
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      if (role) {
        if (!sessions.has(role)) sessions.set(role, await signIn(context, role));
        await context.addCookies(sessions.get(role)!);
      }
      await context.addInitScript((chosen) => {
        if (localStorage.getItem('mingjing.language') === null) localStorage.setItem('mingjing.language', chosen);
      }, language);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // A refused request is the server's answer, which the page shows; the browser only repeats it.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
          complaints.push(message.text());
      });
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints).toEqual([]);
  },
});

async function signIn(context: BrowserContext, role: string): Promise<Cookies> {
  const answer = await context.request.post('/api/sign-in', {
    headers: { 'x-mingjing': '1' },
    data: { username: role, password: passwordOf(role) },
  });
  expect(answer.status(), `signing in as ${role}`).toBe(200);
  return context.cookies();
}

/** What the interface answers to whoever sits at the page. */
export async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
}
