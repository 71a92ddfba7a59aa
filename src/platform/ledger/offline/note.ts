import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

hashes.sha512 = sha512;

/** Signature type of Ed25519 (C2SP signed-note). */
const ED25519 = 0x01;

export interface Key {
  readonly name: string;
  readonly id: string;
  readonly publicKey: Uint8Array;
}

/** Reads a verifier key `name+id+base64`; null where its id does not fit its key. */
export function readKey(line: string): Key | null {
  const [name = '', id = '', ...rest] = line.split('+');
  const typed = fromBase64(rest.join('+'));
  if (typed?.length !== 33 || typed[0] !== ED25519 || name === '') return null;
  const expected = bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), typed)).subarray(0, 4));
  return id === expected ? { name, id, publicKey: typed.subarray(1) } : null;
}

/** A tree head that the key signed (C2SP tlog-checkpoint), or null. */
export function readCheckpoint(note: string, key: Key): { size: number; root: string } | null {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const signed = /^— (\S+) (\S+)\n$/u.exec(note.slice(end + 2));
  const signature = signed && fromBase64(signed[2]!);
  if (end < 0 || signed?.[1] !== key.name || signature?.length !== 68) return null;
  if (bytesToHex(signature.subarray(0, 4)) !== key.id) return null;
  if (!verify(signature.subarray(4), utf8ToBytes(text), key.publicKey)) return null;
  const [origin, size = '', root = '', ...more] = text.split('\n');
  const hash = fromBase64(root);
  if (origin !== key.name || !/^(0|[1-9]\d{0,15})$/.test(size) || hash?.length !== 32 || more.join('') !== '')
    return null;
  return { size: Number(size), root: bytesToHex(hash) };
}

/** Bytes of base64 in its one spelling; null for anything else. */
function fromBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text);
    return btoa(binary) === text ? Uint8Array.from(binary, (sign) => sign.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}
