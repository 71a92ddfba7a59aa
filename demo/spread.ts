import type { Unit } from './city.ts';

/** A number shared out over units by their size, one at least where there are enough, with the exact sum. */
export function spread(total: number, over: readonly Unit[]): Map<Unit, number> {
  const least = total >= over.length ? 1 : 0;
  const weights = over.map(({ size }) => Math.sqrt(size));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const free = total - least * over.length;
  const shares = weights.map((weight) => least + Math.floor((free * weight) / all));
  let rest = total - shares.reduce((sum, share) => sum + share, 0);
  for (let at = 0; rest > 0; at = (at + 1) % shares.length, rest--) shares[at]! += 1;
  return new Map(over.map((unit, at) => [unit, shares[at]!]));
}
