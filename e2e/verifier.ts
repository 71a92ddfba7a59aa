import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * A second, independent reading of what a proof says, written from the standards (RFC 6962, RFC 8785, C2SP signed-note and
 * tlog-checkpoint) and not from the program: what it accepts, others can check too.
 */
export interface RecordProof {
  readonly register: string;
  readonly record: string;
  readonly version: number;
  readonly salt: string;
  readonly content: unknown;
  readonly commitment: string;
  readonly leaf: number;
  readonly path: readonly string[];
  readonly entry: string;
  readonly seq: number;
  readonly inclusion: readonly string[];
  readonly checkpoint: string;
  readonly verifierKey: string;
}

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** RFC 8785 for what proofs hold. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** The root that a leaf and its audit path lead to (RFC 9162, 2.1.3.2). */
function rootFrom(leaf: Buffer, index: number, size: number, path: readonly string[]): string {
  let hash = leaf;
  let [at, last] = [index, size - 1];
  for (const step of path) {
    if (at % 2 === 1 || at === last) {
      hash = sha256(NODE, hex(step), hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = sha256(NODE, hash, hex(step));
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash.toString('hex') : 'path of the wrong length';
}

/** Size and root of a checkpoint that the key signed; undefined when it did not. */
export function signedHead(note: string, key: string): { readonly size: number; readonly root: string } | undefined {
  const [name, , ...encoded] = key.split('+');
  const raw = Buffer.from(encoded.join('+'), 'base64').subarray(1);
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  });
  const cut = note.indexOf('\n\n') + 1;
  const text = note.slice(0, cut);
  const line = note
    .slice(cut + 1)
    .split('\n')
    .find((one) => one.startsWith(`— ${name} `));
  const signature = Buffer.from(line?.split(' ')[2] ?? '', 'base64').subarray(4);
  if (!verify(null, Buffer.from(text), publicKey, signature)) return undefined;
  const [, size, root] = text.split('\n');
  return { size: Number(size), root: Buffer.from(root!, 'base64').toString('hex') };
}

/** What does not fit in the proof of a record, in plain words; nothing when it holds. */
export function faultsOf(proof: RecordProof): string[] {
  const faults: string[] = [];
  const commitment = sha256(LEAF, hex(proof.salt), Buffer.from(canonical(proof.content)));
  if (commitment.toString('hex') !== proof.commitment) faults.push('content');
  const { created } = JSON.parse(proof.entry) as { created: { count: number; root: string } };
  if (rootFrom(hex(proof.commitment), proof.leaf, created.count, proof.path) !== created.root) faults.push('act');
  const head = signedHead(proof.checkpoint, proof.verifierKey);
  if (!head) return [...faults, 'signature'];
  if (rootFrom(sha256(LEAF, Buffer.from(proof.entry)), proof.seq, head.size, proof.inclusion) !== head.root)
    faults.push('ledger');
  return faults;
}
