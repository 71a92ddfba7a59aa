import { type Words, words } from '../../../platform/words.ts';

/**
 * What happened to an officer's matter, as far as the ledger proves it. `seq` is the place of the act's entry: it alone decides
 * what came first. `at` is the moment the entry bears.
 */
export interface Position {
  readonly seq: number;
  readonly at: string;
}

/** The moments that can stand before or after a self-report (reference 6). */
export const moments = {
  sealed: words('封存自查报告', 'Self-report sealed'),
  clueReceived: words('收到线索', 'Clue received'),
  clueRegistered: words('登记线索', 'Clue registered'),
  inquiry: words('谈话函询', 'Inquiry by talk or letter'),
  verificationApproved: words('批准初步核实', 'Preliminary verification approved'),
  caseFiled: words('立案', 'Case filed'),
  firstInterview: words('首次核查谈话', 'First interview'),
  custody: words('留置', 'Custody'),
} as const satisfies Record<string, Words>;
export type Moment = keyof typeof moments;

/** The first of each that is in the ledger; what never happened is missing. */
export type Timeline = Readonly<Partial<Record<Moment, Position>>>;

/** What a person who opened the report states about it. The program reads no report and compares no texts. */
export const contents = {
  HELD: words('组织已掌握', 'What the organisation held'),
  NOT_HELD: words('组织未掌握', 'What the organisation did not hold'),
  NOTHING: words('报告未涉及该问题', 'The report does not mention it'),
} as const satisfies Record<string, Words>;
export type Content = keyof typeof contents;

export const facts = {
  VOLUNTARY_BEFORE: words('核查前主动交代', 'Voluntary, before any inquiry'),
  VOLUNTARY_NEW_CONTENT: words('主动交代未掌握的问题', 'Voluntary, content not known before'),
  CONFESSION: words('如实供述已掌握的问题', 'Confession of what was known'),
  NOT_VOLUNTARY: words('不属于主动交代', 'Not voluntary'),
} as const satisfies Record<string, Words>;
export type Fact = keyof typeof facts;

/** One version of the rule on disclosure on one's own initiative (主动交代). */
export interface Rule {
  readonly words: Words;
  /** The moments that draw the line: a report that stands before all of them came before. */
  readonly line: readonly Moment[];
  /** Whether content that nobody held still counts as voluntary behind the line. */
  readonly newContentCounts: boolean;
  readonly source: Words;
  /** First day on which it was in force. */
  readonly validFrom: string;
}

/**
 * The versions, oldest first. Filing and custody come only after verification, so they draw the line too where an older matter has
 * no verification in the ledger. A clue that was received or registered draws none: it is not held against the officer that the
 * organisation knew and had not yet asked.
 */
export const rules = {
  '2021': {
    words: words('2021 年规则：初核前', 'Rule of 2021: before preliminary verification'),
    line: ['verificationApproved', 'caseFiled', 'custody'],
    newContentCounts: false,
    source: words('2018 年《中国共产党纪律处分条例》及其释义', 'Disciplinary Regulations (2018) as commented'),
    validFrom: '2018-10-01',
  },
  '2023': {
    words: words(
      '2023 年规则：谈话函询、初核前，或组织未掌握',
      'Rule of 2023: before inquiry or verification, or not known',
    ),
    line: ['inquiry', 'verificationApproved', 'firstInterview', 'caseFiled', 'custody'],
    newContentCounts: true,
    source: words('2023 年《中国共产党纪律处分条例》第四十条', 'Disciplinary Regulations (2023), art. 40'),
    validFrom: '2024-01-01',
  },
} as const satisfies Record<string, Rule>;
export type RuleVersion = keyof typeof rules;

/** The rule in force on a day; the oldest for days before all of them. @param day `YYYY-MM-DD` */
export function ruleOn(day: string): RuleVersion {
  const versions = Object.entries(rules) as [RuleVersion, Rule][];
  return (versions.findLast(([, { validFrom }]) => validFrom <= day) ?? versions[0]!)[0];
}

export interface Finding {
  readonly fact: Fact;
  readonly rule: RuleVersion;
  /** The first moment that drew the line, if any did. */
  readonly line: Moment | null;
  /** The moments it rests on: the report, and the line where there is one. */
  readonly evidence: readonly Moment[];
}

/**
 * Which fact holds: pure, out of proven positions, one version of the rule, and what a person states about the content. It says
 * nothing of whether a statement is true, and proposes no measure.
 */
export function leniencyFacts(version: RuleVersion, timeline: Timeline, content: Content): Finding {
  const rule: Rule = rules[version];
  const line = rule.line
    .filter((moment) => timeline[moment])
    .toSorted((a, b) => timeline[a]!.seq - timeline[b]!.seq)
    .at(0);
  const { sealed } = timeline;
  const found = (fact: Fact): Finding => ({
    fact,
    rule: version,
    line: line ?? null,
    evidence: [...(sealed ? (['sealed'] as const) : []), ...(line ? [line] : [])],
  });
  if (!sealed || content === 'NOTHING') return found('NOT_VOLUNTARY');
  if (!line || sealed.seq < timeline[line]!.seq) return found('VOLUNTARY_BEFORE');
  if (content === 'HELD') return found('CONFESSION');
  return found(rule.newContentCounts ? 'VOLUNTARY_NEW_CONTENT' : 'NOT_VOLUNTARY');
}

/** Moments whose times run against their places: a clock was moved. Each is named with the one before it. */
export function clockFaults(timeline: Timeline): readonly (readonly [earlier: Moment, later: Moment])[] {
  const ordered = (Object.entries(timeline) as [Moment, Position][]).toSorted(([, a], [, b]) => a.seq - b.seq);
  return ordered
    .slice(1)
    .flatMap(([later, { at }], place) => (at < ordered[place]![1].at ? [[ordered[place]![0], later] as const] : []));
}
