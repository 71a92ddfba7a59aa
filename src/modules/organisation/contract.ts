import { z } from 'zod';
import { isPublicKey } from '../../platform/sealing/keys.ts';

export const newDeskKey = z.object({
  publicKey: z.string().refine(isPublicKey),
  /** Which desk or person keeps its secret, as reporters read it. */
  holder: z.string().trim().min(2).max(60),
});
export const endedDeskKey = z.object({ version: z.number().int(), reason: z.string().trim().min(2).max(500) });

const deskKey = z.object({
  record: z.uuid(),
  version: z.number().int(),
  fingerprint: z.string(),
  publicKey: z.string(),
  holder: z.string(),
  validFrom: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  endReason: z.string().nullable(),
});
export type DeskKey = z.infer<typeof deskKey>;
export const deskKeyList = z.object({ keys: z.array(deskKey) });
export const writtenDeskKey = z.object({ record: z.uuid(), version: z.number().int() });
