import { choice, date, decimal, integer, prose, ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { caseWork } from '../policies.ts';

const outcomes = {
  NO_ISSUE: ['无问题', 'No issue'],
  EXPLAINED: ['已说明', 'Explained'],
  FLAW: ['瑕疵', 'Flaw'],
  VIOLATION: ['违规', 'Violation'],
} as const;

/** A hit of one rule on one case means "look at this", never "guilty" (reference 9). A violation opens a clue. */
export const ruleHits = register('casework.ruleHits', {
  words: words('规则命中', 'Rule hits'),
  record: words('条', 'hit'),
  key: ['number'],
  date: 'hitOn',
  unit: 'unit',
  policy: caseWork,
  open: ['family', 'hitOn', 'outcome', 'state'],
  columns: {
    number: text('命中编号', 'Hit no.', { max: 80, aliases: ['编号'] }),
    rule: text('规则编号', 'Rule', { max: 20, aliases: ['规则'] }),
    ruleVersion: text('规则版本', 'Rule version', { optional: true, max: 40 }),
    family: ref('规则类别', 'Family', 'casework.ruleFamilies'),
    caseRecord: ref('案件', 'Case', 'casework.caseRecords', { optional: true, aliases: ['案件编号', '案号'] }),
    sentenceRelief: ref('减假暂案件', 'Sentence-relief case', 'casework.sentenceReliefs', { optional: true }),
    unit: ref('办案单位', 'Body', 'organisation.units', { aliases: ['单位'] }),
    facts: prose('命中事实', 'Facts', { aliases: ['命中说明'] }),
    hitOn: date('命中日期', 'Hit on', { aliases: ['日期'] }),
    reviewer: ref('审核人', 'Reviewer', 'organisation.officers', { optional: true, aliases: ['审核人编号'] }),
    explanation: prose('单位说明', "Unit's explanation", { optional: true }),
    outcome: choice('审核结论', 'Outcome', outcomes, { optional: true, aliases: ['结论'] }),
    reason: prose('审核理由', 'Reason', { optional: true }),
    decidedOn: date('审核日期', 'Decided on', { optional: true }),
    clue: ref('转出线索', 'Clue opened', 'clues.clues', { optional: true }),
    state: choice('状态', 'State', {
      HIT: ['待审核', 'Hit'],
      ASSIGNED: ['已分派', 'Assigned'],
      EXPLAINED: ['单位已说明', 'Explained by the unit'],
      DECIDED: ['已审核', 'Decided'],
    }),
  },
});

/** A graded case review (案件评查): scored by reviewers, decided collectively (reference 9.5). */
export const reviews = register('casework.reviews', {
  words: words('案件评查', 'Case reviews'),
  record: words('件', 'review'),
  key: ['number'],
  date: 'reviewedOn',
  unit: 'unit',
  policy: caseWork,
  open: ['selectedBy', 'unit', 'reviewedOn', 'grade'],
  checks: [{ rule: 'onlyOnce', columns: ['caseRecord', 'stage'] }],
  columns: {
    number: text('评查编号', 'Review no.', { max: 80, aliases: ['编号'] }),
    caseRecord: ref('案件', 'Case', 'casework.caseRecords', { aliases: ['案件编号', '案号'] }),
    unit: ref('办案单位', 'Body', 'organisation.units', { aliases: ['单位', '被评查单位'] }),
    selectedBy: choice('选案方式', 'Selected by', {
      RULE: ['规则命中', 'Rule hit'],
      SAMPLE: ['随机抽查', 'Sample'],
      LITIGATION_PETITION: ['涉法涉诉信访', 'Litigation petition'],
      ORGANISED_CRIME: ['涉黑涉恶', 'Organised crime'],
    }),
    stage: choice('评查阶段', 'Stage', {
      SELF: ['自评', 'Self-review'],
      ONLINE: ['网上评查', 'Online review'],
      CONCENTRATED: ['集中评查', 'Concentrated review'],
    }),
    reviewers: text('评查人', 'Reviewers', { optional: true, mask: 'name', aliases: ['评查员'] }),
    reviewedOn: date('评查日期', 'Reviewed on', { aliases: ['日期'] }),
    score: decimal('得分', 'Score', { optional: true, aliases: ['分数'] }),
    grade: choice(
      '评查等次',
      'Grade',
      {
        EXCELLENT: ['优秀', 'Excellent'],
        QUALIFIED: ['合格', 'Qualified'],
        FLAWED: ['瑕疵', 'Flawed'],
        UNQUALIFIED: ['不合格', 'Unqualified'],
      },
      { optional: true, aliases: ['等次', '评查结果'] },
    ),
    problemsCount: integer('发现问题数', 'Problems found', { optional: true }),
    problems: prose('发现问题', 'Problems', { optional: true, aliases: ['存在问题'] }),
    handlerStatement: prose('承办人说明', "Handler's statement", { optional: true }),
    decision: prose('评查决定', 'Decision', { optional: true }),
    followUp: prose('整改情况', 'Follow-up', { optional: true }),
  },
});

/** Going back over closed organised-crime cases and clues for protectors and mishandled clues (涉黑涉恶倒查). */
export const backReviews = register('casework.backReviews', {
  words: words('涉黑涉恶案件(线索)倒查', 'Back reviews'),
  record: words('件', 'back review'),
  key: ['number'],
  date: 'reviewedOn',
  unit: 'unit',
  policy: caseWork,
  open: ['kind', 'unit', 'reviewedOn', 'outcome'],
  columns: {
    number: text('倒查编号', 'Back-review no.', { max: 80, aliases: ['编号'] }),
    kind: choice('倒查对象', 'Kind', {
      CLOSED_CASE: ['已结案件', 'Closed case'],
      CLUE: ['涉黑涉恶线索', 'Organised-crime clue'],
    }),
    caseRecord: ref('案件', 'Case', 'casework.caseRecords', { optional: true, aliases: ['案件编号', '案号'] }),
    reviewedClue: ref('线索', 'Clue reviewed', 'clues.clues', { optional: true, aliases: ['线索编号'] }),
    unit: ref('原办理单位', 'Body', 'organisation.units', { aliases: ['单位', '办案单位'] }),
    reviewedOn: date('倒查日期', 'Reviewed on', { aliases: ['日期'] }),
    findings: prose('倒查情况', 'Findings', { optional: true, aliases: ['发现问题'] }),
    outcome: choice('倒查结论', 'Outcome', outcomes, { optional: true, aliases: ['结论'] }),
    clue: ref('转出线索', 'Clue opened', 'clues.clues', { optional: true }),
  },
});
