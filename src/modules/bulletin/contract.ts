import { z } from 'zod';
import { figureValue } from '../../platform/figure/contract.ts';
import { cell, day } from '../../platform/register/contract.ts';

/** A run of plain text, or a live mark that stands for a figure. */
export const run = z.union([
  z.object({ text: z.string().max(5_000) }),
  z.object({
    figure: z.string(),
    /** The rounding word printed around the number: 余, 以上 … ('' for the exact value). */
    printed: z.enum(['exact', 'more', 'atLeast']).default('exact'),
    /** The round number that the words promise (19000 for 1.9万余); worked out from the value when left out. */
    said: z.number().positive().optional(),
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
  /** Version of the draft: whoever edits it says which one was read. */
  version: z.number().int(),
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

/** `asOf` and the press conference's number; the draft of the house stands in the new bulletin. */
export const newBulletin = z.object({ asOf: day, sequence: z.number().int().min(1).nullable().default(null) });
export const openedBulletin = z.object({ id: z.uuid() });
export const editedBulletin = z.object({ version: z.number().int(), text: bulletinText });

export const findings = z.object({ findings: z.array(finding) });

/** How far a freeze is, or how it ended; null where nobody asked for one. */
export const freezing = z.object({
  run: z
    .object({
      state: z.enum(['waiting', 'running', 'done', 'refused', 'cancelled']),
      /** Version of the draft that it freezes. */
      draft: z.number().int(),
      by: z.string().nullable(),
      askedAt: z.string(),
      /** Figures taken, of how many, and records read so far. */
      figures: z.number().int(),
      of: z.number().int(),
      records: z.number().int(),
      /** Why it was refused. */
      refusal: z.string().nullable(),
    })
    .nullable(),
});

export const comparison = z.object({
  /** The bulletin it is compared with; null where there is none before it. */
  with: z.uuid().nullable(),
  figures: z.array(
    z.object({ id: z.string(), before: figureValue, after: figureValue, change: z.number().nullable() }),
  ),
});

export const correction = z.object({ figure: z.string(), cause: z.string().min(4).max(1_000) });

export const correctionNotice = z.object({
  number: z.number().int(),
  figure: z.string(),
  before: figureValue,
  after: figureValue,
  cause: z.string(),
});

export const reevaluation = z.object({
  figures: z.array(z.object({ id: z.string(), value: figureValue, same: z.boolean(), now: figureValue })),
});

export const exportQuery = z.object({ format: z.enum(['json', 'html', 'docx']) });

/** `part=base` opens the denominator of a ratio. */
export const publicRowsQuery = z.object({
  part: z.enum(['records', 'base']).default('records'),
  cursor: z
    .string()
    .regex(/^[0-9a-f-]{1,36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The masked records behind a published figure, in the order of their tree: row `first` is that leaf. */
export const publicRows = z.object({
  figure: z.string(),
  register: z.string().nullable(),
  columns: z.array(
    z.object({
      key: z.string(),
      words: z.object({ zh: z.string(), en: z.string() }),
      choices: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })).optional(),
    }),
  ),
  rows: z.array(z.array(cell)),
  total: z.number().int(),
  root: z.string(),
  next: z.string().nullable(),
});

/** What the public site says of itself: whether all is invented, who signs, and the key that checkpoints are checked with. */
export const aboutSite = z.object({ demo: z.boolean(), issuer: z.string(), verifierKey: z.string() });
