import { z } from 'zod';

export const clarificationsAsked = z.object({
  /** Day and record of the last one of the page before. */
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success)
    .optional(),
});

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
