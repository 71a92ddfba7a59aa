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

/** Sent before a move within the site; whoever holds words that would be lost prevents it. */
export const MOVING = 'mingjing:moving';
const mayMove = (): boolean => dispatchEvent(new Event(MOVING, { cancelable: true }));

/** What the history notes of an entry of ours. */
interface Entry {
  /** Its place among them, by which a step back is told from one forward. */
  readonly at: number;
  /** The page left behind is one of ours. */
  readonly inside: boolean;
}
const entry = (): Partial<Entry> => (history.state as Partial<Entry> | null) ?? {};

/** The page that is shown. The address may be another for a moment: a step back has moved it before anybody could ask. */
let shown = { path: '', at: 0 };
let returning = false;

function show(at: number): void {
  shown = { path: location.pathname, at };
  dispatchEvent(new Event(moved));
}

/** The browser's own buttons: the address has moved already, so where the reader stays it is moved back. */
function stepped(): void {
  if (returning) {
    returning = false;
    return;
  }
  if (location.pathname === shown.path) {
    // A link within the page (`#main`) makes an entry that the browser does not count for us.
    if (entry().at === undefined) history.replaceState({ at: shown.at + 1, inside: true } satisfies Entry, '');
    shown = { ...shown, at: entry().at! };
    return;
  }
  const at = entry().at ?? 0;
  if (at === shown.at || mayMove()) {
    show(at);
    return;
  }
  returning = true;
  history.go(shown.at - at);
}

/** Begins to follow the history of the tab; once, before the first page is shown. */
export function followHistory(): void {
  if (entry().at === undefined) history.replaceState({ at: 0, inside: false } satisfies Entry, '');
  shown = { path: location.pathname, at: entry().at! };
  addEventListener('popstate', stepped);
}

function subscribe(listener: () => void): () => void {
  addEventListener(moved, listener);
  return () => removeEventListener(moved, listener);
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => shown.path);

/** Moves within the site. The history notes that the page left behind is one of ours. */
export function go(to: string): void {
  if (!mayMove()) return;
  const at = shown.at + 1;
  history.pushState({ at, inside: true } satisfies Entry, '', to);
  show(at);
}

/** Leaves a sheet: back to where the reader came from, or to `otherwise` when the address was opened from outside. */
export function leave(otherwise: string): void {
  if (entry().inside) {
    history.back();
    return;
  }
  history.replaceState({ at: shown.at, inside: false } satisfies Entry, '', otherwise);
  show(shown.at);
}
