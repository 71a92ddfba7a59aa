import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../../kit/paths.ts';

interface Props {
  readonly to: string;
  /** Remember the page the reader wanted, to go on there afterwards. */
  readonly comeBack?: boolean;
}

/**
 * Sends the reader elsewhere, once. (The router's own element goes again at every drawing, and the address it would remember
 * is by then already the new one.)
 */
export function Redirect({ to, comeBack = false }: Props) {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once is the point
  useEffect(() => {
    const here = router.state.location.href;
    const next = comeBack && here !== paths.home ? { next: here } : {};
    void router.navigate({ to, search: next, replace: true });
  }, []);
  return null;
}
