import {
  countsItsRecords,
  equal,
  everyOwnerHasSome,
  notFewerThanPersons,
  partOfItsBase,
  sameBase,
  unitsAddUp,
} from '../../platform/figure/check-kinds.ts';
import type { CrossCheck } from '../../platform/figure/checks.ts';
import { words } from '../../platform/words.ts';

/**
 * What must hold between the figures of a bulletin (figures.yaml, cross_checks). They stand here and not in one of the modules
 * because they speak across them; figures are named by their ids, and an id that no module declares stops the program.
 */
export const bulletinChecks: readonly CrossCheck[] = [
  equal(
    { id: 'X01', words: words('已完结＝已转交＝移交清单件数', 'Closed = transferred = on the lists') },
    ['clues.transferred.closed', 'clues.transferred', 'clues.batchSum'],
    words('完结{0}件，转交{1}件，清单{2}件', '{0} closed, {1} transferred, {2} on the lists'),
  ),
  notFewerThanPersons(
    { id: 'X02', words: words('谈话人次不少于谈话人数', 'Talks are not fewer than officers talked with') },
    'talks.personTimes',
    'officer',
    'officers.participating',
  ),
  notFewerThanPersons(
    { id: 'X03', words: words('轮训人次不少于参训人数', 'Person-times of training are not fewer than persons') },
    'education.rotationTraining.personTimes',
    'officer',
    'officers.participating',
  ),
  countsItsRecords({
    id: 'X04',
    words: words('数值等于其记录数，且不为空', 'A value is the number of its records, and there are some'),
  }),
  sameBase(
    {
      id: 'X05',
      words: words('排查覆盖率的分母为同日参训干警', 'The base of the screening coverage is the roster of the day'),
    },
    'screening.coverage',
    'officers.participating',
    words('分母{base}，参训{value}名', 'base {base}, roster {value}'),
  ),
  unitsAddUp({ id: 'X06', words: words('各单位之和等于全市数', 'The units add up to the city') }, ['场次', '件', '次']),
  partOfItsBase(
    { id: 'X07', words: words('满意率＝满意÷有效评价', 'Satisfaction = satisfied / valid ratings') },
    'hotline.satisfaction',
    words('满意{records}，有效评价{base}', '{records} satisfied of {base} valid ratings'),
  ),
  everyOwnerHasSome(
    {
      id: 'X08',
      words: words(
        '联系项目数不多于联系人次，人人有联系',
        'Projects do not outnumber liaisons, and every leader has one',
      ),
    },
    { things: 'liaison.projects', coverage: 'liaison.leaderCoverage', least: 'liaison.minProjectsPerLeader' },
    words(
      '项目{things}个，联系{records}条，覆盖率{coverage}，每人至少{least}个',
      '{things} projects, {records} liaisons, coverage {coverage}, at least {least} each',
    ),
  ),
];
