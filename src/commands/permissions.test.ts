import { beforeAll, expect, test } from 'vitest';
import { registers } from '../modules/index.ts';
import { type Role, roles } from '../platform/access/roles.ts';
import type { Route } from '../platform/http/route.ts';
import { testHouse } from './testing/house.ts';
import { Samples } from './testing/samples.ts';

/**
 * The first net, swept from the table of routes: a route that is added is swept without a line here, and one that is opened
 * to everybody has to be named below.
 */
const house = testHouse(async (desk) => {
  const samples = new Samples(desk);
  const unit = await samples.add(registers.get('organisation.units'), undefined, { parent: null });
  const officer = await samples.add(registers.get('organisation.officers'), { unit, officer: '' });
  // Without an officer a protected store would refuse every account, whatever its roles.
  return () => ({ officer });
});

const accounts = (Object.keys(roles) as Role[]).filter((role) => role !== 'CITIZEN');
const anyId = '01900000-0000-7000-8000-0000000000ff';

let routes: readonly Route[];
beforeAll(() => {
  routes = house.server.routes;
});

/** The route's address with something in each of its places. */
const addressOf = ({ path }: Route): string =>
  path.replace(':name', 'organisation.units').replace(/:\w+/g, anyId).replace(/\*$/, 'checkpoint');

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const named = (test: (route: Route) => boolean): string[] => routes.filter(test).map(nameOf).sort();
/** An empty form where a form is due: nothing may come so far that it would matter. */
const bodyOf = ({ method }: Route): object | undefined => (method === 'GET' ? undefined : {});

test('what is open to everybody, and to everybody who is signed in, is a decision', () => {
  expect(named(({ permission, path }) => permission === 'public' && !path.startsWith('/api/public/'))).toEqual([
    'GET /api/openapi.json',
    'GET /api/problems/:code',
    'GET /api/sign-in',
    'GET /api/sign-in/single',
    'GET /api/sign-in/single/return',
    'GET /healthz',
    'GET /ledger/*',
    'GET /metrics',
    'POST /api/sign-in',
    'POST /api/sign-in/second-factor',
  ]);
  expect(named(({ permission }) => permission === 'signedIn')).toEqual([
    'GET /api/bulletins',
    'GET /api/bulletins/:id',
    'GET /api/bulletins/:id/bundle',
    'GET /api/bulletins/:id/comparison',
    'GET /api/bulletins/:id/corrections/:number/notice',
    'GET /api/bulletins/:id/export',
    'GET /api/bulletins/:id/figures/:figure/records',
    'GET /api/desk',
    'GET /api/desk/items',
    'GET /api/figures',
    'GET /api/figures/:id',
    'GET /api/figures/:id/export',
    'GET /api/figures/:id/records',
    'GET /api/figures/:id/trend',
    'GET /api/figures/checks',
    'GET /api/ledger',
    'GET /api/me',
    'GET /api/recheck/plans',
    'GET /api/recheck/plans/:id',
    'GET /api/recheck/plans/:id/file',
    'GET /api/roles',
    'POST /api/me/password',
    'POST /api/me/second-factor',
    'POST /api/me/second-factor/confirm',
    'POST /api/me/second-factor/remove',
    'POST /api/sign-out',
  ]);
});

test('the public site only reads, but for the survey and the door of those who report', () => {
  expect(named(({ path, permission }) => path.startsWith('/api/public/') && permission !== 'public')).toEqual([]);
  expect(named(({ path, method }) => path.startsWith('/api/public/') && method !== 'GET')).toEqual([
    'POST /api/public/interference-survey',
    'POST /api/public/reports',
    'POST /api/public/reports/ask',
    'POST /api/public/reports/texts',
    'POST /api/public/reports/uploads',
    'POST /api/public/reports/uploads/:upload',
  ]);
});

test('nobody comes in where a sign-in is due', async () => {
  const nobody = await house.at();
  for (const route of routes) {
    const { status, body } = await nobody.send(route.method, addressOf(route), bodyOf(route));
    if (route.permission === 'public') expect(status, nameOf(route)).not.toBe(403);
    else expect({ status, code: body.code }, nameOf(route)).toEqual({ status: 401, code: 'session.missing' });
  }
});

test.each(accounts)("%s is refused wherever the permission is another role's", async (role) => {
  const browser = await house.at(role);
  let refused = 0;
  for (const route of routes) {
    if (typeof route.permission === 'string' || route.permission.roles.includes(role)) continue;
    const { status, body } = await browser.send(route.method, addressOf(route), bodyOf(route));
    expect({ status, code: body.code }, nameOf(route)).toEqual({ status: 403, code: 'access.denied' });
    refused += 1;
  }
  expect(refused).toBeGreaterThan(0);
});

test('what a role may use it is not refused for want of a permission', async () => {
  for (const route of routes) {
    if (typeof route.permission === 'string' || route.method !== 'GET') continue;
    for (const role of route.permission.roles) {
      if (role === 'CITIZEN') continue;
      const { status } = await (await house.at(role)).send(route.method, addressOf(route));
      expect([200, 400, 404], `${role} ${nameOf(route)} ${status}`).toContain(status);
    }
  }
});

test('nothing changes without the header that a page of another site cannot send', async () => {
  const changing = routes.filter(({ method }) => method !== 'GET');
  expect(changing.length).toBeGreaterThan(10);
  for (const route of changing) {
    const answer = await house.server.app.inject({ method: route.method, url: addressOf(route), payload: {} });
    expect([answer.statusCode, answer.json().code], nameOf(route)).toEqual([403, 'request.forged']);
  }
});

test('the sweep has reached every route that is declared', () => {
  expect(routes.map(nameOf).filter((name) => !house.answered.has(name))).toEqual([]);
});
