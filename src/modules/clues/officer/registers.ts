import type { Policy } from '../../../platform/access/policies.ts';
import { choice, date, prose, ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { measure, optionalMeasure } from './measures.ts';

/** Those who handle or decide on the clue, and the officer whose file it is; never the unit (reference 28, 29). */
const hearingWork: Policy = {
  confidential: { desk: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON'] },
  handIn: [],
  read: {
    CLUE_MANAGER: 'all',
    DISCIPLINE_LIAISON: 'all',
    APPROVER: 'all',
    AUDITOR: 'all',
    CASE_HANDLER: 'named',
    OFFICER_SELF: 'own',
  },
  write: {
    CLUE_MANAGER: 'all',
    DISCIPLINE_LIAISON: 'all',
    APPROVER: 'all',
    CASE_HANDLER: 'named',
    OFFICER_SELF: 'own',
  },
};

/** Those who review a decision, and the officer who asked. */
const reviewWork: Policy = {
  confidential: true,
  handIn: [],
  read: { DISCIPLINE_LIAISON: 'all', APPROVER: 'all', AUDITOR: 'all', OFFICER_SELF: 'own' },
  write: { DISCIPLINE_LIAISON: 'all', APPROVER: 'all', OFFICER_SELF: 'own' },
};

/**
 * The officer's side of one clue: what one officer was told, what the officer said, and what was decided. Before there is such a
 * record the officer knows nothing, and it holds nothing of the clue but what was told.
 */
export const hearings = register('clues.hearings', {
  words: words('告知与决定', 'Hearings of officers'),
  record: words('份', 'hearing'),
  key: ['number'],
  date: 'toldOn',
  officer: 'officer',
  state: 'state',
  kept: true,
  // The public log does not say which account is the officer's.
  shielded: 'listed',
  policy: hearingWork,
  columns: {
    number: text('告知编号', 'Hearing no.', { max: 40 }),
    clue: ref('线索', 'Clue', 'clues.clues'),
    // Who is reported, and what hangs over whom, is what need to know is about: no list and no export tells it.
    officer: ref('干警', 'Officer', 'organisation.officers', { content: true }),
    facts: prose('告知的事实', 'Facts told'),
    grounds: prose('拟处理的理由和依据', 'Grounds told'),
    proposed: { ...measure('拟作处理', 'Proposed'), content: true },
    toldOn: date('告知日期', 'Told on'),
    track: choice(
      '决定机关',
      'Decided by',
      {
        SUPERVISORY: ['监察机关', 'Supervisory commission'],
        PERSONNEL: ['任免机关、单位', 'Appointing body or unit'],
      },
      { optional: true },
    ),
    decisionNo: text('决定文号', 'Decision no.', { optional: true, max: 60 }),
    findings: prose('认定的事实', 'Facts found', { optional: true }),
    evidence: prose('证据', 'Evidence', { optional: true }),
    measure: { ...optionalMeasure('处理种类', 'Measure'), content: true },
    basis: prose('处理依据', 'Basis', { optional: true }),
    remedies: prose('救济途径和期限', 'Remedies and their limits', { optional: true }),
    decidedOn: date('决定送达日期', 'Decided and delivered on', { optional: true }),
    state: choice('状态', 'State', {
      TOLD: ['已告知', 'Told'],
      STATED: ['待答复', 'Waits for an answer'],
      HEARD: ['已听取', 'Heard'],
      DECIDED: ['已决定并送达', 'Decided and delivered'],
      DROPPED: ['不予处理', 'No measure taken'],
    }),
  },
});

/** An officer who does not accept a decision asks for it to be looked at again (reference 29, OfficerReviewRequest). */
export const reviewRequests = register('clues.reviewRequests', {
  words: words('复审复核申诉', 'Reviews asked for by officers'),
  record: words('件', 'request'),
  key: ['number'],
  date: 'askedOn',
  officer: 'officer',
  state: 'state',
  kept: true,
  shielded: 'listed',
  policy: reviewWork,
  columns: {
    number: text('申请编号', 'Request no.', { max: 50 }),
    hearing: ref('原决定', 'Decision', 'clues.hearings'),
    officer: ref('申请人', 'Officer', 'organisation.officers'),
    kind: choice('申请种类', 'Kind', {
      RE_EXAMINATION: ['复审', 'Re-examination'],
      SUPERIOR_REVIEW: ['复核（上一级机关）', 'Review by the body above'],
      PERSONNEL_REVIEW: ['复核（原处理机关）', 'Review by the same body'],
      PERSONNEL_APPEAL: ['申诉', 'Appeal'],
    }),
    earlier: ref('前一程序', 'Earlier request', 'clues.reviewRequests', { optional: true }),
    grounds: prose('申请理由', 'Grounds'),
    evidence: prose('证据材料', 'Evidence', { optional: true }),
    askedOn: date('申请日期', 'Asked on'),
    lastDay: date('申请期限届满日', 'Could be asked until'),
    body: text('受理机关', 'Reviewing body', { optional: true, max: 100 }),
    // There is no heavier result: nobody is worse off for asking (Sanctions Law art. 56, Civil Servant Law art. 95).
    result: choice(
      '审查结果',
      'Result',
      {
        UPHELD: ['维持', 'Upheld'],
        REDUCED: ['减轻', 'Reduced'],
        CANCELLED: ['撤销', 'Cancelled'],
      },
      { optional: true },
    ),
    measure: optionalMeasure('变更后的处理', 'Reduced to'),
    reasons: prose('理由', 'Reasons', { optional: true }),
    decidedOn: date('决定送达日期', 'Decided and delivered on', { optional: true }),
    state: choice('状态', 'State', {
      ASKED: ['已申请', 'Asked for'],
      IN_REVIEW: ['审查中', 'In review'],
      DECIDED: ['已决定并送达', 'Decided and delivered'],
      WITHDRAWN: ['已撤回', 'Withdrawn'],
    }),
  },
});

/**
 * How a name is cleared that a clue had harmed (reference 29; Sanctions Law art. 53). Until it is published nobody outside the clue
 * desk and the officer sees it; who reported is in none of it.
 */
export const clearings = register('clues.clearings', {
  words: words('澄清正名办理', 'Clearing of names'),
  record: words('件', 'clearing'),
  key: ['number'],
  date: 'preparedOn',
  officer: 'officer',
  state: 'state',
  kept: true,
  shielded: 'listed',
  policy: {
    confidential: true,
    handIn: [],
    read: { DISCIPLINE_LIAISON: 'all', CLUE_MANAGER: 'all', APPROVER: 'all', AUDITOR: 'all', OFFICER_SELF: 'own' },
    write: { DISCIPLINE_LIAISON: 'all', CLUE_MANAGER: 'all', APPROVER: 'all', OFFICER_SELF: 'own' },
  },
  columns: {
    number: text('办理编号', 'Clearing no.', { max: 40 }),
    clue: ref('线索', 'Clue', 'clues.clues'),
    officer: ref('干警', 'Officer', 'organisation.officers'),
    cause: choice('事由', 'Because of', {
      FALSE: ['诬告', 'False report'],
      MISTAKEN: ['错告', 'Mistaken report'],
    }),
    finding: prose('澄清内容（不得涉及举报人）', 'What is published (nothing of the reporter)'),
    scope: choice('澄清范围', 'Scope', {
      PERSON: ['当面澄清', 'To the officer'],
      UNIT: ['单位内澄清', 'Within the unit'],
      SYSTEM: ['系统内通报澄清', 'Within the system'],
      PUBLIC: ['公开澄清', 'In public'],
    }),
    preparedOn: date('拟稿日期', 'Prepared on'),
    publishedOn: date('澄清日期', 'Published on', { optional: true }),
    state: choice('状态', 'State', {
      PREPARED: ['待批准', 'Waits for approval'],
      APPROVED: ['待本人同意', 'Waits for the officer'],
      CONSENTED: ['本人已同意', 'The officer agrees'],
      PUBLISHED: ['已澄清', 'Published'],
      DECLINED: ['本人不同意', 'The officer declines'],
      REFUSED: ['未获批准', 'Not approved'],
    }),
  },
});
