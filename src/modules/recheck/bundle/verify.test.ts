import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { signRound, testChain } from '../testing/beacon.ts';
import { type PaperOptions, paperDraw } from '../testing/paper-draw.ts';
import type { Opening, RecheckFile } from './format.ts';
import { caseOf, excludedMark, frameRoot } from './parts.ts';
import { verifyRecheck } from './verify.ts';

const chains = [testChain];
const kindsIn = (text: string, options = {}): string[] => [
  ...new Set(verifyRecheck(text, { chains, ...options }).findings.map(({ kind }) => kind)),
];
const good = paperDraw();
/** The file with something changed, written in its one way. */
const with_ = (change: (file: RecheckFile) => void, from = good.file): string => {
  const copy = structuredClone(from);
  change(copy);
  return canonical(copy as Json);
};

test('a true file holds, simple or stratified, by beacon or by dice', () => {
  const rates = { rates: { HIGH: 6_000, MEDIUM: 3_000, LOW: 1_000 } };
  const forms: PaperOptions[] = [
    {},
    { source: 'dice' },
    { stratifiedBy: 'UNIT_RISK', sizing: rates },
    { stratifiedBy: 'RISK', sizing: rates, source: 'dice' },
    { stratifiedBy: 'UNIT', sizing: { rates: { ALL: 2_500 } } },
    { cases: 1 },
    { members: 1, outcomes: () => null },
  ];
  for (const form of forms)
    expect(verifyRecheck(paperDraw(form).text, { chains }).findings, JSON.stringify(form)).toEqual([]);
});

test('it says what was drawn, what came of it, and how sure that is', () => {
  const { facts } = verifyRecheck(good.text, { chains, key: good.key });
  expect(facts).toMatchObject({
    frame: 40,
    toDraw: 12,
    results: { drawn: 12, done: 11, changed: 3, upheld: 8, weighted: false },
  });
  expect(facts!.results.error).toMatchObject({
    rate: 3 / 11,
    low: expect.closeTo(0.0602, 3),
    high: expect.closeTo(0.6097, 3),
  });
  expect(facts!.results.byUnit.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(12);
  expect(facts!.planned).toMatchObject({ size: 2 });
});

test('before the seed a file holds, and nothing may be drawn yet', () => {
  const empty = (file: RecheckFile): void => void Object.assign(file, { seed: null, drawn: [], results: [] });
  expect(kindsIn(with_(empty))).toEqual([]);
  expect(
    kindsIn(
      with_((file) => {
        file.seed = null;
      }),
    ),
  ).toContain('drawnCount');
});

test('hiding one case of the frame is found', () => {
  const hidden = paperDraw({ tamper: (rows) => rows.slice(1) });
  expect(kindsIn(hidden.text)).toEqual(expect.arrayContaining(['frameCount', 'frameRoot', 'stratumCount']));
});

test('hiding a case and making the counts fit is found by the plan in the ledger', () => {
  const text = with_((file) => {
    const [row] = file.frame.splice(5, 1);
    file.plan.frame.strata[row![0]]!.count -= 1;
    file.plan.frame.count -= 1;
    file.plan.figure.count -= 1;
    file.plan.totals.byConclusion.UNSUBSTANTIATED -= 1;
    file.plan.totals.byConclusion.NONE += 1;
    file.plan.frame.root = frameRoot(file.frame);
  });
  const found = verifyRecheck(text, { chains })
    .findings.filter(({ kind }) => kind === 'plan')
    .map(({ where }) => where);
  expect(found).toEqual(['plan.figure', 'plan.frame', 'plan.totals']);
});

test('a frame that was committed without one case of its conclusion does not tie to the count of the register', () => {
  const { findings } = verifyRecheck(paperDraw({ leftOut: 1 }).text, { chains });
  expect(findings.map(({ kind, where }) => [kind, where])).toEqual([['totals', 'plan.frame']]);
});

test('adding a case, or one case twice, is found', () => {
  const added = paperDraw({ tamper: (rows) => [...rows, [0, 'f'.repeat(64), 'e'.repeat(64)]] });
  expect(kindsIn(added.text)).toEqual(expect.arrayContaining(['frameCount', 'frameRoot']));
  const twice = paperDraw({ tamper: (rows) => [rows[0]!, rows[0]!, ...rows.slice(2)] });
  expect(kindsIn(twice.text)).toEqual(expect.arrayContaining(['frameOrder', 'frameRoot']));
});

test('a seed that stands in the ledger before the plan is found', () => {
  expect(kindsIn(paperDraw({ seedBeforePlan: true }).text)).toContain('seedOrder');
  expect(kindsIn(paperDraw({ seedBeforePlan: true, source: 'dice' }).text)).toContain('seedOrder');
});

test('a round that was out when the plan was made is found', () => {
  expect(kindsIn(paperDraw({ ahead: -1 }).text)).toContain('seedTime');
});

test('another round, or a signature that is not the beacon’s, is found', () => {
  const round = good.file.seed!.kind === 'beacon' ? good.file.seed!.round : 0;
  const later = with_((file) => Object.assign(file.seed!, { round: round + 1, signature: signRound(round + 1) }));
  expect(kindsIn(later)).toEqual(expect.arrayContaining(['seedSource', 'otherAct']));
  const forged = with_((file) => Object.assign(file.seed!, { signature: signRound(round + 1) }));
  expect(kindsIn(forged)).toEqual(expect.arrayContaining(['beacon', 'otherAct']));
});

test('a beacon that nobody trusts is not believed', () => {
  expect(verifyRecheck(good.text).findings.map(({ kind }) => kind)).toContain('seedSource');
});

test('changing the sizes after the seed is found, and so is a longer or shorter list', () => {
  const text = with_((file) => void Object.assign(file.plan, { sizing: { size: 13 } }));
  expect(verifyRecheck(text, { chains }).findings.map(({ where }) => where)).toContain('plan.sizing');
  expect(kindsIn(with_((file) => void file.drawn.pop()))).toContain('drawnCount');
});

test('putting another case into the list is found by its number', () => {
  const free = good.file.frame.find(([, name]) => !good.file.drawn.some((one) => one.case === name))!;
  const text = with_((file) => Object.assign(file.drawn[4]!, { case: free[1] }));
  expect(verifyRecheck(text, { chains }).findings).toContainEqual(
    expect.objectContaining({
      kind: 'drawn',
      where: 'drawn.4',
      words: expect.objectContaining({ en: expect.stringContaining('5') }),
    }),
  );
});

test('swapping a re-checker, or the list of who is excluded, is found', () => {
  const { pool } = good.file.plan;
  const swap = with_((file) => {
    const one = file.drawn[0]!;
    one.rechecker = pool.find((member) => member !== one.rechecker && !one.excluded.includes(member))!;
  });
  expect(kindsIn(swap)).toContain('rechecker');
  expect(
    kindsIn(
      with_((file) => {
        file.drawn[0]!.excluded = [];
      }),
    ),
  ).toContain('excluded');
});

test('an altered or withheld result is found or shows as not done', () => {
  const altered = with_((file) => {
    file.results[0]!.outcome = 'UPHELD';
  });
  expect(kindsIn(altered)).toEqual(['result']);
  const withheld = verifyRecheck(
    with_((file) => void file.results.shift()),
    { chains },
  );
  expect(withheld.facts!.results).toMatchObject({ drawn: 12, done: 10 });
});

test('dice must be typed by two people, neither the planner, and agree', () => {
  const dice = paperDraw({ source: 'dice' });
  expect(kindsIn(paperDraw({ source: 'dice', sameTypist: true }).text)).toContain('dice');
  const rolls = (file: RecheckFile) => (file.seed!.kind === 'dice' ? file.seed! : null)!;
  const other = with_((file) => {
    const seed = rolls(file);
    seed.rolls = `${seed.rolls.startsWith('1') ? '2' : '1'}${seed.rolls.slice(1)}`;
  }, dice.file);
  expect(kindsIn(other)).toEqual(expect.arrayContaining(['dice', 'otherAct']));
  const blind = with_((file) => {
    rolls(file).blind = '0'.repeat(64);
  }, dice.file);
  expect(kindsIn(blind)).toContain('seedSource');
  expect(kindsIn(with_((file) => void rolls(file).entries.pop(), dice.file))).toContain('dice');
});

test('dice typed before the hour that was announced are found, at its edge', () => {
  const typed = (typedAt: string) => kindsIn(paperDraw({ source: 'dice', typedAt }).text);
  expect(typed('2021-07-01T02:59:59.999000Z')).toEqual(['diceEarly']);
  expect(typed('2021-07-01T03:00:00.000000Z')).toEqual([]);
});

test('a re-checker can be replaced as late only once the days of the plan have passed', () => {
  const after = (at: string, more: PaperOptions = {}) =>
    kindsIn(paperDraw({ limit: 5, leavings: [{ drawn: 2, reason: 'LATE', at }], ...more }).text);
  expect(after('2021-07-06T04:00:00.000000Z')).toEqual(['late']);
  expect(after('2021-07-06T04:00:00.001000Z')).toEqual([]);
  expect(after('2021-07-12T04:00:00.000000Z', { limit: null })).toEqual(['late']);
});

test('the days of whoever follows begin with that person, and every step aside stands by its act', () => {
  const leaving = (at: string) =>
    paperDraw({
      limit: 5,
      leavings: [
        { drawn: 2, reason: 'UNAVAILABLE', at: '2021-07-05T01:00:00.000000Z' },
        { drawn: 2, reason: 'LATE', at },
      ],
    });
  expect(kindsIn(leaving('2021-07-10T01:00:00.000000Z').text)).toEqual(['late']);
  const true_ = leaving('2021-07-12T01:00:00.000000Z');
  expect(kindsIn(true_.text)).toEqual([]);
  const asOther = with_((file) => {
    file.asides[1]!.reason = 'INTEREST';
  }, true_.file);
  expect(kindsIn(asOther)).toEqual(expect.arrayContaining(['otherAct', 'aside']));
  expect(kindsIn(with_((file) => void file.asides.pop(), true_.file))).toContain('rechecker');
});

/** What opens one case of the true file to the person it concerns. */
const openingOf = (at: number, { file, cases } = good): Opening => {
  const [, name] = file.frame[at]!;
  const { content, salt } = cases.find((one) => caseOf(one.salt, one.content) === name)!;
  return { format: 'mingjing-recheck-case/1', plan: file.plan.id, content, salt };
};

test('the person concerned can open the own case, and a case that is not there cannot be opened', () => {
  const opening = openingOf(7);
  expect(kindsIn(good.text, { opening: JSON.stringify(opening) })).toEqual([]);
  const claimed = { ...opening, content: { ...opening.content, version: 2 } };
  expect(kindsIn(good.text, { opening: JSON.stringify(claimed) })).toEqual(['case']);
  expect(kindsIn(good.text, { opening: 'nothing' })).toEqual(['case']);
});

test('a case that was put into another stratum than its own, or opened under another plan, is found by whoever opens it', () => {
  // Two units over three risks: every unit has cases of every risk.
  const of = paperDraw({ units: 2 });
  const opening = openingOf(7, of);
  const { strata } = of.file.plan.frame;
  const own = strata[of.file.frame[7]![0]]!;
  const sameRisk = strata.findIndex(({ unit, risk }) => risk === own.risk && unit?.record !== own.unit?.record);
  const sameUnit = strata.findIndex(({ unit, risk }) => risk !== own.risk && unit?.record === own.unit?.record);
  for (const stratum of [sameRisk, sameUnit]) {
    expect(stratum).not.toBe(-1);
    const moved = with_((file) => {
      file.frame[7]![0] = stratum;
    }, of.file);
    expect(kindsIn(moved)).not.toContain('case');
    expect(kindsIn(moved, { opening: JSON.stringify(opening) })).toContain('case');
  }
  const other = { ...opening, plan: opening.content.clue };
  expect(kindsIn(of.text, { opening: JSON.stringify(other) })).toEqual(['case']);
});

test('the salt shown for who is excluded opens that and not the case', () => {
  const [drawn] = good.file.drawn;
  const own = good.cases.find(({ salt, content }) => caseOf(salt, content) === drawn!.case)!;
  expect(own.salt).not.toBe(drawn!.salt);
  expect(excludedMark(drawn!.salt, drawn!.excluded)).toBe(good.file.frame.find(([, name]) => name === drawn!.case)![2]);
});

test('a key that was not asked for is found', () => {
  expect(kindsIn(good.text, { key: paperDraw().key })).toEqual(['otherKey']);
});

test('a cut or foreign file is told apart', () => {
  expect(kindsIn(good.text.slice(0, -1))).toEqual(['damaged']);
  expect(kindsIn('{}')).toEqual(['shape']);
  expect(kindsIn(`${good.text} `)).toEqual(['rewritten']);
});

test('no character of a file can be changed unseen', () => {
  for (const { text } of [
    paperDraw({ cases: 6, sizing: { size: 2 } }),
    paperDraw({ cases: 6, sizing: { size: 2 }, source: 'dice' }),
  ]) {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '1', 'a', 'b', '"', '{', ' ', 'Z', '明'),
        (at, sign) => {
          fc.pre(text[at] !== sign);
          expect(verifyRecheck(text.slice(0, at) + sign + text.slice(at + 1), { chains }).holds).toBe(false);
        },
      ),
      { seed: 5, numRuns: 80 },
    );
  }
});
