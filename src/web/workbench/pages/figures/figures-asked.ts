import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FigureView } from '../../../api/figures.ts';
import { paths } from '../../../kit/paths.ts';

export interface FiguresAsked {
  readonly asOf?: string;
  readonly kind?: FigureView['kind'];
  readonly q?: string;
}

export const kinds: readonly FigureView['kind'][] = [
  'measure',
  'coverage',
  'constant',
  'derived',
  'ordinal',
  'date',
  'label',
];

/** A day of an address that somebody may have typed. */
export const tidyDay = (day: unknown): string | undefined =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;

/** What the list of figures asks, kept in the address. */
export function useFiguresAsked(): [FiguresAsked, (change: FiguresAsked) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const asked: FiguresAsked = {
    asOf: tidyDay(search.asOf),
    kind: kinds.find((kind) => kind === search.kind),
    q: typeof search.q === 'string' && search.q !== '' ? search.q : undefined,
  };
  return [asked, (change) => void navigate({ to: paths.figures, search: { ...asked, ...change }, replace: true })];
}

/** Whether a figure is called so in either language, or by its id. */
export function isFigureCalled({ id, words }: Pick<FigureView, 'id' | 'words'>, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [id, words.zh, words.en].some((name) => name.toLowerCase().includes(wanted));
}
