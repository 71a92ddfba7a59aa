import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { diceNow } from './dice.ts';
import { today } from './forms.ts';
import { mustLookRight } from './looks.ts';
import { environment, program, root } from './setup/house.ts';

const PASSWORD = 'correct horse battery staple';
const ROLLS = '36251 44163 52611 34256 16352 44521 63124 55316 24613 51264';

interface Officer {
  readonly record: string;
  readonly title: string;
}
interface Case {
  readonly number: number;
  readonly serialNo: string;
  readonly clue: string;
  readonly rechecker: { readonly officer: string } | null;
}

const send = (from: Page, path: string, data: unknown = {}) =>
  from.request.post(path, { headers: { 'x-mingjing': '1' }, data });

/** Officers of the roster whom a search finds first. */
const officersLike = (page: Page, typed: string): Promise<Officer[]> =>
  ask(page, `/api/registers/organisation.officers/choices?q=${encodeURIComponent(typed)}`);

/** An account for an officer, made by the administrator; its first password is changed. */
async function accountOf(admin: Page, own: Page, officer: Officer, username: string): Promise<void> {
  const made = await send(admin, '/api/accounts', {
    username,
    name: officer.title.split(' · ')[0],
    roles: ['CASE_HANDLER'],
    officer: officer.record,
  });
  expect(made.status(), await made.text()).toBe(200);
  const { password } = await made.json();
  expect((await send(own, '/api/sign-in', { username, password })).status()).toBe(200);
  expect((await send(own, '/api/me/password', { current: password, next: PASSWORD })).ok()).toBe(true);
}

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};

/** The program alone, in an empty directory, with nothing but the file. */
const verified = (folder: string, ...args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const [node, line] = program('recheck', 'verify', ...args);
    execFile(node, line, { cwd: folder, env: environment() }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });

const rowOf = (page: Page, serialNo: string): Locator => page.getByRole('row', { name: new RegExp(serialNo) });

test('a re-check from its plan to an overturned clue, and repeated by an outsider', async ({ at }) => {
  const planner = await at('discipline-liaison');
  const admin = await at('system-admin');
  const pool = (await officersLike(planner, '')).slice(0, 2);
  const checkers = new Map<string, Page>();
  for (const [place, officer] of pool.entries()) {
    const own = await at();
    await accountOf(admin, own, officer, `rechecker-${place}-${Date.now()}`);
    checkers.set(officer.record, own);
  }

  await test.step('the planner tries a plan out and commits to it', async () => {
    await planner.goto('/rechecks/new');
    await mustLookRight(planner, 'zh', 'a new plan');
    await planner.getByLabel('名称').fill('第二季度查否线索随机抽查');
    // Another journey may have drawn this quarter already: an earlier day is refused then, and a reason asked for.
    await planner.getByLabel('截至日期').fill(today());
    await planner.keyboard.press('Enter');
    await planner.getByLabel('件数', { exact: true }).fill('2');
    for (const officer of pool) {
      await planner.getByLabel('复查人员库').fill(officer.title.split(' · ')[1]!);
      await planner.locator('.ant-select-item-option', { hasText: officer.title }).first().click();
    }
    await planner.keyboard.press('Escape');
    await planner.getByText('现场掷骰').click();
    await planner.getByLabel('掷骰地点').fill('市委政法委一楼会议室');
    await planner.getByLabel('再次抽查的理由（公开）').fill('另行抽查一次，供外部人员重做抽取');
    await planner.getByRole('button', { name: '试算' }).click();
    await expect(planner.getByText(/共 [\d,]+ 件，应抽 2 件/)).toBeVisible();
    await mustLookRight(planner, 'zh', 'a plan tried out');
    await diceNow(planner);
    await planner.getByRole('button', { name: '提交计划' }).click();
    await planner.getByRole('dialog').getByRole('button', { name: '提交计划' }).click();
    await expect(planner.getByRole('heading', { level: 1 })).toContainText('第二季度查否线索随机抽查');
  });
  const address = new URL(planner.url()).pathname;
  const id = address.split('/').at(-1)!;

  await test.step('two others type the dice, each alone; where they differ nothing is drawn', async () => {
    await expect(planner.getByText('等待录入种子')).toBeVisible({ timeout: 30_000 });
    const typed = async (page: Page, rolls: string): Promise<void> => {
      await page.goto(address);
      await page.getByLabel('录入骰子点数').fill(rolls);
      await page.getByRole('button', { name: '录入', exact: true }).click();
    };
    await typed(planner, ROLLS);
    await expect(planner.getByRole('alert').filter({ hasText: '提交计划的人不能录入' })).toBeVisible();
    const staff = await at('office-staff');
    await typed(staff, ROLLS);
    await expect(staff.getByText('已录入，等待另一人录入。')).toBeVisible();
    const supervisor = await at('supervisor');
    await typed(supervisor, ROLLS.replace('3', '4'));
    await expect(supervisor.getByText('两人录入不一致')).toBeVisible();
    await mustLookRight(supervisor, 'zh', 'dice that differ');
    expect(
      (await send(checkers.get(pool[0]!.record)!, `/api/recheck/plans/${id}/dice`, { rolls: ROLLS })).status(),
    ).toBe(403);
    await typed(supervisor, ROLLS);
    await expect(supervisor.getByText('复查中', { exact: true })).toBeVisible();
  });

  const { cases } = await ask<{ cases: Case[] }>(planner, `/api/recheck/plans/${id}/cases`);
  expect(cases).toHaveLength(2);
  const [overturned, upheld] = cases as [Case, Case];

  await test.step('the re-checkers drawn take their cases; one is upheld, one overturned', async () => {
    for (const [one, outcome] of [
      [overturned, '改变'],
      [upheld, '维持'],
    ] as const) {
      const desk = checkers.get(one.rechecker!.officer)!;
      await desk.goto('/rechecks');
      await mustLookRight(desk, 'zh', 'the desk of a re-checker');
      await rowOf(desk, one.serialNo).getByRole('button', { name: '领取' }).click();
      await expect(desk.getByRole('dialog')).toContainText(one.serialNo);
      await expect(desk.getByRole('dialog')).toContainText('查否');
      await desk.keyboard.press('Escape');
      await expect(desk.getByRole('dialog')).toHaveCount(0);
      await rowOf(desk, one.serialNo).getByRole('button', { name: '登记结果' }).click();
      await choose(desk, '结论', outcome);
      if (outcome === '改变') {
        await desk.getByRole('dialog').getByRole('button', { name: '登记结果' }).click();
        await expect(desk.getByText('改变原结论须说明差异')).toBeVisible();
        await desk.getByLabel('差异说明').fill('原核查未调取资金流水，结论依据不足');
      }
      await desk.getByRole('dialog').getByRole('button', { name: '登记结果' }).click();
      await expect(desk.getByRole('dialog')).toHaveCount(0);
      await expect(rowOf(desk, one.serialNo)).toContainText(outcome);
    }
  });

  await test.step('the overturned clue is open again without its answer, by the hand of the re-checker', async () => {
    const manager = await at('clue-manager');
    await manager.goto(`/matters/clues.clues/${overturned.clue}`);
    await expect(manager.getByText('复查改变').first()).toBeVisible();
    const { state } = await ask<{ state: string }>(manager, `/api/matters/clues.clues/${overturned.clue}`);
    expect(state).toBe('REGISTERED');
    const other = await ask<{ state: string }>(manager, `/api/matters/clues.clues/${upheld.clue}`);
    expect(other.state).toBe('RECHECKED');
  });

  await test.step('the plan shows its results to everybody, with their intervals', async () => {
    await planner.goto(address);
    await expect(planner.getByText('只有 2 件结果，不足以说明差错率：95% 置信区间为 1.3% 至 98.7%')).toBeVisible();
    await mustLookRight(planner, 'zh', 'a plan with results');
    const small = await at('discipline-liaison', { phone: true, language: 'en' });
    for (const path of [address, '/rechecks', '/rechecks/new']) {
      await small.goto(path);
      await expect(small.getByRole('heading', { level: 1 })).toBeVisible();
      await mustLookRight(small, 'en', path);
    }
  });

  await test.step('an outsider repeats the draw without the server: by the command, and on a page of the disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mingjing-recheck-'));
    const anybody = await at();
    const file = await anybody.request.get(`/api/public/recheck/plans/${id}/file`);
    const text = await file.text();
    const path = join(folder, 'draw.mingjing-recheck.json');
    await writeFile(path, text);
    const true_ = await verified(folder, path);
    expect(true_).toMatchObject({ code: 0, output: expect.stringContaining('It holds: the draw repeats') });
    expect(true_.output).toContain('2 checked again, 1 changed');
    await copyFile(join(root, 'dist/web/verify/index.html'), join(folder, 'verify.html'));
    const page = await at();
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
    const judged = async (content: string): Promise<Locator> => {
      await writeFile(path, content);
      await page.locator('#file').setInputFiles(path);
      return page.locator('#result');
    };
    await expect(await judged(text)).toContainText('核验通过', { timeout: 60_000 });
    const altered = text.replace('"outcome":"CHANGED"', '"outcome":"UPHELD"');
    expect(altered).not.toBe(text);
    await expect(await judged(altered)).not.toContainText('核验通过', { timeout: 60_000 });
    expect((await verified(folder, path)).code).toBe(1);
    await rm(folder, { recursive: true });
  });
});
