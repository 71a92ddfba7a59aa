import type { KeyboardEvent } from 'react';

/** Enter takes over the typed day; without this the browser would also send the form around it. */
export const keepForm = (event: KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault();
};
