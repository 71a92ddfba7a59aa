import { z } from 'zod';

export const clarificationsAsked = z.object({ cursor: z.string().max(200).optional() });

/** Names that were cleared in public (澄清正名), the latest first. */
export const publicClarifications = z.object({
  clarifications: z.array(
    z.object({
      number: z.string(),
      unit: z.string(),
      finding: z.string(),
      clarifiedOn: z.iso.date(),
    }),
  ),
  next: z.string().nullable(),
});
