/**
 * Text as it is compared and stored: Unicode NFKC (full-width letters and digits become half-width), every kind of space one
 * space, none at the ends, no zero-width characters, which copying from chat and web pages leaves behind.
 */
export const normalise = (text: string): string =>
  text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();

/** An identifier as it is compared: normalised, no space at all, capitals. */
export const normaliseIdentifier = (text: string): string => normalise(text).replaceAll(' ', '').toUpperCase();
