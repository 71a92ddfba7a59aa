import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  BulletinText,
  BulletinView,
  bulletinList,
  comparison,
  correctionNotice,
  findings,
  freezing,
  publicRows,
  reevaluation,
} from '../../modules/bulletin/contract.ts';
import { get, post, put, withQuery } from './client.ts';

export type { BulletinText, BulletinView };
export type BulletinList = z.infer<typeof bulletinList>;
export type Findings = z.infer<typeof findings>;
type Freezing = z.infer<typeof freezing>;
export type FreezeRun = NonNullable<Freezing['run']>;
export type PublicRows = z.infer<typeof publicRows>;
type Comparison = z.infer<typeof comparison>;

/** Where bulletins are read: by those who work on them, or by everybody. */
export type Door = '/api/bulletins' | '/api/public/bulletins';

const address = (id: string, ...rest: string[]): string => ['/api/bulletins', id, ...rest].join('/');

export const bulletinsOf = (door: Door) =>
  queryOptions({ queryKey: ['bulletins', 'list', door], queryFn: () => get<BulletinList>(door) });
export const bulletinsQuery = bulletinsOf('/api/bulletins');

export const bulletinOf = (door: Door, id: string) =>
  queryOptions({ queryKey: ['bulletins', 'one', door, id], queryFn: () => get<BulletinView>(`${door}/${id}`) });
export const bulletinQuery = (id: string) => bulletinOf('/api/bulletins', id);

/** @param version the draft's: other words, other findings */
export const findingsQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['bulletins', 'findings', id, version],
    queryFn: () => get<Findings>(address(id, 'findings')),
    placeholderData: keepPreviousData,
  });

const askAgainAfter = 1_000;

/** The server is at work on it: what is shown now will change by itself. */
export const isFreezing = (run: FreezeRun | null | undefined): boolean =>
  run?.state === 'waiting' || run?.state === 'running';

/** How far the freeze of a draft is, or how the last one ended. */
export const freezeQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulletins', 'freeze', id],
    queryFn: () => get<Freezing>(address(id, 'freeze')),
    refetchInterval: ({ state }) => (isFreezing(state.data?.run) ? askAgainAfter : false),
  });

export const comparisonQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['bulletins', 'comparison', id, version],
    queryFn: () => get<Comparison>(address(id, 'comparison')),
    placeholderData: keepPreviousData,
  });

export interface RowsRequest {
  readonly part: 'records' | 'base';
  readonly cursor?: string;
  readonly limit: number;
}

/** The frozen records behind a figure, masked as the public sees them. */
export const frozenRowsQuery = (door: Door, id: string, figure: string, request: RowsRequest) =>
  queryOptions({
    queryKey: ['bulletins', 'rows', door, id, figure, request],
    queryFn: () =>
      get<PublicRows>(withQuery(`${door}/${id}/figures/${encodeURIComponent(figure)}/records`, { ...request })),
    placeholderData: keepPreviousData,
  });

export const openBulletin = (asOf: string, sequence: number | null) =>
  post<{ id: string }>('/api/bulletins', { asOf, sequence });
export const editBulletin = (id: string, version: number, text: BulletinText) =>
  put<BulletinView>(address(id), { version, text });
/** Asks for a freeze; the server works on it by itself. */
export const freezeBulletin = (id: string) => post<Freezing>(address(id, 'freeze'));
export const cancelFreeze = (id: string) => post<Freezing>(address(id, 'freeze', 'cancel'));
export const publishBulletin = (id: string) => post<BulletinView>(address(id, 'publish'));
export const correctBulletin = (id: string, figure: string, cause: string) =>
  post<z.infer<typeof correctionNotice>>(address(id, 'corrections'), { figure, cause });
/** Asks every figure of a frozen bulletin again, at its own moment and now. */
export const reevaluateBulletin = (id: string) => get<z.infer<typeof reevaluation>>(address(id, 'reevaluation'));

export const exportAddressOf = (door: Door, id: string, format: 'docx' | 'html' | 'json'): string =>
  withQuery(`${door}/${id}/export`, { format });
export const bundleAddress = (door: Door, id: string): string => `${door}/${id}/bundle`;
export const noticeAddress = (door: Door, id: string, number: number): string =>
  `${door}/${id}/corrections/${number}/notice`;
