/** What canonical JSON can hold. Dates and big integers are written as text by whoever owns them, so that nothing is guessed here. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one way to write a value as JSON (RFC 8785): no spaces, keys in UTF-16 order, numbers as ECMAScript writes them. Two
 * equal values give equal bytes, so their hashes can be compared. A key whose value is undefined is left out.
 * Throws TypeError for what JSON cannot hold (undefined, NaN, bigint, a Date or other class, a lone surrogate).
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('A lone surrogate cannot be written as UTF-8');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is not a JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isPlain(value)) throw new TypeError(`Not a JSON value: ${Object.prototype.toString.call(value)}`);
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${canonical(key)}:${canonical(value[key]!)}`);
  return `{${members.join(',')}}`;
}

function isPlain(value: unknown): value is { readonly [key: string]: Json | undefined } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
