import { z } from 'zod';
import { day, list, test } from '../register/contract.ts';

/** A value as it is compared and published: a number, or a day for a date figure; null when there is nothing to measure. */
export const figureValue = z.union([z.number(), z.string(), z.null()]);

export const figureView = z.object({
  id: z.string(),
  module: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
  unit: z.string(),
  kind: z.enum(['measure', 'coverage', 'constant', 'derived', 'ordinal', 'date', 'label']),
  version: z.number().int(),
  value: figureValue,
  /** The denominator of a ratio. */
  base: z.number().nullable(),
  /** Number of records that make the value. */
  records: z.number().int(),
});
export type FigureView = z.infer<typeof figureView>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What a figure asks, in names of registers and columns: for people who read it, and for checking it by hand. */
export const definition = z.object({
  how: z.enum(['count', 'distinct', 'sum', 'min', 'max', 'filled', 'ratio', 'least', 'total']),
  /** The records, then the base (of a ratio) or the owners (of a least). */
  parts: z.array(
    z.object({
      how: z.enum(['count', 'distinct', 'sum', 'min', 'max', 'filled']),
      register: z.string(),
      /** Conditions by column, or by a path through references: `batch.source`. */
      where: z.record(z.string(), z.union([test, z.strictObject({ not: z.union([scalar, z.array(scalar)]) })])),
      columns: z.array(z.string()),
    }),
  ),
  /** The figures that a total adds up. */
  figures: z.array(z.string()),
});

export const figureDetail = figureView.extend({ asOf: day, definition });

export const figureList = z.object({ asOf: day, figures: z.array(figureView) });

export const figureQuery = z.object({ asOf: day.optional(), knownAt: z.iso.datetime({ offset: true }).optional() });

/** `part=base` opens the denominator's records. `set` chooses among several (a derived figure, a least). */
export const drillQuery = figureQuery.extend({
  part: z.enum(['records', 'base']).default('records'),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const figureExport = figureQuery.extend({
  part: z.enum(['records', 'base']).default('records'),
  format: z.enum(['xlsx', 'csv']),
});

/** The records of a figure are those of one register; a derived figure names the figures it adds up instead. */
export const drill = list.extend({ register: z.string() });

export const trendQuery = z.object({ from: day, to: day, points: z.coerce.number().int().min(2).max(60).default(16) });
export const trend = z.object({ id: z.string(), points: z.array(z.object({ asOf: day, value: figureValue })) });

export const crossCheck = z.object({
  id: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
  holds: z.boolean(),
  /** What was compared, with its numbers, in both languages. */
  detail: z.object({ zh: z.string(), en: z.string() }),
});
export const crossCheckList = z.object({ asOf: day, checks: z.array(crossCheck) });
