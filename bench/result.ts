import type { Machine } from './machine.ts';
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

/** A result as it stands in a report: worked out, with the machine's load when it was found. */
export interface Recorded extends Result {
  readonly ratio?: number;
  readonly reached?: boolean;
  readonly load: number;
}

/** What one run of the bench writes as JSON. */
export interface Report {
  readonly machine: Machine;
  readonly full: boolean;
  readonly scale: number;
  readonly results: readonly Recorded[];
  /** What could not be measured, and why. */
  readonly skipped: readonly string[];
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

/** A report in Markdown: the machine, then the results in the order in which they were measured. */
export function markdownOf({ machine, scale, results, skipped }: Report): string {
  const { date, cores, processor, memoryGiB, diskGiB, node } = machine;
  const size = scale === 1 ? '' : `, at ${scale} of the usual size`;
  return `${date}: ${cores} cores (${processor}), ${memoryGiB} GiB of memory, ${diskGiB} GiB of disk, Node ${node}${size}.

${tableOf(results)}
${skipped.map((what) => `\nNot measured: ${what}.\n`).join('')}`;
}

function tableOf(results: readonly Recorded[]): string {
  const lines = results.map((result) => {
    const { measure, what, value, unit, peer, load } = result;
    const ratio = ratioOf(result);
    return [
      measure,
      what,
      `${readable(value)} ${unit}`,
      peer ? `${peer.what}: ${readable(peer.value)} ${unit}` : '',
      ratio === undefined ? '' : readable(ratio),
      said(result),
      readable(load),
    ];
  });
  return [
    ['measure', 'what', 'result', 'limit or peer', 'ratio', 'aim', 'load'],
    ['---', '---', '---', '---', '---', '---', '---'],
    ...lines,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
