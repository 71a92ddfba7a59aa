import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A life meeting, and how many of its points stand where. */
export const lifeMeeting = z.object({
  record: z.uuid(),
  kind: z.string(),
  title: z.string(),
  unitName: z.string(),
  heldOn: day,
  points: z.number().int(),
  /** Points that nobody claimed yet. */
  unclaimed: z.number().int(),
  verified: z.number().int(),
});
export type LifeMeeting = z.infer<typeof lifeMeeting>;
export const lifeMeetings = z.object({ meetings: z.array(lifeMeeting), more: z.boolean() });
export const pageQuery = z.object({
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const point = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  text: z.string(),
  ownerName: z.string().nullable(),
  dueOn: day.nullable(),
  overdue: z.boolean(),
  state: z.string(),
});
export type Point = z.infer<typeof point>;
export const board = lifeMeeting.extend({ board: z.array(point) });
export type Board = z.infer<typeof board>;
