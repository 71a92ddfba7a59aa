import { sql } from 'kysely';
import type { Installation } from '../../src/commands/installation.ts';
import { systemSession } from '../../src/platform/database/session.ts';
import { transact } from '../../src/platform/database/transact.ts';
import { evaluate } from '../../src/platform/figure/evaluate.ts';
import { type Bench, time } from '../place.ts';
import { median } from '../statistics.ts';

const ROUNDS = 7;

/**
 * All figures at the cut-off day as the page of figures asks for them: one after the other in one transaction; against as many
 * queries that read nothing. With the time of an earlier, smaller city it also says how the time grew.
 */
export async function measureFigures(
  bench: Bench,
  { database, figures }: Installation,
  size: string,
  before?: number,
): Promise<{ readonly accepted: number; readonly figures: number }> {
  const each = new Map<string, number[]>(figures.figures.map(({ id }) => [id, []]));
  const values = new Map<string, number | string | null>();
  const all: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    all.push(
      await time(() =>
        transact(database, systemSession, 'read', async (tx) => {
          const asOf = await figures.cutOff(tx);
          for (const figure of figures.figures) {
            const taken = await time(async () => {
              values.set(figure.id, (await evaluate(tx, figures, systemSession, figure, { asOf })).value);
            });
            each.get(figure.id)!.push(taken);
          }
        }),
      ),
    );
    empty.push(
      await time(() =>
        transact(database, systemSession, 'read', async (tx) => {
          for (const _ of figures.figures) await sql`select 1`.execute(tx.db);
        }),
      ),
    );
  }
  const number = figures.figures.length;
  const value = median(all);
  const peer = { what: `${number} empty queries`, value: median(empty) };
  bench.found({ measure: 'figures', what: `all ${number}, ${size}`, value, unit: 'ms', peer });
  if (before !== undefined) {
    const smaller = { what: 'a hundredth of the appeals', value: before };
    bench.found({ measure: 'figures', what: `growth, ${size}`, value, unit: 'ms', peer: smaller });
  }
  const slowest = [...each].map(([id, taken]) => ({ id, taken: median(taken) })).sort((a, b) => b.taken - a.taken);
  for (const { id, taken } of slowest.slice(0, 3)) bench.say(`${id}: ${taken.toFixed(1)} ms`);
  const [first] = slowest;
  bench.found({ measure: 'figures', what: `the slowest, ${first!.id}, ${size}`, value: first!.taken, unit: 'ms' });
  return { accepted: Number(values.get('hotline.accepted')), figures: value };
}
