import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isStatus, Problem } from '../api/client.ts';
import { meQuery } from '../api/me.ts';

/** A refusal stays a refusal however often one asks; only an unreachable or failing server is worth asking twice. */
const worthRetrying = (count: number, error: Error): boolean =>
  count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502);

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // The session ended while the page was open: the desk then leads to the sign-in and back to this page.
    onError: (error) => {
      if (isStatus(error, 401)) queries.setQueryData(meQuery.queryKey, null);
    },
  }),
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 10_000 } },
});
