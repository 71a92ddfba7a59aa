import { z } from 'zod';
import { differences } from '../batches/differences.ts';

/** How a batch stands: what was handed over, what is registered, what is still open. */
export const batchStanding = z.object({
  record: z.uuid(),
  number: z.string(),
  source: z.string(),
  sequence: z.number().int(),
  receivedOn: z.string(),
  /** Clues on the list that was handed over. */
  size: z.number().int(),
  registered: z.number().int(),
  /** Closed with a conclusion, passed on to another body, or joined to one that is closed. */
  done: z.number().int(),
  /** Whether the numbers registered are those of the list, by the list or its checksum; null where neither came. */
  listTies: z.boolean().nullable(),
  /** Numbers on the list that was handed in; 0 where none was. */
  listed: z.number().int(),
  /** Numbers that only the list has, and that only the batch has. */
  missing: z.number().int(),
  extra: z.number().int(),
  /** In what it differs from its list; a batch that differs in anything is not closed. */
  differences: z.array(z.enum(differences)),
  /** Registered in full and as listed, and nothing open. */
  closed: z.boolean(),
});
export type BatchStanding = z.infer<typeof batchStanding>;
/** The first of them, and how many there are. */
export const batchStandings = z.object({ batches: z.array(batchStanding), total: z.number().int() });
export type BatchStandings = z.infer<typeof batchStandings>;
export const batchesQuery = z.object({ differing: z.enum(['yes']).optional() });

export const batchView = batchStanding.extend({
  checksum: z.string().nullable(),
  /** SHA-256 of the clue numbers registered, in order, one a line. */
  ours: z.string(),
  /** The same of the numbers on the list that was handed in. */
  listSum: z.string().nullable(),
  /** The first of the missing numbers, and where one is registered all the same, in another batch or in none. */
  missingNumbers: z.array(
    z.object({ serialNo: z.string(), record: z.uuid().nullable(), batch: z.string().nullable() }),
  ),
  extraNumbers: z.array(z.object({ serialNo: z.string(), record: z.uuid() })),
  /** Clues that are still open; the first of them follow. */
  openTotal: z.number().int(),
  open: z.array(
    z.object({
      record: z.uuid(),
      serialNo: z.string(),
      state: z.string(),
      dueAt: z.string().nullable(),
      late: z.boolean(),
    }),
  ),
});
export type BatchView = z.infer<typeof batchView>;

export const quarterName = z.string().regex(/^\d{4}Q[1-4]$/);

/** What one handling unit closed in a quarter, and whether it was reported. */
export const quarterLine = z.object({
  unit: z.uuid(),
  unitName: z.string(),
  closed: z.number().int(),
  substantiated: z.number().int(),
  inHand: z.number().int(),
  state: z.enum(['RUNNING', 'DUE', 'LATE', 'REPORTED', 'REPORTED_LATE']),
  reportedOn: z.string().nullable(),
  reportedBy: z.string().nullable(),
  /** The list has changed since it was reported. */
  changed: z.boolean(),
});
export type QuarterLine = z.infer<typeof quarterLine>;
export const quarterView = z.object({
  quarter: z.string(),
  from: z.string(),
  to: z.string(),
  dueOn: z.string(),
  source: z.string(),
  lines: z.array(quarterLine),
});
export type QuarterView = z.infer<typeof quarterView>;
export const quarterReport = z.object({ unit: z.uuid(), quarter: quarterName });
