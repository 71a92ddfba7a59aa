import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { systemSession } from '../../platform/database/session.ts';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { documentDocx } from '../../platform/documents/docx.ts';
import { documentHtml } from '../../platform/documents/html.ts';
import { nobody } from '../../platform/http/context.ts';
import { changeRecord, voidRecord } from '../../platform/register/records/change.ts';
import { registers } from '../index.ts';
import { bulletinDocument, bulletinHtml, bulletinJson, correctionDocument, type Exported } from './export.ts';
import {
  checkBulletin,
  compareBulletin,
  correctBulletin,
  editBulletin,
  exportedBulletin,
  findBulletin,
  freezeBulletin,
  frozenFigures,
  listBulletins,
  openBulletin,
  openPublicFigure,
  publishBulletin,
  reevaluateBulletin,
  snapshotBulletin,
  viewBulletin,
} from './service.ts';
import { testDesk, text } from './testing/city-desk.ts';

const pools = testDatabase();
const house = testDesk(pools);
const { desk, city, lectures, editor, director, otherDirector } = house;
const activities = registers.get('education.activities');

async function draft(asOf = text.asOf): Promise<string> {
  const id = await openBulletin(desk, editor, asOf, 2);
  await editBulletin(desk, editor, id, 1, { ...text, asOf });
  return id;
}

let published = '';
beforeAll(async () => {
  published = await draft();
  await freezeBulletin(desk, editor, published);
  await publishBulletin(desk, director, published);
});

test('a draft shows live values, lists what the prose leaves out, and keeps every version', async () => {
  const id = await openBulletin(desk, editor, '2021-06-22', 2);
  const first = await viewBulletin(desk, editor, id);
  expect(first.text.title).toBe('明湖市政法队伍教育整顿阶段工作情况通报');
  await editBulletin(desk, editor, id, first.version, text);
  const view = await viewBulletin(desk, editor, id);
  expect(view).toMatchObject({ state: 'draft', version: 2, annex: ['test.persons', 'test.first'], by: '账户e1' });
  expect(view.figures.map(({ value, root }) => [value, root])).toEqual([
    [12, null],
    [4, null],
    [2, null],
    [2 / 3, null],
    ['2021-04-10', null],
  ]);
  await expect(editBulletin(desk, director, id, 1, text)).rejects.toMatchObject({ code: 'record.changed' });
  const { rows } = await pools.owner.query('select version from bulletin.drafts where bulletin = $1 order by 1', [id]);
  expect(rows.map(({ version }) => version)).toEqual([1, 2]);
});

test('two people who edit one draft at once: one of them is told', async () => {
  const id = await draft();
  const both = await Promise.allSettled([
    editBulletin(desk, editor, id, 2, text),
    editBulletin(desk, director, id, 2, text),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'record.changed' } });
});

test('a frozen bulletin answers the same after its records were changed, voided and joined by new ones', async () => {
  const before = await frozenFigures(desk, nobody, published);
  expect(before.map(({ value, records, baseRecords }) => [value, records.count, baseRecords?.count])).toEqual([
    [12, 12, undefined],
    [4, 4, undefined],
    [2, 4, undefined],
    [2 / 3, 4, 3],
    ['2021-04-10', 12, undefined],
  ]);
  await voidRecord(city.records, systemSession, activities, lectures[0]!, {
    version: 1,
    reason: '重复登记',
    referring: 2,
  });
  const changed = { version: 1, values: { kind: 'WARNING_FILM' }, reason: '类型填错' };
  await changeRecord(city.records, systemSession, activities, lectures[1]!, changed);
  const added = { number: 'L99', kind: 'PARTY_LECTURE', title: '补报', heldOn: '2021-05-01', leadUnit: city.units.C02 };
  await city.add('education.activities', added);
  const { frozen } = await findBulletin(desk, nobody, published);
  const again = await reevaluateBulletin(desk, frozen!, before);
  expect(again.map(({ same }) => same)).toEqual([true, true, true, true, true]);
  expect(again.map(({ now }) => now)).toEqual([11, 4, 2, 2 / 3, '2021-04-12']);
});

test('a reader of the database who rewrites a record is caught by asking again', async () => {
  const kept = await frozenFigures(desk, nobody, published);
  const { frozen } = await findBulletin(desk, nobody, published);
  const forged = ['update education.activities set commitment = sha256(commitment) where record = $1', [lectures[5]!]];
  const restore = await pools.owner.query('select commitment from education.activities where record = $1', [
    lectures[5]!,
  ]);
  await pools.owner.query(forged[0] as string, forged[1] as string[]);
  const again = await reevaluateBulletin(desk, frozen!, kept);
  expect(again.filter(({ same }) => !same).map(({ id }) => id)).toEqual(['test.lectures', 'test.first']);
  await pools.owner.query('update education.activities set commitment = $2 where record = $1', [
    lectures[5]!,
    restore.rows[0].commitment,
  ]);
});

test('a published figure opens masked rows with the same count, page by page', async () => {
  const [lecture] = await frozenFigures(desk, nobody, published);
  const rows: unknown[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await openPublicFigure(desk, nobody, published, 'test.lectures', {
      part: 'records',
      cursor,
      limit: 5,
    });
    expect([page.total, page.root, page.columns.map(({ key }) => key)]).toEqual([
      12,
      lecture!.records.root,
      ['kind', 'heldOn', 'leadUnit'],
    ]);
    rows.push(...page.rows);
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(rows).toHaveLength(12);
  expect(rows).toContainEqual(['PARTY_LECTURE', '2021-04-10', '东湖区公安局']);
  const base = await openPublicFigure(desk, nobody, published, 'test.coverage', { part: 'base', limit: 50 });
  expect(base.rows).toHaveLength(3);
  expect(JSON.stringify(base)).not.toContain('赵一鸣');
  const missing = openPublicFigure(desk, nobody, published, 'test.lectures', { part: 'base', limit: 5 });
  await expect(missing).rejects.toMatchObject({ code: 'record.missing' });
});

test('nobody outside sees a draft, and row security holds without the checks above it', async () => {
  const id = await draft();
  await expect(viewBulletin(desk, nobody, id)).rejects.toMatchObject({ code: 'record.missing' });
  await expect(viewBulletin(desk, city.as('UNIT_HEAD', 'C01'), id)).rejects.toMatchObject({ code: 'record.missing' });
  expect((await listBulletins(desk, nobody)).map((one) => one.id)).toEqual([published]);
  const seen = await transact(pools, nobody, 'read', async ({ client }) => {
    const tables = ['drafts', 'steps', 'freezes', 'frozen_figures', 'publications'];
    const counts: number[] = [];
    for (const table of tables) {
      const { rows } = await client.query(`select count(*)::int as n from bulletin.${table}`);
      counts.push(rows[0].n);
    }
    return counts;
  });
  expect(seen).toEqual([0, 0, 1, 5, 1]);
  const insert = (role: string, statement: string) =>
    transact(pools, city.as(role), 'write', ({ client }) => client.query(statement, [id]));
  const publish = 'insert into bulletin.publications (bulletin, at, act) values ($1, now(), gen_random_uuid())';
  await expect(insert('PRESS_EDITOR', publish)).rejects.toMatchObject({ code: '42501' });
  const edit =
    "insert into bulletin.drafts (bulletin, version, text, at, act) values ($1, 9, '{}', now(), gen_random_uuid())";
  await expect(insert('AUDITOR', edit)).rejects.toMatchObject({ code: '42501' });
  for (const statement of ["update bulletin.freezes set as_of = '2020-01-01'", 'delete from bulletin.frozen_records']) {
    await expect(pools.app.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

test('steps are taken in order, by those who may, and not both by one person', async () => {
  const id = await draft();
  await expect(publishBulletin(desk, director, id)).rejects.toMatchObject({ code: 'matter.state' });
  await expect(freezeBulletin(desk, city.as('AUDITOR'), id)).rejects.toMatchObject({ code: 'access.denied' });
  await freezeBulletin(desk, director, id);
  await expect(editBulletin(desk, editor, id, 2, text)).rejects.toMatchObject({ code: 'matter.state' });
  await expect(publishBulletin(desk, editor, id)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(publishBulletin(desk, director, id)).rejects.toMatchObject({ code: 'matter.separation' });
  await publishBulletin(desk, otherDirector, id);
  expect((await viewBulletin(desk, nobody, id)).state).toBe('published');
});

test('what speaks against freezing stops it and is said: a unit, a figure without records, a word, a day', async () => {
  const id = await draft();
  const stray = {
    number: 'X1',
    kind: 'PARTY_LECTURE',
    title: '单位不明',
    heldOn: '2021-05-02',
    leadUnit: city.units.C02,
  };
  const record = await city.add('education.activities', stray);
  await pools.owner.query('update education.activities set lead_unit = gen_random_uuid() where record = $1', [record]);
  const wrong = { figure: 'test.persons', printed: 'more' as const };
  const bad = {
    ...text,
    sections: [{ heading: '坏', paragraphs: [{ runs: [wrong, { figure: 'no.such', printed: 'exact' as const }] }] }],
  };
  await editBulletin(desk, editor, id, 2, bad);
  const findings = await checkBulletin(desk, editor, id);
  expect(findings.filter(({ severity }) => severity === 'stop').map(({ figure }) => figure)).toEqual([
    'test.persons',
    'no.such',
    'test.lectures',
  ]);
  expect(findings.find(({ figure }) => figure === 'test.lectures')!.words.zh).toContain('X06');
  await expect(freezeBulletin(desk, editor, id)).rejects.toMatchObject({
    code: 'bulletin.findings',
    params: { count: 3, detail: { zh: expect.stringContaining('各单位之和等于全市数') } },
  });
  expect((await viewBulletin(desk, editor, id)).state).toBe('draft');
  await voidRecord(city.records, systemSession, activities, record, { version: 1, reason: '单位不明' });

  const early = await draft('2021-01-01');
  const none = await checkBulletin(desk, editor, early);
  expect(none.filter(({ severity }) => severity === 'stop').map(({ figure }) => figure)).toEqual(
    expect.arrayContaining(['test.lectures', 'test.personTimes', 'test.persons', 'test.coverage', 'test.first']),
  );
  const late = await draft('2999-01-01');
  expect((await checkBulletin(desk, editor, late))[0]!.words.en).toContain('in the future');
});

test('a correction keeps the old value, gives the new one and its cause, and can be said only once', async () => {
  const asked = { figure: 'test.lectures', cause: '两场党课重复登记或类型填错' };
  await expect(correctBulletin(desk, editor, published, asked)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(
    correctBulletin(desk, director, published, { figure: 'test.persons', cause: '核对' }),
  ).rejects.toMatchObject({ code: 'bulletin.unchanged' });
  const correction = await correctBulletin(desk, director, published, asked);
  expect(correction).toMatchObject({ number: 1, before: 12, after: 11, cause: asked.cause, records: 11 });
  await expect(correctBulletin(desk, director, published, asked)).rejects.toMatchObject({ code: 'bulletin.unchanged' });
  const view = await viewBulletin(desk, nobody, published);
  expect(view.state).toBe('corrected');
  expect(view.figures[0]!.value).toBe(12);
  expect(view.corrections).toMatchObject([{ figure: 'test.lectures', before: 12, after: 11, cause: asked.cause }]);
  const exported = await exportedOf(published);
  const notice = documentHtml(correctionDocument(exported, correction));
  for (const part of ['原为12场次', '11场次', asked.cause, '演示数据']) expect(notice).toContain(part);
  expect(bulletinHtml(exported)).toContain('更正');
});

const exportedOf = (id: string): Promise<Exported> => exportedBulletin(desk, nobody, id);

test('exports: json in its agreed form, html with marks', async () => {
  const exported = await exportedOf(published);
  const json = JSON.parse(bulletinJson(exported, 'note'));
  expect(Object.keys(json)).toEqual(['asOf', 'checkpoint', 'figures']);
  expect(json.figures[3]).toEqual({
    id: 'test.coverage',
    value: 2 / 3,
    unit: 'ratio',
    base: 3,
    records: 4,
    root: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const html = bulletinHtml(exported);
  expect(html).toContain(
    `<a data-mark="test.lectures" href="/public/bulletins/${published}/figures/test.lectures">10余场次</a>`,
  );
  expect(html).toContain('66.67%');
});

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync);

test.skipIf(!office)('the docx opens in LibreOffice with its marks, its annex and its numbers', async () => {
  const exported = await exportedOf(published);
  const folder = await mkdtemp(join(tmpdir(), 'mj-docx-'));
  await writeFile(join(folder, 'b.docx'), await documentDocx(bulletinDocument(exported)));
  const how = [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    'txt:Text (encoded):UTF8',
  ];
  await promisify(execFile)(office!, [...how, '--outdir', folder, join(folder, 'b.docx')]);
  const plain = await readFile(join(folder, 'b.txt'), 'utf8');
  for (const part of ['明湖市阶段工作情况通报', '10余场次', '参训覆盖率', '66.67%']) expect(plain).toContain(part);
  await rm(folder, { recursive: true });
});

test('a bulletin is compared with the published one before it', async () => {
  const id = await draft('2021-06-30');
  const compared = await compareBulletin(desk, editor, id);
  expect(compared.with).not.toBeNull();
  expect(compared.figures[0]).toEqual({
    id: 'test.lectures',
    before: expect.any(Number),
    after: 11,
    change: expect.any(Number),
  });
});

test('the bulletin of a day is frozen without being written down', async () => {
  const before = (await listBulletins(desk, editor)).length;
  const content = await snapshotBulletin(desk, text);
  expect(content.figures.map(({ value }) => value)).toEqual([11, 4, 2, 2 / 3, '2021-04-12']);
  expect(content.figures.every(({ records }) => /^[0-9a-f]{64}$/.test(records.root))).toBe(true);
  expect((await listBulletins(desk, editor)).length).toBe(before);
});
