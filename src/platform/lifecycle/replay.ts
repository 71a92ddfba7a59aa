import { dayOf } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { AppError } from '../errors.ts';
import { type Fault, fault } from '../register/faults.ts';
import type { Clock } from './clock.ts';
import { moveClocks } from './decide.ts';
import { type Action, type AnyLifecycle, clockOf, EXTENSION_FIELD, UNTIL_FIELD } from './declare.ts';

/** A step of a history as it was handed in. */
export interface PastStep {
  readonly number: number;
  readonly action: string;
  readonly takenAt: Date;
  /** Who took it, as far as it was said. */
  readonly taker: string | null;
  /** What limits ask for, by field. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** What is wrong with a history, and where. */
export interface Flaw {
  /** Which of the steps, from 0. */
  readonly at: number;
  /** Column of the history's register. */
  readonly key: string;
  readonly fault: Fault;
}

export interface Replayed {
  readonly state: string;
  readonly clocks: readonly Clock[];
}

/**
 * Walks a history through the table: the state it leads to, and the limits as they stood after its last step, closed ones among
 * them. Who was allowed to take a step is not asked: what happened, happened. A limit whose rule was not yet in force starts not.
 * @param held what the matter's record holds, by column
 * @param steps in the order of their numbers
 * @returns the end of the history, or its first flaw
 */
export function replay(
  lifecycle: AnyLifecycle,
  calendar: WorkCalendar,
  held: Readonly<Record<string, unknown>>,
  steps: readonly PastStep[],
  now: Date,
): Replayed | Flaw {
  let state: string | null = null;
  let clocks: readonly Clock[] = [];
  for (const [at, step] of steps.entries()) {
    const action: Action = lifecycle.actions[step.action]!;
    const flaw = flawOf(lifecycle, state, action, steps, at, now);
    if (flaw) return { at, ...flaw };
    const to: string = action.to ?? state!;
    const input = { ...held, ...step.given, reason: '' };
    try {
      const before: string = state ?? '';
      clocks = moveClocks(
        lifecycle,
        inForce(lifecycle, action, input, step.takenAt),
        to,
        {
          matter: { state: before, clocks, subjects: [], history: [] },
          action: step.action,
          actor: { account: step.taker ?? '', roles: action.who, officer: null },
          input,
          now: step.takenAt,
          calendar,
        },
        step.takenAt.toISOString(),
      ).clocks;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const detail = { zh: error.in('zh'), en: error.in('en') };
      return { at, key: keyOf(lifecycle, action, step, error), fault: fault('set.historyLimit', { detail }) };
    }
    state = to;
  }
  return { state: state!, clocks };
}

function flawOf(
  lifecycle: AnyLifecycle,
  state: string | null,
  action: Action,
  steps: readonly PastStep[],
  at: number,
  now: Date,
): Omit<Flaw, 'at'> | undefined {
  const step = steps[at]!;
  const before = steps[at - 1];
  if (step.number !== at + 1) return { key: 'number', fault: fault('set.historyNumber', { expected: at + 1 }) };
  if (before && step.takenAt < before.takenAt)
    return { key: 'takenAt', fault: fault('set.historyBackwards', { number: before.number }) };
  if (step.takenAt > now) return { key: 'takenAt', fault: fault('set.historyFuture') };
  if (state === null)
    return action.from.length === 0
      ? undefined
      : { key: 'action', fault: fault('set.historyBegins', { action: action.words }) };
  return action.from.includes(state)
    ? undefined
    : { key: 'action', fault: fault('set.historyJump', { action: action.words, state: lifecycle.states[state] }) };
}

/** The action with those limits only whose rule was in force on their first day. */
function inForce(
  lifecycle: AnyLifecycle,
  action: Action,
  input: Readonly<Record<string, unknown>>,
  takenAt: Date,
): Action {
  if (!action.clock?.start) return action;
  const start = action.clock.start.filter((one) => {
    const versions = lifecycle.clocks[clockOf(one)]!;
    const field = versions.at(-1)!.startsAt;
    const day = field && typeof input[field] === 'string' ? input[field].slice(0, 10) : dayOf(takenAt);
    return versions[0]!.validFrom <= day;
  });
  return { ...action, clock: { ...action.clock, start } };
}

/** The cell that a limit could not be worked out from: the first of its fields that the step gives, or should have given. */
function keyOf(lifecycle: AnyLifecycle, action: Action, { given }: PastStep, { code }: AppError): string {
  if (code === 'clock.extension') return EXTENSION_FIELD;
  if (code === 'clock.until' && action.fields?.[UNTIL_FIELD]) return UNTIL_FIELD;
  const policies = (action.clock?.start ?? []).flatMap((start) => lifecycle.clocks[clockOf(start)]!);
  const fields = policies.flatMap(({ startsAt, endsOn }) => (code === 'clock.until' ? endsOn : startsAt) ?? []);
  if (code === 'clock.until') return fields[0] ?? 'action';
  return code === 'clock.start' ? (fields.find((field) => Object.hasOwn(given, field)) ?? 'takenAt') : 'action';
}
