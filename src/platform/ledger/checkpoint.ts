import { HASH_SIZE } from './merkle.ts';
import { openNote, type Signer, signNote, type Verifier } from './notes.ts';

/** A tree head: what somebody outside keeps in order to catch a rewritten history later. */
export interface Checkpoint {
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  readonly root: Buffer;
}

/** Signs a tree head of the log named by the key (C2SP tlog-checkpoint, no extension lines). */
export function signCheckpoint(size: number, root: Buffer, signer: Signer): string {
  return signNote(`${signer.name}\n${size}\n${root.toString('base64')}\n`, signer);
}

/** The tree head of a signed note, or null if this verifier did not sign it or it is none of this log. */
export function openCheckpoint(note: string, verifier: Verifier): Checkpoint | null {
  const text = openNote(note, verifier);
  if (text === null) return null;
  const [origin, size, root] = text.split('\n');
  if (origin !== verifier.name || size === undefined || !/^(0|[1-9]\d{0,15})$/.test(size)) return null;
  const hash = Buffer.from(root ?? '', 'base64');
  return hash.length === HASH_SIZE && hash.toString('base64') === root
    ? { origin, size: Number(size), root: hash }
    : null;
}
