import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  randomUUID,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { AppError } from '../errors.ts';

/** Signature type of Ed25519 (C2SP signed-note). */
const ED25519 = 0x01;
const PUBLIC_KEY_SIZE = 32;
const SIGNATURE_SIZE = 64;

/** Who may be believed: the key's name and its public half. */
export interface Verifier {
  readonly name: string;
  /** First four bytes of SHA-256(name || 0x0A || 0x01 || public key): tells keys apart, proves nothing. */
  readonly id: Buffer;
  readonly publicKey: KeyObject;
}

export interface Signer extends Verifier {
  readonly privateKey: KeyObject;
}

const rawKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');

function keyId(name: string, raw: Buffer): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([ED25519]), raw]), 'buffer').subarray(
    0,
    4,
  );
}

/** Key names carry no space and no plus: both separate parts of a note or of a verifier key. */
const validName = (name: string): boolean => /^[^\s+\p{Z}\p{Cc}]+$/u.test(name);

/** The signer for a private Ed25519 key under a name. */
export function signer(name: string, privateKey: KeyObject): Signer {
  if (!validName(name)) throw new RangeError('A key name has no spaces and no plus sign');
  const publicKey = createPublicKey(privateKey);
  return { name, id: keyId(name, rawKey(publicKey)), publicKey, privateKey };
}

/** The public key as one line to hand out: `<name>+<key id in hex>+<base64 of type and key>`. */
export function verifierKey({ name, id, publicKey }: Verifier): string {
  return `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.from([ED25519]), rawKey(publicKey)]).toString('base64')}`;
}

/** Reads a line of `verifierKey`. Throws `ledger.keyInvalid` if it is none, or if its id does not fit its key. */
export function parseVerifierKey(line: string): Verifier {
  const [name = '', id = '', ...rest] = line.trim().split('+');
  const encoded = rest.join('+');
  const typed = Buffer.from(encoded, 'base64');
  const raw = typed.subarray(1);
  const wellFormed =
    validName(name) &&
    typed.toString('base64') === encoded &&
    typed[0] === ED25519 &&
    raw.length === PUBLIC_KEY_SIZE &&
    keyId(name, raw).toString('hex') === id;
  if (!wellFormed) throw new AppError('ledger.keyInvalid');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  return { name, id: Buffer.from(id, 'hex'), publicKey: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** Signs a text (ending in a newline) as a note (C2SP signed-note). */
export function signNote(text: string, { name, id, privateKey }: Signer): string {
  if (!text.endsWith('\n')) throw new RangeError('The text of a note ends in a newline');
  const signature = Buffer.concat([id, signBytes(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}

/** The text of a note if this verifier signed it, otherwise null. Signatures of other keys are ignored, as the format asks. */
export function openNote(note: string, { name, id, publicKey }: Verifier): string | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  let valid = false;
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, signedBy, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    if (signedBy === undefined || encoded === undefined) return null;
    const bytes = Buffer.from(encoded, 'base64');
    if (signedBy !== name || !bytes.subarray(0, 4).equals(id)) continue;
    const signature = bytes.subarray(4);
    if (signature.length !== SIGNATURE_SIZE || !verifyBytes(null, Buffer.from(text), publicKey, signature)) return null;
    valid = true;
  }
  return valid ? text : null;
}

/**
 * The log's signing key, kept as PEM in a file only its owner may read, and made on first use. Refuses a key file others can
 * read (`ledger.keyExposed`): a key somebody copied lets them sign a second history.
 */
export async function openSigner(file: string, name: string): Promise<Signer> {
  if (!existsSync(file)) await createKey(file);
  const exposed = process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0;
  if (exposed) throw new AppError('ledger.keyExposed', { file });
  return signer(name, createPrivateKey(await readFile(file, 'utf8')));
}

/** Writes a new key beside its place and links it there: a crash leaves no half key, and of two processes at once one wins. */
async function createKey(file: string): Promise<void> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, pem, { mode: 0o600, flag: 'wx', flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
}
