import type { Role } from '../access/roles.ts';
import type { LimitUnit } from '../calendar/deadline.ts';
import type { Columns } from '../register/declare.ts';
import type { Words } from '../words.ts';

/** One step of a matter. A row of the table that a reader of the rules reads first. */
export interface Action<S extends string = string, A extends string = string, C extends string = string> {
  readonly words: Words;
  /** States in which it can be taken; none for the action that opens the matter. */
  readonly from: readonly S[];
  /** Where it leads; left out, the matter stays where it is (a reminder, an extension). */
  readonly to?: S;
  /**
   * Roles that may take it. The officer a matter concerns can only take actions given to OFFICER_SELF, whatever other roles that
   * person holds, and OFFICER_SELF counts for nobody else.
   */
  readonly who: readonly Role[];
  /** The permission written into the ledger act; `<lifecycle>.<ACTION>` unless said. */
  readonly permission?: string;
  /**
   * Taken only inside another act that found out who may take it (a draw by lot, say): it has no button, and no route offers it.
   */
  readonly within?: true;
  /** A limit that must be running: the action is offered and taken only while one does (a supervision is lifted while there is one). */
  readonly during?: C;
  /** Separation of duties: whoever took one of these actions on this matter may not take this one. */
  readonly notBy?: readonly A[];
  /**
   * What its form asks for, as columns; those that are not optional must be given. A field called like a column of the matter's
   * register is written into the record too; the others stand in the step.
   */
  readonly fields?: Columns;
  /** Fields whose values the ledger entry, which anybody may read, names: choices and days, never content or persons. */
  readonly tells?: readonly string[];
  /** Whether a reason in words must be given. */
  readonly reason?: boolean;
  /** A step taken only when there is cause (put on hold, send back): no desk says that a matter waits for it. */
  readonly aside?: boolean;
  readonly clock?: {
    readonly start?: readonly (C | ConditionalStart<C>)[];
    readonly stop?: readonly C[];
    /** Limits that go on although the step ends the matter: somebody still waits for what they ask. */
    readonly keep?: readonly C[];
    readonly extend?: C;
  };
}

/** A limit that starts only where the form, or else the record, holds one of these values (a named report is answered, others not). */
export interface ConditionalStart<C extends string = string> {
  readonly clock: C;
  readonly where: Readonly<Record<string, readonly string[]>>;
}

export const clockOf = <C extends string>(start: C | ConditionalStart<C>): C =>
  typeof start === 'string' ? start : start.clock;

/** One version of a legal or agreed time limit. Old versions stay in the table: clocks that started under them keep them. */
export interface DeadlinePolicy<S extends string = string> {
  readonly words: Words;
  readonly amount: number;
  readonly unit: LimitUnit;
  /** The input field with the day or moment the limit counts from (day received); the time of the action unless said. */
  readonly startsAt?: string;
  /** The field with the day the limit ends on, where whoever sets it names the day; `amount` and `unit` then say nothing. */
  readonly endsOn?: string;
  /** The field that tells several limits of this kind apart (the letter of a supervision): each starts and stops by its own value. */
  readonly each?: string;
  /**
   * States in which the time does not run. Entering one pauses, for a reason and until a day that the action must name (`until`);
   * leaving it, or that day, resumes: so no resumption can be forgotten.
   */
  readonly pausesIn?: readonly S[];
  readonly inCustody?: boolean;
  /** `max` is the sum of all extensions in the policy's unit; `mustInform`: the input must say how the person was told. */
  readonly extension?: { readonly max: number; readonly approver: Role; readonly mustInform: boolean };
  readonly warnBefore?: { readonly amount: number; readonly unit: 'WORKING_DAYS' | 'HOURS' };
  /** The article that sets the limit. */
  readonly source: string;
  /** The first day on which a clock can start under this version, `YYYY-MM-DD`. */
  readonly validFrom: string;
}

/** One rung of the ladder that a late matter climbs, and whose desk it then stands on. */
export interface Rung {
  readonly id: string;
  readonly words: Words;
  /** Reached when the limit turns yellow, or when it turns red. */
  readonly from: 'WARN' | 'LATE';
  /** Working days after the first red day; the rung is reached as that many have begun. */
  readonly days?: number;
  readonly to: readonly Role[];
}

/** One version of the ladder. A limit climbs the one in force on its first day. */
export interface Ladder {
  /** Lowest rung first. */
  readonly rungs: readonly Rung[];
  readonly source: string;
  /** The first day on which a limit can start under this version, `YYYY-MM-DD`. */
  readonly validFrom: string;
}

interface Declaration<S extends string, A extends string, C extends string> {
  /** `module.matter` */
  readonly name: string;
  /** Raised with every change of the table; the ledger act names it. */
  readonly version: number;
  readonly words: Words;
  readonly states: Readonly<Record<S, Words>>;
  readonly initial: NoInfer<S>;
  /** States in which the matter may rest for good. Entering one stops every clock that ran before, unless the step keeps it. */
  readonly final: readonly NoInfer<S>[];
  readonly actions: Readonly<Record<A, Action<NoInfer<S>, NoInfer<A>, NoInfer<C>>>>;
  /** Versions of the ladder of escalation (逾期升级), oldest first; none where what is late is called up to nobody. */
  readonly escalation?: readonly Ladder[];
  /** Versions of each limit, oldest first. */
  readonly clocks: Readonly<Record<C, readonly DeadlinePolicy<NoInfer<S>>[]>>;
}

export type Lifecycle<S extends string, A extends string, C extends string> = Declaration<S, A, C>;

/** A lifecycle of any states, as the functions that interpret one take it. */
export type AnyLifecycle = Lifecycle<string, string, string>;

/** The input field an extension takes its amount from, the one that says how the person concerned was told, the end of a pause. */
export const EXTENSION_FIELD = 'extension';
export const INFORMED_FIELD = 'informed';
export const UNTIL_FIELD = 'until';

/** The fields of an action's form that must be given. */
export const requiredFields = ({ fields = {}, reason }: Action): string[] => [
  ...Object.keys(fields).filter((key) => !fields[key]!.optional),
  ...(reason ? ['reason'] : []),
];

/**
 * Declares the life of a matter (办件). A wrong table stops the program at start, all its faults in one message: unknown or
 * unreachable states, states from which no final one can be reached, unknown actions in `notBy`, clocks nobody starts,
 * extensions no policy allows.
 */
export function defineLifecycle<const S extends string, const A extends string, const C extends string>(
  declaration: Declaration<S, A, C>,
): Lifecycle<S, A, C> {
  const faults = [
    ...stateFaults(declaration),
    ...actionFaults(declaration),
    ...clockFaults(declaration),
    ...ladderFaults(declaration),
  ];
  if (faults.length > 0) throw new Error(`lifecycle ${declaration.name}: ${faults.join('; ')}`);
  return declaration;
}

export const actionsOf = (lifecycle: AnyLifecycle): [string, Action][] => Object.entries(lifecycle.actions);

function* stateFaults(lifecycle: AnyLifecycle): Generator<string> {
  const known = (state: string) => Object.hasOwn(lifecycle.states, state);
  if (!known(lifecycle.initial)) yield `the initial state ${lifecycle.initial} is unknown`;
  for (const state of lifecycle.final) if (!known(state)) yield `the final state ${state} is unknown`;

  const edges: [string, string][] = [];
  for (const [name, action] of actionsOf(lifecycle)) {
    for (const state of action.from) if (!known(state)) yield `${name} starts from the unknown state ${state}`;
    if (action.to !== undefined && !known(action.to)) yield `${name} leads to the unknown state ${action.to}`;
    for (const state of action.from) if (action.to !== undefined) edges.push([state, action.to]);
    if (action.from.length === 0 && action.to !== lifecycle.initial)
      yield `${name} opens the matter but does not lead to the initial state ${lifecycle.initial}`;
  }
  const forward = closure([lifecycle.initial], edges);
  const backward = closure(
    lifecycle.final,
    edges.map(([from, to]) => [to, from]),
  );
  for (const state of Object.keys(lifecycle.states)) {
    if (!forward.has(state)) yield `the state ${state} is unreachable`;
    if (!backward.has(state)) yield `the state ${state} is a dead end: no final state can be reached from it`;
  }
}

function* actionFaults(lifecycle: AnyLifecycle): Generator<string> {
  for (const [name, action] of actionsOf(lifecycle)) {
    if (action.who.length === 0) yield `nobody may take ${name}`;
    for (const other of action.notBy ?? [])
      if (!Object.hasOwn(lifecycle.actions, other)) yield `${name} is kept apart from the unknown action ${other}`;
    for (const field of action.tells ?? [])
      if (!['choice', 'date', 'integer', 'yesNo'].includes(action.fields?.[field]?.kind ?? ''))
        yield `${name} tells "${field}", which is no field that anybody may read`;
    const pauses = Object.values(lifecycle.clocks).some((versions) =>
      versions.some(({ pausesIn }) => action.to !== undefined && pausesIn?.includes(action.to)),
    );
    if (pauses && !['reason', UNTIL_FIELD].every((field) => requiredFields(action).includes(field)))
      yield `${name} pauses a limit, so it must require "${UNTIL_FIELD}" and a reason`;
  }
}

function* clockFaults(lifecycle: AnyLifecycle): Generator<string> {
  const started = new Set<string>();
  for (const [name, action] of actionsOf(lifecycle)) {
    const { clock, reason, who } = action;
    const required = requiredFields(action);
    const starts = (clock?.start ?? []).map(clockOf);
    const kept = clock?.keep ?? [];
    if (kept.length > 0 && !(action.to && lifecycle.final.includes(action.to)))
      yield `${name} keeps limits, but does not end the matter`;
    const moved = [...starts, ...(clock?.stop ?? []), ...(clock?.extend ? [clock.extend] : [])];
    const used = [...moved, ...kept, ...(action.during ? [action.during] : [])];
    for (const id of used) if (!Object.hasOwn(lifecycle.clocks, id)) yield `${name} names the unknown clock ${id}`;
    for (const id of moved)
      for (const { each } of lifecycle.clocks[id] ?? [])
        if (each && !required.includes(each))
          yield `${name} moves ${id}, one for each "${each}", but does not require that field`;
    for (const start of clock?.start ?? []) {
      const id = clockOf(start);
      started.add(id);
      for (const { startsAt, endsOn } of lifecycle.clocks[id] ?? []) {
        if (startsAt && !required.includes(startsAt))
          yield `${name} starts ${id}, which counts from "${startsAt}", but does not require that field`;
        if (endsOn && !action.fields?.[endsOn])
          yield `${name} starts ${id}, which ends on "${endsOn}", but has no such field`;
      }
    }
    if (!clock?.extend) continue;
    if (!reason || !required.includes(EXTENSION_FIELD))
      yield `${name} extends a limit, so it must require "${EXTENSION_FIELD}" and a reason`;
    // An old version may have allowed none; one of them must.
    const rules = (lifecycle.clocks[clock.extend] ?? []).flatMap(({ extension }) => extension ?? []);
    if (rules.length === 0) yield `${name} extends ${clock.extend}, which allows no extension`;
    for (const { approver } of rules)
      if (!who.includes(approver))
        yield `${name} extends ${clock.extend}, but ${approver}, who approves that, may not take it`;
  }
  for (const [id, versions] of Object.entries<readonly DeadlinePolicy[]>(lifecycle.clocks)) {
    if (!started.has(id)) yield `no action starts the clock ${id}`;
    if (versions.length === 0) yield `the clock ${id} has no version`;
    for (const [i, policy] of versions.entries()) {
      if (!Number.isInteger(policy.amount) || policy.amount < 1) yield `the limit ${id} is not a positive whole number`;
      if (i > 0 && policy.validFrom <= versions[i - 1]!.validFrom) yield `the versions of ${id} are not in order`;
      for (const state of policy.pausesIn ?? [])
        if (!Object.hasOwn(lifecycle.states, state)) yield `${id} pauses in the unknown state ${state}`;
    }
  }
}

function* ladderFaults({ escalation = [] }: AnyLifecycle): Generator<string> {
  for (const [i, { rungs, validFrom }] of escalation.entries()) {
    if (rungs.length === 0) yield `the ladder of ${validFrom} has no rung`;
    if (i > 0 && validFrom <= escalation[i - 1]!.validFrom) yield 'the versions of the ladder are not in order';
    const height = ({ from, days = 0 }: Rung): number => (from === 'WARN' ? -1 : days);
    for (const [at, rung] of rungs.entries()) {
      if (rung.to.length === 0) yield `the rung ${rung.id} leads to nobody`;
      if (rung.from === 'WARN' && rung.days)
        yield `the rung ${rung.id} counts days from the warning, but only lateness has days`;
      if (at > 0 && height(rung) <= height(rungs[at - 1]!)) yield `the rung ${rung.id} is not above the one before it`;
    }
  }
}

function closure(start: readonly string[], edges: readonly (readonly [string, string])[]): Set<string> {
  const found = new Set(start);
  for (const state of found) for (const [from, to] of edges) if (from === state) found.add(to);
  return found;
}
