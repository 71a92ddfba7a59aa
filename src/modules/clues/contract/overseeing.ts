import { z } from 'zod';

/** One letter that supervises a clue and still stands. */
export const supervisedClue = z.object({
  record: z.uuid(),
  clue: z.uuid(),
  serialNo: z.string(),
  state: z.string(),
  letterNo: z.string(),
  supervisor: z.string(),
  way: z.string().nullable(),
  issuedOn: z.string(),
  dueOn: z.string().nullable(),
  /** Day of the latest report back. */
  reportedOn: z.string().nullable(),
  standing: z.enum(['LATE', 'DUE', 'ANSWERED']),
});
export type SupervisedClue = z.infer<typeof supervisedClue>;

/** Late ones first, then those that end first, then those that wait to be lifted. */
export const supervisionBoard = z.object({
  late: z.number().int(),
  due: z.number().int(),
  answered: z.number().int(),
  rows: z.array(supervisedClue),
  more: z.boolean(),
});
export type SupervisionBoard = z.infer<typeof supervisionBoard>;

export const boardQuery = z.object({ offset: z.coerce.number().int().min(0).max(100_000).default(0) });

/** A clue opened in an emergency: who, when, which, why, and until when. */
export const emergency = z.object({
  record: z.uuid(),
  clue: z.uuid(),
  serialNo: z.string(),
  by: z.string(),
  reason: z.string(),
  openedAt: z.string(),
  until: z.string(),
  running: z.boolean(),
});

export const emergencies = z.object({ openings: z.array(emergency), next: z.string().nullable() });
export type Emergencies = z.infer<typeof emergencies>;

export const emergencyQuery = z.object({ cursor: z.string().max(100).optional() });
