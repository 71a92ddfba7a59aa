import { join } from 'node:path';
import type { Catalogue } from '../../src/platform/register/catalogue.ts';
import type { Register } from '../../src/platform/register/declare.ts';
import { isFooter, recognise, type SheetPlan } from '../../src/platform/register/import/recognise.ts';
import { namingColumns } from '../../src/platform/register/import/references.ts';
import { headOf } from '../../src/platform/register/import/run.ts';
import type { Cell } from '../../src/platform/register/rows.ts';
import { isCellFault, readCell, textOf } from '../../src/platform/register/values.ts';
import { openSheets, type Sheet } from '../../src/platform/sheets/open.ts';

export type Held = Readonly<Record<string, Cell>>;

/** What reading files back found: the records by register, and everything that would be refused. */
export interface ReadBack {
  readonly records: ReadonlyMap<string, readonly Held[]>;
  readonly plans: readonly { readonly file: string; readonly plan: SheetPlan }[];
  readonly problems: readonly string[];
  readonly catalogue: Catalogue;
  /** The record a cell of another register names. */
  find(register: string, name: string): Held | undefined;
}

/**
 * Reads the files in their order as an import would, without a database: recognises every sheet, reads every cell and looks up
 * every reference among the records before it. An answer computed another way, to hold the import and the figures against.
 */
export async function readBack(catalogue: Catalogue, directory: string, paths: readonly string[]): Promise<ReadBack> {
  const reader = new Reader(catalogue);
  for (const path of paths) await reader.file(join(directory, path), path);
  return reader;
}

class Reader implements ReadBack {
  readonly records = new Map<string, Held[]>();
  readonly plans: { file: string; plan: SheetPlan }[] = [];
  readonly problems: string[] = [];
  readonly catalogue: Catalogue;
  /** Records by the texts that name them, by register. */
  readonly #named = new Map<string, Map<string, Held>>();
  readonly #keys = new Map<string, Set<string>>();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
  }

  async file(path: string, name: string): Promise<void> {
    const sheets = await openSheets(path, { name });
    try {
      const planned: { sheet: Sheet; plan: SheetPlan; register: Register }[] = [];
      for await (const sheet of sheets.sheets()) {
        const plan = recognise(this.catalogue, sheet.name, await headOf(sheet), {});
        this.plans.push({ file: name, plan });
        if (!plan.register) this.#complain(name, sheet.name, 0, 'not recognised');
        else planned.push({ sheet, plan, register: this.catalogue.get(plan.register) });
      }
      // As the import does it: those first that others refer to.
      const rank = (one: Register): number =>
        planned.filter(({ register }) => register !== one && refersTo(one, register)).length;
      for (const { sheet, plan, register } of planned.sort((a, b) => rank(a.register) - rank(b.register))) {
        for (const missing of plan.missing) this.#complain(name, sheet.name, 0, `column ${missing} is missing`);
        for (const { header, key } of plan.columns) {
          if (key === null && header !== '' && header !== '序号')
            this.#complain(name, sheet.name, 0, `column ${header} is not known`);
        }
        const required = plan.columns.flatMap(({ key, index }) =>
          key && !register.columns[key]!.optional ? [index] : [],
        );
        const waiting: { number: number; held: Record<string, Cell> }[] = [];
        for await (const rows of sheet.rows()) {
          for (const row of rows) {
            if (row.number <= plan.headerRow! || isNote(row.cells.map(textOf), required)) continue;
            const held: Record<string, Cell> = {};
            for (const { key, index } of plan.columns) {
              if (key === null) continue;
              const value = readCell(register.columns[key]!, row.cells[index] ?? null);
              if (isCellFault(value)) this.#complain(name, sheet.name, row.number, `${key}: ${JSON.stringify(value)}`);
              else held[key] = value;
            }
            waiting.push({ number: row.number, held });
          }
        }
        for (const { held } of waiting) this.#learn(register, held);
        for (const { number, held } of waiting)
          this.#resolve(register, held, (what) => this.#complain(name, sheet.name, number, what));
      }
    } finally {
      sheets.close();
    }
  }

  #complain(file: string, sheet: string, row: number, what: string): void {
    this.problems.push(`${file} [${sheet}] ${row}: ${what}`);
  }

  #learn(register: Register, held: Held): void {
    const named = this.#named.get(register.name) ?? new Map<string, Held>();
    this.#named.set(register.name, named);
    for (const column of namingColumns(register)) if (held[column]) named.set(String(held[column]), held);
    const list = this.records.get(register.name) ?? [];
    list.push(held);
    this.records.set(register.name, list);
  }

  /** Follows the references and holds the natural key against those before. */
  #resolve(register: Register, held: Record<string, Cell>, complain: (what: string) => void): void {
    const keys = this.#keys.get(register.name) ?? new Set();
    this.#keys.set(register.name, keys);
    const key = JSON.stringify(register.key.map((column) => held[column]));
    if (keys.has(key)) complain(`key ${key} is doubled`);
    keys.add(key);
    for (const [column, { kind, to }] of Object.entries(register.columns)) {
      if (kind !== 'ref' || held[column] === undefined || held[column] === null) continue;
      if (!this.find(to!, String(held[column]))) complain(`${column} names no record of ${to}: ${held[column]}`);
    }
  }

  find(register: string, name: string): Held | undefined {
    return this.#named.get(register)?.get(name);
  }
}

/** A total, a remark or a signature: it lacks what a record must have. */
const isNote = (texts: readonly string[], required: readonly number[]): boolean =>
  !required.every((index) => texts[index]) && isFooter(texts.find((text) => text !== '') ?? '');

const refersTo = (from: Register, to: Register): boolean =>
  Object.values(from.columns).some((column) => column.kind === 'ref' && column.to === to.name);
