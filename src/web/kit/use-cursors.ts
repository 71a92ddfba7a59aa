import { useState } from 'react';

export interface Cursors {
  readonly cursor: string | undefined;
  /** Pages before this one. */
  readonly page: number;
  readonly forward: (next: string) => void;
  readonly back: () => void;
}

/**
 * The way through a keyset-paged list: the cursors passed so far, so that one can go back.
 * @param question what the list asks; when it changes, the way starts again
 */
export function useCursors(question: string): Cursors {
  const [way, setWay] = useState<{ question: string; cursors: readonly string[] }>({ question, cursors: [] });
  const cursors = way.question === question ? way.cursors : [];
  return {
    cursor: cursors.at(-1),
    page: cursors.length,
    forward: (next) => setWay({ question, cursors: [...cursors, next] }),
    back: () => setWay({ question, cursors: cursors.slice(0, -1) }),
  };
}
