import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Kinds of papers that officers are asked to answer; letters to families and the public go other ways. */
export const paperKinds = ['COMMITMENT_LETTER', 'NOTICE', 'LETTER_TO_OFFICERS', 'POLICY_NOTICE'] as const;
const asks = z.enum(['SIGN', 'READ']);

/** What a version is called and what it asks for. */
export const heading = z.object({
  kind: z.enum(paperKinds),
  title: z.string().trim().min(2).max(200),
  asks,
  validFrom: day,
  /** The version it replaces; it takes that version's kind. */
  replaces: z.uuid().optional(),
});
export const newPaper = heading.extend({ body: z.string().trim().min(2).max(60_000) });
export type NewPaper = z.infer<typeof newPaper>;
export const published = z.object({ record: z.uuid(), edition: z.number().int(), sha256 });

export const counts = z.object({
  delivered: z.number().int(),
  opened: z.number().int(),
  signed: z.number().int(),
  refused: z.number().int(),
});
export type Counts = z.infer<typeof counts>;

export const paper = z.object({
  record: z.uuid(),
  kind: z.string(),
  edition: z.number().int(),
  title: z.string(),
  asks: asks.nullable(),
  validFrom: day,
  publishedAt: z.string().nullable(),
  sha256: sha256.nullable(),
  fileName: z.string().nullable(),
  superseded: z.boolean(),
  replaces: z.uuid().nullable(),
  counts,
});
export type Paper = z.infer<typeof paper>;
export const papers = z.object({ papers: z.array(paper) });

export const unitCoverage = z.object({ unit: z.uuid(), name: z.string(), counts });
export type UnitCoverage = z.infer<typeof unitCoverage>;
export const paperView = paper.extend({ body: z.string().nullable(), units: z.array(unitCoverage) });
export type PaperView = z.infer<typeof paperView>;

/** To whom a paper is handed out: everybody in post, units with those below them, a department in them, or who had the version before. */
export const circle = z.object({
  whom: z.enum(['ALL', 'UNITS', 'EARLIER']),
  units: z.array(z.uuid()).max(200).default([]),
  department: z.string().trim().min(1).max(100).optional(),
});
export type Circle = z.infer<typeof circle>;
export const delivered = z.object({ delivered: z.number().int() });

export const waitingQuery = z.object({
  unit: z.uuid().optional(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const waitingOfficer = z.object({
  officerNo: z.string(),
  name: z.string(),
  unitName: z.string(),
  department: z.string().nullable(),
  deliveredOn: day,
  state: z.enum(['DELIVERED', 'OPENED', 'REFUSED']),
  reason: z.string().nullable(),
});
export type WaitingOfficer = z.infer<typeof waitingOfficer>;
export const waiting = z.object({ officers: z.array(waitingOfficer), next: z.string().nullable() });

export const ownPaper = z.object({
  delivery: z.uuid(),
  template: z.uuid(),
  kind: z.string(),
  edition: z.number().int(),
  title: z.string(),
  asks: asks.nullable(),
  sha256: sha256.nullable(),
  fileName: z.string().nullable(),
  deliveredOn: day,
  superseded: z.boolean(),
  openedAt: z.string().nullable(),
  signedAt: z.string().nullable(),
  /** The record of the signature, whose proof the officer keeps. */
  signature: z.uuid().nullable(),
  refusedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** Signed by hand, as the unit's ledger says. */
  signedOnPaper: day.nullable(),
});
export type OwnPaper = z.infer<typeof ownPaper>;
export const ownPapers = z.object({ papers: z.array(ownPaper) });
export const ownText = ownPaper.extend({ body: z.string().nullable() });
export type OwnText = z.infer<typeof ownText>;

/** A signature: the hash of what was read, and the password or a code of the second factor once more. */
export const signing = z.object({
  sha256,
  presence: z.union([
    z.strictObject({ password: z.string().min(1).max(256) }),
    z.strictObject({ code: z.string().min(6).max(40) }),
  ]),
});
export type Signing = z.infer<typeof signing>;
export const refusing = z.object({ reason: z.string().trim().min(2).max(2_000) });
export const answered = z.object({ answer: z.uuid() });
