import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import type { ReportText } from '../contract/self-reports.ts';

/** Bytes of a salt: 256 bits, so that a short text cannot be found by trying texts against its commitment. */
const SALT = 32;

/** A fresh salt, hex. It stands in the sealed text and in the officer's own file, and nowhere else. */
export const newReportSalt = (): string => bytesToHex(randomBytes(SALT));

/**
 * SHA-256(0x00 || salt || canonical JSON of number and text), hex: the leaf hash of RFC 6962, as all commitments of the house are.
 * The number inside keeps a copied commitment from being opened for another report.
 * @throws RangeError for a salt of another size
 */
export function commitmentTo(number: string, report: ReportText, salt: string): string {
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new RangeError(`A salt has ${SALT} bytes`);
  const content = canonical({ number, report } as unknown as Json);
  return bytesToHex(sha256(concatBytes(Uint8Array.of(0), hexToBytes(salt), utf8ToBytes(content))));
}
