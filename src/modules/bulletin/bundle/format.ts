import { z } from 'zod';

/** Name and version of the form; the file's name ends in `.mingjing.json`. */
export const FORMAT = 'mingjing-bulletin/1';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const value = z.union([z.number(), z.string(), z.null()]);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const column = z.strictObject({ key: z.string(), words, choices: z.record(z.string(), words).optional() });

/** A set of records by its roots: over their commitments, and over commitments and public rows together. */
const frozenSet = z.strictObject({
  register: z.string().nullable(),
  columns: z.array(column),
  count: z.number().int(),
  root: hash,
  /** Null for a set whose rows are too many to be carried along. */
  rows: hash.nullable(),
});
export type FrozenSetPart = z.infer<typeof frozenSet>;

export const figurePart = z.strictObject({
  id: z.string(),
  words,
  unit: z.string(),
  kind: z.string(),
  version: z.number().int(),
  asOf: day,
  value,
  base: z.number().nullable(),
  records: frozenSet,
  baseRecords: frozenSet.nullable(),
});
export type FigurePart = z.infer<typeof figurePart>;

const run = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ figure: z.string(), printed: z.enum(['exact', 'more', 'atLeast']), said: z.number().optional() }),
]);
const section = z.strictObject({
  heading: z.string(),
  paragraphs: z.array(z.strictObject({ runs: z.array(run) })),
});

/** What the ledger entry of the freeze vouches for, part by part. */
const vouched = {
  format: z.literal(FORMAT),
  bulletin: z.uuid(),
  /** True for the fictional city. */
  demo: z.boolean(),
  asOf: day,
  knownAt: z.string(),
  title: z.string(),
  sequence: z.number().int().nullable(),
  sections: z.array(section),
  figures: z.array(figurePart),
};
export const vouchedContent = z.strictObject(vouched);
export type VouchedContent = z.infer<typeof vouchedContent>;

/** Records of one set: each with its commitment, its public row and the mark over both; or only the roots of each 256. */
const records = z.union([
  z.strictObject({ leaves: z.array(hash), rows: z.array(z.array(cell)), marks: z.array(hash) }),
  z.strictObject({ subtrees: z.array(hash) }),
]);
export type RecordsPart = z.infer<typeof records>;

const proof = z.strictObject({ entry: z.string(), index: z.number().int(), path: z.array(hash) });

export const correctionContent = z.strictObject({
  bulletin: z.uuid(),
  number: z.number().int(),
  figure: z.string(),
  asOf: day,
  knownAt: z.string(),
  before: value,
  after: value,
  base: z.number().nullable(),
  records: z.number().int(),
  root: hash,
  cause: z.string(),
});
export type CorrectionContent = z.infer<typeof correctionContent>;

export const bundle = z.strictObject({
  ...vouched,
  sets: z.record(z.string(), z.strictObject({ records, base: records.nullable() })),
  corrections: z.array(z.strictObject({ content: correctionContent, proof })),
  proof: z.strictObject({ freeze: proof, checkpoint: z.string(), verifierKey: z.string() }),
});
export type Bundle = z.infer<typeof bundle>;
