import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { crossCheckList, FigureView, figureList, trend } from '../../platform/figure/contract.ts';
import { get, withQuery } from './client.ts';

export type { FigureView };
export type FigureList = z.infer<typeof figureList>;
export type Trend = z.infer<typeof trend>;
export type CrossCheckList = z.infer<typeof crossCheckList>;

/** @param asOf the cut-off; the server's own when left out */
export const figuresQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['figures', 'list', asOf],
    queryFn: () => get<FigureList>(withQuery('/api/figures', { asOf })),
  });

export const trendQuery = (id: string, from: string, to: string, points: number) =>
  queryOptions({
    queryKey: ['figures', 'trend', id, from, to, points],
    queryFn: () => get<Trend>(withQuery(`/api/figures/${encodeURIComponent(id)}/trend`, { from, to, points })),
    staleTime: 60_000,
  });

export const checksQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['figures', 'checks', asOf],
    queryFn: () => get<CrossCheckList>(withQuery('/api/figures/checks', { asOf })),
  });
