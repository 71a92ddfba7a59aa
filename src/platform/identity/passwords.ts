import { type Argon2Parameters, argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2 as never);

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** @returns the hash in the PHC string format, with its salt and cost */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive('argon2id', { message: normal(password), nonce: salt, tagLength: 32, ...COST });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${b64(salt)}$${b64(tag)}`;
}

/** A hash that no password has: compared with where there is no account, so that the answer takes as long as with one. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${b64(Buffer.alloc(16))}$${b64(Buffer.alloc(32))}`;

/** @param hash undefined where there is no such account or it has no password: false after the same work */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash ?? NOBODY);
  if (!parts) throw new Error('a stored password hash is not in its format');
  const [, memory, passes, parallelism, salt, stored] = parts;
  const expected = Buffer.from(stored!, 'base64');
  const tag = await derive('argon2id', {
    message: normal(password),
    nonce: Buffer.from(salt!, 'base64'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return timingSafeEqual(tag, expected) && hash !== undefined;
}

/** One password however a keyboard composes it (NIST SP 800-63B, 3.1.1.2). */
const normal = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));

/** Signs that are not mistaken for one another when read from paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Random signs in groups of four, hyphens between: `groups` × 4 × 4.95 bits. */
export const readable = (groups: number): string =>
  Array.from({ length: groups }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join(
    '-',
  );

/** A password to be handed over once: 24 signs, 118 bits. */
export const generatePassword = (): string => readable(6);
