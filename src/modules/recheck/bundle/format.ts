import { z } from 'zod';

/** Name and version of the form; the file's name ends in `.mingjing-recheck.json`. */
export const FORMAT = 'mingjing-recheck/1';
/** The algorithm of the draw with its version: sampler.ts, sizes.ts and assign.ts. */
export const ALGORITHM = 'recheck.draw@1';

export const hash = z.string().regex(/^[0-9a-f]{64}$/);
const salt = z.string().regex(/^[0-9a-f]{32}$/);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const count = z.number().int().nonnegative();
const words = z.strictObject({ zh: z.string(), en: z.string() });

export const populations = ['UNSUBSTANTIATED_REPORT', 'DATA_MATCH_CLUE'] as const;
export const stratifications = ['NONE', 'UNIT', 'RISK', 'UNIT_RISK'] as const;
export const risks = ['HIGH', 'MEDIUM', 'LOW'] as const;
export const outcomes = ['UPHELD', 'CHANGED', 'SUPPLEMENT'] as const;
/** Why a re-checker steps aside. */
export const asideReasons = ['RELATIVE', 'INTEREST', 'EARLIER_HANDLER', 'UNAVAILABLE'] as const;
/** Why the next of the same seed follows: the re-checker stepped aside, or let the plan's limit pass. */
export const leavingReasons = [...asideReasons, 'LATE'] as const;
/** Working days that a plan may give a re-checker. */
export const FEWEST_DAYS = 5;
export const MOST_DAYS = 60;

/** Conclusions of a clue as the totals count them; NONE where there is none yet. */
export const conclusions = ['SUBSTANTIATED', 'PARTLY', 'UNSUBSTANTIATED', 'UNVERIFIABLE', 'NONE'] as const;

/** One number of cases, or rates in ten-thousandths by risk (ALL where strata have no risk). */
export const sizing = z.union([
  z.strictObject({ size: z.number().int().positive() }),
  z.strictObject({ rates: z.partialRecord(z.enum([...risks, 'ALL']), z.number().int().min(0).max(10_000)) }),
]);

/** Cases of one unit and one risk. However a plan draws, these are counted, so that results can be told by unit. */
export const stratum = z.strictObject({
  /** Record and name of the unit that handled first; null where none is named. */
  unit: z.strictObject({ record: z.uuid(), words }).nullable(),
  risk: z.enum(risks),
  count,
});
export type Stratum = z.infer<typeof stratum>;

const committedSet = z.strictObject({ count, root: hash });

export const seedSource = z.union([
  z.strictObject({ kind: z.literal('beacon'), chain: hash, round: z.number().int().positive(), at: z.string() }),
  z.strictObject({
    kind: z.literal('dice'),
    rolls: z.number().int().min(1).max(1_000),
    at: z.string(),
    place: z.string(),
    /** Hash of 32 bytes that the server keeps until the dice are read: neither side can choose the seed alone. */
    blind: hash,
  }),
]);
export type SeedSource = z.infer<typeof seedSource>;

/** What is fixed before the seed is known, and what the ledger entry of the plan names by its hash. */
export const plan = z.strictObject({
  format: z.literal(FORMAT),
  algorithm: z.literal(ALGORITHM),
  /** The rule that gives a case its risk. */
  risk: z.string(),
  id: z.uuid(),
  demo: z.boolean(),
  title: z.string(),
  /** Plans of this city are numbered from 1 without gaps; each names the hash of the one before. */
  number: z.number().int().positive(),
  previous: hash.nullable(),
  population: z.enum(populations),
  /** Quarter of the cut-off day: one plan for each population, unless a reason is given. */
  period: z.string().regex(/^\d{4}-Q[1-4]$/),
  replaces: z.strictObject({ plan: z.uuid(), number: z.number().int().positive(), reason: z.string() }).nullable(),
  asOf: day,
  knownAt: z.string(),
  frame: z.strictObject({ count, root: hash, strata: z.array(stratum) }),
  /** All clues of the register at the same moment, by conclusion; and the data matches among them. */
  totals: z.strictObject({
    all: count,
    byConclusion: z.record(z.enum(conclusions), count),
    dataMatches: z.strictObject({ concluded: count, open: count }),
  }),
  /** Merkle roots over the ledger's own commitments, in the order of records, as a frozen figure has them. */
  register: committedSet,
  figure: committedSet.extend({ id: z.string() }),
  /** Strata that are drawn from apart: all as one, or joined by unit, by risk, or each for itself. */
  stratifiedBy: z.enum(stratifications),
  sizing,
  /** Those who may check again, each by a salted commitment. */
  pool: z.array(hash),
  /** Working days a re-checker has for a case, from the day it came to that person; plans made before there was a limit name none. */
  limit: z.number().int().min(FEWEST_DAYS).max(MOST_DAYS).optional(),
  seed: seedSource,
});
export type Plan = z.infer<typeof plan>;

export const proof = z.strictObject({ entry: z.string(), index: count, path: z.array(hash) });
export type Proof = z.infer<typeof proof>;

/** A case of the frame: its stratum, its salted commitment, and the commitment to who may not check it again. */
export const frameRow = z.tuple([count, hash, hash]);
export type FrameRow = z.infer<typeof frameRow>;

export const drawnRow = z.strictObject({
  case: hash,
  ticket: z.string().regex(/^\d{64}$/),
  excluded: z.array(hash),
  /** Opens the commitment to `excluded`, and nothing else. */
  salt,
  rechecker: hash.nullable(),
});

export const seed = z.union([
  z.strictObject({ kind: z.literal('beacon'), round: z.number().int().positive(), signature: z.string(), proof }),
  z.strictObject({
    kind: z.literal('dice'),
    rolls: z.string(),
    blind: z.string().regex(/^[0-9a-f]{64}$/),
    /** What each of the two typed, before either could see the other's. */
    entries: z.array(z.strictObject({ salt, proof })),
    proof,
  }),
]);

export const file = z.strictObject({
  plan,
  frame: z.array(frameRow),
  seed: seed.nullable(),
  drawn: z.array(drawnRow),
  asides: z.array(z.strictObject({ case: hash, member: hash, reason: z.enum(leavingReasons), proof })),
  results: z.array(z.strictObject({ case: hash, outcome: z.enum(outcomes), proof })),
  proof: z.strictObject({
    plan: proof,
    /** The tree head published right after the plan, and the proof that the newest one continues it. */
    planned: z.strictObject({ checkpoint: z.string(), path: z.array(hash), consistency: z.array(hash) }),
    checkpoint: z.string(),
    verifierKey: z.string(),
  }),
});
export type RecheckFile = z.infer<typeof file>;

/** What opens one case of the frame to the person it concerns. */
export const opening = z.strictObject({
  format: z.literal('mingjing-recheck-case/1'),
  plan: z.uuid(),
  content: z.strictObject({
    clue: z.uuid(),
    version: z.number().int().positive(),
    /** The ledger's commitment to this version of the clue. */
    commitment: hash,
    unit: z.uuid().nullable(),
    risk: z.enum(risks),
  }),
  salt,
});
export type Opening = z.infer<typeof opening>;
