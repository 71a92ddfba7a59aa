import { queryOptions } from '@tanstack/react-query';
import type { JoinedClue, LikelyDuplicate } from '../../modules/clues/contract/duplicates.ts';
import { get, post } from './client.ts';

export type { JoinedClue, LikelyDuplicate };

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
