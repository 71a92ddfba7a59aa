import { faulty, type Parsed, parsed } from './fault.ts';

/** 14 random digits, 46 bits: with the rate limit of the enquiry page, out of reach of guessing; short enough to read out. */
const SPACE = 10n ** 14n;
/** The largest multiple of SPACE in 64 bits: what lies above it is drawn again, so that every code is equally likely. */
const FAIR = 2n ** 64n - (2n ** 64n % SPACE);

/** A new receipt code from the system's cryptographic random source: 14 random digits and two check digits. */
export function newReceiptCode(): string {
  const draw = new BigUint64Array(1);
  do crypto.getRandomValues(draw);
  while (draw[0]! >= FAIR);
  const digits = String(draw[0]! % SPACE).padStart(14, '0');
  return digits + receiptCheck(digits);
}

/** The two check digits of ISO 7064 MOD 97-10: they catch every single error, every swap and nearly every double error. */
export const receiptCheck = (digits: string): string => String(98 - mod97(`${digits}00`)).padStart(2, '0');

/** A receipt code as a citizen types it: groups parted by spaces or hyphens are taken together. Returns the 16 digits. */
export function parseReceiptCode(text: string): Parsed<string> {
  const code = text.replace(/[\s-]/g, '');
  if (code.length !== 16) return faulty('LENGTH', { expected: 16, got: code.length });
  const wrong = code.search(/\D/);
  if (wrong >= 0) return faulty('CHARACTER', { position: wrong + 1, character: code[wrong]! });
  return mod97(code) === 1 ? parsed(code) : faulty('CHECK_DIGITS');
}

/** In groups of four, for reading out and printing: `1234 5678 9012 3456`. */
export const formatReceiptCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** Sixteen digits are more than a number holds exactly, so the remainder is taken in two halves. */
const mod97 = (digits: string): number =>
  ((Number(digits.slice(0, 8)) % 97) * 10 ** (digits.length - 8) + Number(digits.slice(8))) % 97;
