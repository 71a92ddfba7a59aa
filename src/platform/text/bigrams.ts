import { normalise } from './normalise.ts';

/** Runs of letters and digits, lower-case; what parts them (spaces, signs) never lies inside a bigram. */
const runs = (text: string): string[] =>
  normalise(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/**
 * The character bigrams of a text in order, repeats included; a run of one character gives that character. By code point, so that
 * rare characters in names (扩展区) stay whole. Needs no dictionary, and finds any substring of two characters or more.
 */
export function bigrams(text: string): string[] {
  const result: string[] = [];
  for (const run of runs(text)) {
    const characters = Array.from(run);
    if (characters.length === 1) result.push(run);
    for (let i = 1; i < characters.length; i++) result.push(characters[i - 1]! + characters[i]!);
  }
  return result;
}

/**
 * The terms a search index keeps of a text: each bigram and each single character once. Single characters let a one-character query
 * find its texts too.
 */
export function indexTerms(text: string): string[] {
  const terms = new Set(bigrams(text));
  for (const run of runs(text)) for (const character of run) terms.add(character);
  return [...terms];
}

/** The terms of a query; a text that contains the query holds them all. */
export const queryTerms = (query: string): string[] => [...new Set(bigrams(query))];

/** How often each bigram occurs: made once per text when one text is compared with many. */
export type Profile = { readonly counts: ReadonlyMap<string, number>; readonly size: number };

export function profile(text: string): Profile {
  const counts = new Map<string, number>();
  const all = bigrams(text);
  for (const bigram of all) counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  return { counts, size: all.length };
}

/**
 * Dice similarity of two texts' bigrams, 0 (nothing shared) to 1 (the same bigrams as often). Two texts without any bigram are not
 * similar: nothing is known of either.
 */
export function similarity(a: Profile, b: Profile): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [bigram, count] of small.counts) shared += Math.min(count, large.counts.get(bigram) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
