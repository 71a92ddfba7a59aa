import { known } from './known.ts';

/** Self-reports and decisions on leniency. */
export const conductErrors = {
  'leniency.unsealed': known(
    409,
    '该报告不是经本系统封存提交的，其先后位次无从证明，不能在此作出认定。',
    'This report was not sealed and handed in here, so nothing proves its place; no decision can be taken on it here.',
  ),
  'leniency.clue': known(409, '该线索反映的不是这名干警。', 'This clue is not about the officer who wrote the report.'),
  'leniency.otherReport': known(
    409,
    '重新认定不能换成另一份报告。',
    'A decision that is taken again stays with its report.',
  ),
  'leniency.places': known(
    409,
    '时间线已有变化，请刷新后按新的位次重新认定。',
    'The timeline has changed; reload, and decide on the places as they are now.',
  ),
} as const;
