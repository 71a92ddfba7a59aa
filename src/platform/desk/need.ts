/** What a desk says of one duty at a glance. */
export interface DeskCount {
  readonly waiting: number;
  readonly late: number;
  /** Changed since yesterday by somebody's step or entry; what a workbook brought is not counted. */
  readonly changed: number;
}

const need = ({ late, waiting, changed }: DeskCount): number => (late > 0 ? 3 : waiting > 0 ? 2 : changed > 0 ? 1 : 0);

/** Orders a desk: first what is late, then what waits, then what changed; what needs the reader alike stays in its order. */
export const byNeed = (a: DeskCount, b: DeskCount): number => need(b) - need(a);
