import type { z } from 'zod';
import { fillIn, type Words, words } from '../../words.ts';
import { canonical, type Json } from '../canonical.ts';
import { type Entry, readEntry } from '../entry.ts';
import { hashOfText, rootByInclusion } from './hash.ts';
import { type Key, readCheckpoint, readKey } from './note.ts';

/** What can be wrong with any file that is proved by the ledger, in both languages; `{name}` places are filled by the finding. */
const kinds = {
  damaged: words('文件不是完整的 JSON，可能没有传完', 'The file is no complete JSON; it may be cut off'),
  shape: words('文件内容不符合格式：{detail}', 'The file is not in its form: {detail}'),
  rewritten: words(
    '文件的写法被改动过（内容见其他各项）',
    'The file was written anew (its content is judged separately)',
  ),
  key: words('公钥无效：编号与密钥不符', 'The key is not valid: its id does not fit it'),
  otherKey: words('公钥不是您指定的那一个', 'The key is not the one you asked for'),
  checkpoint: words(
    '“{what}”的检查点不是由所附公钥签名，或被改动',
    'The tree head of "{what}" was altered, or was not signed with the key given',
  ),
  entry: words(
    '“{what}”的存证条目或位次被改动，或不在签名的检查点之内',
    'The ledger entry of "{what}" or its place was altered, or is not under the signed tree head',
  ),
} as const satisfies Record<string, Words>;

export type FileKind = keyof typeof kinds;

/** One thing that is wrong with a file, naming what was altered. */
export interface FileFinding<K extends string = string> {
  readonly kind: K | FileKind;
  /** The path in the file. */
  readonly where: string;
  readonly words: Words;
}

/** A signed tree head. */
export interface Head {
  readonly size: number;
  readonly root: string;
}

/** An entry of the ledger with its place and the way to the root of a tree head. */
export interface Placed {
  readonly entry: string;
  readonly index: number;
  readonly path: readonly string[];
}

/**
 * Gathers what is wrong with one file that must hold without a server. Pure, for Node and browsers alike. Whatever is found, reading
 * goes on where it can, so that every alteration is named and not the first alone.
 */
export class FileCheck<K extends string = never> {
  readonly findings: FileFinding<K>[] = [];
  readonly #kinds: Readonly<Record<string, Words>>;

  /** @param own what can be wrong with this sort of file beside what can be wrong with any */
  constructor(own: Readonly<Record<K, Words>>) {
    this.#kinds = { ...kinds, ...own };
  }

  get holds(): boolean {
    return this.findings.length === 0;
  }

  find(kind: K | FileKind, where: string, params: Readonly<Record<string, unknown>> = {}): void {
    const spoken = (language: 'zh' | 'en') => fillIn(this.#kinds[kind]!, language, params);
    this.findings.push({ kind, where, words: words(spoken('zh'), spoken('en')) });
  }

  /** The file by its form; null, and a finding, for a text that is none. */
  read<F>(form: z.ZodType<F>, text: string): F | null {
    const json = parse(text);
    if (json === undefined) {
      this.find('damaged', '');
      return null;
    }
    const { data, error } = form.safeParse(json);
    if (error) {
      const { path, message } = error.issues[0]!;
      this.find('shape', path.join('.'), { detail: `${path.join('.')} ${message}` });
      return null;
    }
    // A file is written in one way only, so a key that stands there twice or a changed space is seen as well.
    if (spelled(json) !== text) this.find('rewritten', '');
    return data;
  }

  /**
   * The key of a file; null, and a finding, where it is none.
   * @param expected verifier key got elsewhere; without it a forger could replace everything and the key
   */
  key(line: string, where: string, expected: string | undefined): Key | null {
    const key = readKey(line);
    if (!key) this.find('key', where);
    if (expected !== undefined && expected.trim() !== line) this.find('otherKey', where);
    return key;
  }

  /** A tree head that the key signed; null, and a finding, for any other. */
  head(note: string, key: Key | null, where: string, what: Words): Head | null {
    const head = key && readCheckpoint(note, key);
    if (!head) this.find('checkpoint', where, { what });
    return head;
  }

  /** Reads an entry after its place was held against the tree head. It is given even where it does not fit. */
  entry({ entry, index, path }: Placed, head: Head | null, where: string, what: Words): Entry | null {
    const root = head && rootByInclusion(hashOfText(entry), index, head.size, path);
    if (root === null || root !== head?.root) this.find('entry', where, { what });
    return readEntry(entry);
  }
}

/** The facts of an entry by name; none where it has none. */
export const detailOf = (entry: Entry | null): Readonly<Record<string, unknown>> =>
  typeof entry?.detail === 'object' ? { ...entry.detail } : {};

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Half a surrogate pair can stand in JSON but in no file. */
function spelled(value: Json): string | null {
  try {
    return canonical(value);
  } catch {
    return null;
  }
}
