import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A limit that runs, with the last day on which the step is in time. */
const runningLimit = z.object({ id: z.string(), lastDay: day, overdue: z.boolean() });
export type RunningLimit = z.infer<typeof runningLimit>;

/** What the officer said, and what was answered with which reasons. */
const statement = z.object({
  text: z.string(),
  evidence: z.string().nullable(),
  statedOn: day,
  answer: z.string().nullable(),
  reasons: z.string().nullable(),
  answeredOn: day.nullable(),
});
export type Statement = z.infer<typeof statement>;

/** The written decision (Sanctions Law art. 45), and when its measure ends by itself (art. 26). */
const decision = z.object({
  decisionNo: z.string(),
  track: z.string(),
  findings: z.string(),
  evidence: z.string(),
  measure: z.string(),
  basis: z.string(),
  remedies: z.string(),
  decidedOn: day,
  endsOn: day.nullable(),
});

/** What may be asked for against a decision, and until when. */
const right = z.object({
  kind: z.string(),
  lastDay: day,
  open: z.boolean(),
  /** The day by which the step before was to be decided and was not. */
  silentSince: day.nullable(),
  source: z.string(),
});

const request = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  kind: z.string(),
  state: z.string(),
  grounds: z.string(),
  askedOn: day,
  body: z.string().nullable(),
  result: z.string().nullable(),
  measure: z.string().nullable(),
  reasons: z.string().nullable(),
  decidedOn: day.nullable(),
  limit: runningLimit.nullable(),
});
export type OwnRequest = z.infer<typeof request>;

/** One hearing of the officer, with everything that was told. */
const hearing = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  state: z.string(),
  facts: z.string(),
  grounds: z.string(),
  proposed: z.string(),
  toldOn: day,
  droppedFor: z.string().nullable(),
  /** Running limits: the officer's own to state, the handlers' to answer. */
  limits: z.array(runningLimit),
  statements: z.array(statement),
  decision: decision.nullable(),
  rights: z.array(right),
  requests: z.array(request),
});
export type OwnHearing = z.infer<typeof hearing>;

/** Words in which the officer's name is to be cleared, once they are approved. */
const clearing = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  state: z.string(),
  cause: z.string(),
  finding: z.string(),
  scope: z.string(),
  publishedOn: day.nullable(),
  limit: runningLimit.nullable(),
});
export type OwnClearing = z.infer<typeof clearing>;

export const ownFile = z.object({ hearings: z.array(hearing), clearings: z.array(clearing) });
export type OwnFile = z.infer<typeof ownFile>;

const longText = z.string().trim().min(1).max(20_000);

/** The version the officer saw goes with each step, so that nothing is said to what has changed meanwhile. */
export const stated = z.object({ version: z.number().int(), text: longText, evidence: longText.nullish() });
export const seen = z.object({ version: z.number().int() });
export const asking = z.object({
  hearing: z.uuid(),
  kind: z.enum(['RE_EXAMINATION', 'SUPERIOR_REVIEW', 'PERSONNEL_REVIEW', 'PERSONNEL_APPEAL']),
  grounds: longText,
  evidence: longText.nullish(),
});
export const taken = z.object({ record: z.uuid(), version: z.number().int(), state: z.string() });
