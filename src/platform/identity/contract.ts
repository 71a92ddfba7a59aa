import { z } from 'zod';
import { type Role, roles } from '../access/roles.ts';

const role = z.enum(Object.keys(roles) as [Role, ...Role[]]);

/** Letters, digits and `.-_`: a name that can be dictated over the telephone. */
const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,59}$/);

/** NIST SP 800-63B, 3.1.1: length counts, not a mixture of signs; every sign is allowed. */
const newPassword = z.string().min(12).max(256);

export const signIn = z.object({ username: z.string().min(1).max(100), password: z.string().min(1).max(256) });
/** True: the code of the second factor is still due. */
export const signedIn = z.object({ secondFactor: z.boolean() });
/** Six digits of the second factor, or a recovery code. */
export const code = z.object({ code: z.string().min(6).max(40) });
export const passwordChange = z.object({ current: z.string().min(1).max(256), next: newPassword });

export const me = z.object({
  account: z.object({
    id: z.uuid(),
    username: z.string(),
    name: z.string(),
    mustChangePassword: z.boolean(),
    secondFactor: z.boolean(),
  }),
  roles: z.array(role),
  unit: z.object({ record: z.uuid(), name: z.string() }).nullable(),
  officer: z.uuid().nullable(),
  /** 32 bytes in hex: encrypts what the account's browsers keep of unsent forms. */
  draftKey: z.string().length(64),
  demo: z.boolean(),
});

/** What somebody enters into an authenticator: the address as a QR code, or the secret by hand. */
export const enrolment = z.object({ secret: z.string(), address: z.string() });
/** Shown once. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) });

const account = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  roles: z.array(role),
  unit: z.uuid().nullable(),
  officer: z.uuid().nullable(),
  language: z.enum(['zh', 'en']),
  active: z.boolean(),
  version: z.number().int(),
  secondFactor: z.boolean(),
  /** Last sign-in, ISO 8601. */
  signedInAt: z.string().nullable(),
});
export type Account = z.infer<typeof account>;

const details = z.object({
  name: z.string().trim().min(1).max(100),
  roles: z
    .array(role)
    .max(22)
    .transform((list) => [...new Set(list)].sort()),
  unit: z.uuid().nullable().default(null),
  officer: z.uuid().nullable().default(null),
  language: z.enum(['zh', 'en']).default('zh'),
});
export const newAccount = details.extend({ username });
export type NewAccount = z.input<typeof newAccount>;
export const changedAccount = details.extend({ active: z.boolean(), version: z.number().int() });
export type ChangedAccount = z.input<typeof changedAccount>;

export const accountList = z.object({ accounts: z.array(account), next: z.string().nullable() });
export const accountQuery = z.object({
  /** Part of the username or the name. */
  q: z.string().max(100).optional(),
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/**
 * Whoever manages accounts reads no register (reference 2.5), yet says where an account belongs: units by name, an officer by
 * exact number only, so that the roster cannot be browsed.
 */
export const placeQuery = z.object({
  of: z.enum(['units', 'officers']),
  number: z.string().trim().max(40).default(''),
});
export const placeList = z.object({ places: z.array(z.object({ record: z.uuid(), title: z.string() })) });

/** A generated password: shown once, to be handed over by hand. */
export const handedOver = z.object({ account: z.uuid(), password: z.string() });
export const reset = z.object({
  /** Also takes away the second factor, for somebody who has lost it. */
  secondFactor: z.boolean().default(false),
});
export const roleList = z.object({
  roles: z.array(z.object({ name: role, words: z.object({ zh: z.string(), en: z.string() }) })),
});
/** Whether single sign-on is offered. */
export const ways = z.object({ singleSignOn: z.boolean() });
