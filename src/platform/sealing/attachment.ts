import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Attachments sent with one sealed text. */
export const MOST_FILES = 10;

/** What a sealed text says of an attachment that was sealed beside it (`files.ts`). Whoever wrote it may say anything. */
export const sealedFile = z.object({
  /** SHA-256 of the sealed file. */
  hash,
  /** As its sender called it: to be shown, never to be used as a path or believed. */
  name: z.string().max(255),
  /** Bytes before sealing. */
  size: z.number().int().nonnegative(),
  /** Opens the sealed file. */
  secret: z.string().max(100),
  /** SHA-256 of the file itself, so that whoever kept it can show that it is the one; older texts do not say. */
  content: hash.optional(),
});
export type SealedFileNote = z.infer<typeof sealedFile>;

/** A finished upload that a text speaks of. */
export const sentFile = z.object({ upload: z.string().max(64), hash });
export const sentFiles = z.array(sentFile).max(MOST_FILES).default([]);
