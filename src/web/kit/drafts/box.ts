import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { managedNonce } from '@noble/ciphers/utils.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64, hex } from '@scure/base';
import { z } from 'zod';

const sealed = managedNonce(xchacha20poly1305);

/** What a browser keeps a text in: `localStorage`, or a map of the tests. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A draft as it was kept. */
export interface Kept<T> {
  readonly value: T;
  /** A moment in ISO 8601. */
  readonly at: string;
}

/**
 * Drafts of one account in this browser. They go to no server, and lie here encrypted (XChaCha20-Poly1305) under a key that the
 * server gives to the sessions of the account alone. So the server never has the text, the device never keeps the key, and whoever
 * sits down next at a shared computer reads nothing, not even which forms were begun: their names are keyed hashes.
 */
export class DraftBox {
  readonly #key: Uint8Array;
  readonly #shelf: Shelf | null;

  /**
   * @param key 32 bytes in hex, of the account
   * @param shelf null where the browser keeps nothing
   */
  constructor(key: string, shelf: Shelf | null = shelfHere()) {
    this.#key = hexToBytes(key);
    this.#shelf = shelf;
  }

  /**
   * @param name the form's, and the record's where there may be one draft for each
   * @returns null for no draft, another account's, or one that no longer fits the form
   */
  load<T>(name: string, shape: z.ZodType<T>): Kept<T> | null {
    try {
      const bytes = base64.decode(this.#shelf?.getItem(this.#placeOf(name)) ?? '');
      const text = new TextDecoder().decode(sealed(this.#key, utf8ToBytes(name)).decrypt(bytes));
      return z.object({ value: shape, at: z.string() }).parse(JSON.parse(text)) as Kept<T>;
    } catch {
      return null;
    }
  }

  /** @returns when it was kept; null where the browser keeps nothing, or is full */
  save(name: string, value: unknown): string | null {
    try {
      const at = new Date().toISOString();
      const bytes = sealed(this.#key, utf8ToBytes(name)).encrypt(utf8ToBytes(JSON.stringify({ value, at })));
      this.#shelf?.setItem(this.#placeOf(name), base64.encode(bytes));
      return this.#shelf && at;
    } catch {
      return null;
    }
  }

  forget(name: string): void {
    try {
      this.#shelf?.removeItem(this.#placeOf(name));
    } catch {
      // Where nothing can be kept, nothing is.
    }
  }

  #placeOf(name: string): string {
    return `mingjing.draft.${hex.encode(hmac(sha256, this.#key, utf8ToBytes(name)).subarray(0, 16))}`;
  }
}

/** Closed in some private windows: even the question is an error there. */
function shelfHere(): Shelf | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
