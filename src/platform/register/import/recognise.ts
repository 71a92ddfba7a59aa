import type { Catalogue } from '../catalogue.ts';
import type { Columns, Register } from '../declare.ts';

/** A column of a sheet and the register column it is taken for. */
export interface MappedColumn {
  /** 0-based place in the sheet. */
  readonly index: number;
  readonly header: string;
  readonly key: string | null;
  readonly by: 'label' | 'alias' | 'remembered' | 'person' | 'none';
}

export interface SheetPlan {
  readonly sheet: string;
  readonly register: string | null;
  /** Last row of the heading, as the spreadsheet program numbers it; data begins below. */
  readonly headerRow: number | null;
  readonly columns: readonly MappedColumn[];
  /** Required columns of the register that no heading stands for. */
  readonly missing: readonly string[];
  /** Set when a person took the decision: nothing is recognised anew then. */
  readonly decided?: true;
}

/** What a unit called its columns before: normalised header to register column, by register. */
export type Memory = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The first rows of a sheet as text, each with its number. */
export type Head = readonly { readonly number: number; readonly cells: readonly string[] }[];

/** How many of the first rows may hold titles before the heading. */
export const HEAD_ROWS = 20;

/**
 * Headings differ in width, spaces, marks and remarks in brackets, not in their words: `＊姓 名（必填）` is `姓名`.
 * Case is ignored for the English labels.
 */
export const normaliseHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^)]*\)|（[^）]*）|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s*＊:：.、,，/_-]+/g, '')
    .toLowerCase();

interface Name {
  readonly key: string;
  readonly by: 'label' | 'alias';
}

const dictionaries = new WeakMap<Columns, ReadonlyMap<string, Name>>();

/** Every heading a register answers to. A label always wins over another column's alias. */
function dictionary(register: Register): ReadonlyMap<string, Name> {
  let names = dictionaries.get(register.columns);
  if (!names) {
    const found = new Map<string, Name>();
    const columns = Object.entries(register.columns);
    for (const [key, column] of columns) {
      for (const alias of column.aliases) found.set(normaliseHeader(alias), { key, by: 'alias' });
    }
    for (const [key, column] of columns) {
      for (const label of [key, column.words.en, column.words.zh])
        found.set(normaliseHeader(label), { key, by: 'label' });
    }
    names = found;
    dictionaries.set(register.columns, names);
  }
  return names;
}

/** One way a heading may be read: as it stands, and as it is compared. */
interface Spelling {
  readonly text: string;
  readonly normal: string;
}

/** The column map of one register over one heading. Two headings for one column: the first is taken, the second left out. */
function mapColumns(register: Register, headers: readonly (readonly Spelling[])[], memory: Memory): MappedColumn[] {
  const names = dictionary(register);
  const remembered = memory[register.name] ?? {};
  const taken = new Set<string>();
  return headers.map((spellings, index) => {
    for (const { text, normal } of spellings) {
      const before = remembered[normal];
      const found: { key: string; by: MappedColumn['by'] } | undefined =
        before && register.columns[before] ? { key: before, by: 'remembered' } : names.get(normal);
      if (found && !taken.has(found.key)) {
        taken.add(found.key);
        return { index, header: text, ...found };
      }
    }
    return { index, header: spellings[0]?.text ?? '', key: null, by: 'none' as const };
  });
}

/** All spellings a column of a heading may go by: its own cell, and a heading of two rows joined. */
function spellingsOf(head: Head, at: number): Spelling[][] {
  const lower = head[at]!.cells;
  const upper = at > 0 ? head[at - 1]!.cells : [];
  const width = Math.max(lower.length, upper.length);
  let group = '';
  return Array.from({ length: width }, (_, index) => {
    // A merged group heading stands in its first column only.
    if (upper[index]) group = upper[index]!;
    const own = lower[index] ?? '';
    const texts = own === '' ? [upper[index] ?? ''] : [own, `${group}${own}`];
    return texts.map((text) => ({ text, normal: normaliseHeader(text) })).filter(({ normal }) => normal !== '');
  });
}

export const requiredColumns = (register: Register): string[] =>
  Object.entries(register.columns)
    .filter(([, column]) => !column.optional)
    .map(([key]) => key);

interface Candidate {
  readonly register: Register;
  readonly headerRow: number;
  readonly columns: MappedColumn[];
  readonly missing: string[];
  readonly score: number;
}

/**
 * Finds the register a sheet was made for, its heading and its column map from the headings alone, in either language.
 * A sheet that fits none well (a cover page, a note) gets no register; the person may name one.
 * @param wanted the register a person chose, when they did
 */
export function recognise(catalogue: Catalogue, sheet: string, head: Head, memory: Memory, wanted?: string): SheetPlan {
  const registers = wanted ? [catalogue.get(wanted)] : catalogue.registers.filter(({ kept }) => !kept);
  const titles = normaliseHeader(
    `${sheet}${head
      .slice(0, 3)
      .flatMap(({ cells }) => cells)
      .join('')}`,
  );
  const headings = head.slice(0, HEAD_ROWS).map((_, at) => spellingsOf(head, at));
  let best: Candidate | undefined;
  for (const register of registers) {
    const required = requiredColumns(register);
    const titled =
      titles.includes(normaliseHeader(register.words.zh)) || titles.includes(normaliseHeader(register.words.en));
    for (const [at, heading] of headings.entries()) {
      const columns = mapColumns(register, heading, memory);
      const mapped = columns.filter(({ key }) => key !== null);
      const keys = new Set(mapped.map(({ key }) => key));
      const missing = required.filter((key) => !keys.has(key));
      const unknown = columns.filter(({ key, header }) => key === null && header !== '').length;
      // Required columns found count most; then all found; headings nobody knows speak against it.
      const score =
        mapped.length + 2 * (required.length - missing.length) - 3 * missing.length - unknown + (titled ? 4 : 0);
      if (mapped.length > 1 && (!best || score > best.score)) {
        best = { register, headerRow: head[at]!.number, columns, missing, score };
      }
    }
  }
  const fits = best && (wanted !== undefined || best.missing.length <= (requiredColumns(best.register).length - 1) / 2);
  if (!best || !fits) {
    return {
      sheet,
      register: wanted ?? null,
      headerRow: null,
      columns: [],
      missing: wanted ? requiredColumns(registers[0]!) : [],
    };
  }
  return {
    sheet,
    register: best.register.name,
    headerRow: best.headerRow,
    columns: best.columns,
    missing: best.missing,
  };
}

/** Rows that are not data: totals at the bottom, notes, signatures. They are left out and listed as such. */
const FOOTERS = /^(合计|总计|小计|共计|total|备注|注[:：]|说明|填表人|填报人|审核人|制表|联系电话|单位负责人)/i;

export const isFooter = (first: string): boolean => FOOTERS.test(first.replace(/\s+/g, ''));
