/** Rolls of a fair die that give at least 128 bits: 50 × log2(6) = 129.2. */
export const FEWEST_ROLLS = 50;
export const MOST_ROLLS = 120;

/** Bits of chance in so many rolls. */
export const bitsOf = (rolls: number): number => rolls * Math.log2(6);

/** The rolls as typed, without spaces and line breaks; null for anything but so many digits from 1 to 6. */
export function readRolls(typed: string, rolls: number): string | null {
  const digits = typed.replace(/\s+/g, '');
  return digits.length === rolls && /^[1-6]*$/.test(digits) ? digits : null;
}
