import { hashOfText, rootByInclusion } from '../../../platform/ledger/offline/hash.ts';
import { type Key, readCheckpoint, readKey } from '../../../platform/ledger/offline/note.ts';
import type { Words } from '../../../platform/words.ts';
import { type Finding, finding } from './findings.ts';
import type { Proof, RecheckFile } from './format.ts';

export interface Head {
  readonly size: number;
  readonly root: string;
}

export interface Entry {
  readonly act: string;
  readonly at: string;
  readonly actor: string;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The key of a file, if it is one and the one that was asked for. */
export function keyOf({ proof }: RecheckFile, expected: string | undefined, findings: Finding[]): Key | null {
  const key = readKey(proof.verifierKey);
  if (!key) findings.push(finding('key', 'proof.verifierKey'));
  if (expected !== undefined && expected.trim() !== proof.verifierKey) {
    findings.push(finding('otherKey', 'proof.verifierKey'));
  }
  return key;
}

/** A tree head that the key signed; null, and a finding, for any other. */
export function headOf(note: string, key: Key | null, where: string, what: Words, findings: Finding[]): Head | null {
  const head = key && readCheckpoint(note, key);
  if (!head) findings.push(finding('checkpoint', where, { what }));
  return head;
}

/**
 * Reads a ledger entry and holds it against the tree head, its act and its subject. An entry that fails one is still given, so
 * that the rest is compared with it and every alteration named.
 */
export function entryOf(
  proof: Proof,
  head: Head | null,
  expected: { readonly act: string; readonly subject: string },
  where: string,
  what: Words,
  findings: Finding[],
): Entry | null {
  const root = head && rootByInclusion(hashOfText(proof.entry), proof.index, head.size, proof.path);
  if (root === null || root !== head?.root) findings.push(finding('entry', where, { what }));
  const entry = read(proof.entry);
  if (entry?.act !== expected.act || entry.subject !== expected.subject) {
    findings.push(finding('otherAct', where, { what }));
  }
  return entry;
}

function read(text: string): Entry | null {
  try {
    const entry = JSON.parse(text) as Entry;
    return typeof entry.detail === 'object' && entry.detail !== null ? entry : null;
  } catch {
    return null;
  }
}

/** When a proved act was done, in milliseconds; NaN where its entry does not say. */
export const timeOf = ({ entry }: Proof): number => Date.parse(read(entry)?.at ?? '');
