import { faulty, type Parsed, parsed } from './fault.ts';

export interface CreditCode {
  readonly code: string;
  /** The registering department, the first character: 9 for the market regulator. */
  readonly department: string;
  /** The kind of body within that department. */
  readonly kind: string;
  readonly region: string;
  /** The organisation code, nine characters, GB 11714. */
  readonly organisation: string;
  /**
   * Whether the organisation code's own check character holds. A finding, not a fault: the code as a whole is identified by its
   * own check, and refusing a registered body over the inner one would lose it from a screening.
   */
  readonly organisationSound: boolean;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Value of each ASCII character in the alphabet of GB 32100, -1 where it has none (I O S V Z, lower case, signs). */
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** 3^i mod 31 */
const WEIGHTS = Uint8Array.of(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28);
const ORGANISATION_WEIGHTS = Uint8Array.of(3, 7, 9, 10, 5, 8, 4, 2);

/**
 * A unified social credit code, GB 32100-2015: 1 department, 1 kind, 6 region, 9 organisation code, 1 check.
 * Takes normalised upper-case text; runs once per imported row.
 */
export function parseCreditCode(text: string): Parsed<CreditCode> {
  if (text.length !== 18) return faulty('LENGTH', { expected: 18, got: text.length });
  let sum = 0;
  for (let i = 0; i < 18; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    // The region, characters 3 to 8, is digits only.
    if (value < 0 || (i >= 2 && i < 8 && value > 9))
      return faulty('CHARACTER', { position: i + 1, character: text[i]! });
    if (i < 17) sum += value * WEIGHTS[i]!;
  }
  const expected = ALPHABET[(31 - (sum % 31)) % 31]!;
  if (text[17] !== expected) return faulty('CHECK', { expected, got: text[17]! });
  const organisation = text.slice(8, 17);
  return parsed({
    code: text,
    department: text[0]!,
    kind: text[1]!,
    region: text.slice(2, 8),
    organisation,
    organisationSound: organisationCheck(organisation) === organisation[8],
  });
}

/** An organisation code, GB 11714-1997: eight digits or capitals and a check character. */
export function parseOrganisationCode(text: string): Parsed<string> {
  if (text.length !== 9) return faulty('LENGTH', { expected: 9, got: text.length });
  const wrong = text.search(/[^0-9A-Z]/);
  if (wrong >= 0) return faulty('CHARACTER', { position: wrong + 1, character: text[wrong]! });
  const expected = organisationCheck(text);
  return text[8] === expected ? parsed(text) : faulty('CHECK', { expected, got: text[8]! });
}

/** The check character of the first 17 characters, for generators of test and demo data. */
export function creditCodeCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += VALUES[first17.charCodeAt(i)]! * WEIGHTS[i]!;
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** The check character of the first eight characters of an organisation code; letters count A = 10 to Z = 35. */
export function organisationCheck(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const code = first8.charCodeAt(i);
    sum += (code <= 57 ? code - 48 : code - 55) * ORGANISATION_WEIGHTS[i]!;
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
