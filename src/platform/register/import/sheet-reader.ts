import { columnLetter, type Row as SheetRow } from '../../sheets/cells.ts';
import { type Column, isSecret } from '../columns.ts';
import type { Register } from '../declare.ts';
import { type Fault, fault } from '../faults.ts';
import { type Cell, storedColumns } from '../rows.ts';
import { snake } from '../tables.ts';
import { isCellFault, readCell, textOf } from '../values.ts';
import { type Masked, maskedIn } from './masked.ts';
import { isFooter, normaliseHeader, type SheetPlan } from './recognise.ts';

/** Something found in a sheet. A note is left out and told; a fault keeps its row from being registered. */
export interface Finding {
  readonly severity: 'fault' | 'note';
  readonly sheet: string;
  readonly row: number;
  readonly letter: string | null;
  readonly header: string | null;
  readonly value: string | null;
  readonly fault: Fault;
}

/** A row whose cells were read. */
export interface ReadRow {
  readonly number: number;
  readonly cells: SheetRow['cells'];
  /** In the order of `storedColumns`: references still as the texts that name records, secrets still as people write them. */
  readonly values: Cell[];
  /** Numbers that stand for those the record holds already. */
  masked?: Masked;
}

/** A column of the register, and where its values stand. */
export interface Placed {
  readonly key: string;
  readonly column: Column;
  /** Place among the stored columns; the hash of a secret stands behind it. */
  readonly place: number;
}

/** A column of the sheet that goes into the register. */
interface Source extends Placed {
  /** Column of the sheet, from 0. */
  readonly index: number;
  /** Its heading as headings are compared. */
  readonly header: string;
  readonly secret: boolean;
}

/** The columns of a register with their places among the stored ones, by key. */
export function placesOf(register: Register): ReadonlyMap<string, Placed> {
  const names = storedColumns(register);
  return new Map(
    Object.entries(register.columns).map(([key, column]) => [key, { key, column, place: names.indexOf(snake(key)) }]),
  );
}

/** Reads the rows of one sheet for its register and says what is wrong with them. */
export class SheetReader {
  readonly #plan: SheetPlan;
  readonly #register: Register;
  readonly #find: (finding: Finding) => void;
  readonly #sources: readonly Source[];
  /** Columns of the sheet that every record fills. */
  readonly #required: readonly number[];
  /** A row begins as a copy of this: columns that the sheet lacks are empty. */
  readonly #blank: readonly null[];

  constructor(plan: SheetPlan, register: Register, find: (finding: Finding) => void) {
    this.#plan = plan;
    this.#register = register;
    this.#find = find;
    const places = placesOf(register);
    this.#sources = plan.columns
      .filter(({ key }) => key !== null)
      .map(({ key, index, header }) => ({
        ...places.get(key!)!,
        index,
        header: normaliseHeader(header),
        secret: isSecret(register.columns[key!]!),
      }));
    this.#required = this.#sources.filter(({ column }) => !column.optional).map(({ index }) => index);
    this.#blank = storedColumns(register).map(() => null);
  }

  /** Whether a row holds a record, and not a heading or what stands above and below the records. */
  isData(row: SheetRow): boolean {
    if (row.number <= this.#plan.headerRow!) return false;
    let filled = 0;
    let headings = 0;
    for (const source of this.#sources) {
      const cell = row.cells[source.index];
      if (isEmpty(cell)) continue;
      filled += 1;
      // A heading shows in the first cells already; the others are compared only when one of those is one.
      if ((filled <= 3 || headings > 0) && repeatsHeading(cell, source)) headings += 1;
    }
    // Only a row that lacks something can be a total, a remark or a signature; a heading lacks nothing but says its own names.
    if (this.#required.some((index) => isEmpty(row.cells[index]))) {
      const first = textOf(row.cells.find((cell) => !isEmpty(cell)) ?? null);
      if (isFooter(first) || (filled <= 1 && this.#required.length > 2)) {
        this.#note(row.number, fault('row.footer', { text: first.slice(0, 60) }));
        return false;
      }
    }
    if (filled > 1 && headings > 0 && headings >= filled * 0.7) {
      this.#note(row.number, fault('row.headerRepeated'));
      return false;
    }
    return true;
  }

  /** Reads every mapped cell; undefined when one of them is wrong. */
  read({ number, cells }: SheetRow): ReadRow | undefined {
    const values: Cell[] = this.#blank.slice();
    const row: ReadRow = { number, cells, values };
    let sound = true;
    for (const { key, column, index, place, secret } of this.#sources) {
      const cell = cells[index] ?? null;
      const mask = secret ? maskedIn(cell) : undefined;
      if (mask !== undefined && !this.#register.key.includes(key)) {
        row.masked = { ...row.masked, [key]: mask };
        continue;
      }
      const value = mask === undefined ? readCell(column, cell) : fault('secret.maskedKey');
      if (isCellFault(value)) {
        this.fault(row, key, value);
        sound = false;
      } else values[place] = value;
    }
    return sound ? row : undefined;
  }

  /** The text of the cell that a register's column was read from. */
  shown(row: ReadRow, key: string): string {
    return textOf(row.cells[this.#sourceOf(key)?.index ?? -1] ?? null);
  }

  /** Tells a fault at the cell of a column, or of the row as a whole. */
  fault(row: ReadRow, key: string | null, found: Fault): void {
    const source = key === null ? undefined : this.#sourceOf(key);
    const hidden = key !== null && isSecret(this.#register.columns[key]!);
    this.#find({
      severity: 'fault',
      sheet: this.#plan.sheet,
      row: row.number,
      letter: source ? columnLetter(source.index) : null,
      header: source ? (this.#plan.columns[source.index]?.header ?? null) : null,
      value: source && !hidden ? textOf(row.cells[source.index] ?? null).slice(0, 200) : null,
      fault: found,
    });
  }

  #sourceOf(key: string): Source | undefined {
    return this.#sources.find((one) => one.key === key);
  }

  #note(row: number, found: Fault): void {
    this.#find({
      severity: 'note',
      sheet: this.#plan.sheet,
      row,
      letter: null,
      header: null,
      value: null,
      fault: found,
    });
  }
}

function repeatsHeading(cell: SheetRow['cells'][number] | undefined, { header }: Source): boolean {
  if (typeof cell !== 'string' || cell.length >= 40) return false;
  // A cell of plain ASCII never becomes a Chinese heading, and asking costs a tenth of bringing it into its compared form.
  if (isAscii(cell) && !isAscii(header)) return false;
  return normaliseHeader(cell) === header;
}

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

const isEmpty = (cell: SheetRow['cells'][number] | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
