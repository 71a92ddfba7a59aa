import { useEffect } from 'react';
import { MOVING } from './place.ts';

/**
 * While `needed`, the page asks before it is closed, reloaded or left, by a link or by the browser's own buttons: what a reporter wrote is kept nowhere else.
 * The browser words its own question when the page is closed; `question` is asked for moves within the site.
 */
export function useHold(needed: boolean, question: string): void {
  useEffect(() => {
    if (!needed) return undefined;
    const unload = (event: Event): void => event.preventDefault();
    const move = (event: Event): void => {
      if (!confirm(question)) event.preventDefault();
    };
    addEventListener('beforeunload', unload);
    addEventListener(MOVING, move);
    return () => {
      removeEventListener('beforeunload', unload);
      removeEventListener(MOVING, move);
    };
  }, [needed, question]);
}
