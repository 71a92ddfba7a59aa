import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { SealError } from './envelope.ts';

/** A desk's keys. The secret never leaves the desk; the public key is what others seal to. */
export interface KeyPair {
  /** `AGE-SECRET-KEY-1…` */
  readonly secret: string;
  /** `age1…` */
  readonly publicKey: string;
}

export const pairOf = async (secret: string): Promise<KeyPair> => ({
  secret,
  publicKey: await identityToRecipient(secret),
});

export const newKeyPair = async (): Promise<KeyPair> => pairOf(await generateX25519Identity());

/** Whether text is an X25519 public key of age, its checksum included (BIP 173). */
export function isPublicKey(text: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Short name of a public key, to be read out and compared on paper: 80 bits of its SHA-256 in groups of four. */
export const fingerprintOf = (publicKey: string): string =>
  hex.encode(sha256(new TextEncoder().encode(publicKey)).subarray(0, 10)).replace(/(.{4})(?=.)/g, '$1 ');

/**
 * The file in which a desk keeps its secret: a passphrase-protected identity file of age, so that `age -d -i FILE` opens with it too.
 * @param passphrase should be generated or long: whoever holds the file can try passphrases
 * @param work what one try costs, as the base-2 logarithm of scrypt's N: 18 takes 256 MiB and some seconds
 */
export async function lockKeyFile({ secret, publicKey }: KeyPair, passphrase: string, work = 18): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return armor.encode(await encrypter.encrypt(`# public key: ${publicKey}\n${secret}\n`));
}

/**
 * Opens a key file, or takes a secret as it stands.
 * @param passphrase unused where the file is not protected
 * @throws SealError `other-key` for a wrong passphrase, `altered` for what is no key file
 */
export async function unlockKeyFile(file: string, passphrase: string): Promise<KeyPair> {
  const text = file.includes('BEGIN AGE ENCRYPTED FILE') ? await unlocked(file, passphrase) : file;
  const secret = text.split(/\r?\n/).find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  if (!secret) throw new SealError('altered');
  return pairOf(secret.trim()).catch((error: unknown) => {
    throw new SealError('altered', { cause: error });
  });
}

async function unlocked(file: string, passphrase: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = armor.decode(file.trim());
  } catch (error) {
    throw new SealError('altered', { cause: error });
  }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(bytes, 'text').catch((error: unknown) => {
    throw new SealError('other-key', { cause: error });
  });
}
