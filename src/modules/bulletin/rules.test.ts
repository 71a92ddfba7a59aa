import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allFigures } from '../index.ts';
import type { BulletinText } from './contract.ts';
import { defaultDraft } from './default-draft.ts';
import { nextRound, type Printed, printValue, roundBelow } from './prose.ts';
import { annexOf, compare, findingsOf, placed, type Valued } from './rules.ts';

test.each<[number | string | null, string, Printed, number | undefined, string, string]>([
  [19_005, '名', 'more', undefined, '1.9万余名', 'more than 19,000 persons'],
  [3_256_789, '件', 'more', undefined, '320余万件', 'more than 3,200,000 items'],
  [23, '次', 'more', undefined, '20余次', 'more than 20 times'],
  [1_230, '场次', 'more', undefined, '1200余场次', 'more than 1,200 sessions'],
  [10_000, '名', 'atLeast', undefined, '1万名以上', 'at least 10,000 persons'],
  [0.9634, 'ratio', 'atLeast', undefined, '95%以上', 'at least 95%'],
  [0.9634, 'ratio', 'exact', undefined, '96.34%', '96.34%'],
  [0.9634, 'ratio', 'atLeast', 0.9, '90%以上', 'at least 90%'],
  [2 / 3, 'ratio', 'exact', undefined, '66.67%', '66.67%'],
  [1, 'ratio', 'exact', undefined, '100%', '100%'],
  [43_379, '人次', 'exact', undefined, '43379人次', '43,379 person-times'],
  ['2021-03-01', 'date', 'exact', undefined, '2021年3月1日', '1 March 2021'],
  [null, '件', 'exact', undefined, '—', '—'],
])('%s %s is printed %s as %s: %s, %s', (value, unit, printed, said, zh, en) => {
  expect(printValue({ value, unit }, printed, said, 'zh')).toBe(zh);
  expect(printValue({ value, unit }, printed, said, 'en')).toBe(en);
});

test('the round number of a value is never above it and the next one always is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 10_000_000 }), (value) => {
      const round = roundBelow(value, '件')!;
      return round <= value && value < nextRound(round, '件') && round > 0;
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 9_999 }), (hundredths) => {
      const value = hundredths / 10_000;
      const round = roundBelow(value, 'ratio')!;
      return round <= value && value < nextRound(round, 'ratio');
    }),
  );
});

const figure = (id: string, value: Valued['value'], more: Partial<Valued> = {}): Valued => ({
  id,
  words: { zh: id, en: id },
  unit: '件',
  kind: 'measure',
  value,
  base: null,
  records: 5,
  ...more,
});
const saying = (...runs: BulletinText['sections'][number]['paragraphs'][number]['runs']): BulletinText => ({
  title: '通报',
  asOf: '2021-06-22',
  sequence: null,
  sections: [{ heading: '一', paragraphs: [{ runs }] }],
});
const judge = (text: BulletinText, figures: readonly Valued[], more: Partial<Parameters<typeof findingsOf>[0]> = {}) =>
  findingsOf({ text, figures, checks: [], today: '2021-06-30', writtenOn: '2021-06-25', ...more }).map(
    ({ severity, figure: id, words }) => `${severity} ${id ?? ''} ${words.en}`,
  );
const more = (said?: number) => saying({ figure: 'f', printed: 'more', said });

test('nothing speaks against a text whose words hold', () => {
  expect(judge(more(), [figure('f', 19_005)])).toEqual([]);
  // 余 includes the number itself (reference 2.1).
  expect(judge(more(19_000), [figure('f', 19_000)])).toEqual([]);
});

test.each<[string, BulletinText, Valued[], Partial<Parameters<typeof findingsOf>[0]>, string]>([
  [
    'a word that promises too much',
    more(19_000),
    [figure('f', 18_999)],
    {},
    'stop f "f" is printed as "more than 19000", but is 18999',
  ],
  [
    'a word that has been overtaken',
    more(19_000),
    [figure('f', 20_001)],
    {},
    'warning f "f" is printed as "more than 19000", but 20001 has passed 20000',
  ],
  [
    'a word with no round number below',
    more(),
    [figure('f', 7)],
    {},
    'stop f "f" is printed as "more than ", but is 7',
  ],
  [
    'at least the whole',
    saying({ figure: 'f', printed: 'atLeast' }),
    [figure('f', 1, { unit: 'ratio', base: 5 })],
    {},
    'stop f "f" is 100%: "at least" says nothing',
  ],
  [
    'no such figure',
    saying({ figure: 'g', printed: 'exact' }),
    [figure('f', 5)],
    {},
    'stop g The text names a figure "g" that does not exist',
  ],
  ['no records', saying(), [figure('f', 0, { records: 0 })], {}, 'stop f "f" has no records'],
  [
    'no records where none is an answer',
    saying(),
    [figure('f', 0, { records: 0, mayBeEmpty: true })],
    {},
    'warning f "f" has no records',
  ],
  [
    'a slogan without records',
    saying(),
    [figure('f', 0, { records: 0, kind: 'label' })],
    {},
    'warning f "f" has no records',
  ],
  [
    'an empty base',
    saying(),
    [figure('f', null, { unit: 'ratio', base: 0 })],
    {},
    'stop f "f" cannot be told: its base is empty',
  ],
  ['a day to come', saying(), [], { today: '2021-06-21' }, 'stop  The cut-off date 2021-06-22 is in the future'],
  [
    'words older than the day',
    saying(),
    [],
    { writtenOn: '2021-06-01' },
    'warning  The draft was last changed on 2021-06-01, before its cut-off date 2021-06-22: its words may be out of date',
  ],
  ['an old day', saying(), [], { today: '2021-12-31' }, 'warning  The cut-off date 2021-06-22 is 192 days ago'],
  [
    'a number typed by hand',
    saying({ text: '办结线索1790件。' }),
    [],
    {},
    'warning  The text holds the number "1790件" without a figure',
  ],
])('%s is found', (_what, text, figures, asked, expected) => {
  expect(judge(text, figures, asked)).toEqual([expected]);
});

test('a check that fails stops and says its numbers; X04 is not repeated for figures without records', () => {
  const words = { zh: '相等', en: 'equal' };
  const check = { id: 'X01', words, holds: false, detail: { zh: '1≠2', en: '1 is not 2' }, figures: ['f'] };
  expect(judge(saying(), [figure('f', 5)], { checks: [check] })).toEqual([
    'stop f Check X01 fails (equal): 1 is not 2',
  ]);
  const empty = figure('f', 0, { records: 0 });
  expect(judge(saying(), [empty], { checks: [{ ...check, id: 'X04' }] })).toEqual(['stop f "f" has no records']);
});

test('the draft of the house places figures that exist, once each, and the annex holds all the others', () => {
  const text = defaultDraft('明湖市', '2021-06-22', 2);
  const ids = placed(text).map((mark) => mark.figure);
  const all = new Set(allFigures.map(({ id }) => id));
  expect(all.size).toBe(92);
  expect(ids.filter((id) => !all.has(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(45);
  expect([...ids, ...annexOf(text, allFigures)].toSorted()).toEqual([...all].toSorted());
  expect(text.sections).toHaveLength(5);
  // No number stands in it that opens nothing.
  expect(
    judge(
      text,
      allFigures.map(({ id, unit }) => figure(id, unit === 'ratio' ? 0.96 : 25_000, { unit, base: 9 })),
    ),
  ).toEqual([]);
});

test('two bulletins are compared figure by figure, also where one of them has no such figure', () => {
  const before = [
    { id: 'a', value: 1 },
    { id: 'gone', value: 3 },
  ];
  const after = [
    { id: 'a', value: 1.5 },
    { id: 'new', value: 2 },
    { id: 'day', value: '2021-01-01' },
  ];
  expect(compare(before, after)).toEqual([
    { id: 'a', before: 1, after: 1.5, change: 0.5 },
    { id: 'new', before: null, after: 2, change: null },
    { id: 'day', before: null, after: '2021-01-01', change: null },
    { id: 'gone', before: 3, after: null, change: null },
  ]);
});
