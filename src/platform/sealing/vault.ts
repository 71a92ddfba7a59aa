import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import { randomSource } from '../random.ts';
import { hmac } from './hmac.ts';

/** Encrypts personal numbers and gives each a keyed hash, so that equal numbers match without being readable (reference 2.4). */
export interface Vault {
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the ciphertext. */
  encrypt(text: string): Buffer;
  /** @throws when the bytes were not made by this key, or were altered. */
  decrypt(bytes: Uint8Array): string;
  /** First 16 bytes of HMAC-SHA-256; equal for equal texts, useless without the key. */
  hash(text: string): Buffer;
  /** 32 bytes for this purpose alone: a key to hand out, from which nothing follows about any other. */
  keyFor(purpose: string): Buffer;
}

/** @param master at least 24 secret bytes; the working keys are derived from them (RFC 5869). */
export function vault(master: Uint8Array): Vault {
  if (master.length < 24) throw new RangeError('the vault key must have at least 24 bytes');
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', purpose, 32));
  // A key object is made once: handing over bytes makes a new one for every value.
  const sealKey = createSecretKey(derive('mingjing vault encryption'));
  const hash = hmac(derive('mingjing vault matching'));
  const nonce = randomSource(12);
  return {
    encrypt(text) {
      const iv = nonce();
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      const body = cipher.update(text, 'utf8');
      const rest = cipher.final();
      return Buffer.concat([iv, cipher.getAuthTag(), body, rest]);
    },
    decrypt(bytes) {
      const all = Buffer.from(bytes);
      const decipher = createDecipheriv('aes-256-gcm', sealKey, all.subarray(0, 12));
      decipher.setAuthTag(all.subarray(12, 28));
      return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]).toString('utf8');
    },
    hash: (text) => hash(text).subarray(0, 16),
    keyFor: (purpose) => derive(`mingjing key for ${purpose}`),
  };
}
