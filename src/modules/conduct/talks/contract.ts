import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const line = z.string().trim().max(200);
const long = z.string().trim().max(20_000);

/** A talk that must be held: by which rule, in which version, and until when. */
export const duty = z.object({
  officer: z.uuid(),
  officerNo: z.string(),
  name: z.string(),
  unit: z.uuid(),
  unitName: z.string(),
  /** The kind of talk; null where the organisation asks for it and says no more. */
  kind: z.uuid().nullable(),
  kindName: z.string().nullable(),
  /** The rule, as `code@version`. */
  rule: z.string().nullable(),
  trigger: z.uuid().nullable(),
  occurredOn: day,
  dueOn: day,
  overdue: z.boolean(),
});
export type Duty = z.infer<typeof duty>;
export const dueQuery = z.object({
  unit: z.uuid().optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const due = z.object({ duties: z.array(duty), more: z.boolean() });

export const unitTalks = z.object({
  unit: z.uuid(),
  name: z.string(),
  duties: z.number().int(),
  /** Held, and confirmed by both. */
  confirmed: z.number().int(),
  /** Held, but not confirmed by the officer. */
  held: z.number().int(),
  overdue: z.number().int(),
});
export type UnitTalks = z.infer<typeof unitTalks>;
export const coverage = z.object({ units: z.array(unitTalks) });

export const notes = z.object({
  notes: long.min(2),
  concerns: long.nullish(),
  issuesAdmitted: z.boolean().nullish(),
  followUp: long.nullish(),
});
export type Notes = z.infer<typeof notes>;

export const recording = z.object({
  officer: z.uuid(),
  talker: z.uuid(),
  layer: z.string().max(40).nullish(),
  kind: z.uuid().nullish(),
  trigger: z.uuid().nullish(),
  heldOn: day,
  place: line.nullish(),
  topics: long.nullish(),
  notes: notes.optional(),
});
export type Recording = z.infer<typeof recording>;
export const recorded = z.object({ record: z.uuid(), version: z.number().int(), state: z.string() });

/** A talk as those who take part and their unit see it; what was said is not part of it. */
export const talk = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  officer: z.uuid(),
  officerName: z.string(),
  talker: z.uuid(),
  talkerName: z.string(),
  kindName: z.string().nullable(),
  heldOn: day,
  place: z.string().nullable(),
  topics: z.string().nullable(),
  talkerConfirmedOn: day.nullable(),
  officerConfirmedOn: day.nullable(),
  state: z.string(),
  /** The notes, where the reader may open them. */
  notes: z.uuid().nullable(),
});
export type Talk = z.infer<typeof talk>;
/** A talk that is opened: besides, the self-reports of the officer that name it, for the officer and the discipline desk alone. */
export const openTalk = talk.extend({
  reports: z.array(
    z.object({ record: z.uuid(), number: z.string(), submittedAt: z.iso.datetime(), state: z.string() }),
  ),
});
export type OpenTalk = z.infer<typeof openTalk>;
export const talks = z.object({ talks: z.array(talk) });
export const unconfirmedQuery = z.object({
  /** Day and record of the last one of the page before. */
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success)
    .optional(),
});
export const unconfirmed = talks.extend({ next: z.string().nullable() });

export const asking = z.object({ officer: z.uuid(), kind: z.uuid().nullish(), occurredOn: day, dueOn: day });
export type Asking = z.infer<typeof asking>;
export const asked = z.object({ record: z.uuid() });
