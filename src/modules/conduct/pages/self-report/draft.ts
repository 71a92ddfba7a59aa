import { z } from 'zod';
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

const draft = z.object({
  number: z.string(),
  nothingToReport: z.boolean(),
  items: z.array(item),
  amends: z.object({ record: z.string(), number: z.string() }).nullable(),
  /** The talk from which the officer came to write, and whether the report is to name it. Drafts of older pages have none. */
  talk: z
    .object({ record: z.string(), heldOn: z.string(), talker: z.string(), linked: z.boolean() })
    .nullable()
    .default(null),
  savedAt: z.string().nullable(),
});
export type Draft = z.infer<typeof draft>;

export const newDraft = (): Draft => ({
  number: newNumber('ZC', String(new Date().getFullYear())),
  nothingToReport: false,
  items: [{}],
  amends: null,
  talk: null,
  savedAt: null,
});

/**
 * Drafts lie in this browser alone, one for each account, and go to no server. They are not encrypted there: a key would have to lie
 * beside them. So the page warns of shared devices and has a button that forgets.
 */
const place = (account: string): string => `mingjing.self-report.${account}`;

/** The account's draft on this device, or null. Storage may be closed (private windows), or hold what an older page wrote. */
export function loadDraft(account: string): Draft | null {
  try {
    return draft.parse(JSON.parse(localStorage.getItem(place(account)) ?? ''));
  } catch {
    return null;
  }
}

/** @returns whether it could be kept */
export function saveDraft(account: string, given: Draft): boolean {
  try {
    localStorage.setItem(place(account), JSON.stringify(given));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(account: string): void {
  try {
    localStorage.removeItem(place(account));
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
