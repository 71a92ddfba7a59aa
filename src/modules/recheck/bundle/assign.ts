import { byTicket, ticketsOf } from './sampler.ts';

/** A case that was drawn, and who of the pool may not check it again. */
export interface DrawnCase {
  readonly case: string;
  readonly excluded: readonly string[];
}

/** Somebody who stepped aside after the draw. */
export interface Aside {
  readonly case: string;
  readonly member: string;
}

/**
 * Draws a re-checker for each case, by tickets of the same seed over `case/member`. Cases go in the order they were drawn; each
 * gets, of the members not excluded, one of those with the fewest cases so far, and of these the one with the smallest ticket: so
 * the work is even and nobody chooses. Who stepped aside is followed by the next smallest ticket, and nobody else's case moves.
 * @returns the member for each case; null where nobody is free to check it
 */
export function assign(
  seed: string,
  cases: readonly DrawnCase[],
  pool: readonly string[],
  asides: readonly Aside[] = [],
): Map<string, string | null> {
  const ticketOf = ticketsOf(seed);
  const load = new Map(pool.map((member) => [member, 0]));
  const assigned = new Map<string, string | null>();
  const order = (name: string, members: readonly string[]): string[] =>
    members
      .map((member) => ({ item: member, ticket: ticketOf(`${name}/${member}`) }))
      .sort(byTicket)
      .map(({ item }) => item);
  for (const { case: name, excluded } of cases) {
    const free = pool.filter((member) => !excluded.includes(member));
    const fewest = Math.min(...free.map((member) => load.get(member)!));
    const [chosen = null] = order(
      name,
      free.filter((member) => load.get(member) === fewest),
    );
    if (chosen !== null) load.set(chosen, load.get(chosen)! + 1);
    assigned.set(name, chosen);
  }
  for (const { case: name, excluded } of cases) {
    const gone = asides.filter((aside) => aside.case === name).map(({ member }) => member);
    if (gone.length === 0) continue;
    const [next = null] = order(
      name,
      pool.filter((member) => !excluded.includes(member) && !gone.includes(member)),
    );
    assigned.set(name, next);
  }
  return assigned;
}
