import { count, distinct, figures, smallest } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { legalServiceLists, penaltyLists, violationBulletins } from './registers.ts';

export const disclosureFigures = figures({
  'education.violationBulletin.periodStart': {
    words: words('内部通报违纪违法案例的起始日期', 'Start of the period that violation bulletins cover'),
    unit: 'date',
    kind: 'date',
    value: smallest(of(violationBulletins), 'periodStart'),
  },
  'penaltyLists.kinds': {
    words: words('已公布的不罚轻罚清单种类', 'Kinds of penalty list in force'),
    unit: '种',
    kind: 'constant',
    value: distinct(of(penaltyLists, { state: 'LIVE' }), 'kind'),
  },
  'legalServices.lists': {
    words: words('已公布的公共法律服务事项清单', 'Legal-service lists in force'),
    unit: '份',
    kind: 'constant',
    value: count(of(legalServiceLists, { state: 'LIVE' })),
  },
});
