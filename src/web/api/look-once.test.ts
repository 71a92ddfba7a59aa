import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { drillQuery } from './figures.ts';
import { differencesQuery, faultsQuery } from './imports.ts';
import { lookOnce } from './look-once.ts';
import { matterQuery } from './matters.ts';
import { openedReportQuery } from './reports.ts';
import { decisionFactsQuery, groundQuery } from './self-reports.ts';

/** A page that asks, and how often it did. */
function page(options: object) {
  const client = new QueryClient();
  let asked = 0;
  const question = { queryKey: ['record'], queryFn: async () => ++asked, ...options };
  const opened = async () => {
    const observer = new QueryObserver(client, question);
    const close = observer.subscribe(() => undefined);
    await expect.poll(() => observer.getCurrentResult().fetchStatus).toBe('idle');
    return close;
  };
  return { client, opened, asked: () => asked };
}

function turnedToAgain({ client }: ReturnType<typeof page>): void {
  client.getQueryCache().onFocus();
  client.getQueryCache().onOnline();
}

test('what is an act to look at is not asked for because a window is turned to again', async () => {
  const plain = page({ staleTime: 0 });
  await plain.opened();
  turnedToAgain(plain);
  expect(plain.asked()).toBeGreaterThan(1);

  const act = page(lookOnce);
  await act.opened();
  turnedToAgain(act);
  expect(act.asked()).toBe(1);
});

test('it is asked for again after a change', async () => {
  const act = page(lookOnce);
  await act.opened();
  await act.client.invalidateQueries({ queryKey: ['record'] });
  expect(act.asked()).toBe(2);
});

test('and when the page is opened again', async () => {
  const act = page(lookOnce);
  const close = await act.opened();
  close();
  await expect.poll(() => act.client.getQueryCache().getAll()).toEqual([]);
  await act.opened();
  expect(act.asked()).toBe(2);
});

test('each question whose answer is an act is asked so', () => {
  const acts = [
    matterQuery('clues.clues', '1'),
    openedReportQuery('1'),
    groundQuery('1'),
    decisionFactsQuery('1', 1),
    drillQuery('FIG', { part: 'records', asOf: '2026-06-01', limit: 50 }),
    faultsQuery('1', 'checked'),
    differencesQuery('1', 'checked'),
  ];
  for (const one of acts) expect(one, String(one.queryKey[0])).toMatchObject(lookOnce);
});
