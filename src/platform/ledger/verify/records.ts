import { CreatedSet, opens, RetiredSet, type RetiredVersion } from '../commitment.ts';
import { type Entry, type WrittenDigest, written } from '../entry.ts';
import type { Findings } from './findings.ts';

/** A version as the register keeps it. */
export interface KeptVersion {
  /** How a person finds it: register, record and version. */
  readonly where: string;
  readonly leaf: number;
  readonly commitment: Buffer;
  /** Both null once the content is erased: then only its place under the act's root is checked. */
  readonly salt: Buffer | null;
  /** Canonical JSON. */
  readonly content: string | null;
}

/** How the verification reaches the versions of an act; given by the registers. Acts are asked for in the order of the log. */
export interface VersionSource {
  /** Versions the act at place `seq` created, in leaf order. */
  created(act: string, seq: number): AsyncIterable<KeptVersion>;
  /** Versions the act retired, in any order. */
  retired(act: string, seq: number): AsyncIterable<RetiredVersion>;
  /** Versions that no act accounts for, or that bear another moment than their act: put there past the program. */
  strays(): AsyncIterable<{ readonly code: 'record-stray' | 'record-moved'; readonly where: string }>;
}

/** Checks the versions of one act against its entry: each opens its commitment, and together they give the entry's digests. */
export async function verifyVersions(
  seq: number,
  entry: Entry,
  source: VersionSource,
  findings: Findings,
): Promise<void> {
  const created = new CreatedSet();
  for await (const { where, leaf, commitment, salt, content } of source.created(entry.id, seq)) {
    if (created.add(commitment) !== leaf) findings.add('records-differ', seq, where);
    const opened = salt === null || content === null || opens(commitment, salt, content);
    if (!opened) findings.add('record-altered', seq, where);
  }
  const retired = new RetiredSet();
  for await (const { record, version } of source.retired(entry.id, seq)) retired.add(record, version);
  if (!same(written(created.digest()), entry.created)) findings.add('records-differ', seq, `act ${entry.id}`);
  if (!same(written(retired.digest()), entry.retired)) findings.add('retired-differ', seq, `act ${entry.id}`);
}

const same = (a: WrittenDigest | undefined, b: WrittenDigest | undefined): boolean =>
  a?.count === b?.count && a?.root === b?.root;
