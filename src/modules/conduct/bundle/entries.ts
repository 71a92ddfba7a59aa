import { z } from 'zod';
import type { Entry } from '../../../platform/ledger/entry.ts';
import { FileCheck, type FileFinding, type Head } from '../../../platform/ledger/offline/check.ts';
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

/** What can be wrong with a file of this room beside what can be wrong with any. */
const kinds = {
  time: words('“{name}”的时间被改动', 'The time of "{name}" was altered'),
  otherMoment: words('条目不是“{name}”', 'The entry is not that of "{name}"'),
  clock: words(
    '“{later}”位次在后而时间在前于“{earlier}”：时钟被拨动',
    '"{later}" stands after "{earlier}" but bears an earlier time: a clock was moved',
  ),
  fact: words('所称“{name}”与重新计算不符', '"{name}" is not what follows'),
  decision: words('认定与存证不符', 'The decision is not what is in the ledger'),
  restsOn: words('时间线与认定所依据的位次不符', 'The timeline is not the one the decision rests on'),
  approval: words('批准与存证不符，或不是他人所批', 'The approval is not that of another person'),
  submission: words('条目不是这份自查报告的提交', 'The entry is not the submission of this report'),
  content: words('报告内容或编号与当时的承诺值不符', 'Text or number is not what was committed to'),
} as const satisfies Record<string, Words>;

export type OfficerFinding = FileFinding<keyof typeof kinds>;

export interface FileResult<F> {
  readonly holds: boolean;
  readonly findings: readonly OfficerFinding[];
  /** What the file says; null where it is none. */
  readonly file: F | null;
}

/** Holds the entries of a file that an officer keeps against its tree head. Pure, for Node and browsers alike. */
export class OfficerFileCheck extends FileCheck<keyof typeof kinds> {
  #head: Head | null = null;

  constructor() {
    super(kinds);
  }

  /**
   * Reads a file by its form, with the tree head that its entries are held against; null, and a finding, for a text that is none.
   * @param expectedKey verifier key got elsewhere; without it a forger could replace everything and the key
   */
  open<F extends UnderHead>(form: z.ZodType<F>, text: string, expectedKey: string | undefined): F | null {
    const file = this.read(form, text);
    const key = file && this.key(file.verifierKey, 'verifierKey', expectedKey);
    this.#head = file && this.head(file.checkpoint, key, 'checkpoint', words('文件', 'the file'));
    return file;
  }

  /** Reads an entry after its place and its time were held against the tree head. It is given even where they do not fit. */
  under(where: string, name: Words, { seq, at, entry: line, path }: ProvedEntry): Entry | null {
    const entry = this.entry({ entry: line, index: seq, path }, this.#head, where, name);
    if (entry?.at !== at) this.find('time', where, { name });
    return entry;
  }
}
