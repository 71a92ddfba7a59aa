import { sha256 } from '@noble/hashes/sha2.js';
import { base64, hex } from '@scure/base';
import { Decrypter, Encrypter } from 'age-encryption';

/**
 * Texts sealed to the keys of a desk (decision 0008): age version 1 (age-encryption.org/v1) with X25519 recipients. The same in
 * the browser and on the server; the server seals nothing that people write and can open nothing.
 */

/** Why something could not be opened. The pages word it. */
export type SealReason =
  /** It was sealed to another key, or the passphrase is wrong. */
  | 'other-key'
  /** It is no sealed text, or was altered or cut off. */
  | 'altered'
  /** It is whole, but was sealed for another place: somebody copied it there. */
  | 'misplaced';

export class SealError extends Error {
  readonly reason: SealReason;

  constructor(reason: SealReason, options?: ErrorOptions) {
    super(`the seal does not open: ${reason}`, options);
    this.name = 'SealError';
    this.reason = reason;
  }
}

/** Bytes of a text before it is sealed: it is filled up to the next of these, so that its length tells little. */
export const SIZE_CLASSES = [1_024, 4_096, 16_384, 65_536, 262_144] as const;

/** What a sealed text says of itself; `belongs` ties it to the one record it was written for. */
interface Inside {
  readonly v: 1;
  readonly belongs: string;
  readonly content: unknown;
}

/**
 * Seals content to one or more public keys; any one of their secrets opens it.
 * @param content what JSON can hold
 * @param belongs the record it is written for: opened for another, it is refused as copied
 * @returns base64 of the age file
 * @throws RangeError when there is no key, or more content than the largest size class
 */
export async function seal(content: unknown, belongs: string, to: readonly string[]): Promise<string> {
  if (to.length === 0) throw new RangeError('There is no key to seal to');
  const inside: Inside = { v: 1, belongs, content };
  const encrypter = new Encrypter();
  for (const key of to) encrypter.addRecipient(key);
  return base64.encode(await encrypter.encrypt(padded(new TextEncoder().encode(JSON.stringify(inside)))));
}

/** Filled up with spaces, which JSON takes after a value: no length has to be kept. */
function padded(bytes: Uint8Array): Uint8Array {
  const size = SIZE_CLASSES.find((one) => one >= bytes.length);
  if (!size) throw new RangeError(`A sealed text holds at most ${SIZE_CLASSES.at(-1)} bytes`);
  const whole = new Uint8Array(size).fill(0x20);
  whole.set(bytes);
  return whole;
}

/**
 * Opens a sealed text. What comes out was written by a stranger: check its shape before using it.
 * @param secrets any of them may fit
 * @throws SealError
 */
export async function unseal(envelope: string, belongs: string, secrets: readonly string[]): Promise<unknown> {
  const opened = insideOf(await decrypt(bytesOf(envelope), secrets));
  if (opened.belongs !== belongs) throw new SealError('misplaced');
  return opened.content;
}

function insideOf(bytes: Uint8Array): Inside {
  try {
    const inside = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Inside;
    if (inside.v === 1 && typeof inside.belongs === 'string') return inside;
  } catch (error) {
    throw new SealError('altered', { cause: error });
  }
  throw new SealError('altered');
}

async function decrypt(bytes: Uint8Array, secrets: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const secret of secrets) decrypter.addIdentity(secret);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    throw sealError(error);
  }
}

/** The library tells its failures apart by their messages only. */
export const sealError = (error: unknown): SealError =>
  new SealError(/no identity matched/.test(String(error)) ? 'other-key' : 'altered', { cause: error });

function bytesOf(envelope: string): Uint8Array {
  try {
    return base64.decode(envelope);
  } catch (error) {
    throw new SealError('altered', { cause: error });
  }
}

/** What an age file starts with. */
const MAGIC = 'age-encryption.org/v1\n';
/** The header's room: a stanza takes some 100 bytes a key. */
const HEADER = 4_096;

/** Whether text can be a sealed text of ours, judged from outside: an age file, not larger than the largest class makes it. */
export function looksSealed(envelope: string): boolean {
  if (envelope.length > Math.ceil(((SIZE_CLASSES.at(-1)! + HEADER) * 4) / 3)) return false;
  try {
    const bytes = base64.decode(envelope);
    return bytes.length > SIZE_CLASSES[0] && new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) === MAGIC;
  } catch {
    return false;
  }
}

/** SHA-256 of a sealed text's bytes, in hex: the name under which the ledger's records know it. */
export const hashOf = (envelope: string): string => hex.encode(sha256(bytesOf(envelope)));
