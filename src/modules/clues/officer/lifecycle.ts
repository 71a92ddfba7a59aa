import { defineLifecycle } from '../../../platform/lifecycle/declare.ts';
import { choice, date, integer, prose, ref, required } from '../../../platform/register/columns.ts';
import { type Words, words } from '../../../platform/words.ts';
import { clearingLimits, hearingLimits, reviewLimits } from './limits.ts';
import { measure } from './measures.ts';
import { clearings, hearings, reviewRequests } from './registers.ts';

const { columns } = hearings;

const told = { facts: columns.facts, grounds: columns.grounds, proposed: columns.proposed };
/** What an officer states; `evidenceGiven` is not the evidence of the decision, which is a column. */
export const statement = {
  text: prose('陈述申辩内容', 'Statement'),
  evidenceGiven: prose('提交的证据材料', 'Evidence handed in', { optional: true }),
};

export const statementAnswer = choice('采纳情况', 'Answer', {
  ACCEPTED: ['采纳', 'Accepted'],
  PARTLY: ['部分采纳', 'Partly accepted'],
  REJECTED: ['不采纳', 'Not accepted'],
});

/** How an officer is heard before anything is decided on that officer (reference 29; Sanctions Law art. 43 and 45). */
export const hearingLifecycle = defineLifecycle({
  name: 'clues.hearing',
  version: 1,
  words: words('告知与决定', 'Hearing'),
  states: columns.state.choices as Record<HearingState, Words>,
  initial: 'TOLD',
  final: ['DECIDED', 'DROPPED'],
  actions: {
    TELL: {
      words: words('告知事实和依据', 'Tell facts and grounds'),
      from: [],
      to: 'TOLD',
      within: true,
      who: ['CASE_HANDLER', 'DISCIPLINE_LIAISON'],
      fields: told,
      clock: { start: ['STATE'] },
    },
    TELL_AGAIN: {
      words: words('重新告知', 'Tell anew'),
      aside: true,
      from: ['TOLD', 'HEARD'],
      to: 'TOLD',
      who: ['CASE_HANDLER', 'DISCIPLINE_LIAISON'],
      reason: true,
      fields: told,
      clock: { stop: ['STATE'], start: ['STATE'] },
    },
    STATE: {
      words: words('陈述申辩', 'State and object'),
      from: ['TOLD', 'STATED', 'HEARD'],
      to: 'STATED',
      who: ['OFFICER_SELF'],
      fields: statement,
      clock: { stop: ['STATE'], start: ['ANSWER'] },
    },
    RECORD_STATEMENT: {
      words: words('登记书面陈述申辩', 'Record a statement on paper'),
      aside: true,
      from: ['TOLD', 'STATED', 'HEARD'],
      to: 'STATED',
      who: ['CASE_HANDLER', 'DISCIPLINE_LIAISON'],
      fields: { ...statement, receivedOn: date('收到日期', 'Received on') },
      clock: { stop: ['STATE'], start: ['ANSWER'] },
    },
    WAIVE: {
      words: words('不再陈述申辩', 'Nothing to state'),
      from: ['TOLD'],
      to: 'HEARD',
      who: ['OFFICER_SELF'],
      clock: { stop: ['STATE'] },
    },
    ANSWER: {
      words: words('答复陈述申辩', 'Answer the statement'),
      from: ['STATED'],
      to: 'HEARD',
      who: ['CASE_HANDLER', 'DISCIPLINE_LIAISON'],
      fields: {
        answer: statementAnswer,
        reasons: prose('核实情况和理由', 'What was checked, and reasons'),
      },
      clock: { stop: ['ANSWER'] },
    },
    DECIDE: {
      words: words('作出并送达决定', 'Decide and deliver'),
      from: ['TOLD', 'HEARD'],
      to: 'DECIDED',
      who: ['APPROVER', 'DISCIPLINE_LIAISON'],
      notBy: ['TELL', 'TELL_AGAIN', 'ANSWER'],
      fields: {
        track: required(columns.track),
        decisionNo: required(columns.decisionNo),
        findings: required(columns.findings),
        evidence: required(columns.evidence),
        measure: required(columns.measure),
        basis: required(columns.basis),
        remedies: required(columns.remedies),
      },
    },
    DROP: {
      words: words('不予处理', 'Take no measure'),
      aside: true,
      from: ['TOLD', 'HEARD'],
      to: 'DROPPED',
      who: ['APPROVER', 'DISCIPLINE_LIAISON'],
      reason: true,
    },
  },
  clocks: hearingLimits,
});

/** Where a decision is being looked at again. */
const OPEN = ['ASKED', 'IN_REVIEW'] as const;

/**
 * A decision is looked at again because the officer asked (reference 29). No step stops the decision from being carried out, and no
 * result is heavier than it.
 */
export const reviewLifecycle = defineLifecycle({
  name: 'clues.reviewRequest',
  version: 1,
  words: words('复审复核申诉', 'Review asked for by an officer'),
  states: reviewRequests.columns.state.choices as Record<ReviewState, Words>,
  initial: 'ASKED',
  final: ['DECIDED', 'WITHDRAWN'],
  actions: {
    ASK: {
      words: words('申请复审、复核或申诉', 'Ask for a review'),
      from: [],
      to: 'ASKED',
      who: ['OFFICER_SELF'],
      fields: {
        hearing: ref('原决定', 'Decision', 'clues.hearings'),
        kind: reviewRequests.columns.kind,
        grounds: reviewRequests.columns.grounds,
        evidence: reviewRequests.columns.evidence,
      },
      clock: {
        start: [
          { clock: 'RE_EXAMINATION', where: { kind: ['RE_EXAMINATION'] } },
          { clock: 'SUPERIOR_REVIEW', where: { kind: ['SUPERIOR_REVIEW'] } },
          { clock: 'PERSONNEL_REVIEW', where: { kind: ['PERSONNEL_REVIEW'] } },
          { clock: 'PERSONNEL_APPEAL', where: { kind: ['PERSONNEL_APPEAL'] } },
        ],
      },
    },
    TAKE_UP: {
      words: words('受理', 'Take up'),
      from: ['ASKED'],
      to: 'IN_REVIEW',
      who: ['APPROVER', 'DISCIPLINE_LIAISON'],
      fields: { body: required(reviewRequests.columns.body) },
    },
    WITHDRAW: {
      words: words('撤回申请', 'Withdraw'),
      aside: true,
      from: OPEN,
      to: 'WITHDRAWN',
      who: ['OFFICER_SELF'],
    },
    EXTEND: {
      words: words('延长申诉处理期限', 'Extend the time of an appeal'),
      aside: true,
      from: OPEN,
      who: ['APPROVER'],
      reason: true,
      fields: { extension: integer('延长日数', 'Days more') },
      clock: { extend: 'PERSONNEL_APPEAL' },
    },
    DECIDE: {
      words: words('作出并送达复查决定', 'Decide and deliver'),
      from: ['IN_REVIEW'],
      to: 'DECIDED',
      who: ['APPROVER', 'DISCIPLINE_LIAISON'],
      fields: {
        result: required(reviewRequests.columns.result),
        measure: { ...measure('变更后的处理（仅限减轻）', 'Reduced to (where reduced)'), optional: true },
        reasons: required(reviewRequests.columns.reasons),
      },
      tells: ['result'],
    },
  },
  clocks: reviewLimits,
});

const clearing = clearings.columns;

/** A name is cleared in the words that another person approved, where the officer agrees (Sanctions Law art. 53). */
export const clearingLifecycle = defineLifecycle({
  name: 'clues.clearing',
  version: 1,
  words: words('澄清正名', 'Clearing of a name'),
  states: clearing.state.choices as Record<ClearingState, Words>,
  initial: 'PREPARED',
  final: ['PUBLISHED', 'DECLINED', 'REFUSED'],
  actions: {
    PREPARE: {
      words: words('拟澄清', 'Prepare a clearing'),
      from: [],
      to: 'PREPARED',
      within: true,
      who: ['DISCIPLINE_LIAISON', 'CLUE_MANAGER'],
      fields: { cause: clearing.cause, finding: clearing.finding, scope: clearing.scope },
    },
    APPROVE: {
      words: words('批准澄清', 'Approve'),
      from: ['PREPARED'],
      to: 'APPROVED',
      who: ['APPROVER'],
      notBy: ['PREPARE'],
      clock: { start: ['CONSENT'] },
    },
    REFUSE: {
      words: words('不予批准', 'Refuse'),
      aside: true,
      from: ['PREPARED'],
      to: 'REFUSED',
      who: ['APPROVER'],
      notBy: ['PREPARE'],
      reason: true,
    },
    CONSENT: {
      words: words('同意澄清', 'Agree'),
      from: ['APPROVED'],
      to: 'CONSENTED',
      who: ['OFFICER_SELF'],
      clock: { stop: ['CONSENT'], start: ['PUBLISH'] },
    },
    DECLINE: {
      words: words('不同意澄清', 'Decline'),
      aside: true,
      from: ['APPROVED', 'CONSENTED'],
      to: 'DECLINED',
      who: ['OFFICER_SELF'],
    },
    PUBLISH: {
      words: words('发布澄清', 'Publish'),
      from: ['CONSENTED'],
      to: 'PUBLISHED',
      who: ['DISCIPLINE_LIAISON'],
    },
  },
  clocks: clearingLimits,
});

type HearingState = 'TOLD' | 'STATED' | 'HEARD' | 'DECIDED' | 'DROPPED';
type ReviewState = 'ASKED' | 'IN_REVIEW' | 'DECIDED' | 'WITHDRAWN';
type ClearingState = 'PREPARED' | 'APPROVED' | 'CONSENTED' | 'PUBLISHED' | 'DECLINED' | 'REFUSED';
