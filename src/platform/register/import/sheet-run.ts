import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { commitmentOf } from '../../ledger/commitment.ts';
import type { WriteTx } from '../../ledger/perform.ts';
import { randomSource } from '../../random.ts';
import type { Row as SheetRow } from '../../sheets/cells.ts';
import { isSecret } from '../columns.ts';
import type { Register } from '../declare.ts';
import { fault } from '../faults.ts';
import type { Registry } from '../list.ts';
import { contentOf, type StoredValues } from '../rows.ts';
import { tableOf } from '../tables.ts';
import { type ListedVersion, prepareVersions, type Retirement, retireVersions } from '../write.ts';
import { type CurrentVersion, currentVersions } from './current.ts';
import { keepMasked } from './masked.ts';
import type { SheetPlan } from './recognise.ts';
import type { References } from './references.ts';
import { type Finding, type Placed, placesOf, type ReadRow, SheetReader } from './sheet-reader.ts';

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

/**
 * Rows handed to the database at once. Measured with 1,000 to 5,000: the database does not care, and the fewer rows are alive
 * at a time, the less of them the garbage collector carries about.
 */
const BATCH = 1_000;

/**
 * Rows read between two turns of the event loop. Handing a batch over takes several messages there and back: without the turns
 * the database would wait at each of them for the next batch to be read. Other people's requests come in between, too.
 */
const TURN = 50;

/** Registers the rows of one sheet, batch by batch, inside the import's transaction. */
export class SheetRun {
  readonly #context: Context;
  readonly #plan: SheetPlan;
  readonly #register: Register;
  readonly #reader: SheetReader;
  readonly #references: readonly Placed[];
  readonly #secrets: readonly Placed[];
  /** Places of the natural key's values. */
  readonly #key: readonly number[];
  /** Place of the unit that a row belongs to. */
  readonly #unit: number | undefined;
  /** First row of each key in this sheet. */
  readonly #seen = new Map<string, number>();
  /** Rows that name records of their own register which may still follow. */
  #waiting: ReadRow[] = [];
  /** Rows read and not yet handed to the database. */
  #read: ReadRow[] = [];
  #writing: Promise<void> = Promise.resolve();
  #hasCurrent = true;

  constructor(context: Context, plan: SheetPlan, register: Register) {
    this.#context = context;
    this.#plan = plan;
    this.#register = register;
    this.#reader = new SheetReader(plan, register, context.find);
    const places = placesOf(register);
    this.#references = [...places.values()].filter(({ column }) => column.kind === 'ref');
    this.#secrets = [...places.values()].filter(({ column }) => isSecret(column));
    this.#key = register.key.map((key) => places.get(key)!.place);
    this.#unit = register.unit ? places.get(register.unit)!.place : undefined;
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
    const { counts, leftOut } = this.#context;
    for (const [at, row] of rows.entries()) {
      if (at % TURN === 0) await turn();
      if (!this.#reader.isData(row)) continue;
      counts.rows += 1;
      const read = this.#reader.read(row);
      if (read && !leftOut.has(row.number)) this.#read.push(read);
      else counts.faulty += 1;
    }
    if (this.#read.length >= BATCH) await this.#flush();
  }

  async #flush(): Promise<void> {
    const rows = this.#read;
    this.#read = [];
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
    for (const { place, column } of this.#references) {
      const texts = wanted.get(column.to!) ?? [];
      for (const { values } of read) if (values[place] !== null) texts.push(values[place] as string);
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
   * Replaces the texts of references by records, if all can be. A name missing from the row's own register may still come
   * further down, so such a row waits once.
   */
  #unresolved(row: ReadRow, last: boolean): 'fault' | 'wait' | undefined {
    let state: 'fault' | 'wait' | undefined;
    const found: (string | null)[] = [];
    for (const { key, column, place } of this.#references) {
      const text = row.values[place] as string | null;
      const named = text === null ? null : this.#context.references.get(column.to!, text);
      found.push(null);
      if (named === null) continue;
      if (typeof named === 'object') {
        found[found.length - 1] = named.record;
      } else if (named === 'unknown' && column.to === this.#register.name && !last) {
        state ??= 'wait';
      } else {
        this.#reader.fault(
          row,
          key,
          fault(named === 'unknown' ? 'ref.unknown' : 'ref.ambiguous', {
            value: text!.slice(0, 60),
            register: this.#context.registry.catalogue.get(column.to!).words,
          }),
        );
        state = 'fault';
      }
    }
    if (state === undefined) {
      for (const [at, { place }] of this.#references.entries()) row.values[place] = found[at]!;
    }
    return state;
  }

  #mayWrite(row: ReadRow): boolean {
    const { units } = this.#context;
    if (!units || this.#unit === undefined || units.has(String(row.values[this.#unit]))) return true;
    this.#reader.fault(row, this.#register.unit!, fault('row.notYourUnit'));
    return false;
  }

  #keyOf({ values }: ReadRow): string {
    const [first, ...more] = this.#key;
    if (more.length > 0) return JSON.stringify(this.#key.map((place) => values[place]));
    return ownText(String(values[first!]));
  }

  #repeats(row: ReadRow, again: boolean): boolean {
    const key = this.#keyOf(row);
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, row.number);
      return false;
    }
    if (again && first === row.number) return false;
    const shown = this.#register.key.map((name) => this.#reader.shown(row, name));
    this.#reader.fault(row, this.#register.key[0]!, fault('row.duplicate', { row: first, key: shown.join(' ') }));
    return true;
  }

  async #prepare(rows: readonly ReadRow[]): Promise<() => Promise<void>> {
    if (rows.length === 0) return async () => undefined;
    const { tx, importId, counts } = this.#context;
    for (const row of rows) this.#seal(row);
    const current = await this.#current(rows);
    const versions: ListedVersion[] = [];
    const retired: Retirement[] = [];
    for (const [index, row] of rows.entries()) {
      const { number, values } = row;
      const source = { import: importId, sheet: this.#plan.sheet, row: number };
      const before = current[index];
      if (!this.#unmask(row, before)) continue;
      if (!before) {
        versions.push({ record: newRecord(), version: 1, stored: values, source });
        counts.added += 1;
      } else if (this.#isSame(before, values)) {
        counts.unchanged += 1;
      } else {
        retired.push({ record: before.record, version: before.version });
        versions.push({ record: before.record, version: before.version + 1, stored: values, source });
        counts.superseded += 1;
      }
    }
    const write = prepareVersions(tx, this.#register, versions);
    return async () => {
      await retireVersions(tx, this.#register, retired, 'superseded', `import ${importId}`);
      await write();
    };
  }

  /** Puts the ciphertext and the hash of each secret where the number stood. */
  #seal({ values }: { readonly values: unknown[] }): void {
    const { vault } = this.#context.registry;
    for (const { place } of this.#secrets) {
      const number = values[place] as string | null;
      if (number === null) continue;
      values[place] = vault.encrypt(number);
      values[place + 1] = vault.hash(number);
    }
  }

  /** The stored salt tells whether the content is the same without comparing it column by column. */
  #isSame({ record, version, salt, commitment }: CurrentVersion, stored: StoredValues): boolean {
    return salt !== null && commitmentOf(salt, contentOf(this.#register, record, version, stored)).equals(commitment);
  }

  /** The current version of each row's record, once everything before is written. */
  async #current(rows: readonly ReadRow[]): Promise<(CurrentVersion | undefined)[]> {
    if (!this.#hasCurrent) return [];
    await this.#writing;
    const secrets = new Set(rows.flatMap(({ masked }) => (masked ? Object.keys(masked) : [])));
    return currentVersions(
      this.#context.tx,
      this.#register,
      rows.map(({ values }) => values),
      secrets,
    );
  }

  /** Takes over the numbers that a row shows masked; false when one of them is not the record's. */
  #unmask(row: ReadRow, before: CurrentVersion | undefined): boolean {
    if (!row.masked) return true;
    const { registry, counts } = this.#context;
    const wrong = keepMasked(registry.vault, this.#register, row.masked, before, row.values);
    for (const found of wrong) this.#reader.fault(row, found.key, found.fault);
    if (wrong.length > 0) counts.faulty += 1;
    return wrong.length === 0;
  }
}

const random = randomSource(16);
const newRecord = (): string => uuidv7({ random: random() });

/** The same text in memory of its own: a text cut out of a file's keeps all of the file's in memory. */
const ownText = (text: string): string => Buffer.from(text).toString();
