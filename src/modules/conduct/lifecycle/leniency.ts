import { defineLifecycle } from '../../../platform/lifecycle/declare.ts';
import { choice, integer, prose, required } from '../../../platform/register/columns.ts';
import { words } from '../../../platform/words.ts';
import { leniencyDecisions } from '../registers/self-reports.ts';

/** Decisions on leniency (从宽处理决定): one named person decides with reasons, another approves. */
export const leniencyLifecycle = defineLifecycle({
  name: 'conduct.leniency',
  version: 2,
  words: words('从宽处理决定', 'Leniency decision'),
  states: {
    DECIDED: words('已拟定，待批准', 'Decided, awaiting approval'),
    RETURNED: words('已退回', 'Sent back'),
    IN_FORCE: words('已生效', 'In force'),
  },
  initial: 'DECIDED',
  final: ['IN_FORCE'],
  actions: {
    DECIDE: {
      words: words('作出认定', 'Decide'),
      from: [],
      to: 'DECIDED',
      who: ['DISCIPLINE_LIAISON'],
      fields: deciding(),
      tells: ['finding', 'content', 'ruleVersion', 'sealedPlace', 'linePlace'],
      clock: { start: ['APPROVE'] },
    },
    DECIDE_AGAIN: {
      words: words('重新认定', 'Decide again'),
      from: ['RETURNED'],
      to: 'DECIDED',
      who: ['DISCIPLINE_LIAISON'],
      fields: deciding(),
      tells: ['finding', 'content', 'ruleVersion', 'sealedPlace', 'linePlace'],
      clock: { start: ['APPROVE'] },
    },
    RETURN: {
      words: words('退回', 'Send back'),
      from: ['DECIDED'],
      to: 'RETURNED',
      who: ['APPROVER'],
      notBy: ['DECIDE', 'DECIDE_AGAIN'],
      reason: true,
      clock: { stop: ['APPROVE'] },
    },
    APPROVE: {
      words: words('批准', 'Approve'),
      from: ['DECIDED'],
      to: 'IN_FORCE',
      who: ['APPROVER'],
      notBy: ['DECIDE', 'DECIDE_AGAIN'],
      reason: true,
      clock: { stop: ['APPROVE'] },
    },
    STATE: {
      words: words('陈述申辩', 'State a defence'),
      from: ['DECIDED', 'RETURNED', 'IN_FORCE'],
      who: ['OFFICER_SELF'],
      fields: { statement: prose('陈述内容', 'Statement') },
    },
  },
  clocks: {
    APPROVE: [
      {
        words: words('批准时限', 'Time to approve'),
        amount: 10,
        unit: 'WORKING_DAYS',
        source: '教育整顿实施方案（可配置）',
        validFrom: '2021-01-01',
      },
    ],
  },
});

/**
 * What a person who decides gives. The places are those of the report and of the act that drew the line, as that person saw them: the
 * entry tells them, so no proof can leave one out, and a form that was filled in over other places is refused.
 */
function deciding() {
  const { columns } = leniencyDecisions;
  return {
    report: columns.report,
    clue: columns.clue,
    ruleVersion: rule(),
    content: required(columns.content),
    finding: columns.finding,
    sealedPlace: integer('封存位次', 'Place of the report', { optional: true }),
    linePlace: integer('界线位次', 'Place of the line', { optional: true }),
    selfExamined: columns.selfExamined,
    selfExaminedEvidence: columns.selfExaminedEvidence,
    confessed: columns.confessed,
    confessedEvidence: columns.confessedEvidence,
    repented: columns.repented,
    repentedEvidence: columns.repentedEvidence,
    ground: columns.ground,
    form: columns.form,
    measure: columns.measure,
    reasons: columns.reasons,
  };
}

function rule() {
  return choice('适用规则版本', 'Rule version', {
    '2021': ['2021 年规则', 'Rule of 2021'],
    '2023': ['2023 年规则', 'Rule of 2023'],
  });
}
