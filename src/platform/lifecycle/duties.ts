import type { Role } from '../access/roles.ts';
import { type Action, type AnyLifecycle, actionsOf } from './declare.ts';

/** What a matter waits for somebody with, as far as the table tells it. */
export interface Duties {
  /** States that wait for a step of theirs that leads on. */
  readonly states: readonly string[];
  /** Limits that a step of theirs stops, with the state it is taken in: these wait in any state, also where a matter rests. */
  readonly limits: readonly { readonly state: string; readonly clock: string }[];
}

const leadsOn = ({ to }: Action): boolean => to !== undefined;

/** What waits for whoever holds these roles. A state in which they can only remind, correct or extend does not wait for them. */
export function dutiesOf(lifecycle: AnyLifecycle, roles: readonly Role[]): Duties {
  const own = actionsOf(lifecycle)
    .map(([, action]) => action)
    .filter(({ who, aside, within }) => !aside && !within && who.some((role) => roles.includes(role)));
  const states = own.filter(leadsOn).flatMap(({ from }) => from);
  const limits = own.flatMap(({ from, clock }) =>
    from.flatMap((state) => (clock?.stop ?? []).map((stopped) => ({ state, clock: stopped }))),
  );
  const waiting = [...new Set(states)].filter((state) => !lifecycle.final.includes(state));
  return { states: waiting, limits: limits.filter(({ state }) => !waiting.includes(state)) };
}

/**
 * Whether a step is one the matter waits for, rather than one that is taken when there is cause: what a page offers first.
 * @param running the limits that run
 */
export function isDue(lifecycle: AnyLifecycle, name: string, running: readonly string[]): boolean {
  const action = lifecycle.actions[name]!;
  if (action.aside) return false;
  return leadsOn(action) || (action.clock?.stop ?? []).some((clock) => running.includes(clock));
}
