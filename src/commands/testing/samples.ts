import { systemSession } from '../../platform/database/session.ts';
import { citizenIdCheck } from '../../platform/identifiers/citizen-id.ts';
import { creditCodeCheck } from '../../platform/identifiers/credit-code.ts';
import type { Column } from '../../platform/register/columns.ts';
import type { Register } from '../../platform/register/declare.ts';
import { createRecord } from '../../platform/register/records/change.ts';
import type { RecordDesk } from '../../platform/register/records/desk.ts';
import type { Cell } from '../../platform/register/rows.ts';

/** Whose record a sample is, where its register knows of units and officers. */
export interface Owner {
  readonly unit: string;
  readonly officer: string;
}

/** Makes valid records of any register out of its declaration, each different from the others of its register. */
export class Samples {
  readonly #desk: RecordDesk;
  readonly #made = new Map<string, string[]>();

  constructor(desk: RecordDesk) {
    this.#desk = desk;
  }

  /**
   * @param given values that are not left to the declaration
   * @returns the new record
   */
  async add(register: Register, owner?: Owner, given: Readonly<Record<string, Cell>> = {}): Promise<string> {
    const made = this.#made.get(register.name) ?? [];
    this.#made.set(register.name, made);
    const number = made.length + 1;
    const values: Record<string, Cell> = {};
    for (const [key, column] of Object.entries(register.columns)) {
      const owned = key === register.unit ? owner?.unit : key === register.officer ? owner?.officer : undefined;
      if (key in given) values[key] = given[key]!;
      else if (owned) values[key] = owned;
      else if (column.optional) values[key] = null;
      else if (column.kind === 'ref')
        values[key] = await this.#one(column.to!, distinguishing(register).has(key) ? number : 1);
      else values[key] = sample(column, number);
    }
    const { record } = await createRecord(this.#desk, systemSession, register, values);
    made.push(record);
    return record;
  }

  /** The n-th sample of a register; those that are not there yet are made. */
  async #one(name: string, nth: number): Promise<string> {
    const made = () => this.#made.get(name) ?? [];
    while (made().length < nth) await this.add(this.#desk.registry.catalogue.get(name));
    return made()[nth - 1]!;
  }
}

/** Columns in which two records of a register must not all agree. */
const distinguishing = ({ key, checks }: Register): ReadonlySet<string> =>
  new Set([...key, ...(checks ?? []).flatMap((check) => (check.rule === 'onlyOnce' ? check.columns : []))]);

const HOUR = 3_600_000;
const start = Date.UTC(2021, 2, 1);

/** A value that its column takes; numbers up to some hundreds give different ones where the kind allows it. */
function sample(column: Column, number: number): Cell {
  const digits = (count: number): string => String(number).padStart(count, '0');
  const at = new Date(start + number * 24 * HOUR);
  switch (column.kind) {
    case 'text':
      return `S${digits(Math.min(column.max! - 1, 5))}`;
    case 'integer':
      return number;
    case 'decimal':
      return '1';
    case 'date':
      return at.toISOString().slice(0, 10);
    case 'time':
      return at.toISOString();
    case 'yesNo':
      return number % 2 === 0;
    case 'choice': {
      const codes = Object.keys(column.choices!);
      return codes[number % codes.length]!;
    }
    case 'mobile':
      return `1990000${digits(4)}`;
    case 'citizenId': {
      const first = `99010119800101${digits(3)}`;
      return `${first}${citizenIdCheck(first)}`;
    }
    case 'creditCode': {
      const first = `9199010100000${digits(4)}`;
      return `${first}${creditCodeCheck(first)}`;
    }
    case 'ref':
      throw new Error('a reference needs a record');
  }
}
