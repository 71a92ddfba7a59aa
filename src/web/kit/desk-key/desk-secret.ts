import { useSyncExternalStore } from 'react';
import type { KeyPair } from '../../../platform/sealing/keys.ts';

/** The desk's keys while the page is open: in memory only, so that closing or reloading it forgets them. */
let held: readonly KeyPair[] = [];
const listeners = new Set<() => void>();

function set(next: readonly KeyPair[]): void {
  held = next;
  for (const listener of listeners) listener();
}

export const holdKey = (pair: KeyPair): void =>
  set([...held.filter(({ publicKey }) => publicKey !== pair.publicKey), pair]);
export const forgetKeys = (): void => set([]);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useHeldKeys = (): readonly KeyPair[] => useSyncExternalStore(subscribe, () => held);
