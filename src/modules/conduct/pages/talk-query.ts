import { queryOptions } from '@tanstack/react-query';
import { get } from '../../../web/api/client.ts';
import type { OpenTalk } from '../talks/contract.ts';

/** One talk, with the self-reports it led to as far as the reader may know of them. */
export const talkQuery = (record: string) =>
  queryOptions({
    queryKey: ['conduct', 'talks', record],
    queryFn: () => get<OpenTalk>(`/api/conduct/talks/${record}`),
  });
