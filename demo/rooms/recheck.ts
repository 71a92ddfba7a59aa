import { createHash } from 'node:crypto';
import { campaigns, draws, frames, results } from '../../src/modules/recheck/index.ts';
import { cityUnit } from '../city.ts';
import { addDays } from '../days.ts';
import type { People } from '../people.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { days } from '../story.ts';
import type { Clues } from './clues.ts';

/** The first round is over: every case drawn was checked again, and these places of its list were answered otherwise than before. */
export const closedRound = { drawn: 60, changed: [8, 27, 49] } as const;

const sha256 = (lines: readonly string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex');

/** The random re-checks: of reports not borne out, and of key clues from data matching. Anyone can draw again from the seed. */
export function recheckTables(seed: string, people: People, all: Clues): Table[] {
  const random = randomFor(seed, 'recheck');
  const changed: ReadonlySet<number> = new Set(closedRound.changed);
  const tiers: RowOf<typeof campaigns>[] = [
    { code: 'BQW-B', name: '百案抽查', tier: 'HUNDRED', size: 100, from: '2021-05-10', to: days.end },
    { code: 'BQW-Q', name: '千件回访', tier: 'THOUSAND', size: 1000, from: '2021-05-10', to: days.end },
    { code: 'BQW-W', name: '万人评议', tier: 'TEN_THOUSAND', size: 10_000, from: '2021-05-10', to: days.end },
  ];
  const populations = [
    [
      'UNSUBSTANTIATED_REPORT',
      all.clues.filter(({ conclusion, closedOn }) => conclusion === 'UNSUBSTANTIATED' && closedOn! <= '2021-05-21'),
      closedRound.drawn,
    ],
    ['DATA_MATCH_CLUE', all.clues.filter(({ source, state }) => source === 'DATA_MATCH' && state === 'CLOSED'), 12],
  ] as const;
  const frozen: RowOf<typeof frames>[] = [];
  const drawn: RowOf<typeof draws>[] = [];
  const checked: RowOf<typeof results>[] = [];
  const unit = cityUnit('PROCURATORATE');
  populations.forEach(([population, list, size], at) => {
    const serials = list.map(({ serialNo }) => serialNo).sort();
    frozen.push({
      number: `KJ-2021-${at + 1}`,
      campaign: 'BQW-B',
      population,
      filter: '办结日期不晚于2021-05-21',
      frozenOn: '2021-05-24',
      size: serials.length,
      checksum: sha256(serials),
    });
    const chosen = random.shuffle(list).slice(0, size);
    const closed = at === 0;
    const answered = chosen.map((clue, position): RowOf<typeof results> => {
      const done = closed || position % 9 !== 8;
      const open = done ? random.weighted({ UPHELD: 92, SUPPLEMENT: 5, CHANGED: 3 }) : null;
      const result = !closed ? open : changed.has(position + 1) ? 'CHANGED' : 'UPHELD';
      return {
        draw: `CQ-2021-${at + 1}`,
        clue: clue.serialNo,
        position: position + 1,
        drawnOn: '2021-05-25',
        firstUnit: clue.handlingUnit,
        recheckUnit: unit.name,
        rechecker: random.pick(people.taking(unit).slice(0, 20)).officerNo,
        result,
        difference: result === 'CHANGED' ? '原结论依据不足，重新核查' : null,
        completedOn: done ? addDays('2021-05-25', random.int(7, 24)) : null,
        state: done ? 'DONE' : 'IN_RECHECK',
      };
    });
    checked.push(...answered);
    drawn.push({
      number: `CQ-2021-${at + 1}`,
      frame: `KJ-2021-${at + 1}`,
      method: at === 0 ? 'STRATIFIED_BY_UNIT' : 'SIMPLE',
      ratio: (size / serials.length).toFixed(2),
      size,
      seed: sha256([seed, population]).slice(0, 32),
      algorithm: 'sha256-sort/1',
      drawnOn: '2021-05-25',
      drawnBy: '线索核查组',
      firstWitness: '派驻纪检监察组',
      secondWitness: '特约监督员',
      closedOn: closed
        ? answered
            .map(({ completedOn }) => completedOn!)
            .sort()
            .at(-1)!
        : null,
      checksum: sha256(chosen.map(({ serialNo }) => serialNo)),
    });
  });
  return [table(campaigns, tiers), table(frames, frozen), table(draws, drawn), table(results, checked)];
}
