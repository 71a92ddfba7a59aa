import { type Profile, profile, similarity } from '../../../platform/text/bigrams.ts';

/**
 * From this share of common character pairs on (Dice), two texts are shown as alike. One fifth of the words may differ: copies with
 * another beginning and end are found, two reports of the same kind of offence in other words are not. The index looks from 0.3
 * of common trigrams on (migration 0310), which two texts of this likeness always share: of n pairs 0.15 n edits at most, each in
 * three trigrams, leave 0.55 n of them in each text.
 */
export const ALIKE = 0.7;

/** Characters below which a text says too little to be alike to another: stock phrases of a dozen characters stand in hundreds of clues. */
const TELLING = 15;

/** What the database found: a clue that shares something with the one in question. */
export interface Candidate {
  readonly record: string;
  readonly summary: string;
  readonly sameOfficer: boolean;
  readonly sameReporter: boolean;
  readonly receivedOn: string;
}

export interface Ranked<C extends Candidate> {
  readonly candidate: C;
  /** Share of common character pairs, 0 to 1; null below the threshold. */
  readonly alike: number | null;
}

/** Most reasons first, then the more alike in words, then the newest; what shares nothing that counts is left out. */
export function rank<C extends Candidate>(text: string, candidates: readonly C[], most: number): Ranked<C>[] {
  const of = text.length < TELLING ? null : profile(text);
  return candidates
    .map((candidate) => ({ candidate, alike: alikeness(of, candidate.summary) }))
    .filter((one) => reasons(one) > 0)
    .sort(
      (a, b) =>
        reasons(b) - reasons(a) ||
        (b.alike ?? 0) - (a.alike ?? 0) ||
        (a.candidate.receivedOn < b.candidate.receivedOn ? 1 : -1),
    )
    .slice(0, most);
}

function alikeness(of: Profile | null, summary: string): number | null {
  if (of === null) return null;
  const share = similarity(of, profile(summary));
  return share >= ALIKE ? share : null;
}

const reasons = ({ candidate, alike }: Ranked<Candidate>): number =>
  Number(candidate.sameOfficer) + Number(candidate.sameReporter) + Number(alike !== null);
