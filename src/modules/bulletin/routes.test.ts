import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { buildServer, type Server } from '../../platform/http/server.ts';
import { type Jobs, startJobs } from '../../platform/jobs/jobs.ts';
import { openLog } from '../../platform/log/log.ts';
import { verifyBundle } from './bundle/verify.ts';
import { freezeTask } from './jobs.ts';
import { bulletinRoutes } from './routes.ts';
import { editBulletin, freezeBulletin, openBulletin, publishBulletin } from './service.ts';
import { testDesk, text } from './testing/city-desk.ts';

const pools = testDatabase();
const { desk, city, editor, director } = testDesk(pools);
let server: Server;
let jobs: Jobs;
const freezes = new EventEmitter();
let id = '';
let draft = '';

beforeAll(async () => {
  const task = freezeTask(desk);
  const told: typeof task = {
    ...task,
    work: async (payload, about) => {
      await task.work(payload, about).finally(() => freezes.emit((payload as { bulletin: string }).bulletin));
    },
  };
  jobs = await startJobs({ owner: pools.owner, tasks: [told], log: openLog('silent') });
  server = await buildServer({
    routes: bulletinRoutes(desk, jobs),
    database: pools,
    config: readConfig({ MINGJING_MAX_DELAY: '0' }, {}),
    log: openLog('silent'),
    identify: async (cookie) => {
      const role = cookie('role');
      if (!role) return null;
      const account = { id: editor.account!, username: 'e', name: 'e', mustChangePassword: false, secondFactor: true };
      return { account, session: city.as(role, undefined, editor.account!), signIn: 's' };
    },
  });
  id = await openBulletin(desk, editor, text.asOf, 2);
  await editBulletin(desk, editor, id, 1, text);
  await freezeBulletin(desk, editor, id);
  await publishBulletin(desk, director, id);
  draft = await openBulletin(desk, editor, text.asOf, null);
});

afterAll(() => jobs.stop());

const get = (url: string, role?: string) =>
  server.app.inject({ method: 'GET', url, ...(role ? { cookies: { role } } : {}) });
const send = (method: 'POST' | 'PUT', url: string, role: string, body: object) =>
  server.app.inject({ method, url, cookies: { role }, headers: { 'x-mingjing': '1' }, payload: body });

test('the public reads what is published, its records and its bundle, and nothing else', async () => {
  const list = (await get('/api/public/bulletins')).json();
  expect(list.bulletins).toMatchObject([{ id, title: text.title, state: 'published' }]);
  expect((await get(`/api/public/bulletins/${id}`)).json()).toMatchObject({
    id,
    annex: ['test.persons', 'test.first'],
  });
  const rows = (await get(`/api/public/bulletins/${id}/figures/test.lectures/records?limit=5`)).json();
  expect([rows.rows.length, rows.total, rows.next]).toEqual([5, 12, '5']);
  const bundle = await get(`/api/public/bulletins/${id}/bundle`);
  expect(bundle.headers['content-disposition']).toContain('.mingjing.json');
  expect(verifyBundle(bundle.body, desk.ledger.verifierKey).holds).toBe(true);
  expect((await get(`/api/public/bulletins/${draft}`)).statusCode).toBe(404);
  expect((await get('/api/bulletins')).statusCode).toBe(401);
});

test('the public site says who signs and with which key', async () => {
  expect((await get('/api/public/about')).json()).toEqual({
    demo: desk.demo,
    issuer: desk.issuer,
    verifierKey: desk.ledger.verifierKey,
  });
});

test.each([
  ['json', 'application/json'],
  ['html', 'text/html'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
])('a bulletin is exported as %s', async (format, type) => {
  const answer = await get(`/api/public/bulletins/${id}/export?format=${format}`);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining(type)]);
});

/** Asks for a freeze and waits for its end. */
async function frozen(bulletin: string) {
  const over = once(freezes, bulletin);
  const asked = await send('POST', `/api/bulletins/${bulletin}/freeze`, 'PRESS_EDITOR', {});
  expect([asked.statusCode, asked.json().run.by]).toEqual([200, '账户e1']);
  await over;
  return (await get(`/api/bulletins/${bulletin}/freeze`, 'PRESS_EDITOR')).json();
}

test("a draft is written, judged and frozen over the interface; the language of the findings is the reader's", async () => {
  const opened = await send('POST', '/api/bulletins', 'PRESS_EDITOR', { asOf: '2999-01-01' });
  const { id: fresh } = opened.json();
  const findings = (await get(`/api/bulletins/${fresh}/findings`, 'PRESS_EDITOR')).json();
  expect(findings.findings[0]).toEqual({ severity: 'stop', figure: null, message: '截至日期2999-01-01在今天之后' });
  const refused = await frozen(fresh);
  expect(refused.run).toMatchObject({ state: 'refused', draft: 1, refusal: expect.stringContaining('不能冻结') });
  const edited = await send('PUT', `/api/bulletins/${fresh}`, 'PRESS_EDITOR', { version: 1, text });
  expect(edited.json()).toMatchObject({ version: 2, state: 'draft' });
  expect(await frozen(fresh)).toMatchObject({ run: { state: 'done', draft: 2, figures: 5, of: 5, refusal: null } });
  expect((await get(`/api/bulletins/${fresh}`, 'PRESS_EDITOR')).json()).toMatchObject({
    state: 'frozen',
    figures: [{ id: 'test.lectures', value: 12 }, {}, {}, {}, {}],
  });
  const again = (await get(`/api/bulletins/${fresh}/reevaluation`, 'PRESS_EDITOR')).json();
  expect(again.figures.every(({ same }: { same: boolean }) => same)).toBe(true);
  expect((await send('POST', `/api/bulletins/${fresh}/publish`, 'PRESS_EDITOR', {})).statusCode).toBe(403);
  expect((await send('POST', `/api/bulletins/${fresh}/publish`, 'OFFICE_DIRECTOR', {})).json().detail).toContain(
    '他人',
  );
  expect((await get(`/api/bulletins/${draft}`, 'UNIT_STAFF')).statusCode).toBe(404);
  expect((await get(`/api/bulletins/${draft}/freeze`, 'UNIT_STAFF')).statusCode).toBe(403);
  expect((await get(`/api/bulletins/${draft}/freeze`, 'PRESS_EDITOR')).json()).toEqual({ run: null });
  const nothing = await send('POST', `/api/bulletins/${draft}/freeze/cancel`, 'PRESS_EDITOR', {});
  expect([nothing.statusCode, nothing.json().code]).toEqual([409, 'bulletin.notFreezing']);
});
