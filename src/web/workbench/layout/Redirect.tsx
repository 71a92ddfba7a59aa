import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { paths } from '../../kit/paths.ts';

interface Props {
  readonly to: string;
  /** Remember the page the reader wanted, to go on there afterwards. */
  readonly comeBack?: boolean;
}

/**
 * Sends the reader elsewhere. (The router's own element goes again at every drawing.) The page to come back to is the one at
 * which this was first drawn: going twice, as React's strict mode does, must not remember the page it led to.
 */
export function Redirect({ to, comeBack = false }: Props) {
  const router = useRouter();
  const [here] = useState(() => router.state.location.href);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once is the point
  useEffect(() => {
    const next = comeBack && here !== paths.home ? { next: here } : {};
    void router.navigate({ to, search: next, replace: true });
  }, []);
  return null;
}
