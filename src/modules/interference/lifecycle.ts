import { defineLifecycle } from '../../platform/lifecycle/declare.ts';
import { choice, date, prose, ref, required, text } from '../../platform/register/columns.ts';
import { words } from '../../platform/words.ts';
import { records } from './registers.ts';

const { columns } = records;

/** What may be added later by the officer who recorded; what was said first stays as it was filed. */
const later = {
  askerUnit: columns.askerUnit,
  askerPost: columns.askerPost,
  onBehalfOf: columns.onBehalfOf,
  place: columns.place,
  caseNumber: columns.caseNumber,
  answer: columns.answer,
  material: columns.material,
  witness: columns.witness,
};
const askerNumber = text('干预过问人警号（花名册）', 'Officer no. of the person, if on the roster', {
  optional: true,
  max: 40,
});

/** The life of an interference record (reference 13). Who verifies did not classify, and who finds did neither. */
export const interferenceLifecycle = defineLifecycle({
  name: 'interference.record',
  version: 1,
  words: words('干预过问记录', 'Interference record'),
  states: columns.state.choices as Record<
    'RECORDED' | 'CLASSIFIED' | 'VERIFIED' | 'HARMLESS' | 'INTERFERENCE' | 'CIRCULAR' | 'ACCOUNTABILITY',
    ReturnType<typeof words>
  >,
  initial: 'RECORDED',
  final: ['HARMLESS', 'ACCOUNTABILITY'],
  actions: {
    RECORD: {
      words: words('记录', 'Record'),
      from: [],
      to: 'RECORDED',
      who: ['OFFICER_SELF'],
      fields: {
        askerName: columns.askerName,
        relation: columns.relation,
        way: columns.way,
        stage: columns.stage,
        askedOn: columns.askedOn,
        asked: columns.asked,
        askerNumber,
        ...later,
      },
      clock: { start: ['CLASSIFY'] },
    },
    AMEND: {
      words: words('补充', 'Add to the record'),
      from: ['RECORDED', 'CLASSIFIED', 'VERIFIED', 'INTERFERENCE', 'CIRCULAR'],
      who: ['OFFICER_SELF'],
      fields: { ...later, askerNumber, addition: prose('补充情况', 'What is added', { optional: true }) },
    },
    CLASSIFY: {
      words: words('分类', 'Classify'),
      from: ['RECORDED'],
      to: 'CLASSIFIED',
      who: ['SUPERVISOR'],
      fields: {
        category: required(columns.category),
        provision: ref('适用规定', 'Provision', 'interference.provisions', { optional: true }),
      },
      clock: { stop: ['CLASSIFY'], start: ['VERIFY'] },
    },
    VERIFY: {
      words: words('核实', 'Verify'),
      from: ['CLASSIFIED'],
      to: 'VERIFIED',
      who: ['SUPERVISOR', 'DISCIPLINE_LIAISON'],
      notBy: ['CLASSIFY'],
      fields: { handling: prose('核实情况', 'What was verified') },
      clock: { stop: ['VERIFY'] },
    },
    SEND_BACK: {
      words: words('退回重新分类', 'Send back to be classified anew'),
      from: ['CLASSIFIED', 'VERIFIED'],
      to: 'RECORDED',
      who: ['SUPERVISOR', 'DISCIPLINE_LIAISON'],
      notBy: ['CLASSIFY'],
      reason: true,
      clock: { start: ['CLASSIFY'] },
    },
    CLOSE: {
      words: words('认定不属干预，了结', 'Close as harmless'),
      from: ['VERIFIED'],
      to: 'HARMLESS',
      who: ['SUPERVISOR', 'DISCIPLINE_LIAISON'],
      notBy: ['VERIFY'],
      reason: true,
    },
    FIND: {
      words: words('认定干预', 'Find interference'),
      from: ['VERIFIED'],
      to: 'INTERFERENCE',
      who: ['DISCIPLINE_LIAISON'],
      notBy: ['CLASSIFY', 'VERIFY'],
      reason: true,
    },
    CIRCULATE: {
      words: words('通报', 'Circulate'),
      from: ['INTERFERENCE'],
      to: 'CIRCULAR',
      who: ['DISCIPLINE_LIAISON'],
      fields: {
        circularNumber: required(columns.circularNumber),
        circulatedOn: date('通报日期', 'Circulated on'),
      },
    },
    HOLD_ACCOUNTABLE: {
      words: words('追责', 'Record the accountability'),
      from: ['CIRCULAR'],
      to: 'ACCOUNTABILITY',
      who: ['DISCIPLINE_LIAISON'],
      fields: {
        measure: choice('处理方式', 'Measure', {
          WARNING: ['诫勉、通报批评', 'Warning or circular'],
          PARTY: ['党纪处分', 'Party discipline'],
          SANCTION: ['政务处分', 'Administrative sanction'],
          CRIMINAL: ['移送司法', 'Handed to the courts'],
          NONE: ['不予处理', 'No measure'],
        }),
        decidedOn: date('决定日期', 'Decided on'),
      },
      reason: true,
    },
  },
  clocks: {
    CLASSIFY: [
      {
        words: words('分类期限', 'Time to classify'),
        amount: 5,
        unit: 'WORKING_DAYS',
        source: '本系统办理要求（产品约定）',
        validFrom: '2015-01-01',
      },
    ],
    VERIFY: [
      {
        words: words('核实期限', 'Time to verify'),
        amount: 20,
        unit: 'WORKING_DAYS',
        source: '本系统办理要求（产品约定）',
        validFrom: '2015-01-01',
      },
    ],
  },
});
