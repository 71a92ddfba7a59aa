import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 720px)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

/** Whether the screen is wide enough for tables. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
