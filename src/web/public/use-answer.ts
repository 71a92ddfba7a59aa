import { useCallback, useEffect, useState } from 'react';
import { get } from '../api/client.ts';

export interface Answer<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** What the server answers at an address; asked again when the address changes or the reader retries. */
export function useAnswer<T>(path: string): Answer<T> {
  const [state, setState] = useState<{ path: string; data?: T; error?: unknown }>({ path });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is a wish to ask the same again.
  useEffect(() => {
    let stale = false;
    get<T>(path).then(
      (data) => !stale && setState({ path, data }),
      (error: unknown) => !stale && setState({ path, error }),
    );
    return () => {
      stale = true;
    };
  }, [path, turn]);
  const retry = useCallback(() => {
    setState({ path });
    setTurn((last) => last + 1);
  }, [path]);
  const current = state.path === path;
  return { data: current ? state.data : undefined, error: current ? state.error : undefined, retry };
}
