import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { mustLookRight } from './looks.ts';
import { house, mingjing, root } from './setup/house.ts';

/** Everything the page sends: nobody may be told of a draft. */
function listen(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  return sent;
}

async function send<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await page.request.post(path, { headers: { 'x-mingjing': '1' }, data });
  expect(answer.status(), `${path} ${await answer.text()}`).toBe(200);
  return (await answer.json()) as T;
}

const SECRET = '二〇一九年五月受人之托打听案件进展，未作记录。';

test('an officer drafts, resumes and hands in; the desk opens it; one decides, another approves; the proof stands alone', async ({
  at,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'mj-self-'));
  const first = await at('officer-self', { phone: true });
  const sent = listen(first);
  await first.goto('/self-report');
  await first.getByLabel('问题经过').fill(SECRET);
  await first.getByRole('button', { name: '补充细节（选填）' }).click();
  await first.getByLabel('地点').fill('东湖区');
  await first.getByLabel('附件', { exact: true }).setInputFiles([
    { name: '转账截图.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a0000', 'hex') },
    { name: '收据.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>steal()</script>') },
  ]);
  await expect(first.getByText('收据.pdf')).toBeVisible();
  await expect(first.getByText('草稿已加密存于本机')).toBeVisible();
  await mustLookRight(first, 'zh', 'the draft on a phone');
  await first.screenshot({ path: 'dist/e2e/self-draft-390.png', fullPage: true });
  expect(sent.filter((one) => !one.startsWith('GET'))).toEqual([]);
  expect(
    sent.filter((one) => decodeURIComponent(one).includes('打听') || decodeURIComponent(one).includes('东湖')),
  ).toEqual([]);

  // The page is closed and opened again: text and attachments are there. What lies on the device says nothing.
  expect(await first.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/打听|东湖|转账|self-report/);
  const context = first.context();
  await first.close();
  const officer = await context.newPage();
  const later = listen(officer);
  await officer.goto('/self-report');
  await expect(officer.getByLabel('问题经过')).toHaveValue(SECRET);
  await officer.getByRole('button', { name: '再写一项' }).click();
  await expect(officer.getByText('转账截图.png')).toBeVisible();
  await officer.getByRole('button', { name: '封存并提交' }).click();
  await officer
    .getByRole('dialog')
    .getByRole('button', { name: /提\s?交/ })
    .click();
  await expect(officer.getByRole('heading', { name: '报告已封存提交' })).toBeVisible({ timeout: 60_000 });
  await expect(officer.getByText(/^#\d+$/)).toBeVisible();
  expect(later.filter((one) => decodeURIComponent(one).includes('打听'))).toEqual([]);
  await mustLookRight(officer, 'zh', 'the receipt on a phone');
  await officer.screenshot({ path: 'dist/e2e/self-sent-390.png', fullPage: true });
  const [kept] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('button', { name: '保存证明文件' }).click(),
  ]);
  const receipt = join(folder, kept.suggestedFilename());
  await kept.saveAs(receipt);
  expect(await mingjing('verify', receipt)).toMatchObject({ code: 0 });
  expect(await officer.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual([]);
  await officer.getByRole('button', { name: /完\s?成/ }).click();
  await expect(officer.getByLabel('问题经过')).toHaveValue('');
  await expect(officer.getByText('尚未拆阅').first()).toBeVisible();

  // The desk.
  const desk = await at('discipline-liaison');
  await desk.goto('/self-reports');
  await desk.getByLabel('或粘贴密钥').fill(house().deskKey);
  await desk.getByRole('button', { name: '载入密钥' }).click();
  await expect(desk.getByText('已载入：')).toBeVisible();
  await mustLookRight(desk, 'zh', 'the list of self-reports');
  await desk.screenshot({ path: 'dist/e2e/self-reports-1440.png', fullPage: true });
  const { reports } = await ask<{ reports: { record: string; number: string; officer: string; state: string }[] }>(
    desk,
    '/api/self-reports',
  );
  const report = reports.findLast(({ state }) => state === 'SUBMITTED')!;
  await desk.getByRole('link', { name: report.number }).click();
  await desk.getByRole('button', { name: '拆阅', exact: true }).click();
  await desk.getByRole('dialog').getByRole('textbox').fill('接收自查报告');
  await desk.getByRole('dialog').getByRole('button', { name: '拆阅' }).click();
  await expect(desk.getByText(SECRET)).toBeVisible();
  await expect(desk.getByText('内容与提交时的存证承诺一致')).toBeVisible();
  await desk.getByRole('button', { name: '解密并下载 转账截图.png' }).click();
  await expect(desk.getByText('内容是 PNG')).toBeVisible();
  const [lied] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: '解密并下载 收据.pdf' }).click(),
  ]);
  expect(lied.suggestedFilename()).toBe('收据.pdf.txt');
  await expect(desk.getByText(/文件名与内容不符/)).toBeVisible();
  await mustLookRight(desk, 'zh', 'a self-report opened');
  await desk.screenshot({ path: 'dist/e2e/self-opened-1440.png', fullPage: true });
  await desk.getByRole('button', { name: '登记自查事项' }).click();
  const entering = desk.getByRole('dialog');
  await expect(entering.getByLabel('问题经过')).toHaveValue(SECRET);
  await mustLookRight(desk, 'zh', 'entering the matters of a report');
  await entering.getByRole('button', { name: '登记 1 项' }).click();
  await expect(desk.getByRole('link', { name: SECRET })).toBeVisible();

  // A clue on the same officer comes in afterwards.
  const manager = await at('clue-manager');
  const { record: clue } = await send<{ record: string; version: number }>(manager, '/api/matters/clues.clues', {
    action: 'RECEIVE',
    input: {
      receivedOn: '2021-06-01',
      source: 'DISCIPLINE',
      reporterMode: 'NONE',
      summary: '反映该民警打听案件进展',
      jurisdiction: 'OWN',
    },
  });
  await send(manager, '/api/registers/clues.subjects/records', {
    values: { clue, number: 1, officer: report.officer },
  });
  await send(manager, `/api/matters/clues.clues/${clue}/REGISTER`, { version: 1, input: {} });
  await desk.reload();
  const timeline = desk.getByRole('list', { name: '时间线' });
  await desk.getByLabel('对照的线索').click();
  const { current } = await ask<{ current: { values: { serialNo: string } } }>(
    manager,
    `/api/matters/clues.clues/${clue}`,
  );
  await desk.getByTitle(current.values.serialNo).last().click();
  await expect(timeline.getByText('登记线索')).toBeVisible();
  await mustLookRight(desk, 'zh', 'what a decision rests on');
  await desk.getByRole('button', { name: '作出认定' }).click();
  const form = desk.getByRole('dialog');
  for (const label of ['主动自查', '主动坦白', '真心悔过']) {
    await form.getByLabel(label, { exact: true }).click();
    await desk.getByTitle('是', { exact: true }).last().click();
  }
  await form.getByLabel('从宽依据').fill('实施意见第五条');
  await form.getByLabel('处理措施').fill('谈话提醒');
  await form.getByLabel('决定理由').fill('封存在先，如实说明');
  await mustLookRight(desk, 'zh', 'the form of a decision');
  await desk.screenshot({ path: 'dist/e2e/self-decide-1440.png' });
  await form.getByRole('button', { name: '作出认定' }).click();
  await expect(form).toHaveCount(0);

  const approver = await at('approver');
  await approver.goto('/matters/conduct.leniencyDecisions');
  await approver.getByRole('link', { name: /^CK-/ }).first().click();
  await expect(approver.getByText('由位次得出')).toBeVisible();
  await mustLookRight(approver, 'zh', 'a decision that waits for approval');
  await approver.screenshot({ path: 'dist/e2e/self-approve-1440.png', fullPage: true });
  await approver.getByRole('button', { name: /批\s?准/ }).click();
  await approver.getByRole('dialog').getByRole('textbox').fill('同意');
  await approver
    .getByRole('dialog')
    .getByRole('button', { name: /批\s?准/ })
    .click();
  await expect(approver.getByRole('link', { name: '下载证明文件' })).toBeVisible();

  // The officer reads it, and keeps a proof that needs nobody.
  await officer.reload();
  await expect(officer.getByText('接收自查报告').first()).toBeVisible();
  await expect(officer.getByRole('heading', { name: '对我的从宽认定' })).toBeVisible();
  await mustLookRight(officer, 'zh', 'the own page with a decision');
  await officer.screenshot({ path: 'dist/e2e/self-own-390.png', fullPage: true });
  await officer
    .getByRole('link', { name: /查看依据/ })
    .first()
    .click();
  await expect(officer.getByRole('list', { name: '时间线' })).toBeVisible();
  await mustLookRight(officer, 'zh', 'the decision on a phone');
  await officer.screenshot({ path: 'dist/e2e/self-decision-390.png', fullPage: true });
  const [file] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('link', { name: '下载证明文件' }).click(),
  ]);
  const proof = join(folder, file.suggestedFilename());
  await file.saveAs(proof);
  expect(await mingjing('verify', proof)).toMatchObject({ code: 0 });
  const anybody = await at();
  await anybody.goto(pathToFileURL(join(root, 'dist/web/verify/index.html')).href);
  for (const kept of [proof, receipt]) {
    await anybody.locator('#file').setInputFiles(kept);
    await expect(anybody.locator('#result')).toContainText('核验通过');
  }
  await anybody.locator('#file').setInputFiles(proof);
  await expect(anybody.locator('#result')).toContainText('核查前主动交代');
  await anybody.screenshot({ path: 'dist/e2e/self-verify.png', fullPage: true });
  await rm(folder, { recursive: true });
});

test('the pages are translated, and fit a phone', async ({ at }) => {
  for (const phone of [false, true]) {
    const width = phone ? 390 : 1440;
    const officer = await at('officer-self', { phone, language: 'en' });
    await officer.goto('/self-report');
    await expect(officer.getByRole('button', { name: 'Seal and hand in' })).toBeEnabled();
    await mustLookRight(officer, 'en', `the own page, ${width}`);
    await officer.screenshot({ path: `dist/e2e/self-own-en-${width}.png`, fullPage: true });
    const desk = await at('discipline-liaison', { phone, language: 'en' });
    await desk.goto('/self-reports');
    await expect(desk.getByRole('heading', { name: 'Self-reports' })).toBeVisible();
    await mustLookRight(desk, 'en', `the list, ${width}`);
    await desk.screenshot({ path: `dist/e2e/self-reports-en-${width}.png`, fullPage: true });
    await desk.getByText('All', { exact: true }).click();
    await desk
      .getByRole('link', { name: /^ZC-\d{4}-[0-9A-F]{10}$/ })
      .first()
      .click();
    await expect(desk.getByRole('heading', { name: 'Decision on leniency' })).toBeVisible();
    await expect(desk.getByRole('list', { name: 'Timeline' })).toBeVisible();
    await mustLookRight(desk, 'en', `a report at the desk, ${width}`);
    await desk.screenshot({ path: `dist/e2e/self-report-en-${width}.png`, fullPage: true });
  }
});
