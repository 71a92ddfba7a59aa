import { readFile, writeFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { mustLookRight } from './looks.ts';
import { mingjing } from './setup/house.ts';

interface Row {
  readonly record: string;
  readonly values: Readonly<Record<string, string>>;
}

const home = { 'x-mingjing': '1' };

/** Seats an account of these roles, bound to an officer, at a page where nobody has signed in yet. */
async function seat(page: Page, admin: Page, roles: readonly string[], officer: Row): Promise<Page> {
  const username = `e2e-${roles[0]!.toLowerCase().replaceAll('_', '-')}-${Date.now().toString(36)}`;
  const data = { username, name: officer.values.name, roles, officer: officer.record, unit: officer.values.unit };
  const made = await admin.request.post('/api/accounts', { headers: home, data });
  expect(made.status(), await made.text()).toBe(200);
  const { password } = (await made.json()) as { password: string };
  const next = 'a long password of 2026';
  await page.request.post('/api/sign-in', { headers: home, data: { username, password } });
  const changed = await page.request.post('/api/me/password', { headers: home, data: { current: password, next } });
  expect(changed.status()).toBe(204);
  return page;
}

/** Two officers of one unit whose names nobody else bears, and whom no account belongs to yet. */
async function officersOf(staff: Page): Promise<[named: Row, other: Row, head: Row]> {
  const { rows } = await ask<{ rows: Row[] }>(staff, '/api/registers/organisation.officers/records?limit=200');
  const alone = rows.filter(({ values }) => rows.filter((one) => one.values.name === values.name).length === 1);
  return [alone[10]!, alone[20]!, alone[30]!];
}

async function verified(download: Download): Promise<void> {
  const file = await download.path();
  expect(await mingjing('verify', file)).toMatchObject({ code: 0 });
  const bent = `${file}.bent.json`;
  // Another digit than the one that stands there, whichever that is.
  const other = (_: string, before: string, digit: string): string => `${before}${digit === '0' ? '1' : '0'}`;
  await writeFile(bent, (await readFile(file, 'utf8')).replace(/("salt": ")(.)/, other));
  expect((await mingjing('verify', bent)).code).toBe(1);
}

test('an officer files on a phone in under ten touches; the person named finds nothing; the overseer reads it', async ({
  at,
}) => {
  const [admin, staff] = [await at('system-admin'), await at('office-staff')];
  const [named, other] = await officersOf(staff);
  const name = named.values.name!;

  const phone = await at('officer-self', { phone: true });
  await phone.goto('/interference/record');
  await mustLookRight(phone, 'zh', 'filing');
  let touches = 0;
  const touch = async (act: Promise<void>): Promise<void> => {
    touches += 1;
    await act;
  };
  await touch(phone.getByLabel('干预过问人姓名').fill(name));
  await touch(phone.getByText(new RegExp(`${name} · ${named.values.officerNo}`)).click());
  await touch(phone.getByText('领导干部', { exact: true }).click());
  await touch(phone.getByText('电话', { exact: true }).click());
  await touch(phone.getByText('审判', { exact: true }).click());
  await touch(phone.getByText('昨天', { exact: true }).click());
  await touch(phone.getByLabel('干预过问内容').fill('打听某案何时宣判，请求从轻。'));
  // A phone that closes the page in between loses nothing.
  await phone.reload();
  await expect(phone.getByLabel('干预过问内容')).toHaveValue('打听某案何时宣判，请求从轻。');
  await expect(phone.getByLabel(new RegExp(`${name} · ${named.values.officerNo}`))).toBeChecked();
  await expect(phone.getByLabel('昨天', { exact: true })).toBeChecked();
  await mustLookRight(phone, 'zh', 'a record resumed');
  await phone.screenshot({ path: 'dist/e2e/interference-resumed-390.png', fullPage: true });
  // A second tap that comes too early files no second record.
  const filed: string[] = [];
  phone.on('request', (one) => {
    if (one.method() === 'POST' && one.url().endsWith('/api/interference/records')) filed.push(one.url());
  });
  await touch(phone.getByRole('button', { name: '提交并存证' }).dblclick());
  expect(touches).toBeLessThan(10);
  const receipt = phone.getByTestId('receipt');
  await expect(receipt.getByText(/第 [\d,]+ 号/)).toBeVisible();
  // Midnight may pass between the choice of yesterday and the filing.
  await expect(receipt).toContainText(/[12] 天/);
  expect(filed).toHaveLength(1);
  const number = await receipt.locator('.receipt-number').innerText();
  await mustLookRight(phone, 'zh', 'receipt');
  await phone.screenshot({ path: 'dist/e2e/interference-receipt-390.png', fullPage: true });
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    receipt.getByRole('link', { name: /下载证明/ }).click(),
  ]);
  await verified(download);

  await phone.getByRole('button', { name: `补充 ${number}` }).click();
  await phone.getByRole('dialog').getByLabel('补充情况').fill('今天又来电话。');
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: /补\s*充/ })
    .click();
  await expect(phone.locator('.own-record', { hasText: number })).toContainText('今天又来电话');
  await expect(phone.locator('.own-record', { hasText: number })).toContainText(/第 [\d,]+ 号/);

  const overseer = await seat(await at(), admin, ['SUPERVISOR'], other);
  const lists = '/api/registers/interference.records/records?limit=200';
  const of = async (page: Page) => JSON.stringify(await ask(page, lists));
  expect(await of(overseer)).toContain(number);
  await overseer.goto('/interference/statistics');
  await expect(overseer.getByRole('heading', { name: '值得看的单位' })).toBeVisible();
  await overseer.getByLabel('年度').click();
  await overseer.getByTitle('2021').click();
  await expect(overseer.getByRole('list', { name: /每月记录/ })).toContainText('3月');
  await mustLookRight(overseer, 'zh', 'statistics');
  await overseer.screenshot({ path: 'dist/e2e/interference-statistics-1440.png', fullPage: true });

  const person = await seat(
    await at(undefined, { language: 'en', phone: true }),
    admin,
    ['SUPERVISOR', 'UNIT_HEAD'],
    named,
  );
  expect(await of(person)).not.toContain(number);
  await person.goto('/');
  await expect(person.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await person.locator('main').innerText()).not.toContain(number);
  await person.goto('/interference/statistics');
  await expect(person.getByRole('heading', { name: 'Units to look at' })).toBeVisible();
  await mustLookRight(person, 'en', 'statistics');

  const nobody = await at('system-admin');
  await nobody.goto('/interference/statistics');
  await expect(nobody.getByText(number)).toHaveCount(0);
});

test('the head signs a return on a phone, an overseer learns that it agrees, and the office takes the proof', async ({
  at,
}) => {
  const [admin, staff] = [await at('system-admin'), await at('office-staff')];
  const [, other, leader] = await officersOf(staff);
  const head = await seat(await at(undefined, { phone: true }), admin, ['UNIT_HEAD'], leader);
  await head.goto('/interference/returns');
  await mustLookRight(head, 'zh', 'returns');
  // Late or, in the first days of a quarter, only due.
  await head
    .getByRole('row')
    .getByRole('button', { name: /^签\s*报$/ })
    .first()
    .click();
  await expect(head.getByRole('dialog')).toContainText('件数不由您填写');
  await head
    .getByRole('dialog')
    .getByRole('button', { name: /签\s*报/ })
    .click();
  await expect(head.getByText('已签报。')).toBeVisible();
  await expect(head.getByText(new RegExp(leader.values.name!)).first()).toBeVisible();
  await head.screenshot({ path: 'dist/e2e/interference-returns-390.png', fullPage: true });

  const overseer = await seat(await at(undefined, { language: 'en' }), admin, ['AUDITOR'], other);
  await overseer.goto('/interference/returns');
  await mustLookRight(overseer, 'en', 'returns');
  await overseer.locator('.ant-segmented').getByText('Signed', { exact: true }).click();
  await overseer
    .getByRole('button', { name: /^Check / })
    .first()
    .click();
  const dialog = overseer.getByRole('dialog');
  await expect(dialog.getByText('It agrees with the sealed entries')).toBeVisible();
  await expect(dialog.getByText('does not show them')).toBeVisible();
  await mustLookRight(overseer, 'en', 'check');

  await staff.goto('/interference/returns');
  await staff.locator('.ant-segmented').getByText('已签报', { exact: true }).click();
  await staff
    .getByRole('button', { name: /^核对 / })
    .first()
    .click();
  const [download] = await Promise.all([
    staff.waitForEvent('download'),
    staff.getByRole('dialog').getByRole('link', { name: '下载证明' }).click(),
  ]);
  await verified(download);
});

test('a round of the survey: codes once, one answer each on a phone, and how many answered', async ({ at }) => {
  const office = await at('office-staff');
  await office.goto('/interference/survey');
  await mustLookRight(office, 'zh', 'survey');
  await office.getByRole('button', { name: '开始一轮' }).click();
  const form = office.getByRole('dialog');
  const number = `E2E-${Date.now()}`;
  await form.getByLabel('调查编号').fill(number);
  await form.getByLabel('调查单位').click();
  await office.locator('.ant-select-item-option').first().click();
  await form.getByLabel('截止日期').fill('2099-12-31');
  await form.getByLabel('截止日期').press('Enter');
  await form.getByLabel('编码数').fill('12');
  await form.getByRole('button', { name: '开始一轮' }).click();
  const codes = office.getByRole('list', { name: '12 个编码' }).getByRole('listitem');
  await expect(codes).toHaveCount(12);
  await mustLookRight(office, 'zh', 'codes');
  await office.screenshot({ path: 'dist/e2e/interference-codes-1440.png', fullPage: true });
  const code = await codes.first().innerText();
  await office.getByRole('button', { name: '已保管好，清除' }).click();
  await expect(codes).toHaveCount(0);

  const phone = await at(undefined, { phone: true, language: 'en' });
  const answer = async (): Promise<void> => {
    await phone.goto('/public/survey');
    await phone.getByLabel('Code (16 digits)').fill(code);
    await phone
      .getByRole('group', { name: /three provisions/ })
      .getByLabel('Yes')
      .check();
    await phone
      .getByRole('group', { name: /in favour/ })
      .getByLabel('No')
      .check();
    await phone.getByRole('button', { name: 'Send' }).click();
  };
  await answer();
  await expect(phone.getByRole('heading', { name: 'Thank you, counted' })).toBeVisible();
  await answer();
  await expect(phone.getByRole('alert')).toContainText('was used');
  await mustLookRight(phone, 'en', 'answering');
  expect(await phone.context().cookies()).toEqual([]);

  await office.reload();
  const line = office.locator('.own-record', { hasText: number });
  await expect(line).toContainText('1/12');
  await expect(line).toContainText('截止前不显示答案');
});
