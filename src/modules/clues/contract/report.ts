import { z } from 'zod';
import { MOST_FILES, sealedFile, sentFiles } from '../../../platform/sealing/attachment.ts';
import { looksSealed } from '../../../platform/sealing/envelope.ts';
import { isPublicKey } from '../../../platform/sealing/keys.ts';

/** What a sealed text of a report is tied to: a copy under another report is refused by whoever opens it. */
export const belongsTo = {
  text: (answerTo: string): string => `clues.report ${answerTo}`,
  contact: (answerTo: string): string => `clues.contact ${answerTo}`,
  answer: (answerTo: string): string => `clues.answer ${answerTo}`,
} as const;

/** Characters of a text. */
export const MOST_CHARACTERS = 20_000;

/** What a text of the conversation holds once it is opened. Strangers write it, so it is checked. */
export const textInside = z.object({
  text: z.string().max(MOST_CHARACTERS),
  /** In the first text only: whom or which unit it is about, as the reporter put it. */
  about: z.string().max(500).optional(),
  files: z.array(sealedFile).max(MOST_FILES).default([]),
});
export const contactInside = z.object({ name: z.string().max(100), contact: z.string().max(500) });
export type ContactInside = z.infer<typeof contactInside>;

const fingerprint = z.string().regex(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
const envelope = z.string().max(400_000).refine(looksSealed);
/** A text with the fingerprints of the keys it was sealed to. */
const sealedText = z.object({ envelope, sealedTo: z.array(fingerprint).min(1).max(16) });
const work = z.object({ challenge: z.string().max(200), nonce: z.number().int().nonnegative() });
/** What a receipt code gives besides the keys that stay with its holder. */
const token = z.string().regex(/^[\w-]{43}$/);

export const door = z.object({
  keys: z.array(z.object({ publicKey: z.string(), fingerprint: z.string(), holder: z.string() })),
  /** For deriving keys from a receipt code. */
  salt: z.string(),
  /** Bytes of a sealed file. */
  largestFile: z.number().int(),
});
export type Door = z.infer<typeof door>;
export const challenge = z.object({ challenge: z.string(), bits: z.number().int() });

export const newReport = z
  .object({
    mode: z.enum(['NAMED', 'ANONYMOUS']),
    text: sealedText,
    contact: envelope.nullable(),
    token,
    answerTo: z.string().refine(isPublicKey),
    work,
  })
  .refine(({ mode, contact }) => (mode === 'NAMED') === (contact !== null), { path: ['contact'] });
export const receivedReport = z.object({ number: z.string(), receivedOn: z.iso.date() });

export const asking = z.object({ token, work });
const states = z.enum(['RECEIVED', 'OPENED', 'HANDED_ON', 'NOT_TAKEN_ON', 'CLOSED']);
export type ReportState = z.infer<typeof states>;
export const conversation = z.object({
  number: z.string(),
  mode: z.enum(['NAMED', 'ANONYMOUS']),
  receivedOn: z.iso.date(),
  state: states,
  /** The clue it was handed on as is closed. */
  concluded: z.boolean(),
  /** In the order of writing. Of the reporter's own texts only that they came: with the code somebody else could read them. */
  texts: z.array(
    z.object({
      author: z.enum(['REPORTER', 'DESK']),
      sentOn: z.iso.date(),
      files: z.number().int(),
      envelope: z.string().nullable(),
    }),
  ),
});
export type Conversation = z.infer<typeof conversation>;

export const beginning = asking.extend({ count: z.number().int().min(1).max(MOST_FILES) });

export const addedText = z.object({
  token,
  work,
  text: sealedText,
  files: sentFiles,
});

const reportRow = z.object({
  record: z.uuid(),
  number: z.string(),
  mode: z.enum(['NAMED', 'ANONYMOUS']),
  receivedOn: z.iso.date(),
  state: states,
  /** The clue it was handed on as is closed: whoever reported is to be told. */
  concluded: z.boolean(),
  /** Texts of the reporter that the desk has not opened yet. */
  unread: z.number().int(),
  latestOn: z.iso.date(),
});
export type ReportRow = z.infer<typeof reportRow>;
export const reportList = z.object({ reports: z.array(reportRow), next: z.string().nullable() });
export const reportQuery = z.object({
  /** `waiting`: what is not done, and what holds something unread; `all`: the latest first, page by page. */
  which: z.enum(['waiting', 'all']).default('waiting'),
  cursor: z.string().max(60).optional(),
});
export const byRecord = z.object({ record: z.uuid() });
export const fileOfReport = z.object({ record: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export const openedReport = z.object({
  record: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  mode: z.enum(['NAMED', 'ANONYMOUS']),
  receivedOn: z.iso.date(),
  state: states,
  reason: z.string().nullable(),
  clue: z.uuid().nullable(),
  answerTo: z.string(),
  texts: z.array(
    z.object({
      hash: z.string(),
      author: z.enum(['REPORTER', 'DESK']),
      sentOn: z.iso.date(),
      sealedTo: z.array(z.string()),
      envelope: z.string(),
      /** The same text sealed to newer keys, where the desk did that. */
      resealed: z.array(z.object({ sealedTo: z.array(z.string()), envelope: z.string() })),
    }),
  ),
  files: z.array(z.object({ hash: z.string(), size: z.number().int() })),
  hasContact: z.boolean(),
});
export type OpenedReport = z.infer<typeof openedReport>;
export const openedContact = z.object({
  contacts: z.array(z.object({ hash: z.string(), sealedTo: z.array(z.string()), envelope: z.string() })),
});

export const answering = z.object({ text: sealedText });
export const resealing = z.object({ of: z.string().regex(/^[0-9a-f]{64}$/), contact: z.boolean(), text: sealedText });
export const deciding = z.object({
  version: z.number().int(),
  state: z.enum(['OPENED', 'NOT_TAKEN_ON', 'CLOSED']),
  reason: z.string().trim().min(2).max(2_000),
});
/** What the desk chooses to hand on, in its own words: the sealed text itself stays with the desk. */
export const handingOn = z.object({
  version: z.number().int(),
  summary: z.string().trim().min(5).max(20_000),
  unit: z.uuid().nullable(),
  problemKind: z.uuid().nullable(),
});
export type HandingOn = z.infer<typeof handingOn>;
export const handedOn = z.object({ clue: z.uuid() });
