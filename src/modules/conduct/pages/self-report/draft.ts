import { z } from 'zod';
import { sealedFile } from '../../../../platform/sealing/attachment.ts';
import { newNumber } from '../../numbers.ts';

/** Fields of one matter while it is being written; nothing has to be there yet. */
const item = z.object({
  problemKind: z.string().optional(),
  happened: z.string().optional(),
  occurredFrom: z.string().optional(),
  occurredTo: z.string().optional(),
  place: z.string().optional(),
  persons: z.string().optional(),
  amount: z.string().optional(),
  evidence: z.string().optional(),
  disclosedTo: z.string().optional(),
});
export type DraftItem = z.infer<typeof item>;

/** An attachment that was sealed when it was chosen. */
const draftFile = z.object({
  /** Where its sealed bytes are kept in this browser. */
  id: z.string(),
  note: sealedFile,
  /** The server's name for its upload, once it was begun. */
  upload: z.string().optional(),
});
export type DraftFile = z.infer<typeof draftFile>;

export const draftShape = z.object({
  number: z.string(),
  nothingToReport: z.boolean(),
  items: z.array(item),
  amends: z.object({ record: z.string(), number: z.string() }).nullable(),
  /** The talk from which the officer came to write, and whether the report is to name it. Drafts of older pages have none. */
  talk: z
    .object({ record: z.string(), heldOn: z.string(), talker: z.string(), linked: z.boolean() })
    .nullable()
    .default(null),
  /** Drafts of older pages have none. */
  files: z.array(draftFile).readonly().default([]),
});
export type Draft = z.infer<typeof draftShape>;

export const newDraft = (): Draft => ({
  number: newNumber('ZC', String(new Date().getFullYear())),
  nothingToReport: false,
  items: [{}],
  amends: null,
  talk: null,
  files: [],
});

/** Where older pages kept the account's draft, and as plain text. */
const oldPlace = (account: string): string => `mingjing.self-report.${account}`;

/** The draft of an older page, or null. */
export function oldDraft(account: string): Draft | null {
  try {
    return draftShape.parse(JSON.parse(localStorage.getItem(oldPlace(account)) ?? ''));
  } catch {
    return null;
  }
}

/** Plain text is not left lying once its draft was kept anew, or forgotten. */
export function dropOldDraft(account: string): void {
  try {
    localStorage.removeItem(oldPlace(account));
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
