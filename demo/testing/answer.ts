import type { Measure, Value } from '../../src/platform/figure/declare.ts';
import type { Register } from '../../src/platform/register/declare.ts';
import type { RecordSet, Test } from '../../src/platform/register/sets.ts';
import type { Held, ReadBack } from './read-back.ts';

type Found = ReadBack;

/**
 * The value of a figure over records read back, as of a day: the same question as the database answers, asked in plain loops.
 * Dates are the smallest text; a ratio is a number.
 */
export function answer(found: Found, value: Value, asOf: string): number | string {
  switch (value.how) {
    case 'ratio':
      return Number(measure(found, value.part, asOf)) / Number(measure(found, value.base, asOf));
    case 'least': {
      const counts = new Map<unknown, number>();
      for (const one of records(found, value.set, asOf)) {
        const at = target(found, value.set.register, one, value.by);
        counts.set(at, (counts.get(at) ?? 0) + 1);
      }
      return Math.min(...records(found, value.each, asOf).map((one) => counts.get(one) ?? 0));
    }
    case 'total':
      throw new Error('a total is made of other figures');
    default:
      return measure(found, value, asOf);
  }
}

function measure(found: Found, measured: Measure, asOf: string): number | string {
  const all = records(found, measured.set, asOf);
  const { register } = measured.set;
  const at = (one: Held, path: string): unknown => follow(found, register, one, path);
  switch (measured.how) {
    case 'count':
      return all.length;
    case 'distinct': {
      const last = (one: Held): unknown => identity(found, register, one, measured.column);
      return new Set(all.map(last).filter((value) => value !== null && value !== undefined)).size;
    }
    case 'sum':
      return all.reduce((sum, one) => sum + Number(at(one, measured.column) ?? 0), 0);
    case 'min':
    case 'max': {
      const values = all
        .map((one) => at(one, measured.column))
        .filter((value) => value !== null && value !== undefined) as (string | number)[];
      values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      return (measured.how === 'min' ? values[0] : values.at(-1))!;
    }
    case 'filled':
      return Math.min(...all.map((one) => measured.columns.filter((column) => (one[column] ?? null) !== null).length));
  }
}

function records(found: Found, { register, where }: RecordSet, asOf: string): Held[] {
  const day = (value: unknown): string =>
    new Date(Date.parse(String(value)) + (String(value).length > 10 ? 8 * 3_600_000 : 0)).toISOString().slice(0, 10);
  return (found.records.get(register.name) ?? []).filter((one) => {
    const date = register.date && one[register.date];
    if (date && day(date) > asOf) return false;
    const ends = register.ends && one[register.ends];
    if (ends && day(ends) <= asOf) return false;
    return Object.entries(where).every(([path, test]) =>
      holds(follow(found, register, one, path) ?? null, test as Test),
    );
  });
}

/** The record a reference leads to. */
const target = (found: Found, register: Register, one: Held, column: string): Held | undefined =>
  one[column] === null || one[column] === undefined
    ? undefined
    : found.find(register.columns[column]!.to!, String(one[column]));

const step = (path: string): [string, string] => {
  const at = path.indexOf('.');
  return [path.slice(0, at), path.slice(at + 1)];
};

function follow(found: Found, register: Register, one: Held, path: string): unknown {
  if (!path.includes('.')) return one[path];
  const [first, rest] = step(path);
  const next = target(found, register, one, first);
  return next ? followTo(found, register, first, next, rest) : null;
}

const followTo = (found: Found, register: Register, column: string, next: Held, rest: string): unknown =>
  follow(found, found.catalogue.get(register.columns[column]!.to!), next, rest);

/** Two names of one record are one record. */
function identity(found: Found, register: Register, one: Held, path: string): unknown {
  if (path.includes('.')) {
    const [first, rest] = step(path);
    const next = target(found, register, one, first);
    return next ? identity(found, found.catalogue.get(register.columns[first]!.to!), next, rest) : null;
  }
  return register.columns[path]!.kind === 'ref' ? target(found, register, one, path) : one[path];
}

function holds(value: unknown, test: Test): boolean {
  if (Array.isArray(test)) return test.includes(value as never);
  if (typeof test !== 'object') return value === test;
  if ('filled' in test) return (value !== null) === test.filled;
  if ('contains' in test) return String(value).includes(test.contains);
  if ('not' in test)
    return value === null || !(Array.isArray(test.not) ? test.not : [test.not]).includes(value as never);
  const { from, to } = test as { from?: number; to?: number };
  return (
    value !== null && (from === undefined || (value as number) >= from) && (to === undefined || (value as number) <= to)
  );
}
