import { useSyncExternalStore } from 'react';

/** Addresses of the public site's own pages. */
export const places = {
  bulletins: '/public/',
  bulletin: (id: string) => `/public/bulletins/${id}`,
  figure: (id: string, figure: string) => `/public/bulletins/${id}/figures/${encodeURIComponent(figure)}`,
  rechecks: '/public/rechecks',
  recheck: (id: string) => `/public/rechecks/${id}`,
  clarifications: '/public/clarifications',
  verify: '/public/verify',
  report: '/public/report',
  receipt: '/public/receipt',
  survey: '/public/survey',
} as const;

export type Place =
  | {
      readonly page:
        | 'bulletins'
        | 'rechecks'
        | 'clarifications'
        | 'verify'
        | 'report'
        | 'receipt'
        | 'survey'
        | 'missing';
    }
  | { readonly page: 'recheck'; readonly id: string }
  | { readonly page: 'bulletin'; readonly id: string; readonly figure: string | null };

/** What an address of the public site shows. */
export function placeOf(path: string): Place {
  const [page, id, figures, figure, ...rest] = path
    .replace(/^\/public\/?/, '')
    .replace(/\/$/, '')
    .split('/');
  if (page === '') return { page: 'bulletins' };
  if (page === 'rechecks' && figures === undefined) return id ? { page: 'recheck', id } : { page: 'rechecks' };
  if (isPlain(page) && id === undefined) return { page };
  if (page !== 'bulletins' || !id || rest.length > 0) return { page: 'missing' };
  if (figures === undefined) return { page: 'bulletin', id, figure: null };
  const name = figures === 'figures' && figure ? decoded(figure) : null;
  return name ? { page: 'bulletin', id, figure: name } : { page: 'missing' };
}

/** Pages of which there is one. */
const plain = ['clarifications', 'verify', 'report', 'receipt', 'survey'] as const;
const isPlain = (page: string | undefined): page is (typeof plain)[number] => plain.some((one) => one === page);

/** Null for an address that is not well-formed UTF-8. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

const moved = 'mingjing:moved';

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(moved, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(moved, listener);
  };
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);

/** Sent before a move within the site; whoever holds words that would be lost prevents it. */
export const MOVING = 'mingjing:moving';

/** Moves within the site. `inside` notes in the history that the page left behind is one of ours. */
export function go(to: string): void {
  if (!dispatchEvent(new Event(MOVING, { cancelable: true }))) return;
  history.pushState({ inside: true }, '', to);
  dispatchEvent(new Event(moved));
}

/** Leaves a sheet: back to where the reader came from, or to `otherwise` when the address was opened from outside. */
export function leave(otherwise: string): void {
  if ((history.state as { inside?: boolean } | null)?.inside) {
    history.back();
    return;
  }
  history.replaceState(null, '', otherwise);
  dispatchEvent(new Event(moved));
}
