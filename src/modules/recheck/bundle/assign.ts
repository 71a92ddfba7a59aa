import { byTicket, ticketsOf } from './sampler.ts';

/** A case that was drawn, and who of the pool may not check it again. */
export interface DrawnCase {
  readonly case: string;
  readonly excluded: readonly string[];
}

/** The members in the order of their tickets for a case. */
function order(seed: string, name: string, members: readonly string[]): string[] {
  const ticketOf = ticketsOf(seed);
  return members
    .map((member) => ({ item: member, ticket: ticketOf(`${name}/${member}`) }))
    .sort(byTicket)
    .map(({ item }) => item);
}

/**
 * Draws a re-checker for each case, by tickets of the same seed over `case/member`. Cases go in the order they were drawn; each
 * gets, of the members not excluded, one of those with the fewest cases so far, and of these the one with the smallest ticket: so
 * the work is even and nobody chooses.
 * @returns the member for each case; null where nobody is free to check it
 */
export function assign(seed: string, cases: readonly DrawnCase[], pool: readonly string[]): Map<string, string | null> {
  const load = new Map(pool.map((member) => [member, 0]));
  const assigned = new Map<string, string | null>();
  for (const { case: name, excluded } of cases) {
    const free = pool.filter((member) => !excluded.includes(member));
    const fewest = Math.min(...free.map((member) => load.get(member)!));
    const [chosen = null] = order(
      seed,
      name,
      free.filter((member) => load.get(member) === fewest),
    );
    if (chosen !== null) load.set(chosen, load.get(chosen)! + 1);
    assigned.set(name, chosen);
  }
  return assigned;
}

/**
 * Who follows in a case those who left it: the next smallest ticket, whatever else that member has to check; nobody else's case moves.
 * @param gone members who stepped aside or were late, in any order
 * @returns null where nobody is left
 */
export function successor(
  seed: string,
  { case: name, excluded }: DrawnCase,
  pool: readonly string[],
  gone: readonly string[],
): string | null {
  const [next = null] = order(
    seed,
    name,
    pool.filter((member) => !excluded.includes(member) && !gone.includes(member)),
  );
  return next;
}
