import { type Words, words } from '../words.ts';

/**
 * The kinds of column a register can have. A kind decides everything about a value: how a cell is read, how it is stored,
 * shown, masked, filtered and exported (`values.ts` and `tables.ts` hold one entry per kind).
 */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'time'
  | 'yesNo'
  | 'choice'
  | 'ref'
  | 'citizenId'
  | 'mobile'
  | 'creditCode';

export interface Column<Value = unknown> {
  readonly kind: ColumnKind;
  readonly words: Words;
  readonly optional: boolean;
  /** Other headings under which units hand this column in, beside the two labels. */
  readonly aliases: readonly string[];
  /** Longest text accepted, in characters. */
  readonly max?: number;
  /** Digits after the point of a decimal. */
  readonly scale?: number;
  readonly choices?: Readonly<Record<string, Words>>;
  /** The register a `ref` points to, as `module.register`. */
  readonly to?: string;
  /** What outsiders see of a text (reference 2.4); secrets are always masked. */
  readonly mask?: 'name' | 'address';
  /** Tells the matter itself, however short it is: lists of a confidential register leave it out, as they do prose. */
  readonly content?: boolean;
  /** The text is the SHA-256 of a file, and this column holds the file's name: a form works both out of the file itself. */
  readonly digestOf?: string;
  /** Only in the types: what a stored value looks like in TypeScript. */
  readonly value?: Value;
}

interface Options {
  readonly optional?: boolean;
  readonly content?: boolean;
  readonly aliases?: readonly string[];
}

/** An optional column holds null where the cell was empty. */
type Held<Value, O extends Options> = O extends { readonly optional: true } ? Value | null : Value;

const column = <Value, O extends Options>(
  kind: ColumnKind,
  zh: string,
  en: string,
  options: O | undefined,
  more: Partial<Omit<Column, 'value'>> = {},
): Column<Held<Value, O>> => ({
  kind,
  words: words(zh, en),
  optional: options?.optional ?? false,
  aliases: options?.aliases ?? [],
  ...(options?.content ? { content: true } : {}),
  ...more,
});

interface TextOptions extends Options {
  readonly max?: number;
  readonly mask?: 'name' | 'address';
  readonly digestOf?: string;
}

/** A line of text, at most 200 characters unless `max` says otherwise. */
export const text = <O extends TextOptions>(zh: string, en: string, options?: O) =>
  column<string, O>('text', zh, en, options, {
    max: options?.max ?? 200,
    mask: options?.mask,
    ...(options?.digestOf ? { digestOf: options.digestOf } : {}),
  });

/** Free prose, at most 20,000 characters. */
export const prose = <O extends Options>(zh: string, en: string, options?: O) =>
  column<string, O>('text', zh, en, options, { max: 20_000 });

/** A whole number that counts something: never negative. */
export const integer = <O extends Options>(zh: string, en: string, options?: O) =>
  column<number, O>('integer', zh, en, options);

/** An exact decimal, kept as text in TypeScript because money never passes through a float. */
export const decimal = <O extends Options & { scale?: number }>(zh: string, en: string, options?: O) =>
  column<string, O>('decimal', zh, en, options, { scale: options?.scale ?? 2 });

/** A day, `YYYY-MM-DD`. */
export const date = <O extends Options>(zh: string, en: string, options?: O) =>
  column<string, O>('date', zh, en, options);

/** A moment, stored as `timestamptz`; cells without a zone are read as Asia/Shanghai. */
export const time = <O extends Options>(zh: string, en: string, options?: O) =>
  column<string, O>('time', zh, en, options);

export const yesNo = <O extends Options>(zh: string, en: string, options?: O) =>
  column<boolean, O>('yesNo', zh, en, options);

/** One of a fixed list. Cells may hold the code or either label. */
export const choice = <const C extends Readonly<Record<string, readonly [zh: string, en: string]>>, O extends Options>(
  zh: string,
  en: string,
  choices: C,
  options?: O,
) =>
  column<keyof C & string, O>('choice', zh, en, options, {
    choices: Object.fromEntries(Object.entries(choices).map(([code, [z, e]]) => [code, words(z, e)])),
  });

/** A record of another register, stored as that record's identity. Cells hold its natural key or one of its lookup columns. */
export const ref = <O extends Options>(zh: string, en: string, to: string, options?: O) =>
  column<string, O>('ref', zh, en, options, { to });

/** GB 11643 citizen id number: encrypted, with a keyed hash for matching; always masked on the screen. */
export const citizenId = <O extends Options>(zh: string, en: string, options?: O) =>
  column<string, O>('citizenId', zh, en, options);

/** Mobile number: encrypted, with a keyed hash for matching; always masked on the screen. */
export const mobile = <O extends Options>(zh: string, en: string, options?: O) =>
  column<string, O>('mobile', zh, en, options);

/** GB 32100 unified social credit code. */
export const creditCode = <O extends Options>(zh: string, en: string, options?: O) =>
  column<string, O>('creditCode', zh, en, options);

/** The same column where a step or a form must be given it, though the register can do without. */
export const required = <C extends { readonly optional: boolean }>(given: C): C => ({ ...given, optional: false });

/** The same the other way: a form that asks for it in some cases only. */
export const optional = <C extends { readonly optional: boolean }>(given: C): C => ({ ...given, optional: true });

/** Kinds whose plain value never leaves the server unmasked and is stored encrypted. */
export const isSecret = (column: Column): boolean => column.kind === 'citizenId' || column.kind === 'mobile';
