import type { BulletinText } from '../../contract.ts';

export type Section = BulletinText['sections'][number];
export type Paragraph = Section['paragraphs'][number];
export type Run = Paragraph['runs'][number];
export type Mark = Extract<Run, { figure: string }>;

export const isMark = (run: Run): run is Mark => 'figure' in run;

/** A list with one element changed, or taken out when the new one is undefined. */
export const at = <T>(list: readonly T[], index: number, change: (one: T) => T | undefined): T[] =>
  list.flatMap((one, place) => {
    if (place !== index) return [one];
    const changed = change(one);
    return changed === undefined ? [] : [changed];
  });

/** A list with one element moved up (-1) or down (1); as it was at either end. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const target = index + by;
  if (target < 0 || target >= list.length) return [...list];
  const all = [...list];
  [all[index], all[target]] = [all[target]!, all[index]!];
  return all;
}

export const emptyParagraph = (): Paragraph => ({ runs: [] });
export const emptySection = (): Section => ({ heading: '', paragraphs: [emptyParagraph()] });

/** Runs without empty text, and with neighbouring texts joined: one text for one stretch of prose. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    if (isMark(run)) tidy.push(run);
    else if (run.text !== '') {
      if (last && !isMark(last)) tidy[tidy.length - 1] = { text: last.text + run.text };
      else tidy.push(run);
    }
  }
  return tidy;
}

/** Whether two stretches of prose read the same. */
export const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean =>
  JSON.stringify(tidyRuns(a)) === JSON.stringify(tidyRuns(b));
