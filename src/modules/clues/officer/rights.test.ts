import { describe, expect, test } from 'vitest';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { advance } from '../../../platform/lifecycle/advance.ts';
import { viewMatter } from '../../../platform/lifecycle/view.ts';
import { reviewMatter } from './matter.ts';
import { ownFile } from './my-file.ts';
import { rightsOf } from './rules.ts';
import { refusal, testFile } from './testing/file.ts';

const pools = testDatabase();
const file = testFile(pools);
const CLUE_DAY = '2021-04-12T02:00:00Z';

/** A decision delivered on a day (every clue of these tests was told and waived on that day). */
async function decidedOn(day: string, track: 'SUPERVISORY' | 'PERSONNEL' = 'SUPERVISORY'): Promise<string> {
  file.at(`${day}T02:00:00Z`);
  const hearing = await file.decided({ track });
  return hearing;
}

const right = async (hearing: string) =>
  (await ownFile(file.desk(), file.people.reported!)).hearings.find(({ record }) => record === hearing)!.rights;
const requestOf = async (hearing: string) =>
  (await ownFile(file.desk(), file.people.reported!)).hearings
    .find(({ record }) => record === hearing)!
    .requests.at(-1)!;

/** The last second of a day in Shanghai, and the first after it. */
const edge = (day: string) => {
  const end = new Date(`${day}T16:00:00Z`);
  return { last: new Date(end.getTime() - 1000).toISOString(), first: end.toISOString() };
};

describe('the last day to ask', () => {
  const calendar = workCalendar();
  const lastDays = (track: 'SUPERVISORY' | 'PERSONNEL', day: string) =>
    rightsOf(calendar, { track, decidedOn: day }, [], new Date(`${day}T04:00:00Z`)).map(({ kind, lastDay }) => [
      kind,
      lastDay,
    ]);

  test.each([
    // 31 January: the month's last day, 28 February; a Monday in 2022.
    ['2022-01-31', '2022-02-28'],
    // Leap year: 29 February 2024, a Thursday.
    ['2024-01-31', '2024-02-29'],
    ['2024-01-30', '2024-02-29'],
    ['2024-02-29', '2024-03-29'],
    // 28 February 2021 is a Sunday: the next working day.
    ['2021-01-31', '2021-03-01'],
    // Spring Festival: 11 to 17 February 2021 are days off, the 17th too, so a last day on the 12th moves to the 18th.
    ['2021-01-12', '2021-02-18'],
    // Sunday 7 February 2021 was worked for the festival, so it stays.
    ['2021-01-07', '2021-02-07'],
    // National Day: 1 to 7 October 2021.
    ['2021-09-01', '2021-10-08'],
  ])('re-examination of a decision delivered on %s may be asked for until %s', (delivered, lastDay) => {
    expect(lastDays('SUPERVISORY', delivered)).toEqual([['RE_EXAMINATION', lastDay]]);
  });

  test.each([
    ['2021-04-12', '2021-05-12'],
    // 30 days from 13 January 2021 end on 12 February, the festival: the 18th.
    ['2021-01-13', '2021-02-18'],
    // Calendar days do not care how long February is: 30 days from 31 January 2024 are 1 March.
    ['2024-01-31', '2024-03-01'],
  ])('a personnel measure delivered on %s may be reviewed, or appealed at once, until %s', (delivered, lastDay) => {
    expect(lastDays('PERSONNEL', delivered)).toEqual([
      ['PERSONNEL_REVIEW', lastDay],
      ['PERSONNEL_APPEAL', lastDay],
    ]);
  });

  test('fifteen days to appeal after a review, one month to the body above after a re-examination', () => {
    const asked = { record: 'r1', state: 'DECIDED', askedOn: '2021-05-02', decidedOn: '2021-06-01' };
    const of = (track: 'SUPERVISORY' | 'PERSONNEL', kind: 'RE_EXAMINATION' | 'PERSONNEL_REVIEW') =>
      rightsOf(calendar, { track, decidedOn: '2021-04-12' }, [{ ...asked, kind }], new Date('2021-06-02T00:00:00Z'));
    expect(of('PERSONNEL', 'PERSONNEL_REVIEW')).toMatchObject([
      { kind: 'PERSONNEL_APPEAL', lastDay: '2021-06-16', earlier: 'r1' },
    ]);
    expect(of('SUPERVISORY', 'RE_EXAMINATION')).toMatchObject([
      { kind: 'SUPERIOR_REVIEW', lastDay: '2021-07-01', earlier: 'r1' },
    ]);
  });
});

describe('asking at the edge', () => {
  test.each([
    ['SUPERVISORY', 'RE_EXAMINATION', '2021-04-12', '2021-05-12'],
    ['PERSONNEL', 'PERSONNEL_REVIEW', '2021-04-13', '2021-05-13'],
    ['PERSONNEL', 'PERSONNEL_APPEAL', '2021-04-13', '2021-05-13'],
    // The last day lies in the Spring Festival of 2024 (10 to 17 February, worked on the 18th).
    ['SUPERVISORY', 'RE_EXAMINATION', '2024-01-12', '2024-02-18'],
  ] as const)(
    '%s %s delivered on %s: 23:59:59 of %s is in time, midnight is not',
    async (track, kind, day, lastDay) => {
      const hearing = await decidedOn(day, track);
      const late = await decidedOn(day, track);
      expect((await right(hearing)).find((one) => one.kind === kind)).toMatchObject({ lastDay, open: true });
      file.at(edge(lastDay).first);
      await expect(file.ask(late, kind)).rejects.toMatchObject({ code: 'review.late', params: { day: lastDay } });
      expect((await right(late)).find((one) => one.kind === kind)).toMatchObject({ lastDay, open: false });
      file.at(edge(lastDay).last);
      expect((await file.ask(hearing, kind)).state).toBe('ASKED');
      file.at(CLUE_DAY);
    },
  );

  test('the step after it has its own last day, counted from the decision on the first', async () => {
    const hearing = await decidedOn('2021-04-12');
    const { record } = await file.ask(hearing, 'RE_EXAMINATION');
    expect(await refusal(file.ask(hearing, 'SUPERIOR_REVIEW'))).toBe('review.none');
    file.at('2021-04-20T02:00:00Z');
    await file.review(record, { result: 'UPHELD' });
    file.at(edge('2021-05-20').first);
    await expect(file.ask(hearing, 'SUPERIOR_REVIEW')).rejects.toMatchObject({ params: { day: '2021-05-20' } });
    file.at(edge('2021-05-20').last);
    expect((await file.ask(hearing, 'SUPERIOR_REVIEW')).state).toBe('ASKED');

    const measure = await decidedOn('2021-04-13', 'PERSONNEL');
    const review = await file.ask(measure, 'PERSONNEL_REVIEW');
    expect(await refusal(file.ask(measure, 'PERSONNEL_APPEAL'))).toBe('review.none');
    await file.review(review.record, { result: 'UPHELD' });
    file.at(edge('2021-04-28').first);
    await expect(file.ask(measure, 'PERSONNEL_APPEAL')).rejects.toMatchObject({ params: { day: '2021-04-28' } });
    file.at(edge('2021-04-28').last);
    expect((await file.ask(measure, 'PERSONNEL_APPEAL')).state).toBe('ASKED');
    file.at(CLUE_DAY);
  });
});

describe('where the body that was asked is silent', () => {
  test.each([
    // 30 days from 13 April 2021 end on 13 May; a month from 12 April on 12 May.
    ['PERSONNEL', 'PERSONNEL_REVIEW', 'PERSONNEL_APPEAL', '2021-04-13', '2021-05-13', '2021-05-31'],
    ['SUPERVISORY', 'RE_EXAMINATION', 'SUPERIOR_REVIEW', '2021-04-12', '2021-05-12', '2021-06-15'],
    // 30 days from 12 January 2024 end in the Spring Festival, so the decision is due on the 18th of February.
    ['PERSONNEL', 'PERSONNEL_REVIEW', 'PERSONNEL_APPEAL', '2024-01-12', '2024-02-18', '2024-03-05'],
  ] as const)(
    '%s: after %s asked for, %s is open from the first moment after the time to decide',
    async (track, first, then, day, dueOn, lastDay) => {
      const hearing = await decidedOn(day, track);
      await file.ask(hearing, first);
      file.at(edge(dueOn).last);
      expect(await right(hearing)).toEqual([]);
      expect(await refusal(file.ask(hearing, then))).toBe('review.none');
      file.at(edge(dueOn).first);
      expect(await right(hearing)).toMatchObject([{ kind: then, open: true, silentSince: dueOn, lastDay }]);
      // Silence does not close the way by going on.
      file.at('2025-06-04T02:00:00Z');
      expect(await right(hearing)).toMatchObject([{ kind: then, open: true, silentSince: dueOn }]);
      expect((await file.ask(hearing, then)).state).toBe('ASKED');
      expect(await right(hearing)).toEqual([]);
      file.at(CLUE_DAY);
    },
  );

  test('a decision that comes late after all starts the usual fifteen days', async () => {
    const hearing = await decidedOn('2021-04-13', 'PERSONNEL');
    const { record } = await file.ask(hearing, 'PERSONNEL_REVIEW');
    file.at('2021-06-01T02:00:00Z');
    await file.review(record, { result: 'UPHELD' });
    expect(await right(hearing)).toMatchObject([{ lastDay: '2021-06-16', silentSince: null }]);
    file.at(edge('2021-06-16').first);
    await expect(file.ask(hearing, 'PERSONNEL_APPEAL')).rejects.toMatchObject({ code: 'review.late' });
    file.at(edge('2021-06-16').last);
    expect((await file.ask(hearing, 'PERSONNEL_APPEAL')).state).toBe('ASKED');
    file.at(CLUE_DAY);
  });
});

describe('deciding', () => {
  test.each([
    ['SUPERVISORY', 'RE_EXAMINATION', '2022-01-31', '2022-02-28'],
    ['PERSONNEL', 'PERSONNEL_REVIEW', '2021-04-13', '2021-05-13'],
    ['PERSONNEL', 'PERSONNEL_APPEAL', '2021-04-13', '2021-06-15'],
  ] as const)('%s %s asked for on %s is decided by %s', async (track, kind, day, lastDay) => {
    const hearing = await decidedOn(day, track);
    const { record } = await file.ask(hearing, kind);
    file.at(edge(lastDay).last);
    expect((await requestOf(hearing)).limit).toEqual({ id: kind, lastDay, overdue: false });
    file.at(new Date(Date.parse(edge(lastDay).first) + 1).toISOString());
    expect((await requestOf(hearing)).limit).toMatchObject({ overdue: true });
    // A decision that comes late still comes, and what is decided stands.
    await file.review(record, { result: 'CANCELLED' });
    expect(await requestOf(hearing)).toMatchObject({ result: 'CANCELLED', limit: null });
    file.at(CLUE_DAY);
  });

  test('the body above has two months: from 31 December to the end of February, in a leap year the 29th', async () => {
    const hearing = await decidedOn('2023-12-15');
    const first = await file.ask(hearing, 'RE_EXAMINATION');
    await file.review(first.record, { result: 'UPHELD' });
    file.at('2023-12-31T02:00:00Z');
    await file.ask(hearing, 'SUPERIOR_REVIEW');
    expect((await requestOf(hearing)).limit).toMatchObject({ lastDay: '2024-02-29' });
    file.at(CLUE_DAY);
  });

  test('an appeal is extended by thirty days at most, by the approver, before its time has run out', async () => {
    const hearing = await decidedOn('2021-04-13', 'PERSONNEL');
    const { record } = await file.ask(hearing, 'PERSONNEL_APPEAL');
    const extend = (extension: number, by = 'approver') =>
      refusal(file.step(by, reviewMatter, record, 'EXTEND', { extension, reason: '案情复杂' }));
    expect(await extend(31)).toBe('clock.extension');
    expect(await extend(30, 'liaison')).toBe('access.denied');
    expect(await extend(30)).toBe('none');
    // 60 + 30 days from 13 April 2021 are 12 July, a Monday.
    expect((await requestOf(hearing)).limit).toMatchObject({ lastDay: '2021-07-12' });
    expect(await extend(1)).toBe('clock.extension');
    const other = await file.ask(await decidedOn('2021-04-13', 'PERSONNEL'), 'PERSONNEL_APPEAL');
    file.at('2021-06-16T02:00:00Z');
    expect(
      await refusal(file.step('approver', reviewMatter, other.record, 'EXTEND', { extension: 30, reason: '复杂' })),
    ).toBe('clock.ended');
    file.at(CLUE_DAY);
  });

  test('nobody who took part in the first decision looks at it again', async () => {
    const hearing = await decidedOn('2021-04-12');
    const { record } = await file.ask(hearing, 'RE_EXAMINATION');
    const taking = (by: string) => refusal(file.step(by, reviewMatter, record, 'TAKE_UP', { body: '监委' }));
    expect(await taking('approver')).toBe('review.apart');
    expect(await taking('reported')).toBe('access.denied');
    expect(await taking('first')).toBe('record.missing');
    expect(await taking('liaison')).toBe('none');
    expect(
      await refusal(file.step('approver', reviewMatter, record, 'DECIDE', { result: 'UPHELD', reasons: '维持' })),
    ).toBe('review.apart');
    // And whoever decided the first review does not decide the next one.
    await file.step('liaison', reviewMatter, record, 'DECIDE', { result: 'UPHELD', reasons: '事实清楚' });
    const next = await file.ask(hearing, 'SUPERIOR_REVIEW');
    expect(await refusal(file.review(next.record, { result: 'UPHELD' }))).toBe('review.apart');
    expect(await refusal(file.review(next.record, { result: 'UPHELD' }, 'other approver'))).toBe('none');
  });

  test('no result is heavier, and nothing stops the decision while it is looked at', async () => {
    const hearing = await decidedOn('2021-04-12');
    const { record } = await file.ask(hearing, 'RE_EXAMINATION');
    const standing = async () =>
      (await ownFile(file.desk(), file.people.reported!)).hearings.find((one) => one.record === hearing)!;
    expect(await standing()).toMatchObject({ state: 'DECIDED', decision: { measure: 'WARNING' } });
    await file.step('liaison', reviewMatter, record, 'TAKE_UP', { body: '监委' });
    const decide = (input: Record<string, unknown>) =>
      refusal(file.step('liaison', reviewMatter, record, 'DECIDE', { reasons: '复核', ...input }));
    expect(await decide({ result: 'HEAVIER' })).toBe('record.values');
    for (const measure of ['WARNING', 'DEMERIT', 'DISMISSAL', null])
      expect(await decide({ result: 'REDUCED', measure }), String(measure)).toBe('review.heavier');
    expect(await decide({ result: 'UPHELD', measure: 'CRITICISM' })).toBe('review.heavier');
    expect((await standing()).state).toBe('DECIDED');
    expect(await decide({ result: 'REDUCED', measure: 'CRITICISM' })).toBe('none');
    // What was reduced is the measure of the next review: it cannot go back up to the first.
    const next = await file.ask(hearing, 'SUPERIOR_REVIEW');
    expect(await refusal(file.review(next.record, { result: 'REDUCED', measure: 'PERSONNEL' }, 'other approver'))).toBe(
      'review.heavier',
    );
  });

  test('a request is withdrawn by the officer alone, and may be made again in time', async () => {
    const hearing = await decidedOn('2021-04-12');
    const { record } = await file.ask(hearing, 'RE_EXAMINATION');
    expect(await refusal(file.ask(hearing, 'RE_EXAMINATION'))).toBe('review.none');
    expect(await refusal(file.step('liaison', reviewMatter, record, 'WITHDRAW'))).toBe('access.denied');
    await file.step('reported', reviewMatter, record, 'WITHDRAW');
    expect((await file.ask(hearing, 'RE_EXAMINATION')).state).toBe('ASKED');
  });

  test('nobody asks against another officer’s decision, and none is told that there is one', async () => {
    const hearing = await decidedOn('2021-04-12');
    const made = '01900000-0000-7000-8000-00000000beef';
    const asking = (by: string, of: string) =>
      refusal(
        file.step(by, reviewMatter, undefined, 'ASK', { hearing: of, kind: 'RE_EXAMINATION', grounds: '代为申请' }),
      );
    for (const by of ['colleague', 'head']) expect(await asking(by, hearing), by).toBe(await asking(by, made));
    // An asker who hands in a result with the request is not believed.
    const { record } = await advance(file.desk(), file.people.reported!, reviewMatter, {
      action: 'ASK',
      input: { hearing, kind: 'RE_EXAMINATION', grounds: '事实有误' },
      values: { result: 'CANCELLED', measure: 'CRITICISM', decidedOn: '2021-04-12' },
    });
    expect(await refusal(viewMatter(file.desk(), file.people.colleague!, reviewMatter, record))).toBe('record.missing');
    expect(await requestOf(hearing)).toMatchObject({ result: null, measure: null, state: 'ASKED' });
  });
});
