import { queryOptions } from '@tanstack/react-query';
import type { Desk, DeskLine, Gaps, HandedOver, LateReport, MatterView } from '../../platform/lifecycle/contract.ts';
import type { List } from '../../platform/register/contract.ts';
import { get, post, withQuery } from './client.ts';
import { lookOnce } from './look-once.ts';
import { encodeWhere } from './registers.ts';

export type {
  DeskLine,
  DeskOfMatter,
  Gap,
  HandedOver,
  LateReport,
  LimitView,
  MatterView,
  StepView,
} from '../../platform/lifecycle/contract.ts';

const address = (name: string, ...rest: string[]): string =>
  ['/api/matters', ...[name, ...rest].map(encodeURIComponent)].join('/');

export const deskQuery = queryOptions({
  queryKey: ['matters', 'desk'],
  queryFn: () => get<Desk>('/api/desk'),
  // A desk left open shows what came in meanwhile.
  refetchInterval: 60_000,
});

/** Matters of one kind that belong to a record. A step of that record may make one, so they are asked for anew with all matters. */
export const mattersOfQuery = (name: string, column: string, record: string) =>
  queryOptions({
    queryKey: ['matters', name, 'of', column, record],
    queryFn: () =>
      get<List>(
        withQuery(`/api/registers/${encodeURIComponent(name)}/records`, {
          where: encodeWhere({ [column]: [record] }),
          limit: 20,
        }),
      ),
  });

export const wallQuery = (
  name: string,
  asked: { readonly colour?: 'YELLOW' | 'RED'; readonly called?: string; readonly cursor?: string },
) =>
  queryOptions({
    queryKey: ['matters', name, 'wall', asked],
    queryFn: () =>
      get<{ lines: DeskLine[]; next: string | null }>(withQuery(address(name, 'wall'), { ...asked, limit: 50 })),
  });

export const lateQuery = (name: string, month: string) =>
  queryOptions({
    queryKey: ['matters', name, 'late', month],
    queryFn: () => get<LateReport>(withQuery(address(name, 'late'), { month })),
  });

export const lateAddress = (name: string, month: string): string => withQuery(address(name, 'late.xlsx'), { month });

export const matterQuery = (name: string, record: string) =>
  queryOptions({
    queryKey: ['matters', name, 'record', record],
    queryFn: () => get<MatterView>(address(name, record)),
    ...lookOnce,
  });

export const openMatter = (name: string, action: string, input: Readonly<Record<string, unknown>>) =>
  post<{ record: string }>(address(name), { action, input });

export const takeStep = (
  name: string,
  record: string,
  action: string,
  body: { readonly version: number; readonly input: Readonly<Record<string, unknown>> },
) => post<{ state: string }>(address(name, record, action), body);

export const gapsQuery = queryOptions({ queryKey: ['matters', 'gaps'], queryFn: () => get<Gaps>('/api/gaps') });

export const handOver = (body: { readonly from: string; readonly to: string; readonly reason: string }) =>
  post<HandedOver>('/api/gaps/hand-over', body);

export const breakGlass = (record: string, reason: string) =>
  post<{ until: string }>(`/api/clues/${record}/break-glass`, { reason });
