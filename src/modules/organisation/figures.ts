import { count, distinct, figures, ratio } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { enrolments, honours, leadingBodies, memberDepartments, units } from './registers.ts';

const inScope = { inScope: true } as const;
const bodyInScope = { 'unit.inScope': true } as const;

export const organisationFigures = figures({
  'officers.participating': {
    words: words('参加教育整顿的政法干警', 'Officers taking part'),
    unit: '名',
    kind: 'measure',
    // An exempted officer is on the list but does not take part.
    value: distinct(of(enrolments, { exemptReason: { filled: false } }), 'officer'),
  },
  'leadingBody.coverage.districts': {
    words: words('成立领导机构的区(市)占比', 'Share of districts with a leading body'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(
      distinct(of(leadingBodies, { ...bodyInScope, 'unit.level': 'DISTRICT' }), 'unit.regionCode'),
      distinct(of(units, { ...inScope, level: 'DISTRICT' }), 'regionCode'),
    ),
  },
  'leadingBody.coverage.cityUnits': {
    words: words('成立领导机构的市直政法单位占比', 'Share of city units with a leading body'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(
      distinct(of(leadingBodies, { ...bodyInScope, 'unit.level': 'CITY' }), 'unit'),
      count(of(units, { ...inScope, level: 'CITY' })),
    ),
  },
  'leadingBody.headIsPrincipal': {
    words: words('由主要负责同志任组长的领导机构占比', 'Share of leading bodies headed by the principal leader'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(count(of(leadingBodies, { 'head.isPrincipalLeader': true })), count(of(leadingBodies))),
  },
  'jointWork.departments': {
    words: words('共同参与的市级部门', 'City departments working jointly'),
    unit: '个',
    kind: 'constant',
    // The report names departments beside the legal-affairs units, so those units do not count here.
    value: count(of(memberDepartments, { level: 'CITY', kind: { not: 'LEGAL_AFFAIRS' } })),
  },
  'recognition.collectives': {
    words: words('宣传报道的先进集体', 'Collectives publicised'),
    unit: '个',
    kind: 'measure',
    value: distinct(of(honours, { kind: 'COLLECTIVE', publicised: true }), 'collective'),
  },
  'recognition.individuals': {
    words: words('宣传报道的先进个人', 'Officers publicised'),
    unit: '个',
    kind: 'measure',
    value: distinct(of(honours, { kind: 'INDIVIDUAL', publicised: true }), 'officer'),
  },
});
