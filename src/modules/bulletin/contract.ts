import { z } from 'zod';
import { figureValue } from '../../platform/figure/contract.ts';
import { day } from '../../platform/register/contract.ts';

/** A run of plain text, or a live mark that stands for a figure. */
export const run = z.union([
  z.object({ text: z.string().max(5_000) }),
  z.object({
    figure: z.string(),
    /** The rounding word printed around the number: 余, 以上 … ('' for the exact value). */
    printed: z.enum(['exact', 'more', 'atLeast']).default('exact'),
  }),
]);

export const paragraph = z.object({ runs: z.array(run).max(200) });
export const section = z.object({ heading: z.string().max(200), paragraphs: z.array(paragraph).max(100) });

export const bulletinText = z.object({
  title: z.string().min(2).max(200),
  asOf: day,
  /** Press conference this bulletin is for, as its number in the programme. */
  sequence: z.number().int().min(1).nullable(),
  sections: z.array(section).max(20),
});
export type BulletinText = z.infer<typeof bulletinText>;

export const bulletinState = z.enum(['draft', 'frozen', 'published', 'corrected']);

export const finding = z.object({
  severity: z.enum(['stop', 'warning']),
  figure: z.string().nullable(),
  message: z.string(),
});

export const frozenFigure = z.object({
  id: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
  unit: z.string(),
  kind: z.string(),
  version: z.number().int(),
  value: figureValue,
  base: z.number().nullable(),
  records: z.number().int(),
  /** Merkle root over the commitments of the records, hex. */
  root: z.string(),
});

export const bulletinView = z.object({
  id: z.uuid(),
  state: bulletinState,
  text: bulletinText,
  /** Live values for a draft, frozen ones otherwise. */
  figures: z.array(frozenFigure.extend({ root: z.string().nullable() })),
  /** Figures the prose does not place: they stand in the annex. */
  annex: z.array(z.string()),
  frozenAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  checkpoint: z.string().nullable(),
  by: z.string().nullable(),
  corrections: z.array(
    z.object({ figure: z.string(), before: figureValue, after: figureValue, cause: z.string(), at: z.string() }),
  ),
});
export type BulletinView = z.infer<typeof bulletinView>;

export const bulletinList = z.object({
  bulletins: z.array(
    bulletinView
      .pick({ id: true, state: true, frozenAt: true, publishedAt: true })
      .extend({ title: z.string(), asOf: day }),
  ),
});

export const findings = z.object({ findings: z.array(finding) });

export const comparison = z.object({
  figures: z.array(
    z.object({ id: z.string(), before: figureValue, after: figureValue, change: z.number().nullable() }),
  ),
});

export const correction = z.object({ figure: z.string(), cause: z.string().min(4).max(1_000) });
