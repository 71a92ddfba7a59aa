import { describe, expect, test } from 'vitest';
import { type AnyLifecycle, defineLifecycle } from './declare.ts';
import { diagram } from './diagram.ts';
import { lifecycle } from './example-matter.ts';

describe('a declaration', () => {
  const broken = (change: Record<string, unknown>) => () =>
    defineLifecycle({ ...lifecycle, ...change } as unknown as Parameters<typeof defineLifecycle>[0]);
  const action = (name: string, change: Record<string, unknown>) => ({
    actions: { ...lifecycle.actions, [name]: { ...(lifecycle as AnyLifecycle).actions[name], ...change } },
  });

  const ladder = (rungs: readonly object[]) => ({
    escalation: [
      {
        validFrom: '2021-01-01',
        source: '示例',
        rungs: rungs.map((rung, at) => ({
          id: `R${at}`,
          words: lifecycle.words,
          from: 'LATE',
          to: ['APPROVER'],
          ...rung,
        })),
      },
    ],
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['an unknown target', action('ACCEPT', { to: 'GONE' }), /ACCEPT leads to the unknown state GONE/],
    ['an unknown origin', action('ACCEPT', { from: ['GONE'] }), /starts from the unknown state GONE/],
    ['an unreachable state', action('HOLD', { to: 'HANDLING' }), /the state ON_HOLD is unreachable/],
    ['a dead end', action('RESUME', { to: 'ON_HOLD' }), /the state ON_HOLD is a dead end/],
    ['no way to an end', action('CLOSE', { to: 'HANDLING' }), /the state HANDLING is a dead end/],
    ['an unknown separation', action('CLOSE', { notBy: ['PAY'] }), /kept apart from the unknown action PAY/],
    ['nobody', action('CLOSE', { who: [] }), /nobody may take CLOSE/],
    ['an unknown clock', action('CLOSE', { clock: { stop: ['LUNCH'] } }), /CLOSE names the unknown clock LUNCH/],
    ['a rung to nobody', ladder([{ to: [] }]), /the rung R0 leads to nobody/],
    ['rungs out of order', ladder([{ days: 5 }, { days: 3 }]), /the rung R1 is not above the one before it/],
    ['days from a warning', ladder([{ from: 'WARN', days: 2 }]), /the rung R0 counts days from the warning/],
    [
      'a limit kept in mid-life',
      action('REPORT', { clock: { keep: ['HANDLE'] } }),
      /REPORT keeps limits, but does not end/,
    ],
    ['an unknown condition', action('CLOSE', { during: 'LUNCH' }), /CLOSE names the unknown clock LUNCH/],
    ['a clock never started', action('REPORT', { clock: {} }), /no action starts the clock ANSWER/],
    ['a start without its field', action('RECEIVE', { fields: {} }), /counts from "receivedOn"/],
    ['a pause without an end', action('HOLD', { fields: {} }), /must require "until" and a reason/],
    ['telling what is personal', action('STATE', { tells: ['text'] }), /STATE tells "text"/],
    ['an extension without a reason', action('EXTEND', { reason: false }), /must require "extension" and a reason/],
    [
      'an extension not allowed',
      action('EXTEND', { clock: { extend: 'ANSWER' } }),
      /ANSWER, which allows no extension/,
    ],
    ['an approver who may not', action('EXTEND', { who: ['SUPERVISOR'] }), /but APPROVER, who approves that, may not/],
    ['a wrong opening', action('RECEIVE', { to: 'HANDLING' }), /does not lead to the initial state/],
    [
      'a limit of nothing',
      { clocks: { ...lifecycle.clocks, ANSWER: [{ ...lifecycle.clocks.ANSWER[0], amount: 0 }] } },
      /ANSWER is not a positive whole number/,
    ],
    [
      'versions out of order',
      { clocks: { ...lifecycle.clocks, HANDLE: lifecycle.clocks.HANDLE.toReversed() } },
      /versions of HANDLE are not in order/,
    ],
  ])('%s stops the program', (_, change, message) => {
    expect(broken(change)).toThrow(message);
  });

  test('all its faults come in one message', () => {
    expect(broken({ initial: 'GONE', ...action('CLOSE', { who: [] }) })).toThrow(
      /GONE is unknown.*nobody may take CLOSE/,
    );
  });
});

test('the diagram is drawn from the table', () => {
  const zh = diagram(lifecycle);
  expect(zh).toMatch(/^stateDiagram-v2\n {2}state "已接收" as RECEIVED\n/);
  expect(zh).toContain('  [*] --> RECEIVED: 接收（线索管理员）\n');
  expect(zh).toContain('  REPORTED --> CLOSED: 办结（审批人、承办人）\n');
  expect(zh).toContain('  HANDLING --> HANDLING: 延期（审批人、承办人）\n');
  expect(zh).toContain('  CLOSED --> [*]\n');
  expect(diagram(lifecycle, 'en')).toContain('  REPORTED --> CLOSED: Close (Approver, Case handler)\n');
});
