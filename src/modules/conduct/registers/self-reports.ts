import { disciplineFile, type Policy } from '../../../platform/access/policies.ts';
import { choice, date, decimal, integer, prose, ref, text, time, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** Officers hand in their own report; approvers decide on what the discipline commission proposes. Neither does so by form or workbook. */
const selfExamination: Policy = {
  ...disciplineFile,
  write: { DISCIPLINE_LIAISON: 'all', APPROVER: 'all', OFFICER_SELF: 'own' },
  handIn: ['DISCIPLINE_LIAISON'],
};

/**
 * What an officer reports on himself (reference 6). The moment of submission, to the second, decides whether it counts as
 * voluntary, so a report is never changed: an amendment is a new report that names the first.
 */
export const selfReports = register('conduct.selfReports', {
  words: words('自查报告', 'Self-reports'),
  record: words('份', 'report'),
  key: ['number'],
  date: 'submittedAt',
  unit: 'unit',
  officer: 'officer',
  policy: selfExamination,
  state: 'state',
  open: ['unit', 'submittedAt', 'nothingToReport', 'state'],
  columns: {
    number: text('报告编号', 'Report no.', { max: 40, aliases: ['编号'] }),
    officer: ref('报告人', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    submittedAt: time('提交时间', 'Submitted at', { aliases: ['报告时间'] }),
    receivedBy: text('接收人', 'Received by', { optional: true, mask: 'name' }),
    // Unknown from outside while the report is sealed; stated by whoever opened it.
    nothingToReport: yesNo('无问题报告', 'Nothing to report', { optional: true, aliases: ['零报告'] }),
    laterFoundOn: date('事后查出日期', 'Later found on', { optional: true }),
    amends: ref('补充的报告', 'Amends', 'conduct.selfReports', { optional: true }),
    // The officer says that a talk led to it; the unit that held the talk does not see it.
    talk: ref('起因的谈话', 'Talk that led to it', 'conduct.talks', { optional: true }),
    matterStage: choice(
      '报告时所处阶段',
      'Stage at that moment',
      {
        NONE: ['未被反映', 'No matter'],
        CLUE_REGISTERED: ['线索已登记', 'Clue registered'],
        INQUIRY: ['谈话函询', 'Inquiry by talk or letter'],
        PRELIMINARY_VERIFICATION: ['初步核实', 'Preliminary verification'],
        FILED: ['立案', 'Case filed'],
        CUSTODY: ['留置', 'Custody'],
      },
      { optional: true },
    ),
    state: choice('状态', 'State', {
      SUBMITTED: ['已提交', 'Submitted'],
      RECEIVED: ['已接收', 'Received'],
      CLASSIFIED: ['已分类', 'Classified'],
      PROPOSED: ['已提出认定意见', 'Finding proposed'],
      DECIDED: ['已作出决定', 'Decided'],
      REFERRED: ['已移送', 'Referred'],
      CLOSED: ['已办结', 'Closed'],
    }),
  },
});

/**
 * The sealed text of a report: the ciphertext is the record. It was encrypted in the officer's browser to the discipline desk's
 * keys. No list shows it and nobody but the officer opens it as a record: the desk gets it by a step of the report, which leaves a
 * trace. A ciphertext is taken in once, whoever sends it again.
 */
export const selfReportSeals = register('conduct.selfReportSeals', {
  words: words('自查报告密文', 'Sealed texts of self-reports'),
  record: words('份', 'sealed text'),
  key: ['hash'],
  follows: { column: 'report', register: selfReports },
  kept: true,
  policy: {
    read: disciplineFile.read,
    write: { OFFICER_SELF: 'own' },
    confidential: { desk: [] },
  },
  columns: {
    report: ref('自查报告', 'Report', 'conduct.selfReports'),
    hash: text('密文指纹', 'SHA-256 of the sealed text', { max: 64 }),
    // What was sealed before commitments were kept has none.
    textCommitment: text('内容承诺值', 'Salted commitment to the text', { optional: true, max: 64 }),
    envelope: text('密文', 'Sealed text', { max: 60_000 }),
    // In one column: rows of their own would let the public log tell how many came with a report.
    files: text('附件密文指纹', 'SHA-256 of the sealed attachments', { optional: true, max: 1_000 }),
  },
});

/** One matter in a self-report. */
export const selfReportItems = register('conduct.selfReportItems', {
  words: words('自查事项', 'Self-reported items'),
  record: words('项', 'item'),
  key: ['report', 'number'],
  title: 'happened',
  date: 'reportedOn',
  unit: 'unit',
  officer: 'officer',
  policy: disciplineFile,
  open: ['problemKind', 'reportedOn'],
  columns: {
    report: ref('自查报告', 'Report', 'conduct.selfReports', { aliases: ['报告编号'] }),
    number: integer('事项序号', 'No.', { aliases: ['序号'] }),
    officer: ref('报告人', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    reportedOn: date('报告日期', 'Reported on'),
    problemKind: ref('问题类别', 'Kind of problem', 'rectification.problemKinds', { optional: true }),
    happened: prose('问题经过', 'What happened', { aliases: ['事项内容', '问题描述'] }),
    occurredFrom: date('发生起始日期', 'From', { optional: true, aliases: ['发生时间'] }),
    occurredTo: date('发生截止日期', 'To', { optional: true }),
    place: text('发生地点', 'Place', { optional: true }),
    persons: prose('涉及人员', 'Persons involved', { optional: true }),
    amount: decimal('涉及金额(元)', 'Amount (yuan)', { optional: true, aliases: ['金额'] }),
    evidence: prose('佐证材料', 'Evidence', { optional: true }),
    disclosedTo: text('此前已向何人说明', 'Already disclosed to', { optional: true }),
  },
});

/**
 * A named person's decision on leniency, with reasons; the program only proposes (reference 6). The three criteria of the
 * report are three separate findings, each with its evidence.
 */
export const leniencyDecisions = register('conduct.leniencyDecisions', {
  words: words('从宽处理决定', 'Leniency decisions'),
  record: words('件', 'decision'),
  key: ['number'],
  date: 'decidedOn',
  unit: 'unit',
  officer: 'officer',
  state: 'state',
  policy: selfExamination,
  open: ['unit', 'finding', 'form', 'decidedOn'],
  columns: {
    number: text('决定编号', 'Decision no.', { max: 60, aliases: ['编号', '文号'] }),
    report: ref('自查报告', 'Report', 'conduct.selfReports', { aliases: ['报告编号'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    clue: ref('相关线索', 'Related clue', 'clues.clues', { optional: true }),
    finding: choice('主动性认定', 'Finding', {
      VOLUNTARY_BEFORE: ['核查前主动交代', 'Voluntary, before any inquiry'],
      VOLUNTARY_NEW_CONTENT: ['主动交代未掌握的问题', 'Voluntary, content not known before'],
      CONFESSION: ['如实供述已掌握的问题', 'Confession of what was known'],
      NOT_VOLUNTARY: ['不属于主动交代', 'Not voluntary'],
    }),
    ruleVersion: text('适用规则版本', 'Rule version', { optional: true, max: 60 }),
    selfExamined: yesNo('主动自查', 'Examined himself'),
    selfExaminedEvidence: prose('主动自查依据', 'Evidence of self-examination', { optional: true }),
    confessed: yesNo('主动坦白', 'Confessed'),
    confessedEvidence: prose('主动坦白依据', 'Evidence of confession', { optional: true }),
    repented: yesNo('真心悔过', 'Repented'),
    repentedEvidence: prose('真心悔过依据', 'Evidence of repentance', { optional: true }),
    ground: prose('从宽依据', 'Ground', { aliases: ['法规依据'] }),
    form: choice(
      '处理形态',
      'Form',
      {
        FIRST: ['第一种形态', 'First form'],
        SECOND: ['第二种形态', 'Second form'],
        THIRD: ['第三种形态', 'Third form'],
        FOURTH: ['第四种形态', 'Fourth form'],
      },
      { optional: true, aliases: ['四种形态'] },
    ),
    measure: prose('处理措施', 'Measure', { aliases: ['处理意见'] }),
    reasons: prose('决定理由', 'Reasons'),
    decidedBy: text('决定人', 'Decided by', { mask: 'name' }),
    approvedBy: text('批准人', 'Approved by', { optional: true, mask: 'name' }),
    decidedOn: date('决定日期', 'Decided on', { aliases: ['日期'] }),
    content: choice(
      '报告内容与已掌握情况',
      'Content against what was held',
      {
        HELD: ['组织已掌握', 'What the organisation held'],
        NOT_HELD: ['组织未掌握', 'What the organisation did not hold'],
        NOTHING: ['报告未涉及该问题', 'The report does not mention it'],
      },
      { optional: true },
    ),
    state: choice(
      '状态',
      'State',
      {
        DECIDED: ['已拟定，待批准', 'Decided, awaiting approval'],
        RETURNED: ['已退回', 'Sent back'],
        IN_FORCE: ['已生效', 'In force'],
      },
      { optional: true },
    ),
  },
});

/** Talks and support after a decision (跟进做好思想政治工作). */
export const followUps = register('conduct.followUps', {
  words: words('跟进工作', 'Follow-up support'),
  record: words('次', 'follow-up'),
  key: ['decision', 'heldOn'],
  date: 'heldOn',
  unit: 'unit',
  officer: 'officer',
  policy: disciplineFile,
  open: ['unit', 'heldOn'],
  columns: {
    decision: ref('从宽处理决定', 'Decision', 'conduct.leniencyDecisions', { aliases: ['决定编号'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    heldOn: date('跟进日期', 'Held on', { aliases: ['日期'] }),
    talker: ref('工作人员', 'Held by', 'organisation.officers', { optional: true, aliases: ['谈话人'] }),
    content: prose('工作内容', 'Content', { optional: true, aliases: ['内容'] }),
  },
});

/** An officer's statement in his own defence: answered with reasons, never held against him (reference 29, L6 art. 43). */
export const statements = register('conduct.statements', {
  words: words('陈述申辩', 'Statements of officers'),
  record: words('份', 'statement'),
  key: ['number'],
  date: 'receivedOn',
  unit: 'unit',
  officer: 'officer',
  policy: disciplineFile,
  open: ['unit', 'receivedOn', 'answeredOn'],
  columns: {
    number: text('陈述编号', 'Statement no.', { max: 40, aliases: ['编号'] }),
    officer: ref('陈述人', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    matter: text('针对事项', 'Matter', { aliases: ['事项'] }),
    text: prose('陈述内容', 'Statement', { aliases: ['申辩内容'] }),
    evidence: prose('证据材料', 'Evidence', { optional: true }),
    receivedOn: date('收到日期', 'Received on', { aliases: ['日期'] }),
    answer: choice(
      '采纳情况',
      'Answer',
      { ACCEPTED: ['采纳', 'Accepted'], PARTLY: ['部分采纳', 'Partly'], REJECTED: ['不采纳', 'Rejected'] },
      { optional: true },
    ),
    reasons: prose('答复理由', 'Reasons', { optional: true }),
    answeredOn: date('答复日期', 'Answered on', { optional: true }),
  },
});
