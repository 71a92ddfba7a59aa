import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Content, clockFaults, contents, leniencyFacts, type Moment, ruleOn, type Timeline } from './rules.ts';

/**
 * The oracle, written from reference 6 and not from the rules' table: it walks through the story in order and remembers what the
 * organisation had done by then.
 */
function told(version: '2021' | '2023', story: readonly string[], content: Content): string {
  let asked = false;
  let verifying = false;
  for (const event of story) {
    switch (event) {
      case 'inquiry':
      case 'firstInterview':
        asked = true;
        break;
      case 'verificationApproved':
      case 'caseFiled':
      case 'custody':
        verifying = true;
        break;
      case 'sealed': {
        if (content === 'NOTHING') return 'NOT_VOLUNTARY';
        const late = version === '2021' ? verifying : asked || verifying;
        if (!late) return 'VOLUNTARY_BEFORE';
        if (content === 'HELD') return 'CONFESSION';
        return version === '2023' ? 'VOLUNTARY_NEW_CONTENT' : 'NOT_VOLUNTARY';
      }
    }
  }
  return 'NOT_VOLUNTARY';
}

function* orders<T>(things: readonly T[]): Generator<T[]> {
  if (things.length === 0) yield [];
  for (const [at, first] of things.entries())
    for (const rest of orders(things.toSpliced(at, 1))) yield [first, ...rest];
}

function* subsets<T>(things: readonly T[]): Generator<T[]> {
  for (let bits = 0; bits < 2 ** things.length; bits += 1) yield things.filter((_, at) => bits & (1 << at));
}

const timelineOf = (story: readonly Moment[]): Timeline =>
  Object.fromEntries(story.map((moment, at) => [moment, { seq: at * 7, at: `2021-04-${String(at + 10)}T00:00:00Z` }]));

const five = ['sealed', 'clueReceived', 'clueRegistered', 'verificationApproved', 'firstInterview'] as const;

test.each(['2021', '2023'] as const)(
  'rule of %s: every order of every subset of the five, against the oracle',
  (version) => {
    let rows = 0;
    for (const some of subsets<Moment>(five))
      for (const story of orders(some))
        for (const content of Object.keys(contents) as Content[]) {
          rows += 1;
          expect(leniencyFacts(version, timelineOf(story), content).fact, `${content} ${story}`).toBe(
            told(version, story, content),
          );
        }
    // 1 + 5 + 20 + 60 + 120 + 120 orders, with three statements each.
    expect(rows).toBe(326 * 3);
  },
);

test('the other moments draw the line as the oracle says', () => {
  const all = fc.shuffledSubarray<Moment>([...five, 'inquiry', 'caseFiled', 'custody']);
  fc.assert(
    fc.property(
      fc.constantFrom('2021', '2023'),
      all,
      fc.constantFrom(...(Object.keys(contents) as Content[])),
      (v, story, content) => {
        expect(leniencyFacts(v, timelineOf(story), content).fact).toBe(told(v, story, content));
      },
    ),
  );
});

test('the places decide and not the times, and a clock that was moved is named', () => {
  const timeline: Timeline = {
    sealed: { seq: 5, at: '2021-05-01T00:00:00Z' },
    verificationApproved: { seq: 9, at: '2021-04-01T00:00:00Z' },
  };
  expect(leniencyFacts('2021', timeline, 'HELD')).toEqual({
    fact: 'VOLUNTARY_BEFORE',
    rule: '2021',
    line: 'verificationApproved',
    evidence: ['sealed', 'verificationApproved'],
  });
  expect(clockFaults(timeline)).toEqual([['sealed', 'verificationApproved']]);
  expect(clockFaults(timelineOf(five))).toEqual([]);
});

test('each rule holds from its first day', () => {
  expect(['2017-01-01', '2021-06-22', '2023-12-31', '2024-01-01'].map(ruleOn)).toEqual([
    '2021',
    '2021',
    '2021',
    '2023',
  ]);
});
