import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';

/**
 * A number that says nothing of how many there are, nor in which order they came. The same in browsers and on the server.
 * @param year four digits
 */
export const newNumber = (prefix: 'ZC' | 'CK', year: string): string =>
  `${prefix}-${year}-${bytesToHex(randomBytes(5)).toUpperCase()}`;
