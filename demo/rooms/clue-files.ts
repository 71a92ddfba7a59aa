import { createHash } from 'node:crypto';
import { evidence, interests, relations } from '../../src/modules/clues/index.ts';
import { units } from '../city.ts';
import { addWorkingDays } from '../days.ts';
import type { People } from '../people.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import type { Clues } from './clues.ts';

/** Who must stand back from whom, and what was found: kept by the clue desk beside its register. */
export function clueFileTables(seed: string, people: People, all: Clues): Table[] {
  const random = randomFor(seed, 'clue files');
  const kin = units.slice(0, 30).map((unit): RowOf<typeof relations> => {
    const [officer, relative] = random.shuffle(people.taking(unit).slice(0, 40));
    return {
      officer: officer!.officerNo,
      relative: relative!.officerNo,
      kind: random.pick(['SPOUSE', 'SIBLING', 'PARENT_OR_CHILD', 'IN_LAW']),
      declaredOn: '2021-03-08',
    };
  });
  const stoodBack = all.clues.slice(0, 12).map((one): RowOf<typeof interests> => {
    const unit = units.find(({ name }) => name === one.handlingUnit)!;
    return {
      officer: people.taking(unit).at(-1)!.officerNo,
      clue: one.serialNo,
      reason: random.pick(['与被反映人系同学', '曾与被反映人共事', '与被反映人有债务往来']),
      declaredOn: addWorkingDays(one.receivedOn, 1),
    };
  });
  const found = all.clues
    .filter(({ conclusion }) => conclusion === 'SUBSTANTIATED')
    .slice(0, 120)
    .map((one): RowOf<typeof evidence> => {
      const description = random.pick(['银行流水复印件', '当事人陈述笔录', '审批材料复印件', '通话记录']);
      return {
        clue: one.serialNo,
        number: 1,
        kind: description === '当事人陈述笔录' ? 'STATEMENT' : 'DOCUMENT',
        description,
        obtainedOn: one.approvedOn!,
        fileName: `${one.serialNo}-1.pdf`,
        sha256: createHash('sha256').update(`${one.serialNo} ${description}`).digest('hex'),
      };
    });
  return [table(relations, kin), table(interests, stoodBack), table(evidence, found)];
}
