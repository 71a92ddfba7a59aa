import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../access/roles.ts';
import { workCalendar } from '../calendar/working-days.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import { type Clock, isPaused, isRunning, readClock } from './clock.ts';
import { type Actor, type DecisionRequest, decide, type Matter, openActions } from './decide.ts';
import { type AnyLifecycle, defineLifecycle } from './declare.ts';
import { lifecycle } from './example-matter.ts';

const calendar = workCalendar();
const at = (text: string) => new Date(`${text}+08:00`);

const actor = (account: string, ...roles: Role[]): Actor => ({ account, roles, officer: null });
const manager = actor('manager', 'CLUE_MANAGER');
const handler = actor('handler', 'CASE_HANDLER');
const approver = actor('approver', 'APPROVER');

/** The same matter, checked again after it was closed. */
const plain: AnyLifecycle = lifecycle;
const checked = defineLifecycle<string, string, string>({
  ...plain,
  states: { ...lifecycle.states, CHECKED: lifecycle.states.CLOSED },
  final: ['CLOSED', 'CHECKED'],
  actions: {
    ...plain.actions,
    CHECK: { words: lifecycle.words, from: ['CLOSED'], to: 'CHECKED', who: ['CASE_HANDLER'], within: true },
    CLOSE: { ...plain.actions.CLOSE!, clock: { start: ['TELL'] } },
  },
  clocks: { ...plain.clocks, TELL: lifecycle.clocks.ANSWER },
});
const request = { action: 'CHECK', input: {}, now: at('2021-03-12T10:00'), calendar };

type Step = [action: string, by: Actor, when: string, input?: Record<string, unknown>];

/** Takes steps one after the other, as the service does, and returns the matter. */
const run = (steps: Step[], subjects: string[] = []): Matter =>
  steps.reduce<Matter | null>((matter, [action, by, when, input = {}]) => {
    const decision = decide(lifecycle, { matter, action, actor: by, input, now: at(when), calendar, subjects });
    const history = [...(matter?.history ?? []), { action, account: by.account }];
    return { state: decision.to, clocks: decision.clocks, subjects, history };
  }, null)!;
const opened: Step[] = [['RECEIVE', manager, '2021-03-03T10:00', { receivedOn: '2021-03-02' }]];
const accepted: Step[] = [...opened, ['ACCEPT', handler, '2021-03-04T10:00', { receivedOn: '2021-03-04' }]];
const reported: Step[] = [...accepted, ['REPORT', handler, '2021-03-10T10:00', { conclusion: '查否' }]];
const codeOf = (body: () => unknown): ErrorCode | null => {
  try {
    body();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};
const refused = (matter: Matter | null, action: string, by: Actor, rest: Partial<DecisionRequest> = {}) =>
  codeOf(() =>
    decide(lifecycle, { matter, action, actor: by, input: {}, now: at('2021-03-11T10:00'), calendar, ...rest }),
  );
const read = (clock: Clock | undefined, when: string) => readClock(lifecycle, calendar, clock!, at(when));

describe('who may act', () => {
  test('the role decides, and the answer names the permission', () => {
    expect(refused(run(opened), 'ACCEPT', manager)).toBe('access.denied');
    const decision = decide(lifecycle, {
      matter: run(reported),
      action: 'CLOSE',
      actor: approver,
      input: {},
      now: at('2021-03-11T10:00'),
      calendar,
    });
    expect(decision).toMatchObject({ to: 'CLOSED', permission: 'example.close', version: 3 });
    expect(refused(run(opened), 'PAY', manager)).toBe('matter.action');
    expect(refused(run(opened), 'toString', manager)).toBe('matter.action');
  });

  test('whoever accepted or reported may not close, in any role, before or after a hand-over', () => {
    const both = actor('handler', 'CASE_HANDLER', 'APPROVER');
    expect(refused(run(reported), 'CLOSE', handler)).toBe('matter.separation');
    expect(refused(run(reported), 'CLOSE', both)).toBe('matter.separation');
    expect(refused(run(reported), 'RETURN', both, { input: { reason: '事实不清' } })).toBe('matter.separation');
    const second = actor('second', 'CASE_HANDLER');
    const handedOver = run([...accepted, ['REPORT', second, '2021-03-10T10:00', { conclusion: '查实' }]]);
    expect(refused(handedOver, 'CLOSE', handler)).toBe('matter.separation');
    expect(refused(handedOver, 'CLOSE', actor('third', 'CASE_HANDLER'))).toBeNull();
  });

  test('a step taken within another act is refused to whom no act vouches for, and has no button', () => {
    const matter = run([...reported, ['CLOSE', approver, '2021-03-11T09:00']]);
    const take = (by: Actor) => codeOf(() => decide(checked, { ...request, matter, actor: by }));
    expect(take(handler)).toBe('access.denied');
    expect(openActions(checked, matter, handler)).toEqual([]);
    expect(take({ ...handler, vouched: true })).toBeNull();
    expect(take({ ...approver, vouched: true })).toBe('access.denied');
  });

  test('the officer concerned acts only as that officer, and nobody else does', () => {
    const matter = run(accepted, ['officer-1']);
    const self: Actor = { account: 'a', roles: ['OFFICER_SELF', 'APPROVER'], officer: 'officer-1' };
    const other: Actor = { ...self, officer: 'officer-2' };
    expect(refused(matter, 'HOLD', self, { input: { reason: '无' } })).toBe('matter.subject');
    expect(refused(matter, 'STATE', self, { input: { text: '情况说明' } })).toBeNull();
    expect(refused(matter, 'STATE', other, { input: { text: '情况说明' } })).toBe('access.denied');
    expect(refused(matter, 'HOLD', other, { input: { reason: '待查', until: '2021-03-31' } })).toBeNull();
    const manager: Actor = { account: 'm', roles: ['CLUE_MANAGER'], officer: 'officer-1' };
    const input = { receivedOn: '2021-03-02' };
    expect(refused(null, 'RECEIVE', manager, { input, subjects: ['officer-1'] })).toBe('matter.subject');
    expect(refused(null, 'RECEIVE', manager, { input, subjects: ['officer-2'] })).toBeNull();
  });

  test('the state decides, and is told only to those who may act', () => {
    expect(refused(run(opened), 'CLOSE', approver)).toBe('matter.state');
    expect(refused(null, 'ACCEPT', handler)).toBe('matter.state');
    expect(refused(run(opened), 'RECEIVE', manager)).toBe('matter.state');
    const error = new AppError('matter.state', {
      state: lifecycle.states.RECEIVED,
      action: lifecycle.actions.CLOSE.words,
    });
    expect(error.in('zh')).toBe('当前状态“已接收”下不能“办结”；请刷新后再看。');
    expect(error.in('en')).toContain('"Received"');
  });

  test('fields and reasons must not be empty', () => {
    for (const conclusion of [undefined, null, '  ', []])
      expect(refused(run(accepted), 'REPORT', handler, { input: { conclusion } })).toBe('matter.fields');
    expect(refused(run(accepted), 'HOLD', approver)).toBe('matter.fields');
    expect(refused(run(accepted), 'HOLD', approver, { input: { reason: '条件不具备' } })).toBe('matter.fields');
    expect(
      refused(run(accepted), 'HOLD', approver, { input: { reason: '条件不具备', until: '2021-03-31' } }),
    ).toBeNull();
  });

  test('the open actions of a page', () => {
    expect(openActions(lifecycle, run(accepted), handler)).toEqual(['EXTEND', 'REPORT']);
    expect(openActions(lifecycle, run(reported), handler)).toEqual([]);
    expect(openActions(lifecycle, run(reported), approver)).toEqual(['RETURN', 'CLOSE']);
  });
});

describe('clocks', () => {
  test('a limit counts from the day named, under the version then in force', () => {
    const [clock] = run(opened).clocks;
    expect(clock).toMatchObject({ id: 'HANDLE', version: '2021-03-01' });
    expect(read(clock, '2021-03-11T10:00')).toEqual({
      status: 'RUNNING',
      dueAt: at('2021-03-24T00:00'),
      warnAt: at('2021-03-22T00:00'),
      lateAt: at('2021-03-24T00:00'),
      lastDay: '2021-03-23',
      colour: 'GREEN',
      overdue: false,
      provisional: false,
    });
    const [old] = run([['RECEIVE', manager, '2021-03-03T10:00', { receivedOn: '2021-02-26' }]]).clocks;
    expect(old!.version).toBe('2020-01-01');
    expect(read(old, '2021-03-11T10:00').lastDay).toBe('2021-03-29');
  });

  test('a running clock is not started anew, and names nobody', () => {
    const [clock, ...more] = run(accepted).clocks;
    expect(more).toEqual([]);
    expect(clock!.startedAt).toBe(at('2021-03-02T00:00').toISOString());
    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
    expect(JSON.stringify(clock)).not.toContain('handler');
  });

  test.each(['2021-03-20', '2019-12-31', '', '2021-02-30', '2021-03-02T09:00', 5])(
    'a start of %s is refused',
    (receivedOn) => {
      const expected = receivedOn === '' ? 'matter.fields' : 'clock.start';
      expect(refused(null, 'RECEIVE', manager, { input: { receivedOn } })).toBe(expected);
    },
  );

  test('the state pauses and resumes the time', () => {
    const held = run([...accepted, ['HOLD', approver, '2021-03-05T15:00', { reason: '待查', until: '2021-03-31' }]]);
    expect(read(held.clocks[0], '2021-03-31T23:59')).toMatchObject({ status: 'PAUSED', overdue: false });
    // Nobody took it up again: the time runs from the day the pause was granted until.
    expect(read(held.clocks[0], '2021-06-01T10:00')).toMatchObject({ status: 'RUNNING', overdue: true });
    const past = { reason: '待查', until: '2021-03-10' };
    expect(refused(run(accepted), 'HOLD', approver, { input: past })).toBe('clock.until');
    const resumed = run([
      ...accepted,
      ['HOLD', approver, '2021-03-05T15:00', { reason: '待查', until: '2021-03-31' }],
      ['RESUME', approver, '2021-03-12T09:00'],
    ]);
    // Friday the 5th to Thursday the 11th did not run: five working days.
    expect(read(resumed.clocks[0], '2021-03-12T10:00')).toMatchObject({ status: 'RUNNING', lastDay: '2021-03-30' });
  });

  test('an extension: its sum, its approver, its notice, its time', () => {
    const input = { extension: 5, reason: '案情复杂', informed: '3月20日电话告知' };
    const extend = (
      by: Actor,
      change: Record<string, unknown> = {},
      now = '2021-03-20T10:00',
      matter = run(accepted),
    ) => refused(matter, 'EXTEND', by, { input: { ...input, ...change }, now: at(now) });
    expect(extend(approver)).toBeNull();
    expect(extend(handler)).toBe('clock.approver');
    expect(extend(approver, { informed: '' })).toBe('clock.inform');
    expect(extend(approver, { extension: 11 })).toBe('clock.extension');
    expect(extend(approver, { extension: 1.5 })).toBe('clock.extension');
    expect(extend(approver, { reason: ' ' })).toBe('matter.fields');
    expect(extend(approver, {}, '2021-03-24T00:01')).toBe('clock.ended');

    const once: Step[] = [...accepted, ['EXTEND', approver, '2021-03-20T10:00', { ...input, extension: 10 }]];
    const [clock] = run(once).clocks;
    expect(clock!.extensions).toEqual([
      {
        amount: 10,
        at: at('2021-03-20T10:00').toISOString(),
        by: 'approver',
        reason: '案情复杂',
        informed: '3月20日电话告知',
      },
    ]);
    expect(read(clock, '2021-03-21T10:00').lastDay).toBe('2021-04-07');
    expect(extend(approver, { extension: 1 }, '2021-03-21T10:00', run(once))).toBe('clock.extension');
    const old = run([
      ['RECEIVE', manager, '2021-03-03T10:00', { receivedOn: '2021-02-26' }],
      ['ACCEPT', handler, '2021-03-04T10:00', { receivedOn: '2021-03-04' }],
    ]);
    expect(extend(approver, {}, '2021-03-20T10:00', old)).toBe('clock.extension');
  });

  test('closing stops every clock, and a stopped clock keeps its colour', () => {
    const late = run([
      ...accepted,
      ['REPORT', handler, '2021-03-29T10:00', { conclusion: '查否' }],
      ['CLOSE', approver, '2021-03-30T10:00'],
    ]);
    expect(late.clocks.map(({ id, stoppedAt }) => [id, stoppedAt])).toEqual([
      ['HANDLE', at('2021-03-30T10:00').toISOString()],
      ['ANSWER', at('2021-03-30T10:00').toISOString()],
    ]);
    expect(late.clocks.map((clock) => read(clock, '2022-01-01T00:00'))).toMatchObject([
      { status: 'STOPPED', colour: 'RED', overdue: true },
      { status: 'STOPPED', colour: 'GREEN', overdue: false },
    ]);
  });

  test('what the closing started runs on when the matter is checked again', () => {
    const before = run(reported);
    const closed = decide(checked, { ...request, matter: before, action: 'CLOSE', actor: approver });
    const matter = { ...before, state: closed.to, clocks: closed.clocks };
    const { clocks } = decide(checked, { ...request, matter, actor: { ...handler, vouched: true } });
    expect(clocks.filter(isRunning).map(({ id }) => id)).toEqual(['TELL']);
  });

  test('the decision says what moved', () => {
    const changes = (matter: Matter, action: string, by: Actor, input = {}) =>
      decide(lifecycle, { matter, action, actor: by, input, now: at('2021-03-11T10:00'), calendar }).changes;
    expect(changes(run(reported), 'CLOSE', approver)).toEqual([
      { id: 'HANDLE', change: 'STOPPED' },
      { id: 'ANSWER', change: 'STOPPED' },
    ]);
    expect(changes(run(accepted), 'HOLD', approver, { reason: '待查', until: '2021-03-31' })).toEqual([
      { id: 'HANDLE', change: 'PAUSED' },
    ]);
    expect(changes(run(accepted), 'REMIND', actor('s', 'SUPERVISOR'))).toEqual([]);
  });
});

test('however it is handled, a matter keeps its rules', () => {
  const people: Actor[] = [
    manager,
    handler,
    approver,
    actor('both', 'CASE_HANDLER', 'APPROVER'),
    { account: 'self', roles: ['OFFICER_SELF', 'APPROVER', 'CASE_HANDLER', 'SUPERVISOR'], officer: 'officer-1' },
  ];
  const input = {
    receivedOn: '2021-03-02',
    reason: '理由',
    text: '陈述',
    conclusion: '查否',
    extension: 3,
    informed: '电话',
    until: '2022-12-30',
  };
  const step = fc.record({
    action: fc.constantFrom(...Object.keys(lifecycle.actions)),
    by: fc.constantFrom(...people),
  });
  let closed = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 300, maxLength: 300 }), (steps) => {
      let matter = run(opened, ['officer-1']);
      let now = at('2021-03-04T09:00');
      for (const { action, by } of steps) {
        now = new Date(now.getTime() + 3_600_000);
        let decision: ReturnType<typeof decide>;
        try {
          decision = decide(lifecycle, { matter, action, actor: by, input, now, calendar });
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          continue;
        }
        matter = {
          ...matter,
          state: decision.to,
          clocks: decision.clocks,
          history: [...matter.history, { action, account: by.account }],
        };
        const running = matter.clocks.filter(isRunning);
        expect(new Set(running.map(({ id }) => id)).size).toBe(running.length);
        for (const clock of running)
          expect(isPaused(clock, now.toISOString())).toBe(clock.id === 'HANDLE' && matter.state === 'ON_HOLD');
        if (matter.state === 'CLOSED') {
          closed++;
          expect(running).toEqual([]);
        }
      }
      const by = (...actions: string[]) =>
        matter.history.filter(({ action }) => actions.includes(action)).map(({ account }) => account);
      const before = new Set(by('ACCEPT', 'REPORT'));
      expect(by('CLOSE').filter((account) => before.has(account))).toEqual([]);
      expect(matter.history.filter(({ action, account }) => account === 'self' && action !== 'STATE')).toEqual([]);
    }),
    { numRuns: 60, seed: 1 },
  );
  // The walks must reach the end, or they prove nothing about it.
  expect(closed).toBeGreaterThan(20);
});
