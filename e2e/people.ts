import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';
import { house } from './setup/house.ts';

/** An account as the system administrator makes one. */
export interface Newcomer {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly unit?: string;
  readonly officer?: string;
}

/** An officer of the roster, as the pages name one: name and number. */
export interface Officer {
  readonly record: string;
  readonly title: string;
}

const passwords = new Map<string, string>();

/** The password of a role's first account, or of somebody who was hired since. */
export const passwordOf = (username: string): string => passwords.get(username) ?? house().passwords[username]!;

const headers = { 'x-mingjing': '1' };

/** Makes an account, and has the newcomer choose a password, as a first sign-in asks for. */
export async function hire(administrator: Page, browser: Browser, newcomer: Newcomer): Promise<void> {
  const made = await administrator.request.post('/api/accounts', { headers, data: newcomer });
  expect(made.status(), `an account for ${newcomer.username}`).toBe(200);
  const { password } = (await made.json()) as { password: string };
  const next = 'a sentence this person chose';
  const context = await browser.newContext({ baseURL: house().address });
  await send(context.request, '/api/sign-in', { username: newcomer.username, password });
  await send(context.request, '/api/me/password', { current: password, next });
  await context.close();
  passwords.set(newcomer.username, next);
}

async function send(request: APIRequestContext, path: string, data: object): Promise<void> {
  expect((await request.post(path, { headers, data })).ok(), path).toBe(true);
}
