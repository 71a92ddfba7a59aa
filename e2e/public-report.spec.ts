import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { mustLookRight } from './looks.ts';
import { house } from './setup/house.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function loadKey(desk: Page): Promise<void> {
  await desk.goto('/reports');
  await desk.getByLabel('或粘贴密钥').fill(house().deskKey);
  await desk.getByRole('button', { name: '载入密钥' }).click();
  await expect(desk.getByText('已载入：')).toBeVisible();
}

test('a phone reports, the desk opens it with its key and answers, the reporter reads that and adds evidence', async ({
  at,
}) => {
  const phone = await at(undefined, { phone: true });
  await phone.goto('/public/');
  await phone.getByRole('link', { name: '举报', exact: true }).click();
  await phone.getByLabel('反映的人或单位').fill('某分局某民警');
  await mustLookRight(phone, 'zh', phone.url());
  const asked = new Promise<string>((resolve) =>
    phone.once('dialog', (dialog) => {
      resolve(dialog.message());
      return dialog.dismiss();
    }),
  );
  await phone.getByRole('link', { name: '已有回执码：查询或补充' }).click();
  expect(await asked).toContain('您写的内容不会保留');
  await expect(phone.getByLabel('反映的人或单位')).toHaveValue('某分局某民警');
  // The browser's own button is asked the same way, and the letter stays where it was.
  phone.once('dialog', (dialog) => dialog.dismiss());
  await phone.evaluate(() => history.back());
  await expect(phone).toHaveURL(/\/public\/report$/);
  await expect(phone.getByLabel('反映的人或单位')).toHaveValue('某分局某民警');
  await phone.getByRole('button', { name: '加密并提交' }).click();
  await expect(phone.getByRole('alert')).toContainText('至少 10 个字');
  await phone.getByLabel('反映的问题').fill('该民警在窗口多次索要烟酒，有照片为证。');
  await phone.getByLabel('附件', { exact: true }).setInputFiles([
    { name: '照片.png', mimeType: 'image/png', buffer: png },
    { name: '记录.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script>') },
  ]);
  await phone.getByRole('button', { name: '加密并提交' }).click();
  await expect(phone.getByRole('heading', { name: '举报已收到' })).toBeVisible({ timeout: 60_000 });
  const code = await phone.getByTestId('receipt').innerText();
  expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
  const number = /JB\d{8}-\w+/.exec(await phone.getByText(/^举报编号 JB/).innerText())![0];
  await expect(phone.getByText('附件已全部送达')).toBeVisible({ timeout: 60_000 });
  await mustLookRight(phone, 'zh', phone.url());
  await phone.screenshot({ path: 'dist/e2e/report-sent-390.png', fullPage: true });
  expect(await phone.context().cookies()).toEqual([]);
  await phone.getByLabel('我已抄下回执码').check();
  await phone.getByRole('button', { name: '完成，清除本页' }).click();
  await expect(phone.getByLabel('反映的问题')).toHaveValue('');

  const desk = await at('discipline-liaison');
  await loadKey(desk);
  await mustLookRight(desk, 'zh', desk.url());
  await desk.screenshot({ path: 'dist/e2e/reports-1440.png', fullPage: true });
  await desk.getByRole('link', { name: number }).click();
  await expect(desk.getByText('该民警在窗口多次索要烟酒')).toBeVisible();
  const [saved] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: '解密并下载 照片.png' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('照片.png');
  const [lying] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: '解密并下载 记录.png' }).click(),
  ]);
  expect(lying.suggestedFilename()).toBe('记录.png.txt');
  await expect(desk.getByText('文件名与内容不符')).toBeVisible();
  await desk.getByRole('textbox', { name: '答复举报人' }).fill('已收到。请补充时间和窗口号。');
  await desk.getByRole('button', { name: '加密并答复' }).click();
  await expect(desk.locator('.report-text', { hasText: '请补充时间和窗口号' })).toBeVisible();
  await mustLookRight(desk, 'zh', desk.url());
  await desk.screenshot({ path: 'dist/e2e/report-1440.png', fullPage: true });
  // A reload forgets the key, not the report.
  await desk.reload();
  await desk.getByLabel('或粘贴密钥').fill(house().deskKey);
  await desk.getByRole('button', { name: '载入密钥' }).click();
  await expect(desk.locator('.report-text', { hasText: '请补充时间和窗口号' })).toBeVisible();

  const again = await at(undefined, { phone: true, language: 'en' });
  await again.goto('/public/receipt');
  await mustLookRight(again, 'en', again.url());
  await again.getByLabel('Receipt code').fill('1234 5678 9012 3456');
  await again.getByRole('button', { name: 'Look up', exact: true }).click();
  await expect(again.getByRole('alert')).toContainText('16 digits');
  await again.getByLabel('Receipt code').fill(code);
  await again.getByRole('button', { name: 'Look up', exact: true }).click();
  await expect(again.getByText('请补充时间和窗口号')).toBeVisible({ timeout: 60_000 });
  await expect(again.getByText('Opened by the discipline desk')).toBeVisible();
  await again.getByLabel('What you want to add').fill('三月五日上午，三号窗口。');
  await again.getByRole('button', { name: 'Seal and send' }).click();
  await expect(again.getByText('Only the desk can open what you wrote')).toHaveCount(3, { timeout: 60_000 });
  await mustLookRight(again, 'en', again.url());
  await again.screenshot({ path: 'dist/e2e/receipt-390.png', fullPage: true });

  const small = await at('discipline-liaison', { phone: true, language: 'en' });
  await small.goto('/reports');
  await small.getByLabel('Or paste the key').fill(house().deskKey);
  await small.getByRole('button', { name: 'Load the key' }).click();
  await mustLookRight(small, 'en', small.url());
  await small.getByRole('link', { name: number }).click();
  await expect(small.getByText('三月五日上午，三号窗口。')).toBeVisible();
  // Names of files are data and stand in its buttons, so that only the rest of the look is held.
  await mustLookRight(small, 'zh', small.url());
  await small.screenshot({ path: 'dist/e2e/report-390.png', fullPage: true });
  await small.getByRole('button', { name: 'Hand on as a clue' }).click();
  await small.getByLabel('Summary of the clue').fill('反映某分局窗口民警索要烟酒');
  await small.getByRole('dialog').getByRole('button', { name: 'Hand on as a clue' }).click();
  await expect(small.getByRole('link', { name: 'This report was handed on as a clue' })).toBeVisible();
});

test('the desk makes a key in its page, and opens with the file what is sealed from then on', async ({ at }) => {
  const desk = await at('discipline-liaison');
  await desk.goto('/reports');
  await desk.getByRole('button', { name: '生成新密钥' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('持有人').fill('第二驻点组');
  await dialog.getByLabel('口令', { exact: true }).fill('很长的一句话作口令用');
  await dialog.getByLabel('再输一次口令').fill('不一样的一句话');
  await dialog.getByRole('button', { name: '生成并保存文件' }).click();
  await expect(dialog.getByText('口令至少 12 个字符')).toBeVisible();
  await dialog.getByLabel('口令', { exact: true }).fill('很长的一句话作口令用请记住');
  await dialog.getByLabel('再输一次口令').fill('很长的一句话作口令用请记住');
  const [file] = await Promise.all([
    desk.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: '生成并保存文件' }).click(),
  ]);
  await dialog.getByRole('button', { name: '启用公钥' }).click();
  await expect(dialog).toHaveCount(0);
  await desk.reload();
  await desk.getByLabel('密钥文件').setInputFiles(await file.path());
  await desk.getByLabel('口令').fill('很长的一句话作口令用请记住');
  await desk.getByRole('button', { name: '载入密钥' }).click();
  await expect(desk.getByText('已载入：')).toBeVisible({ timeout: 60_000 });
  await expect(desk.getByText('第二驻点组')).toBeVisible();
});
