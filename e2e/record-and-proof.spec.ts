import { readFile } from 'node:fs/promises';
import { ask, expect, test } from './desk.ts';
import { faultsOf, type RecordProof } from './verifier.ts';

test('a record tells where it came from, and its proof holds outside the program', async ({ at }) => {
  const page = await at('office-staff');
  await page.goto('/registers/organisation.units');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: '存证', exact: true })).toBeVisible();

  await test.step('provenance: workbook, sheet and row', async () => {
    await expect(page.locator('.versions')).toContainText(/来源: .*\.xlsx · 工作表“.+” · 第 [\d,]+ 行/);
    await expect(page.locator('.versions')).toContainText('首次登记');
  });

  await test.step('the proof is downloaded and verified by a second implementation', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载存证文件' }).click(),
    ]);
    const proof = JSON.parse(await readFile(await download.path(), 'utf8')) as RecordProof;
    const { publicKey } = await ask<{ publicKey: string }>(page, '/api/ledger');
    expect(proof.verifierKey).toBe(publicKey);
    expect(page.url()).toContain(proof.record);
    expect(faultsOf(proof)).toEqual([]);
    expect(faultsOf({ ...proof, content: { ...(proof.content as object), name: '另一个名称' } })).toEqual(['content']);
    expect(faultsOf({ ...proof, entry: proof.entry.replace(/"at":"\d{4}/, '"at":"1999') })).toEqual(['ledger']);
    expect(faultsOf({ ...proof, checkpoint: proof.checkpoint.replace(/\n\d+\n/, '\n1\n') })).toEqual(['signature']);
  });
});

test('a record added by hand is changed and voided with reasons, and nothing of it is lost', async ({ at }) => {
  const page = await at('office-staff');
  await page.goto('/registers/organisation.memberDepartments');
  await page.getByRole('button', { name: '新增记录' }).click();
  const form = page.getByRole('dialog');
  const choose = async (label: RegExp, option: string): Promise<void> => {
    await form.getByLabel(label).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
  };
  await form.getByLabel(/^部门编码/).fill('E2E-D1');
  await form.getByLabel(/^部门名称/).fill('试点部门');
  await choose(/^部门类别/, '其他部门');
  await choose(/^层级/, '市级');
  await form.getByLabel(/^行政区划代码/).fill('990101');
  await form.getByRole('button', { name: /登\s*记/ }).click();
  await expect(form).toBeHidden();

  await page.goto(
    `/registers/organisation.memberDepartments?where=${encodeURIComponent('{"code":{"contains":"E2E-D1"}}')}`,
  );
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: /修\s*改/ }).click();
  await form.getByLabel(/^部门名称/).fill('试点部门（更名）');
  await form.getByLabel(/^原因/).fill('机构更名');
  await form.getByRole('button', { name: '保存修改' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('试点部门（更名）');
  const versions = page.locator('.versions');
  await expect(versions.locator('del')).toHaveText('试点部门');
  await expect(versions).toContainText('机构更名');

  await page.getByRole('button', { name: /作\s*废/ }).click();
  await page.getByRole('dialog').getByLabel(/^原因/).fill('误录');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /作\s*废/ })
    .click();
  await expect(versions).toContainText('误录');
  await expect(page.getByRole('button', { name: /修\s*改/ })).toHaveCount(0);
  await expect(versions.getByRole('listitem')).toHaveCount(2);
});
