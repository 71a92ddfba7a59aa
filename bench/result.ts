import { readable } from './statistics.ts';

/** One measured thing beside the limit or peer that was measured in the same run. */
export interface Result {
  readonly measure: string;
  /** What was measured, with its size. */
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The limit or the peer, in the same unit. */
  readonly peer?: { readonly what: string; readonly value: number };
  /** What the ratio should be at least, or at most. */
  readonly aim?: { readonly least: number } | { readonly most: number };
}

/** The value as a multiple of its peer; undefined where there is none. */
export const ratioOf = ({ value, peer }: Result): number | undefined => (peer ? value / peer.value : undefined);

/** Whether the aim was reached; undefined where none is set. */
export function reached(result: Result): boolean | undefined {
  const ratio = ratioOf(result);
  if (!result.aim || ratio === undefined) return undefined;
  return 'least' in result.aim ? ratio >= result.aim.least : ratio <= result.aim.most;
}

const said = (result: Result): string => {
  if (!result.aim) return '';
  const limit = 'least' in result.aim ? `≥ ${readable(result.aim.least)}` : `≤ ${readable(result.aim.most)}`;
  return `${limit} ${reached(result) ? 'reached' : '**missed**'}`;
};

/** The results as a Markdown table, in the order in which they were measured. */
export function tableOf(results: readonly Result[]): string {
  const lines = results.map((result) => {
    const { measure, what, value, unit, peer } = result;
    const ratio = ratioOf(result);
    return [
      measure,
      what,
      `${readable(value)} ${unit}`,
      peer ? `${peer.what}: ${readable(peer.value)} ${unit}` : '',
      ratio === undefined ? '' : readable(ratio),
      said(result),
    ];
  });
  return [
    ['measure', 'what', 'result', 'limit or peer', 'ratio', 'aim'],
    ['---', '---', '---', '---', '---', '---'],
    ...lines,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
