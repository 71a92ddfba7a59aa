import type { Role } from '../access/roles.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { AppError } from '../errors.ts';
import { type Language, words } from '../words.ts';
import {
  type Clock,
  extendClock,
  isPaused,
  isRunning,
  ofClock,
  pauseClock,
  policyOf,
  resumeClock,
  startClock,
  stopClock,
} from './clock.ts';
import {
  type Action,
  type AnyLifecycle,
  actionsOf,
  type ConditionalStart,
  clockOf,
  EXTENSION_FIELD,
  INFORMED_FIELD,
  requiredFields,
  UNTIL_FIELD,
} from './declare.ts';

const REASON = words('理由', 'Reason');

/** What a decision needs to know of a matter; null where it is about to be opened. */
export interface Matter {
  readonly state: string;
  readonly clocks: readonly Clock[];
  /** Identities of the officers the matter concerns. */
  readonly subjects: readonly string[];
  /** Who took which action, oldest first. */
  readonly history: readonly Taken[];
}

/** A step that was taken: here by an account, before the matter came into the program by an officer. */
export interface Taken {
  readonly action: string;
  readonly account: string | null;
  readonly officer?: string | null;
}

export interface Actor {
  readonly account: string;
  readonly roles: readonly Role[];
  /** The identity of the officer this account belongs to, if any. */
  readonly officer: string | null;
  /** Whether the act under way found out that this person may take a step that is taken within another act only. */
  readonly vouched?: true;
}

export interface DecisionRequest {
  readonly matter: Matter | null;
  readonly action: string;
  readonly actor: Actor;
  /** Fields of the form; `reason` is the reason in words. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What the record holds, by column: conditions of limits look here where the form says nothing. */
  readonly held?: Readonly<Record<string, unknown>>;
  readonly now: Date;
  readonly calendar: WorkCalendar;
  /** The officers concerned, where the action opens the matter. */
  readonly subjects?: readonly string[];
}

export interface ClockChange {
  readonly id: string;
  readonly change: 'STARTED' | 'STOPPED' | 'PAUSED' | 'RESUMED' | 'EXTENDED';
}

export interface Decision {
  readonly to: string;
  /** All clocks of the matter as they are afterwards. */
  readonly clocks: readonly Clock[];
  /** What moved, for the ledger act. */
  readonly changes: readonly ClockChange[];
  readonly permission: string;
  /** The version of the table that allowed it. */
  readonly version: number;
}

/**
 * Whether an action may be taken, and what follows from it. Pure: the same arguments give the same answer at any time.
 *
 * @throws AppError `matter.action`, `access.denied`, `matter.subject`, `matter.separation`, `matter.state`, `matter.fields`,
 * `clock.*`; in this order, so that whoever may not act learns nothing of the matter's state.
 */
export function decide(lifecycle: AnyLifecycle, request: DecisionRequest): Decision {
  const { input, now } = request;
  const action = actionOf(lifecycle, request.action);
  const subjects = request.matter?.subjects ?? request.subjects ?? [];
  const refusal = refuse(lifecycle, request.action, request.matter, subjects, request.actor);
  if (refusal) throw refusal;

  const missing = requiredFields(action).filter((field) => isEmpty(input[field]));
  if (missing.length > 0) {
    const called = (language: Language): string =>
      missing
        .map((field) => action.fields?.[field]?.words[language] ?? REASON[language])
        .join(language === 'zh' ? '、' : ', ');
    throw new AppError('matter.fields', { action: action.words, fields: { zh: called('zh'), en: called('en') } });
  }

  const to = action.to ?? request.matter?.state ?? lifecycle.initial;
  return {
    to,
    ...moveClocks(lifecycle, action, to, request, now.toISOString()),
    permission: permissionOf(lifecycle, request.action),
    version: lifecycle.version,
  };
}

/** The actions an actor could take on a matter now, as far as roles, duties and state decide: the buttons of its page. */
export const openActions = (lifecycle: AnyLifecycle, matter: Matter, actor: Actor): string[] =>
  actionsOf(lifecycle)
    .map(([name]) => name)
    .filter((name) => refuse(lifecycle, name, matter, matter.subjects, actor) === null);

export const permissionOf = (lifecycle: AnyLifecycle, name: string): string =>
  actionOf(lifecycle, name).permission ?? `${lifecycle.name}.${name}`;

function actionOf(lifecycle: AnyLifecycle, name: string): Action {
  const action = Object.hasOwn(lifecycle.actions, name) ? lifecycle.actions[name] : undefined;
  if (!action) throw new AppError('matter.action', { action: name });
  return action;
}

function refuse(
  lifecycle: AnyLifecycle,
  name: string,
  matter: Matter | null,
  subjects: readonly string[],
  actor: Actor,
): AppError | null {
  const action = actionOf(lifecycle, name);
  const concerned = actor.officer !== null && subjects.includes(actor.officer);
  const may = action.who.some((role) => actor.roles.includes(role) && (role === 'OFFICER_SELF') === concerned);
  if (!may || (action.within && !actor.vouched)) {
    // Nobody handles a matter on himself (Civil Servant Law art. 76, Sanctions Law art. 47).
    const otherwise = concerned && action.who.some((role) => role !== 'OFFICER_SELF' && actor.roles.includes(role));
    return otherwise
      ? new AppError('matter.subject')
      : new AppError('access.denied', { permission: permissionOf(lifecycle, name) });
  }
  for (const earlier of action.notBy ?? [])
    if (matter?.history.some((step) => step.action === earlier && isBy(step, actor)))
      return new AppError('matter.separation', { earlier: actionOf(lifecycle, earlier).words, action: action.words });

  if (matter ? !action.from.includes(matter.state) : action.from.length > 0)
    return new AppError('matter.state', {
      state: matter ? lifecycle.states[matter.state] : { zh: '尚未建立', en: 'not yet opened' },
      action: action.words,
    });
  const { during } = action;
  if (during !== undefined && !matter?.clocks.some((clock) => clock.id === during && isRunning(clock)))
    return new AppError('matter.idle', { limit: lifecycle.clocks[during]!.at(-1)!.words, action: action.words });
  return null;
}

const isBy = (step: Taken, actor: Actor): boolean =>
  step.account === actor.account || (actor.officer !== null && step.officer === actor.officer);

/** How the clocks stand after an action that leads to `to` at the instant `at`; rules on roles and states are not asked here. */
export function moveClocks(
  lifecycle: AnyLifecycle,
  action: Action,
  to: string,
  request: DecisionRequest,
  at: string,
): Pick<Decision, 'clocks' | 'changes'> {
  const changes: ClockChange[] = [];
  const note = (clock: Clock, change: ClockChange['change']): Clock => {
    changes.push({ id: clock.id, change });
    return clock;
  };
  let clocks = [...(request.matter?.clocks ?? [])];
  // From one final state to another nothing closes: a limit that the closing started (to tell the reporter) still runs.
  const isFinal = (state: string | undefined): boolean => state !== undefined && lifecycle.final.includes(state);
  const closes = isFinal(to) && !isFinal(request.matter?.state);

  const { stop = [], keep = [], start = [], extend } = action.clock ?? {};
  clocks = clocks.map((clock) =>
    isRunning(clock) &&
    ((closes && !keep.includes(clock.id)) ||
      (stop.includes(clock.id) && isMeant(lifecycle, clock.id, clock, request.input)))
      ? note(stopClock(clock, at), 'STOPPED')
      : clock,
  );
  // A clock that runs is never started anew: that would wash a delay away.
  for (const one of start) {
    const id = clockOf(one);
    const wanted = typeof one === 'string' || meets(one.where, request);
    const runs = (clock: Clock) => clock.id === id && isRunning(clock) && isMeant(lifecycle, id, clock, request.input);
    if (wanted && !clocks.some(runs))
      clocks.push(note(startClock(lifecycle, id, request.input, request.now), 'STARTED'));
  }

  if (extend !== undefined) {
    const running = clocks.find((clock) => clock.id === extend && isRunning(clock));
    if (!running) throw new AppError('clock.ended');
    const informed = request.input[INFORMED_FIELD];
    const extended = extendClock(
      lifecycle,
      request.calendar,
      running,
      {
        amount: Number(request.input[EXTENSION_FIELD]),
        at,
        by: request.actor.account,
        reason: String(request.input.reason),
        informed: isEmpty(informed) ? null : String(informed),
      },
      request.actor.roles,
    );
    clocks = clocks.map((clock) => (clock === running ? note(extended, 'EXTENDED') : clock));
  }

  const enters = to !== request.matter?.state;
  clocks = clocks.map((clock) => {
    if (!isRunning(clock)) return clock;
    const rests = policyOf(lifecycle, clock).pausesIn?.includes(to) ?? false;
    const paused = isPaused(clock, at);
    if (rests && enters && !paused) return note(pauseClock(clock, at, request.input[UNTIL_FIELD]), 'PAUSED');
    return !rests && paused ? note(resumeClock(clock, at), 'RESUMED') : clock;
  });
  return { clocks, changes };
}

const meets = (where: ConditionalStart['where'], { input, held = {} }: DecisionRequest): boolean =>
  Object.entries(where).every(([key, values]) => values.includes(String(input[key] ?? held[key])));

/** Whether the form speaks of this limit, where several of its kind run at once. */
const isMeant = (lifecycle: AnyLifecycle, id: string, clock: Clock, input: DecisionRequest['input']): boolean =>
  clock.of === undefined || clock.of === ofClock(lifecycle, id, input);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
