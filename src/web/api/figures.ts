import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  crossCheckList,
  definition,
  drill,
  FigureView,
  figureDetail,
  figureList,
  trend,
} from '../../platform/figure/contract.ts';
import { get, withQuery } from './client.ts';
import { lookOnce } from './look-once.ts';

export type { FigureView };
export type FigureList = z.infer<typeof figureList>;
export type Trend = z.infer<typeof trend>;
export type FigureDetail = z.infer<typeof figureDetail>;
export type Definition = z.infer<typeof definition>;
type Drill = z.infer<typeof drill>;
export type CrossCheckList = z.infer<typeof crossCheckList>;

/** @param asOf the cut-off; the server's own when left out */
export const figuresQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['figures', 'list', asOf],
    queryFn: () => get<FigureList>(withQuery('/api/figures', { asOf })),
  });

const address = (id: string, ...rest: string[]): string => ['/api/figures', encodeURIComponent(id), ...rest].join('/');

export const figureQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['figures', 'one', id, asOf],
    queryFn: () => get<FigureDetail>(withQuery(address(id), { asOf })),
    placeholderData: keepPreviousData,
  });

export interface DrillRequest {
  readonly part: 'records' | 'base';
  readonly asOf: string;
  readonly cursor?: string;
  readonly limit: number;
}

export const drillQuery = (id: string, request: DrillRequest) =>
  queryOptions({
    queryKey: ['figures', 'records', id, request],
    queryFn: () => get<Drill>(withQuery(address(id, 'records'), { ...request })),
    placeholderData: keepPreviousData,
    ...lookOnce,
  });

export const figureExportAddress = (
  id: string,
  format: 'xlsx' | 'csv',
  { part, asOf }: Pick<DrillRequest, 'part' | 'asOf'>,
): string => withQuery(address(id, 'export'), { format, part, asOf });

export const trendQuery = (id: string, from: string, to: string, points: number) =>
  queryOptions({
    queryKey: ['figures', 'trend', id, from, to, points],
    queryFn: () => get<Trend>(withQuery(address(id, 'trend'), { from, to, points })),
    staleTime: 60_000,
  });

export const checksQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['figures', 'checks', asOf],
    queryFn: () => get<CrossCheckList>(withQuery('/api/figures/checks', { asOf })),
  });
