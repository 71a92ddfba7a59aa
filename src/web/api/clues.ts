import { queryOptions } from '@tanstack/react-query';
import type {
  BatchStanding,
  BatchStandings,
  BatchView,
  QuarterLine,
  QuarterView,
} from '../../modules/clues/contract/books.ts';
import type { JoinedClue, LikelyDuplicate } from '../../modules/clues/contract/duplicates.ts';
import { get, post } from './client.ts';

export type { BatchStanding, BatchView, JoinedClue, LikelyDuplicate, QuarterLine, QuarterView };

export const likelyQuery = (record: string) =>
  queryOptions({
    queryKey: ['matters', 'clues', record, 'likely'],
    queryFn: () => get<LikelyDuplicate[]>(`/api/clues/${record}/likely-duplicates`),
  });

/** What a report that is being typed may repeat. */
export const likelyTextQuery = (summary: string) =>
  queryOptions({
    queryKey: ['clues', 'likely', summary],
    queryFn: () => post<LikelyDuplicate[]>('/api/clues/likely-duplicates', { summary }),
    enabled: summary.trim().length >= 8,
    staleTime: 60_000,
    retry: false,
  });

export const joinedQuery = (record: string) =>
  queryOptions({
    queryKey: ['matters', 'clues', record, 'joined'],
    queryFn: () => get<JoinedClue[]>(`/api/clues/${record}/joined`),
  });

export const markReporter = (record: string, number: string) =>
  post<undefined>(`/api/clues/${record}/reporter-mark`, { number });

export const batchesQuery = queryOptions({
  queryKey: ['clues', 'batches'],
  queryFn: () => get<BatchStandings>('/api/clue-batches'),
});
export const differingBatchesQuery = queryOptions({
  queryKey: ['clues', 'batches', 'differing'],
  queryFn: () => get<BatchStandings>('/api/clue-batches?differing=yes'),
});
export const batchQuery = (record: string) =>
  queryOptions({
    queryKey: ['clues', 'batches', record],
    queryFn: () => get<BatchView>(`/api/clue-batches/${record}`),
  });

export const quarterQuery = (quarter: string) =>
  queryOptions({
    queryKey: ['clues', 'quarters', quarter],
    queryFn: () => get<QuarterView>(`/api/clue-quarters/${quarter}`),
  });
export const reportQuarter = (unit: string, quarter: string) =>
  post<undefined>('/api/clue-quarters', { unit, quarter });
