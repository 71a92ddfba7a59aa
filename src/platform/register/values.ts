import { parseCitizenId } from '../identifiers/citizen-id.ts';
import { parseCreditCode } from '../identifiers/credit-code.ts';
import { explain as explainIdentifier, type Parsed } from '../identifiers/fault.ts';
import { parseMobile } from '../identifiers/mobile.ts';
import type { Vault } from '../sealing/vault.ts';
import { DateCell, ErrorCell, FormulaCell, type Cell as SheetCell } from '../sheets/cells.ts';
import {
  isFault,
  parseBoolean,
  parseDate,
  parseDateTime,
  parseDecimal,
  parseInteger,
  toHalfWidth,
  valueFaults,
} from '../sheets/values.ts';
import { normaliseIdentifier } from '../text/normalise.ts';
import type { Column } from './columns.ts';
import { type Fault, fault } from './faults.ts';
import type { Cell } from './rows.ts';

/** A parsed cell: the value to store, or what is wrong with it. Values are never objects, faults always are. */
export type Read = Cell | Fault;

export const isCellFault = (read: Read): read is Fault => typeof read === 'object' && read !== null;

/** The text a person sees in a cell, trimmed. Days are written as ISO dates. */
export function textOf(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (cell instanceof FormulaCell) return textOf(cell.value);
  if (cell instanceof ErrorCell) return cell.text;
  const day = parseDate(cell);
  return isFault(day) ? String(cell.serial) : day;
}

/**
 * Reads one cell for a column. References come back as the text that names the record; the import resolves them in batches.
 * This runs for every cell of every workbook, so plain values take the short way.
 */
export function readCell(column: Column, cell: SheetCell): Read {
  const plain = cell instanceof FormulaCell ? cell.value : cell;
  if (plain === null || (typeof plain === 'string' && plain.trim() === '')) {
    return column.optional ? null : fault('cell.required');
  }
  if (plain instanceof ErrorCell) return fault('cell.value', { detail: valueFaults.error.text });
  switch (column.kind) {
    case 'text':
      return readText(column, plain);
    case 'integer': {
      const number = parseInteger(plain);
      if (isFault(number)) return fault('cell.value', { detail: number.text });
      return number < 0 ? fault('number.negative') : number;
    }
    case 'decimal': {
      const number = parseDecimal(plain, column.scale);
      return isFault(number) ? fault('cell.value', { detail: number.text }) : fixed(number, column.scale ?? 2);
    }
    case 'date': {
      const day = parseDate(plain);
      return isFault(day) ? fault('cell.value', { detail: day.text }) : day;
    }
    case 'time': {
      const moment = parseDateTime(plain);
      return isFault(moment) ? fault('cell.value', { detail: moment.text }) : new Date(moment).toISOString();
    }
    case 'yesNo': {
      const answer = parseBoolean(plain);
      return isFault(answer) ? fault('cell.value', { detail: answer.text }) : answer;
    }
    case 'choice':
      return readChoice(column, plain);
    case 'ref':
      return textOf(plain);
    case 'citizenId':
      return identifier(parseCitizenId(normaliseIdentifier(textOf(plain))), ({ number }) => number);
    case 'mobile':
      return identifier(parseMobile(normaliseIdentifier(textOf(plain))), (number) => number);
    case 'creditCode':
      return identifier(parseCreditCode(normaliseIdentifier(textOf(plain))), ({ code }) => code);
  }
}

function readText(column: Column, cell: Exclude<SheetCell, null | FormulaCell>): Read {
  const text = typeof cell === 'string' ? cell.trim() : cell instanceof DateCell ? textOf(cell) : String(cell);
  // Counted in characters as people count them only when it could matter: code units are never fewer.
  if (text.length > column.max! && [...text].length > column.max!) {
    return fault('cell.tooLong', { max: column.max, got: [...text].length });
  }
  // A lone surrogate or a NUL cannot be stored as text.
  return text.includes('\u0000') || !text.isWellFormed() ? text.replaceAll('\u0000', '').toWellFormed() : text;
}

/** Exactly `scale` digits after the point, as the database gives the number back: the commitment is made over this text. */
function fixed(number: string, scale: number): string {
  if (scale === 0) return number;
  const [whole, fraction = ''] = number.split('.');
  return `${whole}.${fraction.padEnd(scale, '0')}`;
}

const choices = new WeakMap<Column, ReadonlyMap<string, string>>();

function readChoice(column: Column, cell: Exclude<SheetCell, null | FormulaCell>): Read {
  let known = choices.get(column);
  if (!known) {
    const entries = Object.entries(column.choices!).flatMap(([code, { zh, en }]) =>
      [code, toHalfWidth(zh), en].map((name) => [name.toLowerCase(), code] as const),
    );
    known = new Map(entries);
    choices.set(column, known);
  }
  // Nearly every cell holds a code or label as it is declared.
  const exact = typeof cell === 'string' ? known.get(cell) : undefined;
  if (exact !== undefined) return exact;
  const text = toHalfWidth(textOf(cell));
  const code = known.get(text.toLowerCase());
  if (code !== undefined) return code;
  const all = Object.values(column.choices!);
  const list = (language: 'zh' | 'en'): string => all.map((one) => one[language]).join('、');
  return fault('choice.unknown', { value: text, choices: { zh: list('zh'), en: list('en') } });
}

function identifier<T>(found: Parsed<T>, value: (found: T) => string): Read {
  return found.ok ? value(found.value) : fault('cell.value', { detail: explainIdentifier(found.fault) });
}

/** Writes a value under its stored column names: a secret becomes its ciphertext and its hash. */
export function storeValue(
  vault: Vault,
  column: Column,
  name: string,
  value: Cell,
  into: Record<string, unknown>,
): void {
  if (value !== null && (column.kind === 'citizenId' || column.kind === 'mobile')) {
    into[name] = vault.encrypt(value as string);
    into[`${name}_hash`] = vault.hash(value as string);
  } else {
    into[name] = value;
  }
}
