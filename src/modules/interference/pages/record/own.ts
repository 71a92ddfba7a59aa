import { queryOptions } from '@tanstack/react-query';
import { get } from '../../../../web/api/client.ts';
import type { OwnRecord } from '../../contract.ts';

/** The officer's own records; asked again until each has its place in the ledger. */
export const ownQuery = queryOptions({
  queryKey: ['interference', 'own'],
  queryFn: () => get<{ records: OwnRecord[] }>('/api/interference/own-records'),
  refetchInterval: ({ state }) => (state.data?.records.some(({ sealedAt }) => sealedAt === null) ? 1_500 : false),
});
