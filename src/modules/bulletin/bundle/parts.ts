import type { Json } from '../../../platform/ledger/canonical.ts';
import { hashOf, rootOf } from '../../../platform/ledger/offline/hash.ts';
import type { VouchedContent } from './format.ts';

/** Hash of each part of a bulletin by the part's name. The names are what a finding says was altered. */
export type PartHashes = Readonly<Record<string, string>>;

/** The parts of a bulletin and their hashes, in order; each hash covers the part's name too, so parts cannot change places. */
export function partsOf(content: VouchedContent): PartHashes {
  const { sections, figures, ...single } = content;
  const parts: [string, unknown][] = [
    ...Object.entries(single).sort(([a], [b]) => (a < b ? -1 : 1)),
    ...sections.map((section, at): [string, unknown] => [`section:${at + 1}`, section]),
    ...figures.map((figure): [string, unknown] => [`figure:${figure.id}`, figure]),
  ];
  return Object.fromEntries(parts.map(([name, part]) => [name, hashOf([name, part as Json])]));
}

/** The one hash that stands for all parts. Names are sorted, so it can be worked out from the entry alone. */
export const contentRoot = (parts: PartHashes): string =>
  rootOf(
    Object.keys(parts)
      .sort()
      .map((name) => parts[name]!),
  );

/** The mark of a public row: it binds the row to the commitment of its record. */
export const markOf = (commitment: string, cells: readonly (string | number | boolean | null)[]): string =>
  hashOf([commitment, cells]);
