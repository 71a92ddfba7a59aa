import { z } from 'zod';
import { day } from '../../platform/register/contract.ts';
import { FEWEST_ROLLS, MOST_ROLLS } from './bundle/dice.ts';
import {
  asideReasons,
  FEWEST_DAYS,
  MOST_DAYS,
  outcomes,
  plan,
  populations,
  risks,
  sizing,
  stratifications,
} from './bundle/format.ts';
import { CHECK_DAYS } from './limits.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const moment = z.iso.datetime({ offset: true });

/** What a plan is made of. The seed's source is named with the hour at which it comes out. */
export const newPlan = z.object({
  title: z.string().trim().min(4).max(100),
  population: z.enum(populations),
  asOf: day,
  stratifiedBy: z.enum(stratifications),
  sizing,
  /** Officers who may check again. */
  pool: z.array(z.uuid()).min(1).max(500),
  /** Working days that a re-checker has for a case. */
  limit: z.number().int().min(FEWEST_DAYS).max(MOST_DAYS).default(CHECK_DAYS),
  seed: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('beacon'), at: moment }),
    z.object({
      kind: z.literal('dice'),
      at: moment,
      place: z.string().trim().min(2).max(100),
      rolls: z.number().int().min(FEWEST_ROLLS).max(MOST_ROLLS),
    }),
  ]),
  /** Why a second plan is made for the same population and quarter; published with it. */
  reason: z.string().trim().min(10).max(500).nullable().default(null),
});
export type NewPlan = z.infer<typeof newPlan>;

const group = z.object({ unit: words.nullable(), risk: z.enum(risks).nullable(), count: z.number(), size: z.number() });

/** Somebody of the pool who could do nothing about a case drawn: without an account in office, or with one that may not check cases. */
const unready = z.object({
  officer: z.uuid(),
  name: z.string(),
  unit: z.string().nullable(),
  account: z.boolean(),
});
export const unreadyPool = z.object({ officers: z.array(unready) });
export type Unready = z.infer<typeof unready>;

/** What a plan would draw, before it is committed. */
export const planPreview = z.object({
  count: z.number(),
  size: z.number(),
  groups: z.array(group),
  /** Cases for which nobody of the pool would be free. */
  uncovered: z.number(),
  unready: z.array(unready),
  totals: plan.shape.totals,
  /** The plan it would replace, which needs a reason. */
  replaces: z.object({ id: z.uuid(), number: z.number() }).nullable(),
});
export type PlanPreview = z.infer<typeof planPreview>;

export const openedPlan = z.object({ id: z.uuid() });

/** COMMITTED: the seed is not out yet. DUE: it is, and not drawn. DRAWN: results are coming in. DONE: all are there. */
export const planStates = ['COMMITTED', 'DUE', 'DRAWN', 'DONE'] as const;

const interval = z.object({ rate: z.number(), low: z.number(), high: z.number() }).nullable();
const tally = z.object({
  drawn: z.number(),
  done: z.number(),
  upheld: z.number(),
  changed: z.number(),
  error: interval,
  weighted: z.boolean(),
});

export const planLine = z.object({
  id: z.uuid(),
  number: z.number(),
  title: z.string(),
  population: z.enum(populations),
  period: z.string(),
  asOf: z.string(),
  state: z.enum(planStates),
  committedAt: z.string(),
  seedKind: z.enum(['beacon', 'dice']),
  seedAt: z.string(),
  cases: z.number(),
  size: z.number(),
  done: z.number(),
  /** Cases whose re-checker let the limit pass. */
  late: z.number(),
  /** Number of the plan that stands for this one. */
  replacedBy: z.number().nullable(),
});
export const planList = z.object({ plans: z.array(planLine) });
export type PlanList = z.infer<typeof planList>;

export const planView = planLine.extend({
  plan,
  groups: z.array(group),
  seed: z
    .union([
      z.object({ kind: z.literal('beacon'), round: z.number(), signature: z.string() }),
      z.object({ kind: z.literal('dice'), rolls: z.string(), blind: z.string() }),
    ])
    .nullable(),
  drawnAt: z.string().nullable(),
  /** Whether the server asks a relay of the beacon by itself. */
  relay: z.boolean(),
  /** Cases that wait for their re-checker: all, and those whose limit ends soon. */
  waiting: z.object({ open: z.number(), soon: z.number() }),
  /** How many have typed the dice so far, and whether the two agree; what they typed is shown to nobody. */
  dice: z.object({ typists: z.number(), agree: z.boolean() }),
  results: tally.extend({ byUnit: z.array(tally.extend({ unit: words.nullable() })) }),
  /** The tree head signed first after the plan; null while there is none. */
  planned: z.object({ size: z.number(), root: z.string() }).nullable(),
});
export type PlanView = z.infer<typeof planView>;

/** A case that was drawn, for those who may see which clue it is. */
export const drawnCase = z.object({
  plan: z.uuid(),
  planNumber: z.number(),
  number: z.number(),
  name: z.string(),
  clue: z.uuid(),
  serialNo: z.string(),
  unit: z.string().nullable(),
  risk: z.enum(risks),
  rechecker: z
    .object({
      officer: z.uuid(),
      name: z.string(),
      unit: z.string().nullable(),
      /** False where the officer has no account in office that may check cases. */
      ready: z.boolean(),
    })
    .nullable(),
  /** The re-checker's limit; null once there is a result, and where the plan has none. */
  limit: z.object({ lastDay: z.string(), colour: z.enum(['GREEN', 'YELLOW', 'RED']), late: z.boolean() }).nullable(),
  excluded: z.number(),
  outcome: z.enum(outcomes).nullable(),
  /** Whether the one who asks is its re-checker. */
  own: z.boolean(),
});
export type DrawnCase = z.infer<typeof drawnCase>;
export const drawnCases = z.object({ cases: z.array(drawnCase) });

/** What is needed to check a case again, shown to its re-checker alone. */
export const takenCase = z.object({
  clue: z.uuid(),
  serialNo: z.string(),
  source: words,
  receivedOn: z.string(),
  summary: z.string(),
  conclusion: words.nullable(),
});
export type TakenCase = z.infer<typeof takenCase>;

export const beaconSeed = z.object({
  round: z.number().int().positive(),
  signature: z.string().regex(/^[0-9a-f]{96}$/),
});
export const diceSeed = z.object({ rolls: z.string().max(1_000) });

export const result = z
  .object({
    outcome: z.enum(outcomes),
    difference: z.string().trim().max(2_000).nullable().default(null),
    cause: z.string().trim().max(2_000).nullable().default(null),
  })
  .refine(({ outcome, difference }) => outcome !== 'CHANGED' || (difference ?? '').length >= 4, {
    path: ['difference'],
  });
export const aside = z.object({ reason: z.enum(asideReasons) });

export const auditFindings = ['hidden', 'added', 'altered', 'excluded', 'root', 'plan'] as const;
/** What the audit found: each case named by its number, to those who may know. */
export const auditReport = z.object({
  cases: z.number(),
  holds: z.boolean(),
  findings: z.array(z.object({ kind: z.enum(auditFindings), what: z.string() })),
});
export type AuditReport = z.infer<typeof auditReport>;
