import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewMatter } from '../../../platform/lifecycle/view.ts';
import { profile, similarity } from '../../../platform/text/bigrams.ts';
import { clueMatter } from '../matter.ts';
import { clueOffice, refusal } from '../testing/office.ts';
import { joinedWith, likelyBefore, likelyDuplicates, markReporter } from './duplicates.ts';
import { ALIKE, rank } from './rank.ts';

const office = clueOffice();
const { pools, city, people, step, received, accepted, verifying, close } = office;

const TEXT = '反映湖滨派出所民警在办理赌博案件过程中收受当事人亲属现金两万元，随后将涉案人员从轻处理。';
const COPY = '来信反映湖滨派出所民警在办理赌博案件过程中收受当事人亲属现金两万元，随后把涉案人员从轻处理，请查处。';
const OTHER = '举报东湖区某交警中队长期在执勤中对本地运输车辆选择性执法，并要求车主到指定修理厂修车。';

const likely = (by: string, clue: string) => likelyDuplicates(city.records, people[by]!, clue);
const ids = (found: readonly { record: string }[]) => found.map(({ record }) => record);

describe('likely duplicates', () => {
  test('a copy in other words, the same officer and the same reporter are found, with the reasons, most first', async () => {
    const [one, copy, officer, other] = [
      await received({ summary: TEXT }, null),
      await received({ summary: COPY }, null),
      await received({ summary: '另有人反映其酒后驾车。' }, 'third'),
      await received({ summary: OTHER }, null),
    ];
    await city.add(
      'clues.subjects',
      { clue: one, number: 1, officer: office.officers.third!, unit: city.units.C02 },
      people.manager!,
    );
    await markReporter(city.records, people.manager!, one, '139 0000 1111');
    await markReporter(city.records, people.liaison!, copy, '13900001111');
    const found = await likely('manager', one);
    expect(ids(found)).toEqual([copy, officer]);
    expect(found[0]).toMatchObject({ sameReporter: true, sameOfficer: false });
    expect(found[0]!.alike).toBeGreaterThan(0.8);
    expect(found[1]).toMatchObject({ sameOfficer: true, sameReporter: false, alike: null });
    expect(ids(await likely('manager', other))).not.toContain(one);
    expect(JSON.stringify(found)).not.toContain('派出所');
  });

  test('before anything is registered the words that are typed are compared, and the number of the reporter', async () => {
    const clue = await received({ summary: OTHER }, null);
    await markReporter(city.records, people.manager!, clue, '990101190001010014');
    const ask = (summary: string, reporter?: string) =>
      likelyBefore(city.records, people.manager!, { summary, ...(reporter ? { reporter } : {}) });
    expect(ids(await ask(`${OTHER}望查处`))).toContain(clue);
    expect(ids(await ask('完全不同的一件事情'))).not.toContain(clue);
    expect(ids(await ask('完全不同的一件事情', '990101190001010014'))).toEqual([clue]);
  });

  test('the number of a reporter stands nowhere: not in the register, not in the ledger', async () => {
    const clue = await received({ summary: '反映工作作风问题' }, null);
    await markReporter(city.records, people.manager!, clue, '13812345678');
    const { rows } = await pools.owner.query(
      `select m::text as kept from clues.reporter_marks m where clue = $1::uuid
       union all select entry::text from ledger.acts where subject = $1::text`,
      [clue],
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toContain('13812345678');
  });

  test('nobody but the desk is told, and the desk nothing of clues that concern it', async () => {
    const clue = await accepted({ summary: TEXT });
    const direct = (by: string) =>
      pools.app.connect().then(async (client) => {
        try {
          await client.query('begin');
          await client.query("select set_config('mingjing.roles', $1, true)", [people[by]!.roles.join(',')]);
          const { rows } = await client.query('select count(*)::int as n from clues.alike($1, $2, null, null)', [
            TEXT,
            [],
          ]);
          return rows[0].n as number;
        } finally {
          await client.query('rollback');
          client.release();
        }
      });
    expect(await direct('manager')).toBeGreaterThan(0);
    for (const by of ['first', 'supervisor', 'head', 'administrator', 'reported']) expect(await direct(by), by).toBe(0);
    expect(await refusal(likely('third', clue))).toBe('record.missing');

    const about = await received({ summary: TEXT }, 'liaison');
    expect(await refusal(likely('liaison', about))).toBe('record.missing');
    expect(ids(await likely('liaison', clue))).not.toContain(about);
    expect(ids(await likely('manager', clue))).toContain(about);
  });

  test('what the index lets through holds all that counts as alike', () => {
    const trigrams = (text: string) => {
      const padded = `  ${text} `;
      return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
    };
    const letter = fc.integer({ min: 0x4e00, max: 0x4e00 + 400 }).map((code) => String.fromCharCode(code));
    const text = fc.array(letter, { minLength: 30, maxLength: 120 });
    const edits = fc.array(fc.tuple(fc.nat(), letter), { maxLength: 12 });
    fc.assert(
      fc.property(text, edits, (characters, changes) => {
        const changed = [...characters];
        for (const [at, to] of changes) changed[at % changed.length] = to;
        const [a, b] = [characters.join(''), changed.join('')];
        fc.pre(similarity(profile(a), profile(b)) >= ALIKE);
        const [left, right] = [trigrams(a), trigrams(b)];
        const shared = [...left].filter((one) => right.has(one)).length;
        expect(shared / (left.size + right.size - shared)).toBeGreaterThanOrEqual(0.3);
      }),
      // A text of one character over and over would break it, and is none that anybody writes: so the texts are always the same.
      { seed: 6, numRuns: 2_000 },
    );
  });

  test('reasons rank before likeness, likeness before age', () => {
    const of = (record: string, more: object) => ({
      record,
      summary: OTHER,
      sameOfficer: false,
      sameReporter: false,
      receivedOn: '2021-04-01',
      ...more,
    });
    const candidates = [
      of('old', { sameOfficer: true }),
      of('new', { sameOfficer: true, receivedOn: '2021-04-02' }),
      of('both', { sameOfficer: true, sameReporter: true }),
      of('copy', { summary: TEXT }),
      of('nothing', {}),
    ];
    expect(rank(TEXT, candidates, 9).map(({ candidate }) => candidate.record)).toEqual(['both', 'copy', 'new', 'old']);
    expect(rank(TEXT, candidates, 2)).toHaveLength(2);
    // A stock phrase is no likeness.
    expect(rank('反映案件久拖不决', [of('stock', { summary: '反映案件久拖不决' })], 9)).toEqual([]);
  });
});

describe('joined clues', () => {
  const limits = async (clue: string) =>
    (await viewMatter(office.desk(), people.manager!, clueMatter, clue)).limits.filter(({ stoppedAt }) => !stoppedAt);

  test('each keeps its trail, each shows the other, and parting undoes it', async () => {
    const main = await accepted({ summary: TEXT });
    const copy = await received({ summary: COPY });
    await step('manager', copy, 'JOIN', { duplicateOf: main, reason: '同一事项' });
    const seen = (by: string, clue: string) => joinedWith(city.records, people[by]!, clue);
    expect(await seen('manager', main)).toMatchObject([{ record: copy, main: false, state: 'DUPLICATE' }]);
    const [other] = await seen('manager', copy);
    expect(other).toMatchObject({ record: main, main: true });
    expect(other!.steps.map(({ action }) => action)).toEqual(['RECEIVE', 'REGISTER', 'ASSIGN', 'ACCEPT']);
    expect(
      (await viewMatter(office.desk(), people.manager!, clueMatter, copy)).steps.map(({ action }) => action),
    ).toEqual(['RECEIVE', 'JOIN']);
    // A handler of the one is not told of the other before being named for it.
    expect(await seen('first', main)).toEqual([]);
    expect(await refusal(step('manager', main, 'CORRECT', { summary: TEXT, reason: '核对' }))).toBe('none');

    await step('manager', copy, 'PART', { reason: '并非同一事项' });
    expect(await seen('manager', main)).toEqual([]);
    expect((await limits(copy)).map(({ id }) => id)).toContain('PROPOSE_AGAIN');
  });

  test('no chain: neither to a joined clue, nor while others are joined', async () => {
    const [a, b, c] = [await received(), await received(), await received()];
    await step('manager', b, 'JOIN', { duplicateOf: a, reason: '重复' });
    expect(await refusal(step('manager', c, 'JOIN', { duplicateOf: b, reason: '重复' }))).toBe('clue.duplicate');
    expect(await refusal(step('manager', a, 'JOIN', { duplicateOf: c, reason: '重复' }))).toBe('clue.duplicate');
    expect(await refusal(step('manager', c, 'JOIN', { duplicateOf: c, reason: '重复' }))).toBe('clue.duplicate');
  });

  test('another named reporter is told that the report was accepted although it was joined, a nameless one is not', async () => {
    const main = await accepted({ summary: TEXT });
    const other = await received({ summary: COPY });
    const due = (await limits(other)).find(({ id }) => id === 'TELL_ACCEPTED')!.dueAt;
    await step('manager', other, 'JOIN', { duplicateOf: main, reason: '重复' });
    expect((await limits(other)).map(({ id, dueAt }) => [id, dueAt])).toEqual([['TELL_ACCEPTED', due]]);
    await step('manager', other, 'TELL_ACCEPTED', { toldOn: '2021-04-12', way: '电话' });
    expect(await limits(other)).toEqual([]);
  });

  test('the named reporter of a duplicate is told the result within its limit, also of one that came after the closing', async () => {
    const main = await verifying({ summary: TEXT });
    const [named, nameless] = [
      await received({ summary: COPY }),
      await received({ summary: COPY, reporterMode: 'ANONYMOUS' }),
    ];
    for (const one of [named, nameless]) await step('manager', one, 'JOIN', { duplicateOf: main, reason: '重复' });
    const tell = { toldOn: '2021-04-12', way: '电话' };
    expect(await refusal(step('manager', named, 'FEED_BACK_JOINED', tell))).toBe('matter.idle');
    await close(main);
    office.versions.delete(named);
    expect((await limits(named)).map(({ id }) => id)).toEqual(['TELL_ACCEPTED', 'FEEDBACK']);
    expect(await limits(nameless)).toEqual([]);
    const { rows } = await pools.owner.query(
      "select entry from ledger.acts where subject = $1 and act = 'clues.clue.close'",
      [main],
    );
    expect(JSON.parse(rows[0].entry).detail.followed).toContainEqual({
      record: named,
      action: 'MAIN_CLOSED',
      to: 'DUPLICATE',
    });
    await step('manager', named, 'FEED_BACK_JOINED', tell);
    expect(await limits(named)).toEqual([]);

    const after = await received({ summary: COPY });
    await step('manager', after, 'JOIN', { duplicateOf: main, reason: '结案后又来信' });
    expect((await limits(after)).map(({ id }) => id)).toEqual(['TELL_ACCEPTED', 'FEEDBACK']);
    office.versions.delete(after);
    await step('manager', after, 'TOLD_BEFORE', { reason: '与主线索为同一举报人' });
    expect((await limits(after)).map(({ id }) => id)).toEqual(['FEEDBACK']);
    expect(await refusal(step('manager', after, 'TOLD_BEFORE', { reason: '再次' }))).toBe('matter.idle');
    await step('manager', main, 'REOPEN', { reason: '有新证据' });
    expect(await limits(after)).toEqual([]);
    expect(await refusal(step('manager', after, 'MAIN_CLOSED'))).not.toBe('none');
  });
});
