import { z } from 'zod';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { type Entry, readEntry } from '../../../platform/ledger/entry.ts';
import { hashOfText, rootByInclusion } from '../../../platform/ledger/offline/hash.ts';
import { readCheckpoint, readKey } from '../../../platform/ledger/offline/note.ts';
import { type Words, words } from '../../../platform/words.ts';

/** One entry of the ledger with its place, its moment, and the way to the root of the signed tree head. */
export const provedEntry = z.strictObject({
  seq: z.number().int(),
  at: z.string(),
  entry: z.string(),
  path: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type ProvedEntry = z.infer<typeof provedEntry>;

/** What every file of this room is held against. */
export const underHead = { checkpoint: z.string(), verifierKey: z.string() };
interface UnderHead {
  readonly checkpoint: string;
  readonly verifierKey: string;
}

/** One thing that is wrong with a file, and where. */
export interface FileFinding {
  readonly where: string;
  readonly words: Words;
}

export interface FileResult<F> {
  readonly holds: boolean;
  readonly findings: readonly FileFinding[];
  /** What the file says; null where it is none. */
  readonly file: F | null;
}

/** Holds a file's entries against its tree head and gathers what is wrong. Pure, for Node and browsers alike. */
export class FileCheck {
  readonly findings: FileFinding[] = [];
  readonly #head: { readonly size: number; readonly root: string } | null;

  /**
   * @param text the file as it was given: it must stand in the one way of writing
   * @param expectedKey verifier key got elsewhere; without it a forger could replace everything and the key
   */
  constructor(file: UnderHead, text: string, expectedKey: string | undefined) {
    if (canonical(file as unknown as Json) !== text) this.find('', '文件的写法被改动过', 'The file was written anew');
    if (expectedKey !== undefined && expectedKey.trim() !== file.verifierKey)
      this.find('verifierKey', '公钥不是您指定的那一个', 'The key is not the one you asked for');
    const key = readKey(file.verifierKey);
    this.#head = key && readCheckpoint(file.checkpoint, key);
    if (!this.#head)
      this.find('checkpoint', '检查点不是由所附公钥签名，或被改动', 'The tree head is not signed by the key given');
  }

  /** Entries under the tree head; null where it is not signed. */
  get size(): number | null {
    return this.#head?.size ?? null;
  }

  find(where: string, zh: string, en: string): void {
    this.findings.push({ where, words: words(zh, en) });
  }

  /** Reads an entry after its place and its time were held against the tree head. It is given even where they do not fit. */
  under(where: string, called: Words, { seq, at, entry: line, path }: ProvedEntry): Entry | null {
    const root = this.#head && rootByInclusion(hashOfText(line), seq, this.#head.size, path);
    if (root === null || root !== this.#head?.root)
      this.find(
        where,
        `“${called.zh}”的存证条目或位次被改动`,
        `The entry of "${called.en}" or its place in the ledger was altered`,
      );
    const entry = readEntry(line);
    if (entry?.at !== at) this.find(where, `“${called.zh}”的时间被改动`, `The time of "${called.en}" was altered`);
    return entry;
  }
}

/** Reads a file by its form. */
export function readFile<F>(form: z.ZodType<F>, text: string): F | null {
  try {
    return form.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export const noSuchFile = { where: '', words: words('文件不符合格式', 'The file is not in its form') } as const;
