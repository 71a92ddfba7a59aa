import { z } from 'zod';
import { MOST_FILES, sealedFile, sentFiles } from '../../../platform/sealing/attachment.ts';

/** Matters in one report; more of them, or longer ones, come in an amendment. */
export const MOST_ITEMS = 20;

const line = z.string().max(300).optional();

/** One matter of a report (reference 6). Only what happened must be said; the rest as far as the officer knows it. */
export const reportItem = z.strictObject({
  problemKind: line,
  happened: z.string().min(1).max(6_000),
  occurredFrom: line,
  occurredTo: line,
  place: line,
  persons: line,
  amount: line,
  evidence: z.string().max(2_000).optional(),
  disclosedTo: line,
});
export type ReportItem = z.infer<typeof reportItem>;

/** What an officer writes. Its attachments are part of it, so the commitment covers their hashes too; earlier reports had none. */
export const reportText = z
  .strictObject({
    nothingToReport: z.boolean(),
    items: z.array(reportItem).max(MOST_ITEMS),
    files: z.array(sealedFile.strict()).min(1).max(MOST_FILES).optional(),
  })
  .refine(({ nothingToReport, items }) => nothingToReport === (items.length === 0), { path: ['items'] });
export type ReportText = z.infer<typeof reportText>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a sealed report holds once it is opened: the text, and the salt of its commitment. */
export const openedText = z.object({ report: reportText, salt: hash });
export type OpenedText = z.infer<typeof openedText>;

/** Made in the browser, since it stands inside the seal. */
export const reportNumber = z.string().regex(/^ZC-\d{4}-[0-9A-F]{10}$/);

export const submission = z.strictObject({
  number: reportNumber,
  envelope: z.string().max(40_000),
  commitment: hash,
  /** The report that this one adds to. */
  amends: z.uuid().optional(),
  /** The own talk that led to it, where the officer says so. */
  talk: z.uuid().optional(),
  files: sentFiles,
});
export type Submission = z.input<typeof submission>;
/** As many uploads as there are attachments. */
export const beginning = z.strictObject({ count: z.number().int().min(1).max(MOST_FILES) });
export const fileOfReport = z.object({ record: z.uuid(), hash });
export const submitted = z.object({ record: z.uuid(), number: z.string(), hash });

/** What a report is sealed to. */
export const reportKeys = z.object({
  keys: z.array(z.object({ publicKey: z.string(), fingerprint: z.string(), holder: z.string() })),
  /** Bytes of a sealed attachment. */
  largestFile: z.number().int(),
});
export type ReportKeys = z.infer<typeof reportKeys>;

/** One step of a report as the officer reads it: who looked, when, and why. */
const taken = z.object({
  action: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
});

const row = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  submittedAt: z.iso.datetime(),
  state: z.string(),
  /** Number of the report it adds to. */
  amends: z.string().nullable(),
  /** Whether it was sealed; reports on paper that came in a workbook were not. */
  sealed: z.boolean(),
  /** Place of its entry in the ledger, and the first signed tree head over it. */
  seq: z.number().int().nullable(),
  sealedAt: z.iso.datetime().nullable(),
});

export const ownReport = row.extend({ steps: z.array(taken) });
export type OwnReport = z.infer<typeof ownReport>;
export const ownReports = z.object({ reports: z.array(ownReport) });

/** A line of the desk's list: that it came and how it stands, never what it says. */
export const deskReport = row.extend({
  officer: z.uuid(),
  officerNo: z.string(),
  officerName: z.string(),
  unitName: z.string(),
  /** Times the seal was opened. */
  opened: z.number().int(),
});
export type DeskReport = z.infer<typeof deskReport>;
export const deskQuery = z.object({
  /** `waiting`: what the desk still has to do with; `all`: the latest first, page by page. */
  which: z.enum(['waiting', 'all']).default('waiting'),
  cursor: z.string().max(80).optional(),
});
export const deskReports = z.object({ reports: z.array(deskReport), next: z.string().nullable() });

export const byRecord = z.object({ record: z.uuid() });
export const unsealing = z.object({ reason: z.string().trim().min(2).max(500) });
export const unsealed = z.object({
  number: z.string(),
  envelope: z.string(),
  hash,
  commitment: hash.nullable(),
});
export type Unsealed = z.infer<typeof unsealed>;

/** The matters of an opened report as the desk typed them, by their place in the text. */
export const entering = z.strictObject({
  version: z.number().int(),
  items: z
    .array(
      z.strictObject({
        number: z.number().int().min(1).max(MOST_ITEMS),
        values: z.record(z.string().max(40), z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()])),
      }),
    )
    .min(1)
    .max(MOST_ITEMS),
});
export type Entering = z.infer<typeof entering>;
export const entered = z.object({ version: z.number().int() });
