import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  differenceList,
  fault,
  faultList,
  ImportView,
  importList,
  planChange,
  sheetPlan,
} from '../../platform/register/import/contract.ts';
import { get, post, put, upload, withQuery } from './client.ts';
import { lookOnce } from './look-once.ts';

export type { ImportView };
export type SheetPlan = z.infer<typeof sheetPlan>;
export type PlanChange = z.infer<typeof planChange>;
export type Fault = z.infer<typeof fault>;
type FaultList = z.infer<typeof faultList>;
export type Difference = z.infer<typeof differenceList>['differences'][number];
type DifferenceList = z.infer<typeof differenceList>;
type ImportList = z.infer<typeof importList>;

const address = (id: string, ...rest: string[]): string => ['/api/imports', id, ...rest].join('/');

const askAgainAfter = 1_000;

/** The server is at work on it: what is shown now will change by itself. */
export const isAtWork = ({ state }: ImportView): boolean =>
  state === 'waiting' || state === 'checking' || state === 'registering';

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam }) => get<ImportList>(withQuery('/api/imports', { cursor: pageParam })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ imports }) => imports.some(isAtWork)) ? askAgainAfter : false,
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: () => get<ImportView>(address(id)),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? askAgainAfter : false),
  });

/** @param stage changes when the import was checked again, so that old faults are not shown beside new counts */
export const faultsQuery = (id: string, stage: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'one', id, 'faults', stage],
    queryFn: ({ pageParam }) => get<FaultList>(withQuery(address(id, 'faults'), { cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    ...lookOnce,
  });

export const differencesQuery = (id: string, stage: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'one', id, 'differences', stage],
    queryFn: ({ pageParam }) => get<DifferenceList>(withQuery(address(id, 'differences'), { cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    ...lookOnce,
  });

export const sendWorkbooks = (files: readonly File[]) => upload<ImportView[]>('/api/imports', files);
export const changePlan = (id: string, plan: PlanChange) => put<unknown>(address(id, 'plan'), plan);
export const registerImport = (id: string, mode: 'all' | 'good') => post<unknown>(address(id, 'register'), { mode });
export const cancelImport = (id: string) => post<unknown>(address(id, 'cancel'));
export const takeBackImport = (id: string, reason: string) => post<unknown>(address(id, 'take-back'), { reason });
export const markedAddress = (id: string): string => address(id, 'marked');
