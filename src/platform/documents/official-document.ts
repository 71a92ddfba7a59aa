/** A stretch of text, or a mark: text that stands for something one can open, such as a figure and its records. */
export type Run = string | Mark;

export interface Mark {
  readonly id: string;
  readonly text: string;
  /** An absolute http(s) address, or in html also a path or fragment. Anything else is not linked. */
  readonly link?: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: Level; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] };

/** 一、 （一） 1. （1） */
export type Level = 1 | 2 | 3 | 4;

/** 附件: one table under its own title. */
export interface Annex {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * An official document (公文) as data, from which both the docx and the html are made. The language is Chinese: the standard is one for
 * Chinese documents. Headings carry no numbers; they are counted here, once for both forms.
 */
export interface OfficialDocument {
  /** The issuing body as in the red head: full or standard short name, 文件 included where wanted. */
  readonly issuer: string;
  /** 发文字号; null for one not numbered, such as a bulletin for the press. */
  readonly number: string | null;
  /** Line breaks are kept, so that a long title breaks by meaning. */
  readonly title: string;
  /** 主送机关, without the colon. */
  readonly recipient: string | null;
  readonly body: readonly Block[];
  readonly annexes: readonly Annex[];
  readonly signedBy: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Printed at the head of every page of a fictional document. */
  readonly demoMark?: string;
}

export interface NumberedBlock {
  readonly kind: 'paragraph' | 'heading';
  readonly level: Level | null;
  /** `一、`, or empty for a paragraph. */
  readonly number: string;
  readonly runs: readonly Run[];
}

/** The body with its heading numbers (GB/T 9704-2012, 7.3.3). A heading starts the count of the levels below it anew. */
export function numbered(body: readonly Block[]): NumberedBlock[] {
  const counts = [0, 0, 0, 0];
  return body.map((block) => {
    if (block.kind === 'paragraph') return { kind: 'paragraph', level: null, number: '', runs: block.runs };
    const { level } = block;
    counts[level - 1]!++;
    counts.fill(0, level);
    const count = counts[level - 1]!;
    const number = [`${chineseNumber(count)}、`, `（${chineseNumber(count)}）`, `${count}.`, `（${count}）`][
      level - 1
    ]!;
    return { kind: 'heading', level, number, runs: block.runs };
  });
}

/** The lines of the annex note under the body: numbered only when there are several (7.3.4). */
export const annexNote = (annexes: readonly Annex[]): string[] =>
  annexes.map(({ title }, i) => (annexes.length === 1 ? title : `${i + 1}. ${title}`));

/** The mark in the top left corner of an annex: 附件, or 附件1 when there are several (7.3.6). */
export const annexMark = (annexes: readonly Annex[], index: number): string =>
  annexes.length === 1 ? '附件' : `附件${index + 1}`;

/** 2021-06-02 → 2021年6月2日: Arabic figures, no leading zeros (7.3.5.4). */
export const writtenDate = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Characters that no XML 1.0 document may hold, and halves of surrogate pairs, taken out: one pasted byte must not spoil a document. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 in Chinese: 十, 十二, 二十, 二十一. */
export function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return (tens > 1 ? DIGITS[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 ? DIGITS[ones]! : '');
}
