import type { RecordSet } from '../register/sets.ts';
import type { Words } from '../words.ts';

/** Kinds of figure, as in the figure list (figures.yaml): only a measure or coverage is a result; a label is only shown. */
export type FigureKind = 'measure' | 'coverage' | 'constant' | 'derived' | 'ordinal' | 'date' | 'label';

/**
 * How a value comes from records. Persons and person-times never mix: `count` counts records (场次, 件, 人次), `distinct`
 * counts what a column points to (人, 名).
 */
export type Measure =
  | { readonly how: 'count'; readonly set: RecordSet }
  | { readonly how: 'distinct'; readonly set: RecordSet; readonly column: string }
  | { readonly how: 'sum' | 'min' | 'max'; readonly set: RecordSet; readonly column: string }
  /** The smallest number of these columns that any record of the set has filled in. */
  | { readonly how: 'filled'; readonly set: RecordSet; readonly columns: readonly string[] };

export type Value =
  | Measure
  /** `part` over `base`; the base is opened and frozen beside the part. */
  | { readonly how: 'ratio'; readonly part: Measure; readonly base: Measure }
  /** The smallest number of records of `set` that any record of `each` has through the column `by`. */
  | { readonly how: 'least'; readonly each: RecordSet; readonly set: RecordSet; readonly by: string }
  /** The sum of other figures; its records are theirs. */
  | { readonly how: 'total'; readonly figures: readonly string[] };

export const count = (set: RecordSet): Measure => ({ how: 'count', set });
export const distinct = (set: RecordSet, column: string): Measure => ({ how: 'distinct', set, column });
export const sum = (set: RecordSet, column: string): Measure => ({ how: 'sum', set, column });
export const smallest = (set: RecordSet, column: string): Measure => ({ how: 'min', set, column });
export const largest = (set: RecordSet, column: string): Measure => ({ how: 'max', set, column });
export const filled = (set: RecordSet, columns: readonly string[]): Measure => ({ how: 'filled', set, columns });
export const ratio = (part: Measure, base: Measure): Value => ({ how: 'ratio', part, base });
export const least = (each: RecordSet, set: RecordSet, by: string): Value => ({ how: 'least', each, set, by });
export const total = (...figures: string[]): Value => ({ how: 'total', figures });

/** A named, versioned question put to registers (口径). */
export interface Figure {
  /** The metric name of the figure list: `education.partyLectures`. */
  readonly id: string;
  readonly words: Words;
  /** 场次, 人次, 名, 次, 件, 个, 项, 批, 类, 种, 级, 组, 份, date or ratio. */
  readonly unit: string;
  readonly kind: FigureKind;
  /** Raised whenever the question changes; a frozen bulletin keeps the version it was asked in. */
  readonly version: number;
  readonly value: Value;
  /** True where no record is an answer too: nothing was overturned. Of all other figures none means that something was not handed in. */
  readonly mayBeEmpty?: boolean;
}

/** Declares the figures of a module: `figures({ 'education.partyLectures': {…} })`. */
export const figures = (
  declared: Readonly<Record<string, Omit<Figure, 'id' | 'version'> & { version?: number }>>,
): Figure[] => Object.entries(declared).map(([id, figure]) => ({ version: 1, ...figure, id }));
