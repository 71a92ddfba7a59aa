import { sql } from 'kysely';
import type { Session } from '../database/session.ts';
import type { Tx } from '../database/transact.ts';
import { scope } from '../register/scope.ts';
import { compile, compileRunningCount, type Moment } from '../register/sets.ts';
import { type Words, words } from '../words.ts';
import { distinct, type Figure, type Measure } from './declare.ts';
import { aggregate, evaluate, type FigureDesk, type Result } from './evaluate.ts';

/** What a cross-check found: whether it holds, and the numbers it compared. */
export interface CheckResult {
  readonly id: string;
  readonly words: Words;
  readonly holds: boolean;
  readonly detail: Words;
  /** The figures it speaks of: those that may not be published while it fails. */
  readonly figures: readonly string[];
}

/** Figures already evaluated at one moment, and a way to ask more of the same moment. */
export interface Evaluated {
  readonly desk: FigureDesk;
  readonly results: ReadonlyMap<string, Result>;
  /** The value of a measure that no figure declares. */
  measure(measure: Measure): Promise<number>;
  /** The value of a figure for each unit and for records of no unit; null for a figure whose register has none. */
  byUnit(figure: Figure): Promise<UnitSum | null>;
}

interface UnitSum {
  readonly sum: number;
  /** Records that name a unit the city did not have at that moment. */
  readonly strays: number;
}

type Outcome = { readonly holds: boolean; readonly detail: Words; readonly figures?: readonly string[] };

/** A relation between figures that must hold whatever the numbers are (figures.yaml, cross_checks). */
interface CrossCheck {
  readonly id: string;
  readonly words: Words;
  /** Figures it needs. It is left out where one of them is not declared or not visible. */
  readonly figures: readonly string[];
  run(known: Evaluated, value: (id: string) => number): Promise<Outcome>;
}

/** Two numbers in one sentence; written plainly, so that nobody takes 1234 for 1.2 thousand. */
const said = (zh: string, en: string): Words => words(zh, en);

/** 人次 against the persons behind them: never the same number, and never fewer (reference 2.1). */
const personTimes = (id: string, name: Words, figure: string, whole: string): CrossCheck => ({
  id,
  words: name,
  figures: [figure],
  async run(known, value) {
    const asked = known.desk.find(figure)!.value;
    const persons = 'set' in asked ? await known.measure(distinct(asked.set, 'officer')) : 0;
    const roster = known.results.get(whole)?.value;
    const average = persons === 0 ? '—' : (value(figure) / persons).toFixed(2);
    return {
      holds: value(figure) >= persons,
      detail: said(
        `${value(figure)}人次，${persons}名干警，人均${average}次；参训干警${roster ?? '—'}名`,
        `${value(figure)} person-times, ${persons} officers, ${average} each; ${roster ?? '—'} officers take part`,
      ),
    };
  },
});

const summed = new Set(['场次', '件', '次']);

export const crossChecks: readonly CrossCheck[] = [
  {
    id: 'X01',
    words: words('已完结＝已转交＝移交清单件数', 'Closed = transferred = on the lists'),
    figures: ['clues.transferred.closed', 'clues.transferred', 'clues.batchSum'],
    async run(_known, value) {
      const numbers = this.figures.map(value);
      return {
        holds: numbers.every((number) => number === numbers[0]),
        detail: said(
          `完结${numbers[0]}件，转交${numbers[1]}件，清单${numbers[2]}件`,
          `${numbers[0]} closed, ${numbers[1]} transferred, ${numbers[2]} on the lists`,
        ),
      };
    },
  },
  personTimes(
    'X02',
    words('谈话人次不少于谈话人数', 'Talks are not fewer than officers talked with'),
    'talks.personTimes',
    'officers.participating',
  ),
  personTimes(
    'X03',
    words('轮训人次不少于参训人数', 'Person-times of training are not fewer than persons'),
    'education.rotationTraining.personTimes',
    'officers.participating',
  ),
  {
    id: 'X04',
    words: words('数值等于其记录数，且不为空', 'A value is the number of its records, and there are some'),
    figures: [],
    async run({ desk, results }) {
      const broken = [...results].filter(([id, { value, records }]) => {
        const { kind, value: asked } = desk.find(id)!;
        // A slogan is shown and never claimed as a result.
        if (kind === 'label') return false;
        const { how } = asked;
        if (records === 0 || value === null) return true;
        return how === 'count' ? value !== records : how === 'distinct' && Number(value) > records;
      });
      const list = broken.map(([id, { value, records }]) => `${id} ${value ?? '—'}/${records}`).join('; ');
      return {
        holds: broken.length === 0,
        figures: broken.map(([id]) => id),
        detail: broken.length === 0 ? said(`${results.size}项`, `${results.size} figures`) : said(list, list),
      };
    },
  },
  {
    id: 'X05',
    words: words('排查覆盖率的分母为同日参训干警', 'The base of the screening coverage is the roster of the day'),
    figures: ['screening.coverage', 'officers.participating'],
    async run({ results }, value) {
      const base = results.get('screening.coverage')!.base;
      const roster = value('officers.participating');
      return { holds: base === roster, detail: said(`分母${base}，参训${roster}名`, `base ${base}, roster ${roster}`) };
    },
  },
  {
    id: 'X06',
    words: words('各单位之和等于全市数', 'The units add up to the city'),
    figures: [],
    async run(known) {
      const faults: { id: string; zh: string; en: string }[] = [];
      for (const [id, { value }] of known.results) {
        const figure = known.desk.find(id)!;
        const units = summed.has(figure.unit) ? await known.byUnit(figure) : null;
        if (!units || (units.sum === value && units.strays === 0)) continue;
        faults.push({
          id,
          zh: `${figure.words.zh}：各单位合计${units.sum}，全市${value}，单位不存在的${units.strays}`,
          en: `${figure.words.en}: units ${units.sum}, city ${value}, of no known unit ${units.strays}`,
        });
      }
      const list = (language: 'zh' | 'en') => faults.map((fault) => fault[language]).join('; ');
      return {
        holds: faults.length === 0,
        figures: faults.map(({ id }) => id),
        detail: faults.length === 0 ? said('一致', 'they agree') : said(list('zh'), list('en')),
      };
    },
  },
  {
    id: 'X07',
    words: words('满意率＝满意÷有效评价', 'Satisfaction = satisfied / valid ratings'),
    figures: ['hotline.satisfaction'],
    async run({ desk, results }, value) {
      const asked = desk.find('hotline.satisfaction')!.value;
      const { base, records } = results.get('hotline.satisfaction')!;
      const sameRegister = asked.how === 'ratio' && asked.part.set.register === asked.base.set.register;
      return {
        holds: sameRegister && base !== null && records <= base && value('hotline.satisfaction') === records / base,
        detail: said(`满意${records}，有效评价${base}`, `${records} satisfied of ${base} valid ratings`),
      };
    },
  },
  {
    id: 'X08',
    words: words(
      '联系项目数不多于联系人次，人人有联系',
      'Projects do not outnumber liaisons, and every leader has one',
    ),
    figures: ['liaison.projects', 'liaison.leaderCoverage', 'liaison.minProjectsPerLeader'],
    async run({ results }, value) {
      const liaisons = results.get('liaison.projects')!.records;
      const projects = value('liaison.projects');
      const [coverage, least] = [value('liaison.leaderCoverage'), value('liaison.minProjectsPerLeader')];
      return {
        holds: projects <= liaisons && (coverage === 1) === least >= 1,
        detail: said(
          `项目${projects}个，联系${liaisons}条，覆盖率${coverage}，每人至少${least}个`,
          `${projects} projects, ${liaisons} liaisons, coverage ${coverage}, at least ${least} each`,
        ),
      };
    },
  },
];

/**
 * Runs every cross-check over values of one moment. A check one of whose figures the session may not see is left out.
 * @param results value of each figure at this very moment
 */
export async function runChecks(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  results: ReadonlyMap<string, Result>,
  moment: Moment,
): Promise<CheckResult[]> {
  const known = ask(tx, desk, session, results, moment);
  const value = (id: string): number => Number(results.get(id)!.value);
  const found: CheckResult[] = [];
  for (const check of crossChecks) {
    if (check.figures.some((id) => (results.get(id)?.value ?? null) === null)) continue;
    const { id, words, figures } = check;
    found.push({ id, words, figures, ...(await check.run(known, value)) });
  }
  return found;
}

function ask(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  results: ReadonlyMap<string, Result>,
  moment: Moment,
): Evaluated {
  return {
    desk,
    results,
    async measure(value) {
      const unnamed: Figure = { id: '', words: words('', ''), unit: '', kind: 'measure', version: 1, value };
      return Number((await evaluate(tx, desk, session, unnamed, moment)).value);
    },
    byUnit: (figure) => byUnit(tx, desk, session, figure, moment),
  };
}

async function byUnit(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  { value: asked }: Figure,
  moment: Moment,
): Promise<UnitSum | null> {
  if (asked.how !== 'count' && asked.how !== 'sum' && asked.how !== 'distinct') return null;
  const { catalogue } = desk.registry;
  const { register } = asked.set;
  if (!register.unit) return null;
  const units = catalogue.get(register.columns[register.unit]!.to!);
  // The running count knows the unit but not the other columns of a sum or a distinct count.
  const running = asked.how === 'count' && register.rollup?.includes(register.unit);
  const counted = (running && compileRunningCount(catalogue, asked.set, moment)) || undefined;
  const compiled = counted ?? compile(catalogue, asked.set, moment);
  const number = counted ? sql`sum(t.number)` : aggregate(asked, (path) => compiled.column(path));
  const named = compiled.column(register.unit);
  const found = compiled.column(`${register.unit}.${units.key[0]}`);
  const { rows } = await sql<{ sum: string; strays: string }>`
    select coalesce(sum(number), 0) as sum, coalesce(sum(number) filter (where named is not null and found is null), 0) as strays
    from (
      select ${named} as named, ${found} as found, ${number} as number
      from ${compiled.from} where ${compiled.where} and ${scope(session, register, 't')} group by 1, 2) units`.execute(
    tx.db,
  );
  return { sum: Number(rows[0]!.sum), strays: Number(rows[0]!.strays) };
}
