import { z } from 'zod';

/** A day as people write it in ISO 8601. */
export const day = z.iso.date();

/** What a cell of a record holds on the wire; references carry the record's identity, their titles come beside them. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** One condition of a filter; the same shapes as `Test` in `sets.ts`. */
export const test = z.union([
  scalar,
  z.array(scalar).max(200),
  z.strictObject({ from: scalar.optional(), to: scalar.optional() }),
  z.strictObject({ filled: z.boolean() }),
  z.strictObject({ contains: z.string().min(1).max(100) }),
]);

export const where = z.record(z.string().max(80), test);

/** `?where={"kind":"PARTY_LECTURE"}&sort=-heldOn&cursor=…&limit=50&asOf=2021-06-22` */
export const listQuery = z.object({
  where: z
    .string()
    .max(8_000)
    .transform((text, context) => {
      try {
        return where.parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: 'custom', message: 'where is not a JSON object of conditions' });
        return z.NEVER;
      }
    })
    .optional(),
  /** A column; with `-` before it, descending. */
  sort: z.string().max(80).optional(),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** What the register held on this day by the records' own dates. */
  asOf: day.optional(),
  /** What the system knew at this moment. */
  knownAt: z.iso.datetime({ offset: true }).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

export const row = z.object({
  record: z.uuid(),
  version: z.number().int(),
  values: z.record(z.string(), cell),
  /** What the references in `values` are called, by column. */
  titles: z.record(z.string(), z.string()),
});
export type Row = z.infer<typeof row>;

export const total = z.object({
  number: z.number().int(),
  /** False: estimated by the database's planner; say "about". */
  exact: z.boolean(),
});

export const list = z.object({ rows: z.array(row), next: z.string().nullable(), total });
export type List = z.infer<typeof list>;

export const registerSummary = z.object({
  name: z.string(),
  module: z.string(),
  total,
  mayWrite: z.boolean(),
  /** Columns that its lists leave out for the reader: neither shown, filtered nor sorted by. */
  hidden: z.array(z.string()),
});

export const version = row.extend({
  recordedAt: z.string(),
  retiredAt: z.string().nullable(),
  retiredAs: z.enum(['superseded', 'voided']).nullable(),
  retiredReason: z.string().nullable(),
  erased: z.boolean(),
  act: z.object({
    id: z.uuid(),
    name: z.string(),
    at: z.string(),
    /** Name of the account that acted, or null for the system. */
    actor: z.string().nullable(),
    /** Place in the ledger; null while the sequencer has not reached it. */
    seq: z.number().int().nullable(),
  }),
  source: z
    .object({ import: z.uuid(), file: z.string(), sheet: z.string().nullable(), row: z.number().int().nullable() })
    .nullable(),
});

export const recordHistory = z.object({ register: z.string(), record: z.uuid(), versions: z.array(version) });
export type RecordHistory = z.infer<typeof recordHistory>;

export const newRecord = z.object({ values: z.record(z.string(), cell) });
export const changedRecord = newRecord.extend({
  /** The version the change was made on: a newer one makes it a conflict. */
  version: z.number().int(),
  reason: z.string().min(2).max(500),
});
export const voiding = z.object({
  version: z.number().int(),
  reason: z.string().min(2).max(500),
  /** How many records name this one, as the refusal said: the person knows, and means it all the same. */
  referring: z.number().int().positive().optional(),
});
