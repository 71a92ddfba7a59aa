import type { Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { mustLookRight } from './looks.ts';
import { hire } from './people.ts';
import { house } from './setup/house.ts';

const send = async (page: Page, path: string, data: object) => {
  const answer = await page.request.post(path, { headers: { 'x-mingjing': '1' }, data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
};

test('the office publishes a paper, an officer signs it on a phone, and the coverage shows it', async ({ at }) => {
  const office = await at('office-staff');
  await office.goto('/paper-desk/new');
  await office.getByLabel('文书名称').fill('教育整顿纪律承诺书');
  await office.getByLabel('启用日期').fill('2021-03-03');
  await office.getByLabel('启用日期').press('Enter');
  await office.getByRole('textbox', { name: '正文' }).fill('不打听、不干预、不过问他人案件。');
  await office.getByRole('button', { name: /^发\s*布$/ }).click();
  await expect(office.getByRole('heading', { level: 1, name: '教育整顿纪律承诺书' })).toBeVisible();
  await mustLookRight(office, 'zh', 'a paper nobody has');
  await office.getByRole('button', { name: /^发\s*放$/ }).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /^发\s*放$/ })
    .click();
  await expect(office.getByRole('table', { name: '' }).first()).toBeVisible();

  const officer = await at('officer-self', { phone: true });
  await officer.goto('/papers');
  await mustLookRight(officer, 'zh', 'my papers');
  await officer.getByRole('link', { name: '教育整顿纪律承诺书' }).click();
  await expect(officer.getByText('不打听、不干预、不过问他人案件。')).toBeVisible();
  await officer.getByRole('checkbox').check();
  await officer.getByLabel('登录密码').fill('not my password');
  await officer.getByRole('button', { name: /^签\s*署$/ }).click();
  await expect(officer.getByRole('alert').filter({ hasText: '密码' })).toBeVisible();
  await officer.getByLabel('登录密码').fill(house().passwords['officer-self']!);
  await officer.getByRole('button', { name: /^签\s*署$/ }).click();
  await expect(officer.getByText('签署本版本')).toBeVisible();
  await mustLookRight(officer, 'zh', 'a signed paper');
  const proof = officer.waitForEvent('download');
  await officer.getByRole('link', { name: '下载签署证明' }).click();
  expect(await (await proof).failure()).toBeNull();

  await office.reload();
  await expect(office.getByRole('img', { name: /已签署 1,/ })).toBeVisible();
  const english = await at('office-staff', { language: 'en', phone: true });
  await english.goto(office.url());
  await expect(english.getByRole('heading', { name: 'Progress of the units' })).toBeVisible();
  await mustLookRight(english, 'en', 'coverage of a paper');
});

test('a talk is recorded by the talker and confirmed by the officer', async ({ at, browser }) => {
  const officer = await at('officer-self', { phone: true });
  const me = await ask<{ officer: string; unit: { record: string } }>(officer, '/api/me');
  const roster = await ask<{ rows: { record: string; values: Record<string, unknown> }[] }>(
    await at('unit-staff'),
    '/api/registers/organisation.officers/records?limit=20',
  );
  const talker = roster.rows.find(({ record, values }) => record !== me.officer && values.unit === me.unit.record)!;
  await hire(await at('system-admin'), browser, {
    username: 'talks.head',
    name: '谈话负责人',
    roles: ['UNIT_HEAD'],
    unit: me.unit.record,
    officer: talker.record,
  });

  const leader = await at('talks.head');
  await send(leader, '/api/conduct/talk-triggers', {
    officer: me.officer,
    occurredOn: '2021-03-03',
    dueOn: '2021-03-10',
  });
  await leader.goto('/talks');
  const due = leader.getByRole('region', { name: '应谈名单' });
  await expect(due.getByText('组织安排').first()).toBeVisible();
  await mustLookRight(leader, 'zh', 'talks that are due');
  await due
    .getByRole('row')
    .filter({ hasText: '组织安排' })
    .getByRole('button', { name: /^登\s*记$/ })
    .first()
    .click();
  const form = leader.getByRole('dialog');
  await form.getByLabel('谈话日期').fill('2021-03-09');
  await form.getByLabel('谈话日期').press('Enter');
  await form.getByLabel('谈话内容').fill('了解思想和家庭情况。');
  await form.getByRole('button', { name: /^登\s*记$/ }).click();
  await expect(form).toBeHidden();

  await officer.goto('/my-talks');
  await mustLookRight(officer, 'zh', 'my talks');
  await officer.getByRole('listitem').filter({ hasText: '待谈话对象确认' }).getByRole('link').first().click();
  await expect(officer.getByRole('link', { name: /自查报告/ })).toHaveAttribute('href', /\/self-report\?talk=/);
  await officer.getByRole('button', { name: '本人确认' }).click();
  await expect(officer.getByText('双方已确认')).toBeVisible();
  await mustLookRight(officer, 'zh', 'a confirmed talk');
});

test('a point of a life meeting is claimed by one, followed up, and verified by another', async ({ at }) => {
  const staff = await at('unit-staff');
  await staff.goto('/life-meetings');
  await mustLookRight(staff, 'zh', 'life meetings');
  await staff.getByRole('row').nth(1).getByRole('link').click();
  await staff.getByRole('button', { name: '提出问题' }).click();
  await staff.getByRole('dialog').getByLabel('问题描述').fill('下基层调研不够');
  await staff.getByRole('dialog').getByRole('button', { name: '提出问题' }).click();
  await staff.getByRole('region', { name: '已查摆' }).getByRole('link', { name: '下基层调研不够' }).click();
  await expect(staff.getByRole('button', { name: /认\s*领/ })).toBeVisible();
  const record = staff.url().split('/').at(-1)!;
  const roster = await ask<{ rows: { record: string }[] }>(
    staff,
    '/api/registers/organisation.officers/records?limit=1',
  );
  const path = `/api/matters/conduct.problemItems/${record}`;
  let version = 1;
  for (const [action, input] of [
    ['CLAIM', { owner: roster.rows[0]!.record, dueOn: '2099-12-31' }],
    ['BEGIN', {}],
    ['REPORT', { progress: '已下沉三次' }],
    ['FINISH', { result: '建立调研制度' }],
  ] as const)
    version = (await send(staff, `${path}/${action}`, { version, input })).version;
  const office = await at('office-staff', { language: 'en' });
  await office.goto(`/matters/conduct.problemItems/${record}`);
  await office.getByRole('button', { name: 'Verify' }).click();
  await office
    .getByRole('dialog')
    .getByLabel(/reason/i)
    .fill('Seen on the spot');
  await office.getByRole('dialog').getByRole('button', { name: 'Verify' }).click();
  await expect(office.locator('.page-lead').getByText('Verified')).toBeVisible();
  await mustLookRight(office, 'en', 'a verified point');
});
