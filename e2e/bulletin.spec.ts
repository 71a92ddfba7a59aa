import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { mingjing, root } from './setup/house.ts';

interface Bulletin {
  readonly text: { readonly title: string };
  readonly state: string;
  readonly figures: readonly {
    readonly id: string;
    readonly words: { readonly zh: string; readonly en: string };
    readonly value: unknown;
    readonly records: number;
    readonly root: string | null;
  }[];
}

/** Sends what the page would send. */
async function send(
  page: Page,
  path: string,
  data: unknown = {},
): Promise<{ status: number; body: Record<string, string> }> {
  const answer = await page.request.post(path, { headers: { 'x-mingjing': '1' }, data, timeout: 120_000 });
  return { status: answer.status(), body: await answer.json() };
}

test('a bulletin is drafted, checked, frozen, published by another person, and verified offline by anybody', async ({
  at,
}) => {
  const staff = await at('office-staff');
  const director = await at('office-director');
  const anybody = await at();
  const { asOf } = await ask<{ asOf: string }>(director, '/api/figures');
  const { body } = await send(staff, '/api/bulletins', { asOf, sequence: 1 });
  const address = `/api/bulletins/${body.id}`;
  const open = `/api/public/bulletins/${body.id}`;

  await test.step('nothing speaks against freezing; the public does not find the draft', async () => {
    const { findings } = await ask<{ findings: { severity: string }[] }>(director, `${address}/findings`);
    expect(findings.filter(({ severity }) => severity === 'stop')).toEqual([]);
    expect((await anybody.request.get(open)).status()).toBe(404);
  });

  await test.step('frozen with a root for every figure; the one who froze cannot publish, the director can', async () => {
    expect((await send(staff, `${address}/freeze`)).status).toBe(200);
    await expect(async () => {
      const { run } = await ask<{ run: { state: string; refusal: string | null } }>(staff, `${address}/freeze`);
      expect(run).toMatchObject({ state: 'done', refusal: null });
    }).toPass({ timeout: 180_000 });
    const frozen = await ask<Bulletin>(director, address);
    expect(frozen.state).toBe('frozen');
    expect(frozen.figures.length).toBeGreaterThanOrEqual(83);
    expect((await anybody.request.get(open)).status()).toBe(404);
    expect((await send(staff, `${address}/publish`)).status).toBe(403);
    expect((await send(director, `${address}/publish`)).status).toBe(200);
  });

  const published = await ask<Bulletin>(anybody, open);
  await test.step('the public finds it, each figure with as many masked rows as it has records', async () => {
    const { bulletins } = await ask<{ bulletins: { id: string }[] }>(anybody, '/api/public/bulletins');
    expect(bulletins.map(({ id }) => id)).toContain(body.id);
    let opened = 0;
    for (const { id, records } of published.figures) {
      const rows = await ask<{ register: string | null; total: number; columns: { key: string }[] }>(
        anybody,
        `${open}/figures/${id}/records?limit=1`,
      );
      if (rows.register === null) continue;
      expect(rows.total, id).toBe(records);
      for (const { key } of rows.columns) expect(['idNo', 'mobile', 'callerMobile']).not.toContain(key);
      opened += 1;
    }
    expect(opened).toBeGreaterThan(60);
  });

  await test.step('it is taken away as a document', async () => {
    const docx = await anybody.request.get(`${open}/export?format=docx`);
    expect((await docx.body()).subarray(0, 2).toString()).toBe('PK');
    expect(await (await anybody.request.get(`${open}/export?format=html`)).text()).toContain(published.text.title);
    const json = await ask<{ asOf: string; figures: object[] }>(anybody, `${open}/export?format=json`);
    expect(json.asOf).toBe(asOf);
    expect(Object.keys(json.figures[0]!).sort()).toEqual(['base', 'id', 'records', 'root', 'unit', 'value']);
  });

  await test.step('the bundle holds for the command line, and a changed digit or date is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mingjing-bundle-'));
    const path = join(folder, 'bulletin.mingjing.json');
    const text = await (await anybody.request.get(`${open}/bundle`, { timeout: 120_000 })).text();
    const verified = async (content: string): Promise<{ code: number | null; output: string }> => {
      await writeFile(path, content);
      return mingjing('verify', path);
    };
    expect(await verified(text)).toMatchObject({ code: 0, output: expect.stringContaining('Everything holds.') });
    const figure = published.figures.find(({ value }) => typeof value === 'number' && value > 1_000)!;
    const altered = text.replace(`"value":${figure.value}`, `"value":${Number(figure.value) + 1}`);
    expect(altered).not.toBe(text);
    expect((await verified(altered)).code).toBe(1);
    const dated = await verified(text.replace(`"asOf":"${asOf}"`, '"asOf":"2021-06-23"'));
    expect(dated).toMatchObject({ code: 1, output: expect.stringMatching(/Cut-off date/) });

    await anybody.goto(pathToFileURL(join(root, 'dist/web/verify/index.html')).href);
    for (const [content, verdict] of [
      [text, '核验通过'],
      [altered, figure.words.zh],
    ] as const) {
      await writeFile(path, content);
      await anybody.locator('#file').setInputFiles(path);
      // A city's bundle is tens of megabytes, hashed in the page.
      await expect(anybody.locator('#result')).toContainText(verdict, { timeout: 90_000 });
    }
    await rm(folder, { recursive: true });
  });
});
