import { z } from 'zod';

/** Files that come in pieces: the name of each upload, where a piece belongs, and how far it came. */
export const begunUploads = z.object({ uploads: z.array(z.string()) });
export const uploadName = z.object({ upload: z.string().max(64) });
export const uploadPlace = z.object({ at: z.coerce.number().int().nonnegative() });
export const uploadState = z.object({ received: z.number().int() });
