import { expect, test } from 'vitest';
import { allFigures, modules } from '../../modules/index.ts';
import { of } from '../register/sets.ts';
import { words } from '../words.ts';
import {
  countsItsRecords,
  equal,
  everyOwnerHasSome,
  notFewerThanPersons,
  partOfItsBase,
  sameBase,
  unitsAddUp,
} from './check-kinds.ts';
import { type CrossCheck, crossChecks, type Evaluated } from './checks.ts';
import { count, distinct, type Figure, type Measure, ratio, type Value } from './declare.ts';
import type { Result } from './evaluate.ts';

const registers = modules.flatMap((module) => module.registers);
const [one, two] = [of(registers[0]!), of(registers[1]!)];
const named = { id: 'X', words: words('校验', 'Check') };
const detail = words('甲{0}，乙{1}', '{0} and {1}');

const figure = (id: string, value: Value, more: Partial<Figure> = {}): Figure => ({
  id,
  words: words(`口径${id}`, `Figure ${id}`),
  unit: '件',
  kind: 'measure',
  version: 1,
  value,
  ...more,
});

/** Asks a check of figures whose results are given. */
function ask(
  check: CrossCheck,
  given: readonly (readonly [Figure, Partial<Result>])[],
  more: Partial<Evaluated> = {},
): ReturnType<CrossCheck['run']> {
  const figures = new Map(given.map(([one]) => [one.id, one]));
  const results = new Map(
    given.map(([{ id }, result]) => [id, { value: 1, base: null, records: 1, ...result } satisfies Result]),
  );
  const known: Evaluated = {
    desk: { registry: {} as never, find: (id) => figures.get(id) },
    results,
    measure: async () => 0,
    byUnit: async () => null,
    ...more,
  };
  return check.run(known, (id) => Number(results.get(id)!.value));
}

test.each([
  [12, 12, true],
  [12, 11, false],
])('values that must be one number: %d and %d', async (a, b, holds) => {
  const found = await ask(equal(named, ['a', 'b'], detail), [
    [figure('a', count(one)), { value: a }],
    [figure('b', count(one)), { value: b }],
  ]);
  expect(found).toEqual({ holds, detail: words(`甲${a}，乙${b}`, `${a} and ${b}`) });
});

test.each([
  [43_379, 19_000, true, '2.28'],
  [5, 5, true, '1.00'],
  [5, 6, false, '0.83'],
  [0, 0, true, '—'],
])('%d person-times of %d persons', async (times, persons, holds, average) => {
  const asked: Measure[] = [];
  const check = notFewerThanPersons(named, 'talks', 'officer', 'roster');
  const found = await ask(check, [[figure('talks', count(two)), { value: times }]], {
    async measure(value) {
      asked.push(value);
      return persons;
    },
  });
  expect(found.holds).toBe(holds);
  expect(found.detail.en).toBe(`${times} person-times, ${persons} officers, ${average} each; — officers take part`);
  expect(asked).toEqual([distinct(two, 'officer')]);
});

test('a count that is not the number of its records, too many distinct, and no records are named; a slogan is not', async () => {
  const given: [Figure, Partial<Result>][] = [
    [figure('good', count(one)), { value: 3, records: 3 }],
    [figure('off', count(one)), { value: 4, records: 3 }],
    [figure('fewer', distinct(one, 'code')), { value: 2, records: 3 }],
    [figure('more', distinct(one, 'code')), { value: 4, records: 3 }],
    [figure('none', count(one)), { value: 0, records: 0 }],
    [figure('unknown', ratio(count(one), count(two))), { value: null, records: 3 }],
    [figure('slogan', count(one), { kind: 'label' }), { value: 0, records: 0 }],
  ];
  const found = await ask(countsItsRecords(named), given);
  expect(found).toMatchObject({ holds: false, figures: ['off', 'more', 'none', 'unknown'] });
  expect(found.detail.zh).toBe('off 4/3; more 4/3; none 0/0; unknown —/3');
  expect(await ask(countsItsRecords(named), given.slice(0, 1))).toMatchObject({ holds: true, figures: [] });
});

test('the base of a ratio is the other figure', async () => {
  const check = sameBase(named, 'share', 'roster', words('{base}与{value}', '{base} and {value}'));
  const given = (base: number): [Figure, Partial<Result>][] => [
    [figure('share', ratio(count(one), count(two))), { value: 0.5, base }],
    [figure('roster', count(two)), { value: 10 }],
  ];
  expect(await ask(check, given(10))).toEqual({ holds: true, detail: words('10与10', '10 and 10') });
  expect((await ask(check, given(11))).holds).toBe(false);
});

test('units that do not add up, or that do not exist, are told with their numbers; other units of measure are left alone', async () => {
  const check = unitsAddUp(named, ['件']);
  const given: [Figure, Partial<Result>][] = [
    [figure('cases', count(one)), { value: 10 }],
    [figure('persons', count(one), { unit: '名' }), { value: 99 }],
  ];
  const summed = (sum: number, strays: number) => ask(check, given, { byUnit: async () => ({ sum, strays }) });
  expect(await summed(10, 0)).toEqual({ holds: true, figures: [], detail: words('一致', 'they agree') });
  expect(await summed(9, 0)).toMatchObject({ holds: false, figures: ['cases'] });
  expect((await summed(10, 1)).detail).toEqual(
    words('口径cases：各单位合计10，全市10，单位不存在的1', 'Figure cases: units 10, city 10, of no known unit 1'),
  );
});

test('a ratio is its records over its base, of one register', async () => {
  const check = partOfItsBase(named, 'rate', words('{records}/{base}', '{records}/{base}'));
  const rate = (base: typeof one) => figure('rate', ratio(count(one), count(base)));
  const result = { value: 0.75, base: 4, records: 3 };
  expect(await ask(check, [[rate(one), result]])).toEqual({ holds: true, detail: words('3/4', '3/4') });
  expect((await ask(check, [[rate(two), result]])).holds).toBe(false);
  expect((await ask(check, [[rate(one), { ...result, value: 0.8 }]])).holds).toBe(false);
  expect((await ask(check, [[rate(one), { value: 1.25, base: 4, records: 5 }]])).holds).toBe(false);
});

test.each([
  [5, 6, 1, 1, true],
  [7, 6, 1, 1, false],
  [5, 6, 1, 0, false],
  [5, 6, 0.9, 1, false],
  [5, 6, 0.9, 0, true],
])('%d projects in %d liaisons, coverage %d, at least %d each', async (value, records, coverage, least, holds) => {
  const names = { things: 'projects', coverage: 'coverage', least: 'least' };
  const found = await ask(everyOwnerHasSome(named, names, words('{things}', '{records} {coverage} {least}')), [
    [figure('projects', distinct(one, 'code')), { value, records }],
    [figure('coverage', count(one)), { value: coverage }],
    [figure('least', count(one)), { value: least }],
  ]);
  expect(found).toEqual({ holds, detail: words(`${value}`, `${records} ${coverage} ${least}`) });
});

test('a check of a figure that nobody declares, and two checks of one id, stop the program', () => {
  const find = (id: string) => allFigures.find((one) => one.id === id);
  const desk = { registry: {} as never, find };
  const [first] = allFigures;
  const good = equal(named, [first!.id], detail);
  expect(crossChecks(desk, [good])).toEqual([good]);
  expect(() => crossChecks(desk, [equal(named, ['no.such'], detail)])).toThrow('"no.such"');
  expect(() => crossChecks(desk, [good, good])).toThrow('declared twice');
});
