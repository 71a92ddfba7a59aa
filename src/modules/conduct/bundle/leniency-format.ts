import { z } from 'zod';
import { contents, facts, moments, rules } from '../leniency/rules.ts';
import { provedEntry, underHead } from './entries.ts';

/** Name and version of the form; the file's name ends in `.mingjing-leniency.json`. */
export const LENIENCY_FORMAT = 'mingjing-leniency/1';

const codes = <T extends Record<string, unknown>>(of: T) => z.enum(Object.keys(of) as [keyof T & string]);

/** The one file of a decision that an officer keeps. It holds no name and no text of the report. */
export const leniencyProof = z.strictObject({
  format: z.literal(LENIENCY_FORMAT),
  decision: z.uuid(),
  report: z.uuid(),
  /** The clue whose acts draw the line; null where none is about the officer. */
  clue: z.uuid().nullable(),
  rule: codes(rules),
  content: codes(contents),
  /** What follows from places, rule and content. */
  fact: codes(facts),
  /** What the person decided. */
  finding: codes(facts),
  decided: provedEntry,
  approved: provedEntry,
  timeline: z.partialRecord(codes(moments), provedEntry),
  ...underHead,
});
export type LeniencyProof = z.infer<typeof leniencyProof>;
