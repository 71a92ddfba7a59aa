import { beforeAll, describe, expect, test } from 'vitest';
import { recordEscalations } from '../../platform/lifecycle/escalation.ts';
import { viewMatter } from '../../platform/lifecycle/view.ts';
import { deskOf, wallOf } from '../../platform/lifecycle/waiting.ts';
import { openInEmergency } from './emergency.ts';
import { clueMatter } from './matter.ts';
import { clueOffice } from './testing/office.ts';

const office = clueOffice();
const { pools, people, step, received, verifying, close } = office;
const at = (day: string) => {
  office.clock.now = new Date(`${day}T02:00:00Z`);
};
const desk = async (by: string) => (await deskOf(office.desk(), people[by]!, [clueMatter])).matters[0]!;
const recorded = async (clue: string) => {
  const { rows } = await pools.owner.query<{ rung: string; reached_at: Date }>(
    'select rung, reached_at from clues.clue_escalations where matter = $1 order by reached_at',
    [clue],
  );
  return rows.map(({ rung, reached_at }) => [rung, reached_at.toISOString()]);
};
const escalate = () => recordEscalations(office.desk(), [clueMatter]);

describe('what is late climbs', () => {
  let clue = '';
  beforeAll(async () => {
    // 15 working days from Monday 12 April 2021 end with Friday 30 April; red from Thursday 6 May, the first working day after the feast.
    clue = await verifying({ reporterMode: 'ANONYMOUS' });
  });
  const raised = async (by: string) =>
    (await desk(by)).raisedLines.filter(({ record }) => record === clue).map(({ rung }) => rung);

  test('to one desk after another, as the days pass', async () => {
    const late = (await viewMatter(office.desk(), people.manager!, clueMatter, clue)).limits.find(
      ({ id }) => id === 'VERIFY',
    )!;
    expect(late.lateAt).toBe(new Date('2021-05-06T00:00:00+08:00').toISOString());
    const desks = async () => [await raised('manager'), await raised('approver'), await raised('supervisor')].flat();
    at('2021-05-05');
    expect(await desks()).toEqual([]);
    at('2021-05-06');
    expect(await desks()).toEqual(['LATE']);
    // Saturday 8 May 2021 was worked: the fifth working day after Thursday the 6th is Wednesday the 12th.
    at('2021-05-11');
    expect(await desks()).toEqual(['LATE']);
    at('2021-05-12');
    expect(await desks()).toEqual(['LATE', 'LATE_5']);
    at('2021-05-26');
    expect(await desks()).toEqual(['LATE', 'LATE_5', 'LATE_15']);
    expect(await raised('first')).toEqual([]);
    expect((await desk('head').catch(() => null))?.raised ?? 0).toBe(0);
  });

  test('and each rung is recorded once, with the moment it was reached and not that of the record', async () => {
    at('2021-05-13');
    expect(await escalate()).toBeGreaterThan(0);
    expect(await escalate()).toBe(0);
    const first = await recorded(clue);
    expect(first.map(([rung]) => rung)).toEqual(['WARNED', 'LATE', 'LATE_5']);
    expect(first[2]![1]).toBe(new Date('2021-05-12T00:00:00+08:00').toISOString());
    at('2021-06-30');
    await escalate();
    expect((await recorded(clue)).map(([rung]) => rung)).toEqual(['WARNED', 'LATE', 'LATE_5', 'LATE_15']);
    const { rungs } = (await viewMatter(office.desk(), people.manager!, clueMatter, clue)).limits.find(
      ({ id }) => id === 'VERIFY',
    )!;
    expect(rungs.map(({ id, at: when }) => [id, when])).toEqual(await recorded(clue));
    const { rows } = await pools.owner.query("select entry from ledger.acts where act = 'matters.escalate'");
    expect(JSON.parse(rows[0].entry)).toMatchObject({ actor: 'system', detail: { register: 'clues.clues' } });
  });

  test('and comes down when it is done: no desk shows what no longer runs', async () => {
    await close(clue, '2021-06-30');
    expect(await raised('supervisor')).toEqual([]);
    at('2021-04-12');
  });
});

test('desk and wall say beforehand which clue is not open to the reader, until it is opened in an emergency', async () => {
  const clue = await verifying({ reporterMode: 'ANONYMOUS' });
  at('2021-05-26');
  const opened = async (by: string) => {
    const { lines, raisedLines } = await desk(by);
    const wall = await wallOf(office.desk(), people[by]!, clueMatter, { limit: 200 });
    return [lines, raisedLines, wall.lines].flat().flatMap(({ record, opens }) => (record === clue ? [opens] : []));
  };
  expect(await opened('supervisor')).toEqual([false, false]);
  expect(await opened('manager')).toEqual([true, true]);
  expect(await opened('first')).toEqual([true, true]);
  await openInEmergency(office.city.records, people.supervisor!, clue, '上级要求当日核报');
  expect(await opened('supervisor')).toEqual([true, true]);
  at('2021-04-12');
});

test('a clue with several limits stands once on wall and desk, the most urgent first, page by page', async () => {
  const clues = [await received(), await received(), await received()];
  const own = async (colour?: 'RED' | 'YELLOW') => {
    const found = [];
    let cursor: string | undefined;
    do {
      const page = await wallOf(office.desk(), people.manager!, clueMatter, { limit: 1, cursor, colour });
      found.push(...page.lines);
      cursor = page.next ?? undefined;
    } while (cursor);
    return found.filter(({ record }) => clues.includes(record));
  };
  const lines = await own();
  expect(lines.map(({ record }) => record).toSorted()).toEqual(clues.toSorted());
  for (const line of lines) {
    expect([line.clock, ...line.others.map(({ clock }) => clock)]).toEqual(['REGISTER', 'TELL_ACCEPTED', 'PROPOSE']);
    expect(line.dueAt! <= line.others[0]!.dueAt).toBe(true);
  }
  at('2021-04-21');
  expect((await own('RED')).map(({ colour, others }) => [colour, others[0]!.colour])).toEqual(
    Array(3).fill(['RED', 'GREEN']),
  );
  expect(await own('YELLOW')).toEqual([]);
  const shown = (await desk('manager')).lines.filter(({ record }) => clues.includes(record));
  expect(shown.map(({ record }) => record).toSorted()).toEqual(clues.toSorted());
  at('2021-04-12');
});

test('a limit that runs after the closing waits on the desk and stands on the wall', async () => {
  const clue = await verifying();
  await close(clue);
  const before = (await desk('manager')).waiting;
  const line = (await wallOf(office.desk(), people.manager!, clueMatter, { limit: 200 })).lines.find(
    ({ record }) => record === clue,
  );
  expect(line).toMatchObject({ state: 'CLOSED', clock: 'FEEDBACK', others: [] });
  expect((await desk('manager')).byState.find(({ state }) => state === 'CLOSED')?.number).toBeGreaterThan(0);
  await step('manager', clue, 'FEED_BACK', { toldOn: '2021-04-12', way: '电话' });
  expect((await desk('manager')).waiting).toBe(before - 1);
});
