import { queryOptions } from '@tanstack/react-query';
import type { DeskItems } from '../../platform/desk/contract.ts';
import { get } from './client.ts';

export type { DeskItemView } from '../../platform/desk/contract.ts';

export const deskItemsQuery = queryOptions({
  queryKey: ['desk', 'items'],
  queryFn: () => get<DeskItems>('/api/desk/items'),
  // A desk left open shows what came in meanwhile; one that is come back to shows what was just done.
  refetchInterval: 60_000,
  staleTime: 0,
});
