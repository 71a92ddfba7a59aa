import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What an officer gives of a record: fields of the form as the lifecycle declares them. */
export const filing = z.object({ input: z.record(z.string().max(40), z.string().max(20_000).nullable()) });
export const filed = z.object({ record: z.uuid() });

export const person = z.object({
  officerNo: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
});
export const people = z.object({ people: z.array(person) });

/** One of the officer's own records, with its place in the ledger. */
export const ownRecord = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  askerName: z.string(),
  askedOn: day,
  filedAt: z.string().nullable(),
  lagDays: z.number().int().nullable(),
  backFilled: z.boolean().nullable(),
  state: z.string(),
  addition: z.string().nullable(),
  /** Commitment of the record as it was filed: it stands in the proof of the return that counts it. */
  commitment: z.string(),
  /** Number of the filing in the log; null until the sequencer took it in. */
  seq: z.number().int().nullable(),
  /** When the first signed tree head over it was made. */
  sealedAt: z.string().nullable(),
  sealedSameDay: z.boolean().nullable(),
});
export type OwnRecord = z.infer<typeof ownRecord>;
export const ownRecords = z.object({ records: z.array(ownRecord) });

export const yearQuery = z.object({ year: z.coerce.number().int().min(2015).max(2100) });

export const dueReturn = z.object({
  unit: z.uuid(),
  unitName: z.string(),
  periodKind: z.enum(['MONTH', 'QUARTER']),
  start: day,
  end: day,
  due: day,
  state: z.enum(['OPEN', 'DUE', 'OVERDUE', 'SIGNED', 'SIGNED_LATE']),
  submittedOn: day.nullable(),
  signedBy: z.string().nullable(),
  /** The return, for those who may hold it against the store. */
  record: z.uuid().nullable(),
  maySign: z.boolean(),
});
export type DueReturn = z.infer<typeof dueReturn>;
export const dueReturns = z.object({ returns: z.array(dueReturn) });
export const signing = z.object({ unit: z.uuid(), start: day });
/** Neither count nor root: the root of no entries is known to everybody, so it would tell a zero return from another. */
export const signed = z.object({ record: z.uuid() });
export const returnCheck = z.object({
  /** Whether the entries in the store still give the count and the root that was signed; null for a typed return of earlier times. */
  holds: z.boolean().nullable(),
  /** Null for those who read the records: they could hold the numbers against what they see of them. */
  counts: z
    .object({
      signedCount: z.number().int(),
      foundCount: z.number().int(),
      signedRoot: z.string().nullable(),
      foundRoot: z.string(),
    })
    .nullable(),
});
export type ReturnCheck = z.infer<typeof returnCheck>;

const group = z.object({ key: z.string(), number: z.number().int().nullable() });
export const prompt = z.object({
  unit: z.uuid(),
  unitName: z.string(),
  kind: z.enum(['ZERO_SERIES', 'BEFORE_DEADLINE', 'ONLY_HARMLESS']),
  /** What the unit did, of how many times it could have. */
  number: z.number().int(),
  of: z.number().int(),
  /** Chance of this or more, were the unit like the city; corrected for the number of units looked at. */
  chance: z.number(),
});
export type Prompt = z.infer<typeof prompt>;
export const statisticsQuery = yearQuery.partial();
export const statistics = z.object({
  year: z.number().int(),
  /** Years that have records, the newest first. */
  years: z.array(z.number().int()),
  total: z.number().int(),
  backFilled: z.number().int(),
  groups: z.record(z.enum(['category', 'stage', 'way', 'state']), z.array(group)),
  /** Records by the month in which it happened, `01` to `12`. */
  months: z.array(group),
  /** Records by days from event to filing: 0, 1, 2-3, 4-7, 8-30, more. */
  lag: z.array(group),
  units: z.array(
    z.object({
      unit: z.uuid(),
      name: z.string(),
      officers: z.number().int(),
      number: z.number().int().nullable(),
      /** With its share of the city's officers, were they all as likely to record. */
      expected: z.number(),
      /** Whether the unit is too small for the test of a series of zeros to say anything. */
      tooSmall: z.boolean(),
    }),
  ),
  prompts: z.array(prompt),
  briefings: z.object({
    number: z.number().int(),
    byHeads: z.number().int(),
    audience: z.number().int(),
  }),
});
export type Statistics = z.infer<typeof statistics>;

export const roundOpened = z.object({
  number: z.string().trim().min(1).max(40),
  unit: z.uuid(),
  closesOn: day,
  codes: z.number().int().min(1).max(20_000),
});
/** The codes are shown once, to be printed and handed out. */
export const roundCodes = z.object({ round: z.uuid(), codes: z.array(z.string()) });
/** One round as those see it who hold it: how many answered, never who; what they answered once it is over. */
export const round = z.object({
  round: z.uuid(),
  number: z.string(),
  unitName: z.string(),
  openedOn: day,
  closesOn: day,
  codes: z.number().int(),
  answers: z.number().int(),
  state: z.enum(['OPEN', 'ENDED', 'CLOSED']),
  /** Null while it is open, and for ever with fewer answers than the threshold. */
  result: z.object({ aware: z.number().int(), supportive: z.number().int() }).nullable(),
});
export type Round = z.infer<typeof round>;
export const rounds = z.object({
  rounds: z.array(round),
  /** Surveys that were held elsewhere and handed in. */
  others: z.array(
    z.object({
      record: z.uuid(),
      number: z.string(),
      unitName: z.string(),
      surveyedOn: day,
      answers: z.number().int(),
      aware: z.number().int(),
      supportive: z.number().int(),
    }),
  ),
});
export type Rounds = z.infer<typeof rounds>;
export const surveyAnswer = z.object({ code: z.string().max(40), aware: z.boolean(), supportive: z.boolean() });
export const thanks = z.object({ taken: z.literal(true) });
export const roundClosed = z.object({
  answers: z.number().int(),
  /** Null with fewer answers than the threshold: nothing is recorded then but that the round was held. */
  aware: z.number().nullable(),
  supportive: z.number().nullable(),
});
