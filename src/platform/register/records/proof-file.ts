import { z } from 'zod';
import { type Words, words } from '../../words.ts';
import type { RecordProof } from './proof.ts';
import { proofFaults, verifyRecordProof } from './verify-proof.ts';

const hex = z.string().regex(/^([0-9a-f]{2})*$/);
const place = z.number().int().nonnegative();

/** The proof of a record as it stands in a file that comes from anybody. */
export const recordProof: z.ZodType<RecordProof> = z.object({
  v: z.literal(1),
  register: z.string(),
  record: z.string(),
  version: place,
  salt: hex.nullable(),
  content: z.json().nullable(),
  commitment: hex,
  leaf: place,
  path: z.array(hex),
  entry: z.string(),
  seq: place,
  inclusion: z.array(hex),
  checkpoint: z.string(),
  verifierKey: z.string(),
});

/** What came of checking a proof file. */
export interface ProofResult {
  readonly holds: boolean;
  readonly findings: readonly { readonly words: Words }[];
  /** The key the file was checked with, to be compared with the one got elsewhere; null for a file that is none. */
  readonly verifierKey: string | null;
}

const said = (zh: string, en: string): { readonly words: Words } => ({ words: words(zh, en) });
export const NO_PROOF: ProofResult = {
  holds: false,
  findings: [said('文件不符合格式', 'The file is not in its form')],
  verifierKey: null,
};

/** Whether a file looks like the proof of one record, as the program writes it. */
export const isRecordProof = (text: string): boolean => /^\s*\{\s*"v":\s*1,\s*"register":/.test(text);

/**
 * Checks the proof of a record by itself, without a server.
 * @param expectedKey verifier key got elsewhere; without it a forger could replace everything and the key
 */
export function verifyProofFile(text: string, expectedKey?: string): ProofResult {
  const read = recordProof.safeParse(parsed(text));
  return read.success ? checkedProof(read.data, expectedKey) : NO_PROOF;
}

/** The same of a proof that was read already. */
export function checkedProof(proof: RecordProof, expectedKey?: string): ProofResult {
  const { verifierKey } = proof;
  try {
    const findings = verifyRecordProof(proof, verifierKey).map((fault) => ({ words: proofFaults[fault] }));
    if (expectedKey !== undefined && expectedKey.trim() !== verifierKey)
      findings.push(said('公钥不是您指定的那一个', 'The key is not the one you asked for'));
    return { holds: findings.length === 0, findings, verifierKey };
  } catch {
    // A key or a hash that is none: nothing of such a file can be believed.
    return NO_PROOF;
  }
}

/** The content of a file, or null for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
