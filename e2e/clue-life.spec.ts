import type { Page } from '@playwright/test';
import { ask, expect, test } from './desk.ts';
import { diceNow } from './dice.ts';
import { choose, day, find, formOf, take, today } from './forms.ts';
import { hire, type Officer } from './people.ts';
import { house } from './setup/house.ts';

/**
 * The whole life of a clue, walked by people who each have an account and an officer of their own: a citizen, the discipline desk,
 * the clue manager, two handlers, an approver, a planner, two who read the dice, a re-checker; and three who must see nothing.
 */
const MATTER = 'clues.clues';

interface Place {
  readonly unit: string;
  readonly name: string;
  readonly officers: readonly Officer[];
}

/** Three units with the first officers of each: the one reported, the one that handles, the one that checks again. */
async function places(director: Page): Promise<[reported: Place, handling: Place, beside: Place]> {
  type List = { rows: { record: string; values: Record<string, string> }[] };
  const where = (test: object): string => encodeURIComponent(JSON.stringify(test));
  const units = await ask<List>(
    director,
    `/api/registers/organisation.units/records?limit=200&where=${where({ system: 'POLICE', level: 'DISTRICT' })}`,
  );
  const found: Place[] = [];
  for (const { record, values } of units.rows) {
    const { rows } = await ask<List>(
      director,
      `/api/registers/organisation.officers/records?limit=6&where=${where({ unit: record, status: 'IN_POST' })}`,
    );
    const officers = rows.map((row) => ({
      record: row.record,
      title: `${row.values.name} · ${row.values.officerNo}`,
    }));
    if (officers.length === 6) found.push({ unit: record, name: `${values.name} · ${values.code}`, officers });
    if (found.length === 3) break;
  }
  expect(found).toHaveLength(3);
  return found as [Place, Place, Place];
}

const numberOf = ({ title }: Officer): string => title.split(' · ')[1]!;

/** What somebody's desk says of the clue: looked up by its number on the clock wall. */
async function onWall(page: Page, serial: string) {
  await page.goto(`/matters/${MATTER}`);
  await page.getByLabel('按编号查找').fill(serial);
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name: serial, exact: true }) });
}

/** The person's desk says that the clue waits, where it stands and by which limit; then the person opens it. */
async function comesTo(page: Page, serial: string, state: string, limit: string): Promise<void> {
  const line = (await onWall(page, serial)).filter({ hasText: limit }).last();
  await expect(line).toContainText(state);
  await expect(line).toContainText('到期');
  await line.getByRole('link', { name: serial }).click();
  await expect(page.getByRole('heading', { level: 1, name: serial })).toBeVisible();
}

/** A handler's home page lists the own clues, each with its limit. */
async function comesHome(page: Page, serial: string, state: string, limit: string): Promise<void> {
  await page.goto('/');
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: serial, exact: true }) });
  await expect(line).toContainText(state);
  await expect(line).toContainText(limit);
  await line.getByRole('link', { name: serial }).click();
  await expect(page.getByRole('heading', { level: 1, name: serial })).toBeVisible();
}

test('a clue lives from a phone to a re-checked closing', async ({ at, browser }) => {
  const administrator = await at('system-admin');
  const director = await at('office-director');
  const [reported, handling, beside] = await places(director);
  const [first, second, stranger] = handling.officers as [Officer, Officer, Officer];
  const rechecker = beside.officers[0]!;

  await test.step('everybody gets an account of their own', async () => {
    for (const [username, role, { unit }, officer] of [
      ['life.desk', 'DISCIPLINE_LIAISON', beside, beside.officers[1]!],
      ['life.manager', 'CLUE_MANAGER', beside, beside.officers[2]!],
      ['life.approver', 'APPROVER', beside, beside.officers[3]!],
      ['life.first', 'CASE_HANDLER', handling, first],
      ['life.second', 'CASE_HANDLER', handling, second],
      ['life.stranger', 'CASE_HANDLER', handling, stranger],
      ['life.rechecker', 'CASE_HANDLER', beside, rechecker],
      ['life.reported', 'UNIT_STAFF', reported, reported.officers[1]!],
    ] as const)
      await hire(administrator, browser, {
        username,
        name: officer.title.split(' · ')[0]!,
        roles: [role],
        unit,
        officer: officer.record,
      });
  });

  const phone = await at(undefined, { phone: true });
  let code = '';
  let number = '';
  await test.step('a citizen reports on a phone, with a picture, and keeps the receipt code', async () => {
    await phone.goto('/public/');
    await phone.getByRole('link', { name: '举报', exact: true }).click();
    await phone.getByLabel('反映的人或单位').fill('某分局窗口民警');
    await phone.getByLabel('反映的问题').fill('该民警三次在窗口收受香烟，有照片。');
    await phone.getByText('实名', { exact: true }).click();
    await phone.getByLabel('姓名', { exact: true }).fill('张小满');
    await phone.getByLabel('联系方式', { exact: true }).fill('江边茶馆转交');
    await phone
      .getByLabel('附件', { exact: true })
      .setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') });
    await phone.getByRole('button', { name: '加密并提交' }).click();
    await expect(phone.getByRole('heading', { name: '举报已收到' })).toBeVisible({ timeout: 60_000 });
    code = await phone.getByTestId('receipt').innerText();
    number = /JB\d{8}-\w+/.exec(await phone.getByText(/^举报编号 JB/).innerText())![0];
    await expect(phone.getByText('附件已全部送达')).toBeVisible({ timeout: 60_000 });
  });

  const desk = await at('life.desk');
  let serial = '';
  let clue = '';
  await test.step('the discipline desk opens it with its key, tells the reporter, and makes it a clue', async () => {
    await desk.goto('/reports');
    await desk.getByLabel('或粘贴密钥').fill(house().deskKey);
    await desk.getByRole('button', { name: '载入密钥' }).click();
    await desk.getByRole('link', { name: number }).click();
    await expect(desk.getByText('该民警三次在窗口收受香烟')).toBeVisible();
    await say(desk, '您的举报已收到，将在期限内办理。');
    await desk.getByRole('button', { name: '转为线索' }).click();
    const form = formOf(desk, '转为线索');
    await form.getByLabel('线索摘要').fill('反映窗口民警收受香烟');
    await find(form, '被反映单位', reported.name.split(' · ')[0]!, reported.name);
    await form.getByRole('button', { name: '转为线索' }).click();
    await desk.getByRole('link', { name: '已转为线索' }).click();
    serial = await desk.getByRole('heading', { level: 1, name: /^XS\d{4}-\d{6}$/ }).innerText();
    clue = desk.url();
  });

  const manager = await at('life.manager');
  await test.step('the clue manager finds it waiting, registers it, names who is reported, and assigns two handlers', async () => {
    await comesTo(manager, serial, '已接收', '登记受理期限');
    await expect(manager.getByText('反映窗口民警收受香烟').first()).toBeVisible();
    await expect(manager.getByText(/张小满|茶馆|JB\d{8}/)).toHaveCount(0);
    await take(manager, '登记');
    await add(manager, '被反映人', async (form) => {
      const [subject] = reported.officers;
      await find(form, '干警', numberOf(subject!), subject!.title);
    });
    await take(manager, '告知举报人已受理', async (form) => {
      await day(form, '告知日期', today());
      await form.getByLabel('告知方式').fill('举报平台回复');
    });
    await take(manager, '交办', async (form) => {
      await choose(form, '交办方式', '转办');
      await find(form, '承办单位', handling.name.split(' · ')[0]!, handling.name);
      await find(form, '承办人一', numberOf(first), first.title);
      await find(form, '承办人二', numberOf(second), second.title);
    });
  });

  await test.step('nobody else sees it: another handler, staff of the unit reported, the administrator', async () => {
    for (const nobody of ['life.stranger', 'life.reported', 'system-admin']) {
      const page = await at(nobody);
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(serial)).toHaveCount(0);
      await page.goto(clue);
      await expect(page.getByText('没有这个办件，或者您不在知悉范围内。')).toBeVisible();
      await page.context().close();
    }
  });

  const handler = await at('life.first');
  await test.step('a handler finds it at home, accepts, and proposes a disposal after a collective study', async () => {
    await comesHome(handler, serial, '已交办', '承办单位签收期限');
    await expect(handler.getByText(reported.officers[0]!.title.split(' · ')[0]!).first()).toBeVisible();
    await take(handler, '签收');
    await take(handler, '提出处置意见', async (form) => {
      await choose(form, '处置方式', '初步核实');
      await day(form, '集体研究日期', today());
      await form.getByLabel('参加集体研究人数').fill('5');
      await form.getByLabel('集体研究意见').fill('一致同意初步核实');
    });
  });

  const approver = await at('life.approver');
  await test.step('three levels decide, each with the facts before them', async () => {
    await comesTo(manager, serial, '已提出处置意见', '一级审批期限');
    await take(manager, '一级审批意见', (form) => form.getByLabel('意见', { exact: true }).fill('拟同意'));
    await comesTo(desk, serial, '已提出处置意见', '二级审批期限');
    await take(desk, '二级审批意见', (form) => form.getByLabel('意见', { exact: true }).fill('同意初核'));
    await comesTo(approver, serial, '已提出处置意见', '三级审批期限');
    await take(approver, '批准处置意见', async (form) => {
      const facts = form.getByRole('region', { name: '办理依据' });
      for (const fact of ['三级审批期限', '一致同意初步核实', '拟同意', '同意初核'])
        await expect(facts).toContainText(fact);
    });
  });

  await test.step('the handlers verify: a plan, evidence held by its hash, an interview, a report', async () => {
    await comesHome(handler, serial, '处置意见已批准', '初步核实期限');
    await take(handler, '开始初步核实', (form) => form.getByLabel('核查方案').fill('调取窗口监控，走访两户'));
    await add(handler, '核查证据', async (form) => {
      await choose(form, '证据种类', '电子数据');
      await form.getByLabel('说明', { exact: true }).fill('窗口三月监控');
      await day(form, '取得日期', today());
      await form
        .getByLabel('选取文件，计算校验值')
        .setInputFiles({ name: '监控.mp4', mimeType: 'video/mp4', buffer: Buffer.from('abc') });
      await expect(form.getByLabel('文件校验值')).toHaveValue(/^ba7816bf/);
    });
    await expect(handler.getByText(/^ba7816bf/)).toBeVisible();
    await take(handler, '谈话笔录', async (form) => {
      await day(form, '谈话日期', today());
      await form.getByLabel('在场人员（不少于两名核查人）').fill('承办人一、承办人二');
      await form.getByLabel('笔录要点').fill('本人否认');
    });
    await take(handler, '报告核查结果', async (form) => {
      await choose(form, '核查结论', '查否');
      await form.getByLabel('核查报告').fill('监控和走访均未见收受');
    });
    await expect(handler.getByRole('button', { name: '审核通过' })).toHaveCount(0);
  });

  await test.step('somebody who did not handle it reviews it, and the approver closes it', async () => {
    await comesTo(desk, serial, '已报告', '审核期限');
    await take(desk, '审核通过', (form) => form.getByLabel('审核意见').fill('事实清楚，同意'));
    await comesTo(approver, serial, '已审核', '三级审批期限');
    await take(approver, '办结', async (form) => {
      await expect(form.getByRole('region', { name: '办理依据' })).toContainText('监控和走访均未见收受');
      await day(form, '办结日期', today());
    });
  });

  await test.step('the reporter is told, and reads it with the receipt code on the phone', async () => {
    await desk.goto('/reports');
    await desk.getByLabel('或粘贴密钥').fill(house().deskKey);
    await desk.getByRole('button', { name: '载入密钥' }).click();
    await desk.getByText(/^全部/).click();
    await desk.getByRole('link', { name: number }).click();
    await say(desk, '经核查，未发现您反映的问题。');
    await comesTo(manager, serial, '已办结', '实名举报结果反馈期限');
    await take(manager, '向举报人反馈', async (form) => {
      await day(form, '告知日期', today());
      await form.getByLabel('告知方式').fill('举报平台回复');
    });
    await phone.goto('/public/receipt');
    await phone.getByLabel('回执码').fill(code);
    await phone.getByRole('button', { name: '查询', exact: true }).click();
    await expect(phone.getByText('经核查，未发现您反映的问题。')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('a re-check is planned, two people read the dice, and the one drawn upholds it', async () => {
    await director.goto('/rechecks/new');
    await director.getByLabel('名称').fill('实名查否线索全部复查');
    await day(director.locator('main'), '截至日期', today());
    await choose(director.locator('main'), '分层', '按风险');
    for (const [risk, rate] of [
      ['高', '0'],
      ['中', '100'],
      ['低', '0'],
    ] as const)
      await director.getByLabel(risk, { exact: true }).fill(rate);
    await find(director.locator('main'), '复查人员库', numberOf(rechecker), rechecker.title);
    await director.keyboard.press('Escape');
    await director.getByText('现场掷骰', { exact: true }).click();
    await director.getByLabel('掷骰地点').fill('三楼会议室');
    await director.getByRole('button', { name: '试算' }).click();
    await diceNow(director);
    await director.getByRole('button', { name: '提交计划' }).click();
    await director.getByRole('dialog').getByRole('button', { name: '提交计划' }).click();
    await expect(director.getByText('等待录入种子')).toBeVisible({ timeout: 30_000 });
    const plan = director.url();
    for (const [typist, said] of [
      ['office-staff', '已录入，等待另一人录入。'],
      ['supervisor', '复查中'],
    ] as const) {
      const page = await at(typist);
      await page.goto(plan);
      await page.getByLabel('录入骰子点数').fill('1435262435'.repeat(5));
      await page.getByRole('button', { name: '录入', exact: true }).click();
      await expect(page.getByText(said).first()).toBeVisible();
    }
    const checker = await at('life.rechecker');
    await checker.goto('/rechecks');
    const row = checker.getByRole('row').filter({ hasText: serial });
    await row.getByRole('button', { name: '领取' }).click();
    await expect(checker.getByRole('dialog')).toContainText('反映窗口民警收受香烟');
    await checker.keyboard.press('Escape');
    await row.getByRole('button', { name: '登记结果' }).click();
    const form = formOf(checker, serial);
    await choose(form, '结论', '维持');
    await form.getByRole('button', { name: '登记结果' }).click();
    await expect(row).toContainText('维持');
    await manager.goto(clue);
    await expect(manager.getByText('复查维持', { exact: true })).toBeVisible();
    await expect(manager.getByText('已复查').first()).toBeVisible();
  });
});

/** Answers the reporter in the two-way conversation. */
async function say(desk: Page, text: string): Promise<void> {
  await desk.getByRole('textbox', { name: '答复举报人' }).fill(text);
  await desk.getByRole('button', { name: '加密并答复' }).click();
  await expect(desk.locator('.report-text', { hasText: text })).toBeVisible();
}

/** Adds a record to the matter on the page. */
async function add(page: Page, what: string, fill: (form: ReturnType<typeof formOf>) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: /^添加/ }).click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
  const form = formOf(page, `添加：${what}`);
  await fill(form);
  await form.getByRole('button', { name: '添加', exact: true }).click();
  await expect(page.getByText(`已添加：${what}`)).toBeVisible();
}
