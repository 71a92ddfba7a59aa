import { type FrameRow, type Opening, risks, type Stratum } from './bundle/format.ts';
import { caseOf, excludedMark, excludedSalt } from './bundle/parts.ts';

/** A clue about to stand in a frame: what its commitment covers, the salt, and who of the pool may not check it again. */
export interface FrameCase {
  readonly content: Opening['content'];
  readonly unit: Stratum['unit'];
  readonly salt: string;
  readonly excluded: readonly string[];
}

export interface CommittedFrame {
  readonly strata: Stratum[];
  /** In the order of the commitments: nobody chooses it, and it tells nothing of the clues. */
  readonly rows: { readonly row: FrameRow; readonly of: FrameCase }[];
}

/** Commits to each case and counts the strata. Pure: the same cases and salts give the same frame, which the audit relies on. */
export function commitFrame(cases: readonly FrameCase[]): CommittedFrame {
  const strata = new Map<string, { unit: Stratum['unit']; risk: Stratum['risk']; count: number }>();
  const nameOf = ({ unit, content }: FrameCase): string => `${unit?.record ?? ''}/${risks.indexOf(content.risk)}`;
  for (const one of cases) {
    const stratum = strata.get(nameOf(one)) ?? { unit: one.unit, risk: one.content.risk, count: 0 };
    stratum.count += 1;
    strata.set(nameOf(one), stratum);
  }
  const names = [...strata.keys()].sort();
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = cases.map((of) => {
    const excluded = excludedMark(excludedSalt(of.salt), of.excluded);
    const row: FrameRow = [places.get(nameOf(of))!, caseOf(of.salt, of.content), excluded];
    return { row, of };
  });
  return {
    strata: names.map((name) => strata.get(name)!),
    rows: rows.sort((a, b) => (a.row[1] < b.row[1] ? -1 : 1)),
  };
}
