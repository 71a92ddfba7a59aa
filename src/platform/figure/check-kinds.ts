import { fillIn, type Words, words } from '../words.ts';
import type { CrossCheck, Evaluated, Outcome } from './checks.ts';
import { distinct } from './declare.ts';

/** What every check says of itself: its id, and in words what must hold. */
type Named = Pick<CrossCheck, 'id' | 'words'>;

/** Numbers are written plainly, so that nobody takes 1234 for 1.2 thousand. */
const said = (detail: Words, params: Readonly<Record<string, unknown>>): Words =>
  words(fillIn(detail, 'zh', params), fillIn(detail, 'en', params));

/** Values that are the same number. `{0}`, `{1}` … in the detail are the values, in their order. */
export const equal = (named: Named, figures: readonly string[], detail: Words): CrossCheck => ({
  ...named,
  figures,
  async run(_known, value) {
    const numbers = figures.map(value);
    return {
      holds: numbers.every((number) => number === numbers[0]),
      detail: said(detail, Object.fromEntries(numbers.entries())),
    };
  },
});

const average = words(
  '{times}人次，{persons}名干警，人均{average}次；参训干警{roster}名',
  '{times} person-times, {persons} officers, {average} each; {roster} officers take part',
);

/**
 * 人次 against the persons behind them: never the same number, and never fewer (reference 2.1).
 * @param whole figure of all who could be meant, to compare with; it decides nothing
 */
export const notFewerThanPersons = (named: Named, figure: string, officer: string, whole: string): CrossCheck => ({
  ...named,
  figures: [figure],
  async run(known, value) {
    const asked = known.desk.find(figure)!.value;
    const persons = 'set' in asked ? await known.measure(distinct(asked.set, officer)) : 0;
    const times = value(figure);
    return {
      holds: times >= persons,
      detail: said(average, {
        times,
        persons,
        average: persons === 0 ? '—' : (times / persons).toFixed(2),
        roster: known.results.get(whole)?.value ?? '—',
      }),
    };
  },
});

/** Every figure has records; a count is their number, and distinct things are not more than they are. */
export const countsItsRecords = (named: Named): CrossCheck => ({
  ...named,
  figures: [],
  async run({ desk, results }) {
    const broken = [...results].filter(([id, { value, records }]) => {
      const { kind, value: asked, mayBeEmpty } = desk.find(id)!;
      // A slogan is shown and never claimed as a result.
      if (kind === 'label' || (mayBeEmpty && records === 0)) return false;
      const { how } = asked;
      if (records === 0 || value === null) return true;
      return how === 'count' ? value !== records : how === 'distinct' && Number(value) > records;
    });
    const list = broken.map(([id, { value, records }]) => `${id} ${value ?? '—'}/${records}`).join('; ');
    return {
      holds: broken.length === 0,
      figures: broken.map(([id]) => id),
      detail: broken.length === 0 ? words(`${results.size}项`, `${results.size} figures`) : words(list, list),
    };
  },
});

/** The base of a ratio is another figure of the same day. `{base}` and `{value}` in the detail. */
export const sameBase = (named: Named, ratio: string, figure: string, detail: Words): CrossCheck => ({
  ...named,
  figures: [ratio, figure],
  async run({ results }, value) {
    const { base } = results.get(ratio)!;
    return { holds: base === value(figure), detail: said(detail, { base, value: value(figure) }) };
  },
});

/**
 * The values of all units add up to that of the city, and no record names a unit that does not exist.
 * @param units units of measure of the figures it is asked of
 */
export const unitsAddUp = (named: Named, units: readonly string[]): CrossCheck => ({
  ...named,
  figures: [],
  async run(known) {
    const faults: { readonly id: string; readonly words: Words }[] = [];
    for (const [id, { value }] of known.results) {
      const figure = known.desk.find(id)!;
      const sums = units.includes(figure.unit) ? await known.byUnit(figure) : null;
      if (!sums || (sums.sum === value && sums.strays === 0)) continue;
      faults.push({ id, words: said(apart, { figure: figure.words, value, ...sums }) });
    }
    const list = (language: keyof Words) => faults.map((fault) => fault.words[language]).join('; ');
    return {
      holds: faults.length === 0,
      figures: faults.map(({ id }) => id),
      detail: faults.length === 0 ? words('一致', 'they agree') : words(list('zh'), list('en')),
    };
  },
});

const apart = words(
  '{figure}：各单位合计{sum}，全市{value}，单位不存在的{strays}',
  '{figure}: units {sum}, city {value}, of no known unit {strays}',
);

/** A ratio is its records over its base, both from one register. `{records}` and `{base}` in the detail. */
export const partOfItsBase = (named: Named, ratio: string, detail: Words): CrossCheck => ({
  ...named,
  figures: [ratio],
  async run({ desk, results }, value) {
    const asked = desk.find(ratio)!.value;
    const { base, records } = results.get(ratio)!;
    const sameRegister = asked.how === 'ratio' && asked.part.set.register === asked.base.set.register;
    return {
      holds: sameRegister && base !== null && records <= base && value(ratio) === records / base,
      detail: said(detail, { records, base }),
    };
  },
});

/**
 * Things that are counted once do not outnumber their records, and all owners are covered exactly when the one with the
 * fewest has any. `{things}`, `{records}`, `{coverage}` and `{least}` in the detail.
 */
export const everyOwnerHasSome = (
  named: Named,
  { things, coverage, least }: { readonly things: string; readonly coverage: string; readonly least: string },
  detail: Words,
): CrossCheck => ({
  ...named,
  figures: [things, coverage, least],
  async run({ results }: Evaluated, value): Promise<Outcome> {
    const { records } = results.get(things)!;
    const all = value(coverage) === 1;
    return {
      holds: value(things) <= records && all === value(least) >= 1,
      detail: said(detail, { things: value(things), records, coverage: value(coverage), least: value(least) }),
    };
  },
});
