import type { CheckResult } from '../../platform/figure/checks.ts';
import { fillIn, type Words, words } from '../../platform/words.ts';
import type { BulletinText } from './contract.ts';
import { nextRound, type Printed, roundBelow } from './prose.ts';

/** A figure with its value, as far as the rules need it. */
export interface Valued {
  readonly id: string;
  readonly words: Words;
  readonly unit: string;
  readonly kind: string;
  readonly value: number | string | null;
  readonly base: number | null;
  readonly records: number;
  readonly mayBeEmpty?: boolean;
}

/** Something to know before freezing. What stops must be mended first; a warning may be accepted. */
export interface Finding {
  readonly severity: 'stop' | 'warning';
  readonly figure: string | null;
  readonly words: Words;
}

/** A mark in the prose. */
export interface PlacedFigure {
  readonly figure: string;
  readonly printed: Printed;
  readonly said?: number;
}

/** The marks of a text, in reading order. */
export const placed = ({ sections }: Pick<BulletinText, 'sections'>): PlacedFigure[] =>
  sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ runs }) => runs.flatMap((run) => ('figure' in run ? [run] : []))),
  );

/** Figures the prose does not place: the annex names them, so that none is left out in silence. */
export function annexOf(text: Pick<BulletinText, 'sections'>, figures: readonly { readonly id: string }[]): string[] {
  const there = new Set(placed(text).map(({ figure }) => figure));
  return figures.map(({ id }) => id).filter((id) => !there.has(id));
}

/** Days after its cut-off on which a draft still counts as fresh [product choice]. */
const FRESH_DAYS = 60;

/**
 * Everything that speaks against freezing a bulletin, what stops first (reference 26: no figure without records, a printed
 * value holds against the computed one, checks and units agree).
 * @param today the day of the freeze, in Shanghai
 * @param writtenOn the day the prose was last changed
 */
export function findingsOf(asked: {
  readonly text: BulletinText;
  readonly figures: readonly Valued[];
  readonly checks: readonly CheckResult[];
  readonly today: string;
  readonly writtenOn: string;
}): Finding[] {
  const { text, figures, checks } = asked;
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const found = [
    ...dayFindings(text.asOf, asked.today, asked.writtenOn),
    ...placed(text).flatMap((mark) => markFindings(mark, byId.get(mark.figure))),
    ...figures.flatMap(recordFindings),
    ...checks.flatMap((check) => checkFindings(check, byId)),
    ...typedNumbers(text),
  ];
  return found.toSorted((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop'));
}

const finding = (
  severity: Finding['severity'],
  figure: string | null,
  phrase: Words,
  params: Readonly<Record<string, unknown>> = {},
): Finding => ({
  severity,
  figure,
  words: words(fillIn(phrase, 'zh', params), fillIn(phrase, 'en', params)),
});

function dayFindings(asOf: string, today: string, writtenOn: string): Finding[] {
  if (asOf > today) {
    const phrase = words('截至日期{asOf}在今天之后', 'The cut-off date {asOf} is in the future');
    return [finding('stop', null, phrase, { asOf })];
  }
  if (writtenOn < asOf) {
    const phrase = words(
      '草稿最后修改于{writtenOn}，早于截至日期{asOf}，文字可能已经过时',
      'The draft was last changed on {writtenOn}, before its cut-off date {asOf}: its words may be out of date',
    );
    return [finding('warning', null, phrase, { asOf, writtenOn })];
  }
  const age = Math.round((Date.parse(today) - Date.parse(asOf)) / 86_400_000);
  if (age <= FRESH_DAYS) return [];
  const phrase = words('截至日期{asOf}已过去{age}天，请确认仍要以此发布', 'The cut-off date {asOf} is {age} days ago');
  return [finding('warning', null, phrase, { asOf, age })];
}

function recordFindings({ id, words: name, kind, value, records, unit, base, mayBeEmpty }: Valued): Finding[] {
  // A slogan is shown and never claimed as a result (figures.yaml, kind label); and none may be the answer.
  const severity = kind === 'label' || mayBeEmpty ? 'warning' : 'stop';
  if (records === 0) {
    return [finding(severity, id, words('“{name}”没有任何记录', '"{name}" has no records'), { name })];
  }
  if (value === null) {
    const why =
      unit === 'ratio' && base === 0 ? words('分母为零', 'its base is empty') : words('没有数值', 'it has no value');
    return [finding(severity, id, words('“{name}”无法得出：{why}', '"{name}" cannot be told: {why}'), { name, why })];
  }
  return [];
}

function markFindings({ figure: id, printed, said }: PlacedFigure, figure: Valued | undefined): Finding[] {
  if (!figure)
    return [
      finding('stop', id, words('文中的口径“{id}”不存在', 'The text names a figure "{id}" that does not exist'), {
        id,
      }),
    ];
  const { words: name, value, unit } = figure;
  if (printed === 'exact' || value === null) return [];
  const word = printed === 'more' ? words('余', 'more than') : words('以上', 'at least');
  const round = said ?? roundBelow(value, unit);
  if (round === null || typeof value !== 'number' || value < round) {
    const phrase = words(
      '“{name}”写作“{round}{word}”，实际为{value}，不成立',
      '"{name}" is printed as "{word} {round}", but is {value}',
    );
    return [finding('stop', id, phrase, { name, word, round: round ?? '', value })];
  }
  // Nobody can have more than the whole.
  if (unit === 'ratio' && round >= 1) {
    return [
      finding('stop', id, words('“{name}”已是100%，不能再写“{word}”', '"{name}" is 100%: "{word}" says nothing'), {
        name,
        word,
      }),
    ];
  }
  const next = nextRound(round, unit);
  if (value < next || (unit === 'ratio' && next >= 1)) return [];
  const phrase = words(
    '“{name}”写作“{round}{word}”，实际{value}已达{next}',
    '"{name}" is printed as "{word} {round}", but {value} has passed {next}',
  );
  return [finding('warning', id, phrase, { name, word, round, value, next })];
}

function checkFindings(check: CheckResult, figures: ReadonlyMap<string, Valued>): Finding[] {
  if (check.holds) return [];
  // A figure without records is told by name already.
  const told = check.figures.length > 0 && check.figures.every((id) => figures.get(id)?.records === 0);
  if (check.id === 'X04' && told) return [];
  const phrase = words('校验{id}不成立（{name}）：{detail}', 'Check {id} fails ({name}): {detail}');
  return [finding('stop', check.figures[0] ?? null, phrase, { id: check.id, name: check.words, detail: check.detail })];
}

/**
 * A number with a counter after it, typed into the prose: it opens no records and stays when they change. 第3次 counts nothing,
 * it is a name.
 */
const TYPED = /(?<![第\d,.])\d[\d,.]*\s*(?:余|多)?万?(?:余|多)?(?:场次|人次|[人名个件次项批类种级组份条家户起处%])/g;

function typedNumbers({ sections }: BulletinText): Finding[] {
  const phrase = words(
    '文中直接写了数字“{number}”，没有对应的口径',
    'The text holds the number "{number}" without a figure',
  );
  return sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ runs }) =>
      runs.flatMap((run) =>
        'text' in run
          ? [...run.text.matchAll(TYPED)].map(([number]) => finding('warning', null, phrase, { number }))
          : [],
      ),
    ),
  );
}

export interface Change {
  readonly id: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
  /** The difference of two numbers; null where one of them is none. */
  readonly change: number | null;
}

/** Each figure of either bulletin, in the order of the later one, with its value in the earlier. */
export function compare(
  before: readonly { readonly id: string; readonly value: number | string | null }[],
  after: readonly { readonly id: string; readonly value: number | string | null }[],
): Change[] {
  const earlier = new Map(before.map(({ id, value }) => [id, value]));
  const later = new Map(after.map(({ id, value }) => [id, value]));
  return [...new Set([...later.keys(), ...earlier.keys()])].map((id) => {
    const [old, now] = [earlier.get(id) ?? null, later.get(id) ?? null];
    const change = typeof old === 'number' && typeof now === 'number' ? Number((now - old).toFixed(6)) : null;
    return { id, before: old, after: now, change };
  });
}
