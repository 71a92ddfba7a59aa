import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { commitmentOf } from '../../ledger/commitment.ts';
import type { WriteTx } from '../../ledger/perform.ts';
import { randomSource } from '../../random.ts';
import { columnLetter, type Row as SheetRow } from '../../sheets/cells.ts';
import { type Column, isSecret } from '../columns.ts';
import type { Register } from '../declare.ts';
import { type Fault, fault } from '../faults.ts';
import type { Registry } from '../list.ts';
import { type Cell, contentOf, storedColumns } from '../rows.ts';
import { snake, tableOf } from '../tables.ts';
import { isCellFault, readCell, storeValue, textOf } from '../values.ts';
import { type NewVersion, prepareVersions, type Retirement, retireVersions } from '../write.ts';
import { type CurrentVersion, currentVersions } from './current.ts';
import { keepMasked, maskedIn } from './masked.ts';
import { isFooter, normaliseHeader, type SheetPlan } from './recognise.ts';
import type { References } from './references.ts';

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

export interface Counts {
  rows: number;
  added: number;
  superseded: number;
  unchanged: number;
  faulty: number;
}

interface Context {
  readonly tx: WriteTx;
  readonly registry: Registry;
  readonly references: References;
  readonly importId: string;
  /** Units whose records the session may write; null when all. */
  readonly units: ReadonlySet<string> | null;
  /** Rows that an earlier attempt found to break a rule over many rows. */
  readonly leftOut: ReadonlySet<number>;
  readonly counts: Counts;
  find(finding: Finding): void;
}

interface ReadRow {
  readonly number: number;
  readonly cells: SheetRow['cells'];
  readonly values: Record<string, Cell>;
  /** Numbers that stand for those the record holds already. */
  readonly masked: Record<string, string>;
}

/** Rows handed to the database at once. */
const BATCH = 5_000;

interface Source {
  readonly key: string;
  readonly index: number;
  readonly secret: boolean;
}

/** Registers the rows of one sheet, batch by batch, inside the import's transaction. */
export class SheetRun {
  readonly #context: Context;
  readonly #plan: SheetPlan;
  readonly #register: Register;
  readonly #sources: readonly Source[];
  readonly #columns: readonly { readonly key: string; readonly column: Column; readonly name: string }[];
  readonly #headers: ReadonlyMap<number, string>;
  /**
   * A row without values, and the same as it is stored. Rows begin as copies of them: an object that grows key by key is moved
   * again and again, and this is done for every row.
   */
  readonly #blank: Readonly<Record<string, Cell>>;
  readonly #blankStored: Readonly<Record<string, null>>;
  readonly #references: readonly { readonly key: string; readonly column: Column }[];
  /** Columns of the sheet that every record fills. */
  readonly #required: readonly number[];
  /** First row of each key in this sheet. */
  readonly #seen = new Map<string, number>();
  /** Rows that name records of their own register which may still follow. */
  #waiting: ReadRow[] = [];
  /** Rows read and not yet handed to the database. */
  #read_: ReadRow[] = [];
  #writing: Promise<void> = Promise.resolve();
  #hasCurrent = true;

  constructor(context: Context, plan: SheetPlan, register: Register) {
    this.#context = context;
    this.#plan = plan;
    this.#register = register;
    this.#sources = plan.columns.flatMap(({ key, index }) =>
      key === null ? [] : [{ key, index, secret: isSecret(register.columns[key]!) }],
    );
    this.#columns = Object.entries(register.columns).map(([key, column]) => ({ key, column, name: snake(key) }));
    this.#references = this.#columns.filter(({ column }) => column.kind === 'ref');
    this.#required = this.#sources.filter(({ key }) => !register.columns[key]!.optional).map(({ index }) => index);
    this.#blank = Object.fromEntries(this.#sources.map(({ key }) => [key, null]));
    this.#blankStored = Object.fromEntries(storedColumns(register).map((name) => [name, null]));
    this.#headers = new Map(plan.columns.map(({ index, header }) => [index, normaliseHeader(header)]));
  }

  /** Nothing to compare with in an empty register, so its first import needs no look-ups. */
  async begin(): Promise<void> {
    const { rows } = await sql<{ some: boolean }>`
      select exists (select from ${sql.raw(tableOf(this.#register).sql)} where retired_at is null) as some`.execute(
      this.#context.tx.db,
    );
    this.#hasCurrent = rows[0]!.some;
  }

  /** Reads and prepares a batch while the database still writes the one before. */
  async batch(rows: readonly SheetRow[]): Promise<void> {
    const read = rows.filter((row) => this.#isData(row)).map((row) => this.#read(row));
    this.#context.counts.rows += read.length;
    this.#read_.push(...read.filter((row) => row !== undefined));
    if (this.#read_.length >= BATCH) await this.#flush();
  }

  async #flush(): Promise<void> {
    const rows = this.#read_;
    this.#read_ = [];
    const write = await this.#settle(rows);
    await this.#writing;
    this.#writing = write();
    // The failure is seen by whoever waits next; until then it must not count as unhandled.
    this.#writing.catch(() => undefined);
  }

  /** Rows that waited for their own register are tried until no more can be resolved; the rest are faults. */
  async end(): Promise<void> {
    await this.#flush();
    await this.#writing;
    while (this.#waiting.length > 0) {
      const before = this.#waiting;
      this.#waiting = [];
      this.#context.references.forgetUnknown(this.#register.name);
      await (await this.#settle(before, true))();
      if (this.#waiting.length === before.length) {
        const stuck = this.#waiting;
        this.#waiting = [];
        for (const row of stuck) this.#unresolved(row, true);
        this.#context.counts.faulty += stuck.length;
        return;
      }
    }
  }

  #isData(row: SheetRow): boolean {
    if (row.number <= this.#plan.headerRow!) return false;
    const filled = this.#sources.filter(({ index }) => !isEmpty(row.cells[index]));
    const whole = this.#required.every((index) => !isEmpty(row.cells[index]));
    // Only a row that lacks something can be a total, a remark or a signature; a heading lacks nothing but says its own names.
    if (!whole) {
      const first = textOf(row.cells.find((cell) => !isEmpty(cell)) ?? null);
      if (isFooter(first) || (filled.length <= 1 && this.#required.length > 2)) {
        this.#note(row.number, fault('row.footer', { text: first.slice(0, 60) }));
        return false;
      }
    }
    if (filled.length > 1 && filled.slice(0, 3).some((source) => this.#repeatsHeader(row, source))) {
      if (filled.filter((source) => this.#repeatsHeader(row, source)).length >= filled.length * 0.7) {
        this.#note(row.number, fault('row.headerRepeated'));
        return false;
      }
    }
    return true;
  }

  #repeatsHeader(row: SheetRow, { index }: Source): boolean {
    const cell = row.cells[index];
    return typeof cell === 'string' && cell.length < 40 && normaliseHeader(cell) === this.#headers.get(index);
  }

  #note(row: number, found: Fault): void {
    this.#context.find({
      severity: 'note',
      sheet: this.#plan.sheet,
      row,
      letter: null,
      header: null,
      value: null,
      fault: found,
    });
  }

  #fault(row: ReadRow, key: string | null, found: Fault): void {
    const source = key === null ? undefined : this.#sources.find((one) => one.key === key);
    const hidden = key !== null && isSecret(this.#register.columns[key]!);
    this.#context.find({
      severity: 'fault',
      sheet: this.#plan.sheet,
      row: row.number,
      letter: source ? columnLetter(source.index) : null,
      header: source ? (this.#plan.columns[source.index]?.header ?? null) : null,
      value: source && !hidden ? textOf(row.cells[source.index] ?? null).slice(0, 200) : null,
      fault: found,
    });
  }

  /** Reads every mapped cell; undefined when one of them is wrong. Columns the sheet lacks are empty. */
  #read(row: SheetRow): ReadRow | undefined {
    const values = { ...this.#blank };
    const read: ReadRow = { number: row.number, cells: row.cells, values, masked: {} };
    let sound = !this.#context.leftOut.has(row.number);
    for (const { key, index, secret } of this.#sources) {
      const cell = row.cells[index] ?? null;
      const mask = secret ? maskedIn(cell) : undefined;
      if (mask !== undefined && !this.#register.key.includes(key)) {
        read.masked[key] = mask;
        continue;
      }
      const value = mask === undefined ? readCell(this.#register.columns[key]!, cell) : fault('secret.maskedKey');
      if (isCellFault(value)) {
        this.#fault(read, key, value);
        sound = false;
      } else values[key] = value;
    }
    if (!sound) {
      this.#context.counts.faulty += 1;
      return undefined;
    }
    return read;
  }

  /** Resolves references, holds each row against scope and key, and gives what writes the sound ones. */
  async #settle(read: readonly ReadRow[], again = false): Promise<() => Promise<void>> {
    await this.#learnReferences(read);
    const sound: ReadRow[] = [];
    for (const row of read) {
      const state = this.#unresolved(row, false);
      if (state === 'wait') this.#waiting.push(row);
      else if (state === 'fault' || !this.#mayWrite(row) || this.#repeats(row, again)) this.#context.counts.faulty += 1;
      else sound.push(row);
    }
    return this.#prepare(sound);
  }

  async #learnReferences(read: readonly ReadRow[]): Promise<void> {
    const wanted = new Map<string, string[]>();
    for (const { key, column } of this.#references) {
      const texts = wanted.get(column.to!) ?? [];
      for (const row of read) if (typeof row.values[key] === 'string') texts.push(row.values[key]);
      wanted.set(column.to!, texts);
    }
    for (const [register, texts] of wanted) {
      const fresh = this.#context.references.unheard(register, texts);
      if (fresh.length === 0) continue;
      await this.#writing;
      await this.#context.references.learn(register, fresh);
    }
  }

  /**
   * Replaces the texts of references by records. A name missing from the row's own register may still come further down, so
   * such a row waits once.
   */
  #unresolved(row: ReadRow, last: boolean): 'fault' | 'wait' | undefined {
    let state: 'fault' | 'wait' | undefined;
    let found: Record<string, string> | undefined;
    for (const { key, column } of this.#references) {
      const text = row.values[key];
      if (typeof text !== 'string') continue;
      const named = this.#context.references.get(column.to!, text);
      if (typeof named === 'object') {
        found ??= {};
        found[key] = named.record;
      } else if (named === 'unknown' && column.to === this.#register.name && !last) {
        state ??= 'wait';
      } else {
        this.#fault(
          row,
          key,
          fault(named === 'unknown' ? 'ref.unknown' : 'ref.ambiguous', {
            value: text.slice(0, 60),
            register: this.#context.registry.catalogue.get(column.to!).words,
          }),
        );
        state = 'fault';
      }
    }
    if (state === undefined && found) Object.assign(row.values, found);
    return state;
  }

  #mayWrite(row: ReadRow): boolean {
    const { unit } = this.#register;
    if (!this.#context.units || !unit || this.#context.units.has(String(row.values[unit]))) return true;
    this.#fault(row, unit, fault('row.notYourUnit'));
    return false;
  }

  #keyOf(row: ReadRow): string {
    const { key } = this.#register;
    return key.length === 1 ? String(row.values[key[0]!]) : JSON.stringify(key.map((name) => row.values[name]));
  }

  #repeats(row: ReadRow, again: boolean): boolean {
    const key = this.#keyOf(row);
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, row.number);
      return false;
    }
    if (again && first === row.number) return false;
    const shown = this.#register.key.map((name) =>
      textOf(row.cells[this.#sources.find((one) => one.key === name)?.index ?? -1] ?? null),
    );
    this.#fault(row, this.#register.key[0]!, fault('row.duplicate', { row: first, key: shown.join(' ') }));
    return true;
  }

  async #prepare(rows: readonly ReadRow[]): Promise<() => Promise<void>> {
    if (rows.length === 0) return async () => undefined;
    const { tx, importId, counts } = this.#context;
    const stored = rows.map((row) => this.#stored(row));
    const secrets = new Set(rows.flatMap(({ masked }) => Object.keys(masked)));
    const current = await this.#current(stored, secrets);
    const versions: NewVersion[] = [];
    const retired: Retirement[] = [];
    rows.forEach((row, index) => {
      const source = { import: importId, sheet: this.#plan.sheet, row: row.number };
      const before = current[index];
      const wrong = keepMasked(this.#context.registry.vault, this.#register, row.masked, before, stored[index]!);
      if (wrong.length > 0) {
        for (const found of wrong) this.#fault(row, found.key, found.fault);
        counts.faulty += 1;
        return;
      }
      if (!before) {
        versions.push({ record: newRecord(), version: 1, stored: stored[index]!, source });
        counts.added += 1;
        return;
      }
      // The stored salt tells whether the content is the same without comparing it column by column.
      const same =
        before.salt &&
        commitmentOf(before.salt, contentOf(this.#register, before.record, before.version, stored[index]!)).equals(
          before.commitment,
        );
      if (same) {
        counts.unchanged += 1;
        return;
      }
      retired.push({ record: before.record, version: before.version });
      versions.push({ record: before.record, version: before.version + 1, stored: stored[index]!, source });
      counts.superseded += 1;
    });
    const write = prepareVersions(tx, this.#register, versions);
    return async () => {
      await retireVersions(tx, this.#register, retired, 'superseded', `import ${importId}`);
      await write();
    };
  }

  /** The current version of each row's record, once everything before is written. */
  async #current(
    stored: readonly Record<string, unknown>[],
    secrets: ReadonlySet<string>,
  ): Promise<(CurrentVersion | undefined)[]> {
    if (!this.#hasCurrent) return [];
    await this.#writing;
    return currentVersions(this.#context.tx, this.#register, stored, secrets);
  }

  #stored(row: ReadRow): Record<string, unknown> {
    const into: Record<string, unknown> = { ...this.#blankStored };
    for (const { key, column, name } of this.#columns) {
      storeValue(this.#context.registry.vault, column, name, row.values[key] ?? null, into);
    }
    return into;
  }
}

const random = randomSource(16);
const newRecord = (): string => uuidv7({ random: random() });

const isEmpty = (cell: SheetRow['cells'][number] | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
