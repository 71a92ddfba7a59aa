import { z } from 'zod';

/** A clue that may be a duplicate, with the reasons; what it says is read by opening it. */
export const likelyDuplicate = z.object({
  record: z.uuid(),
  serialNo: z.string(),
  source: z.string(),
  state: z.string(),
  receivedOn: z.string(),
  /** The clue it was itself joined to. */
  duplicateOf: z.uuid().nullable(),
  sameOfficer: z.boolean(),
  sameReporter: z.boolean(),
  /** Share of common character pairs, from 0.7 on; null where the texts differ more. */
  alike: z.number().nullable(),
});
export type LikelyDuplicate = z.infer<typeof likelyDuplicate>;

/** A clue joined with another, and its own trail. */
export const joinedClue = z.object({
  record: z.uuid(),
  serialNo: z.string(),
  source: z.string(),
  state: z.string(),
  receivedOn: z.string(),
  /** It is the one the other was joined to. */
  main: z.boolean(),
  steps: z.array(z.object({ action: z.string(), by: z.string().nullable(), at: z.string(), to: z.string() })),
});
export type JoinedClue = z.infer<typeof joinedClue>;

export const comparedText = z.object({
  summary: z.string().trim().min(4).max(20_000),
  reporter: z.string().trim().min(4).max(40).optional(),
});
export const reporterNumber = z.object({ number: z.string().trim().min(4).max(40) });
