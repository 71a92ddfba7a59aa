import { z } from 'zod';
import { contents, facts, moments, rules } from '../leniency/rules.ts';

const codes = <T extends Record<string, unknown>>(of: T) => z.enum(Object.keys(of) as [keyof T & string]);

/** Places and times of the moments that are in the ledger. */
export const timeline = z.partialRecord(codes(moments), z.object({ seq: z.number().int(), at: z.string() }));

const clue = z.object({ record: z.uuid(), serialNo: z.string(), receivedOn: z.iso.date(), state: z.string() });

const decision = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  state: z.string(),
  finding: codes(facts),
  decidedOn: z.iso.date(),
});
export type DecisionLine = z.infer<typeof decision>;

/** What the desk decides on: the line of time of one report with each clue on the officer, and what was decided before. */
export const ground = z.object({
  alone: timeline,
  clues: z.array(clue.extend({ timeline })),
  decisions: z.array(decision),
});
export type Ground = z.infer<typeof ground>;

/** What a decision rests on. */
export const decisionFacts = z.object({
  report: z.uuid(),
  reportNumber: z.string(),
  clue: z.string().nullable(),
  rule: codes(rules),
  content: codes(contents),
  /** What follows from the places; a person decided, perhaps otherwise. */
  fact: codes(facts),
  finding: codes(facts),
  line: codes(moments).nullable(),
  timeline,
  /** Whether there is a proof file yet: once another person approved. */
  proved: z.boolean(),
});
export type DecisionFacts = z.infer<typeof decisionFacts>;

export const ownDecisions = z.object({
  decisions: z.array(
    decision.extend({
      reportNumber: z.string(),
      measure: z.string(),
      reasons: z.string(),
      decidedBy: z.string(),
      approvedBy: z.string().nullable(),
    }),
  ),
});
export type OwnDecision = z.infer<typeof ownDecisions>['decisions'][number];
