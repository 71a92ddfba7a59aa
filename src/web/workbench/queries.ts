import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/client.ts';

/** A refusal stays a refusal however often one asks; only an unreachable or failing server is worth asking twice. */
const worthRetrying = (count: number, error: Error): boolean =>
  count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502);

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 10_000 } },
});
