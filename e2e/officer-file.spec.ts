import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { choose, take } from './forms.ts';
import { mustLookRight } from './looks.ts';
import { hire } from './people.ts';

/** The officer's number among those whom the clue reports: none of the demo city's. */
const NUMBER = 900;
const HEADERS = { 'x-mingjing': '1' };

interface Officer {
  readonly record: string;
  readonly values: { readonly officerNo: string; readonly name: string; readonly unit: string };
}

/**
 * Somebody of the roster who was told of nothing yet gets an account: of another unit than those who tell and decide, who would have
 * to stand back, and nobody whom this journey hired before in the same city. @returns the username
 */
async function hireOfficer(
  administrator: Page,
  director: Page,
  browser: Browser,
  desks: readonly Page[],
): Promise<string> {
  const where = encodeURIComponent(JSON.stringify({ status: 'IN_POST' }));
  const { rows } = await ask<{ rows: Officer[] }>(
    director,
    `/api/registers/organisation.officers/records?limit=200&where=${where}`,
  );
  const { accounts } = await ask<{ accounts: { username: string }[] }>(
    administrator,
    '/api/accounts?limit=200&q=told.',
  );
  const near: string[] = [];
  for (const desk of desks) near.push((await ask<{ unit: { record: string } }>(desk, '/api/me')).unit.record);
  const usernameOf = ({ values }: Officer): string => `told.${values.officerNo.toLowerCase()}`;
  // The first hundred of the list are left to the other journeys.
  const chosen = rows
    .slice(100)
    .find((one) => !near.includes(one.values.unit) && !accounts.some(({ username }) => username === usernameOf(one)))!;
  const { record: officer, values } = chosen;
  const username = usernameOf(chosen);
  await hire(administrator, browser, {
    username,
    name: values.name,
    roles: ['OFFICER_SELF'],
    unit: values.unit,
    officer,
  });
  return username;
}

/** A clue of the demo city that is being verified, which from now on reports the officer. */
async function clueOn(manager: Page, officer: string): Promise<string> {
  const where = encodeURIComponent(JSON.stringify({ state: ['IN_VERIFICATION'] }));
  const { rows } = await ask<{ rows: { record: string }[] }>(
    manager,
    `/api/registers/clues.clues/records?limit=50&where=${where}`,
  );
  // One that told nobody yet, so that its page shows one hearing.
  const told = await ask<{ rows: { values: { clue: string } }[] }>(
    manager,
    '/api/registers/clues.hearings/records?limit=200',
  );
  const { record: clue } = rows.find(({ record }) => !told.rows.some(({ values }) => values.clue === record))!;
  const answer = await manager.request.post('/api/registers/clues.subjects/records', {
    headers: HEADERS,
    data: { values: { clue, number: NUMBER, officer } },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return clue;
}

test('an officer is told, objects on a phone, is answered, gets a decision and asks for it to be reviewed', async ({
  at,
  browser,
}) => {
  const [liaison, manager] = [await at('discipline-liaison'), await at('clue-manager')];
  const desks = [liaison, manager, await at('approver')];
  const username = await hireOfficer(await at('system-admin'), await at('office-director'), browser, desks);
  const phone = await at(username, { phone: true });
  const { officer } = await ask<{ officer: string }>(phone, '/api/me');
  const clue = await clueOn(manager, officer);

  await test.step('before being told there is nothing', async () => {
    await phone.goto('/my-file');
    await expect(phone.getByText('没有告知您的事项。')).toBeVisible();
    await mustLookRight(phone, 'zh', 'my file, empty');
    // A clue on the officer and one that does not exist are answered alike.
    for (const record of [clue, randomUUID()])
      expect((await phone.request.get(`/api/matters/clues.clues/${record}`)).status()).toBe(404);
  });

  await test.step('the discipline commission tells the officer', async () => {
    await liaison.goto(`/matters/clues.clues/${clue}`);
    await take(liaison, '告知干警本人', async (form) => {
      await form.getByLabel('被反映人序号').fill(String(NUMBER));
      await form.getByLabel('告知的事实').fill('2020年三次收受管理对象礼品');
      await form.getByLabel('拟处理的理由和依据').fill('公职人员政务处分法第三十三条');
      await choose(form, '拟作处理', '记过');
    });
    await expect(liaison.getByRole('link', { name: /^GZ\d{4}-/ })).toBeVisible();
  });

  await test.step('the officer reads it and objects', async () => {
    await phone.reload();
    await expect(phone.getByText('2020年三次收受管理对象礼品')).toBeVisible();
    await expect(phone.getByText(/可以陈述申辩，最后一日/)).toBeVisible();
    await phone.screenshot({ path: 'dist/e2e/my-file-told-390.png', fullPage: true });
    await mustLookRight(phone, 'zh', 'my file, told');
    await phone.getByRole('button', { name: '陈述申辩' }).click();
    const form = phone.getByRole('dialog');
    await form.getByRole('button', { name: '提交' }).click();
    await expect(form.getByText('请填写')).toBeVisible();
    await form.getByLabel('陈述申辩内容').fill('系亲友往来，其中一次已经回礼。');
    await form.getByLabel('提交的证据材料').fill('转账记录一份');
    await mustLookRight(phone, 'zh', 'stating');
    // What was typed outlives the page, and lies on the phone as bytes.
    expect(await phone.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('亲友');
    await phone.reload();
    await phone.getByRole('button', { name: '陈述申辩' }).click();
    await expect(form.getByText('没有提交的内容')).toBeVisible();
    await expect(form.getByLabel('陈述申辩内容')).toHaveValue('系亲友往来，其中一次已经回礼。');
    await mustLookRight(phone, 'zh', 'a statement resumed');
    await phone.screenshot({ path: 'dist/e2e/my-file-resumed-390.png' });
    await form.getByRole('button', { name: '提交' }).click();
    await expect(phone.getByText('尚未答复')).toBeVisible();
    expect(await phone.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual([]);
  });

  await test.step('the statement is answered with reasons', async () => {
    await liaison.getByRole('link', { name: /^GZ\d{4}-/ }).click();
    await expect(liaison.getByText('系亲友往来，其中一次已经回礼。')).toBeVisible();
    await mustLookRight(liaison, 'zh', 'a hearing at the desk');
    await take(liaison, '答复陈述申辩', async (form) => {
      await choose(form, '采纳情况', '部分采纳');
      await form.getByLabel('核实情况和理由').fill('回礼一次属实，予以扣除。');
    });
    await expect(liaison.getByText('回礼一次属实，予以扣除。')).toBeVisible();
  });

  await test.step('somebody else decides', async () => {
    const hearing = new URL(liaison.url()).pathname.split('/').at(-1)!;
    const approver = await at('approver');
    await approver.goto(`/matters/clues.hearings/${hearing}`);
    await expect(approver.getByRole('button', { name: '作出并送达决定' })).toBeVisible();
    const answer = await approver.request.post(`/api/matters/clues.hearings/${hearing}/DECIDE`, {
      headers: HEADERS,
      data: {
        input: {
          track: 'SUPERVISORY',
          decisionNo: '明监政〔2021〕3号',
          findings: '两次收受礼品，折款三千元',
          evidence: '证人证言、转账记录',
          measure: 'WARNING',
          basis: '公职人员政务处分法第三十三条',
          remedies: '不服本决定的，可以自收到之日起一个月内申请复审',
        },
      },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  });

  await test.step('the officer has the decision, asks for re-examination and takes that back', async () => {
    await phone.reload();
    await expect(phone.getByText('明监政〔2021〕3号')).toBeVisible();
    await expect(phone.getByText('回礼一次属实，予以扣除。')).toBeVisible();
    await phone.getByRole('button', { name: '申请复审' }).click();
    const form = phone.getByRole('dialog');
    await form.getByLabel('申请理由').fill('其余两次亦有回礼，附单据。');
    await form.getByRole('button', { name: '提交' }).click();
    await expect(phone.getByText('其余两次亦有回礼，附单据。')).toBeVisible();
    await expect(phone.getByText(/须在 .* 前作出决定/)).toBeVisible();
    await phone.screenshot({ path: 'dist/e2e/my-file-390.png', fullPage: true });
    await mustLookRight(phone, 'zh', 'my file, decided');
    const desk = await at(username, { language: 'en' });
    await desk.goto('/my-file');
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('My file');
    await expect(desk.getByText('明监政〔2021〕3号')).toBeVisible();
    await mustLookRight(desk, 'en', 'my file at a desk');
    await desk.screenshot({ path: 'dist/e2e/my-file-1440.png', fullPage: true });
    await phone.getByRole('button', { name: '撤回' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await expect(phone.getByText('已撤回')).toBeVisible();
    await expect(phone.getByRole('button', { name: '申请复审' })).toBeVisible();
  });

  await test.step('nobody else finds any of it', async () => {
    for (const role of ['unit-head', 'unit-staff', 'system-admin']) {
      const other = await at(role);
      const answer = await other.request.get('/api/my-file');
      expect(answer.status(), role).toBe(403);
      const list = await other.request.get('/api/registers/clues.hearings/records?limit=5');
      expect([403, 404], role).toContain(list.status());
    }
  });
});

test('the first officer of the demo city finds words that clear the own name, and agrees to them', async ({ at }) => {
  const phone = await at('officer-self', { phone: true });
  await phone.goto('/my-file');
  await expect(phone.getByText(/请答复是否同意澄清，最后一日/)).toBeVisible();
  await expect(phone.getByText('待本人同意')).toBeVisible();
  await mustLookRight(phone, 'zh', 'words that clear a name');
  // The home page counts what waits for an answer, and not what may be asked for besides.
  const waiting = await phone.locator('.my-file-lines').first().getByRole('listitem').count();
  await phone.goto('/');
  await expect(phone.locator('.needs-you a[href="/my-file"]')).toContainText(`${waiting} 待办`);
  await phone.goto('/my-file');
  await phone.getByRole('button', { name: '同意澄清', exact: true }).click();
  await phone.getByRole('dialog').getByRole('button', { name: '同意澄清' }).click();
  await expect(phone.getByText('本人已同意')).toBeVisible();
  await expect(phone.getByText(/请答复是否同意澄清/)).toHaveCount(0);
});
