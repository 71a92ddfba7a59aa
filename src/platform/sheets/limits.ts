/** How much of a file is read before it is refused or a cell is cut. All are counted while reading; no header is believed. */
export interface Limits {
  /** Bytes of the file itself. */
  readonly file: number;
  /** Bytes one part of a workbook may inflate to. */
  readonly inflated: number;
  /** How many times larger than its compressed form a part may become, once past {@link ratioFrom} bytes. Deflate reaches 1032; honest sheets stay under 60. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Parts (zip entries) in a workbook. */
  readonly parts: number;
  /** Characters of all shared strings together; they must stay in memory while rows are read. */
  readonly strings: number;
  /** Columns with content. Content further right is reported and left out. */
  readonly columns: number;
  /** Characters of one cell; 32,767 is what Excel itself can hold. A longer cell is reported and cut. */
  readonly cell: number;
  /** Characters of one csv record, and of one line in it. */
  readonly record: number;
}

export const defaultLimits: Limits = {
  file: 2 * 1024 ** 3,
  inflated: 4 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 16 * 1024 ** 2,
  parts: 10_000,
  strings: 100_000_000,
  columns: 1000,
  cell: 32_767,
  record: 4_000_000,
};
