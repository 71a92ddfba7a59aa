import type { Page } from '@playwright/test';
import { ask, expect } from './desk.ts';

/** What the public is told of a bulletin, as far as the journeys ask. */
export interface Released {
  readonly id: string;
  readonly text: { readonly title: string };
  readonly corrections: readonly { readonly figure: string; readonly before: number; readonly after: number }[];
  readonly figures: readonly {
    readonly id: string;
    readonly words: { readonly zh: string; readonly en: string };
    readonly records: number;
    readonly base: number | null;
  }[];
}

async function send(page: Page, path: string, data: unknown = {}): Promise<Record<string, string>> {
  const answer = await page.request.post(path, { headers: { 'x-mingjing': '1' }, data, timeout: 180_000 });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.status() === 204 ? {} : await answer.json();
}

/**
 * A published bulletin with a correction: the one that is there, or a new one made over the interface.
 * @param staff who writes and freezes
 * @param director who publishes and corrects
 */
export async function correctedBulletin(staff: Page, director: Page): Promise<Released> {
  const { bulletins } = await ask<{ bulletins: { id: string; state: string }[] }>(staff, '/api/public/bulletins');
  const id = bulletins.find(({ state }) => state === 'corrected')?.id ?? (await release(staff, director));
  return ask<Released>(director, `/api/public/bulletins/${id}`);
}

async function release(staff: Page, director: Page): Promise<string> {
  const { asOf } = await ask<{ asOf: string }>(staff, '/api/figures');
  const { id } = await send(staff, '/api/bulletins', { asOf, sequence: 3 });
  await send(staff, `/api/bulletins/${id}/freeze`);
  // Freezing reads every record of every figure, and may go on after the answer.
  await expect
    .poll(async () => (await ask<{ state: string }>(staff, `/api/bulletins/${id}`)).state, { timeout: 180_000 })
    .toBe('frozen');
  await send(director, `/api/bulletins/${id}/publish`);
  const { rows } = await ask<{ rows: { record: string; version: number }[] }>(
    staff,
    '/api/figures/recognition.collectives/records?limit=1',
  );
  const { record, version } = rows[0]!;
  const reason = '与另一条记录重复';
  await send(staff, `/api/registers/organisation.honours/records/${record}/void`, { version, reason });
  await send(director, `/api/bulletins/${id}/corrections`, {
    figure: 'recognition.collectives',
    cause: '一条记录重复，已作废',
  });
  return id!;
}
