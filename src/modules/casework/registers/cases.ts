import { officeWork } from '../../../platform/access/policies.ts';
import { choice, date, decimal, integer, prose, ref, text, time, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { caseSource } from '../policies.ts';

/** The families of checkable rules (reference 9.1 to 9.4). */
export const ruleFamilies = register('casework.ruleFamilies', {
  words: words('评查规则类别', 'Rule families'),
  record: words('类', 'family'),
  key: ['code'],
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['code', 'name'],
  columns: {
    code: choice('规则类别', 'Code', {
      NOT_FILED: ['有案不立', 'Not filed'],
      SHELVED: ['压案不查', 'Shelved'],
      NOT_PURSUED: ['有罪不究', 'Not pursued'],
      SENTENCE_RELIEF: ['减假暂', 'Sentence relief'],
    }),
    name: text('类别名称', 'Name', { aliases: ['名称'] }),
    description: prose('说明', 'Description', { optional: true }),
  },
});

/** Reduction, parole, temporary service outside prison (reference 9.4). */
export const sentenceReliefKinds = register('casework.sentenceReliefKinds', {
  words: words('减假暂种类', 'Kinds of sentence relief'),
  record: words('类', 'kind'),
  key: ['code'],
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['code', 'name', 'decidedBy'],
  columns: {
    code: choice('种类', 'Code', {
      REDUCTION: ['减刑', 'Reduction'],
      PAROLE: ['假释', 'Parole'],
      TEMPORARY_OUTSIDE: ['暂予监外执行', 'Temporary service outside prison'],
    }),
    name: text('名称', 'Name'),
    decidedBy: text('决定机关', 'Decided by', { optional: true }),
  },
});

/** The case register of a handling body: dates, documents, decisions, never case content (reference 9). */
export const caseRecords = register('casework.caseRecords', {
  words: words('案件登记', 'Case records'),
  record: words('件', 'case'),
  key: ['caseNo'],
  date: 'receivedAt',
  unit: 'unit',
  policy: caseSource,
  open: ['kind', 'unit', 'receivedAt', 'closedOn'],
  columns: {
    caseNo: text('案件编号', 'Case no.', { max: 80, aliases: ['案号', '受案编号'] }),
    unit: ref('办案单位', 'Body', 'organisation.units', { aliases: ['单位', '承办单位'] }),
    kind: choice('案件类别', 'Kind', {
      CRIMINAL: ['刑事', 'Criminal'],
      PUBLIC_ORDER: ['治安(行政)', 'Public order'],
      CIVIL: ['民事', 'Civil'],
      ADMINISTRATIVE: ['行政诉讼', 'Administrative'],
      ENFORCEMENT: ['执行', 'Enforcement'],
    }),
    stage: choice(
      '办理阶段',
      'Stage',
      {
        REPORT: ['接报', 'Report'],
        FILING: ['立案', 'Filing'],
        INVESTIGATION: ['侦查(调查)', 'Investigation'],
        PROSECUTION: ['审查起诉', 'Prosecution review'],
        FIRST_INSTANCE: ['一审', 'First instance'],
        SECOND_INSTANCE: ['二审', 'Second instance'],
        EXECUTION: ['执行', 'Execution'],
        CLOSED: ['办结', 'Closed'],
      },
      { optional: true },
    ),
    cause: text('案由', 'Cause', { optional: true, aliases: ['罪名'] }),
    reportedInPerson: yesNo('是否当面报案', 'Reported in person', { optional: true }),
    urgent: yesNo('是否紧急处警', 'Urgent', { optional: true }),
    complex: yesNo('是否重大复杂', 'Complex', { optional: true }),
    receivedAt: time('接报时间', 'Received at', { aliases: ['报案时间', '收案时间'] }),
    acceptanceForm: text('受案登记表编号', 'Acceptance form', { optional: true, max: 80, aliases: ['受案登记表'] }),
    receiptNo: text('受案回执编号', 'Receipt no.', { optional: true, max: 80, aliases: ['受案回执'] }),
    evidenceList: yesNo('是否出具证据清单', 'Evidence list given', { optional: true, aliases: ['接受证据清单'] }),
    noFormReason: text('未受案原因', 'Reason without form', { optional: true }),
    acceptedAt: time('受案时间', 'Accepted at', { optional: true, aliases: ['受理时间'] }),
    filedOn: date('立案日期', 'Filed on', { optional: true, aliases: ['立案时间'] }),
    refusedOn: date('不予立案日期', 'Refused on', { optional: true }),
    refusalServedOn: date('不予立案通知送达日期', 'Refusal served on', { optional: true }),
    complaintOn: date('申请复议日期', 'Complaint against refusal', { optional: true }),
    complaintDecidedOn: date('复议决定日期', 'Complaint decided on', { optional: true }),
    reasonsAskedOn: date('检察院要求说明理由日期', 'Reasons asked for on', { optional: true }),
    reasonsGivenOn: date('说明理由日期', 'Reasons given on', { optional: true }),
    fileOrderOn: date('通知立案日期', 'Told to file on', { optional: true }),
    fromAgencyOn: date('行政机关移送日期', 'Sent by an agency on', { optional: true }),
    lastEntryOn: date('最近程序日期', 'Last procedural entry', { optional: true, aliases: ['最近办理日期'] }),
    suspectIdentifiedOn: date('确定嫌疑人日期', 'Suspect identified on', { optional: true }),
    separateCaseNo: text('另案处理案号', 'Separate case no.', { optional: true, max: 80 }),
    handledSeparately: yesNo('是否另案处理', 'Handled separately', { optional: true }),
    amount: decimal('涉案金额(元)', 'Amount (yuan)', { optional: true }),
    supplementaryCount: integer('补充侦查次数', 'Supplementary investigations', { optional: true }),
    outcome: choice(
      '处理结果',
      'Outcome',
      {
        ADMINISTRATIVE_PENALTY: ['行政处罚', 'Administrative penalty'],
        WITHDRAWN: ['撤销案件', 'Withdrawn'],
        NOT_PROSECUTED: ['不起诉', 'Not prosecuted'],
        CONVICTED: ['有罪判决', 'Convicted'],
        ACQUITTED: ['无罪判决', 'Acquitted'],
        EXEMPTED: ['免予处罚', 'Exempted from punishment'],
        DECIDED: ['已裁判', 'Decided'],
        SETTLED: ['调解撤诉', 'Settled'],
        ENFORCED: ['执行完毕', 'Enforced'],
        ENFORCEMENT_ENDED: ['终结本次执行', 'Enforcement ended'],
      },
      { optional: true, aliases: ['结案方式'] },
    ),
    outcomeGround: text('法定依据', 'Statutory ground', { optional: true }),
    outcomeDocument: text('结果文书号', 'Document of the outcome', { optional: true, max: 80, aliases: ['文书号'] }),
    outcomeApprovedBy: text('结果审批人', 'Outcome approved by', { optional: true, mask: 'name' }),
    executionHandedOn: date('交付执行日期', 'Handed over for execution', { optional: true }),
    handlers: text('承办人', 'Handlers', { optional: true, mask: 'name' }),
    closedOn: date('结案日期', 'Closed on', { optional: true, aliases: ['办结日期'] }),
  },
});

/** A measure or a step with a limit in one case (detention, arrest, review, trial), with the approval of any extension. */
export const caseSteps = register('casework.caseSteps', {
  words: words('案件程序节点', 'Steps of cases'),
  record: words('项', 'step'),
  key: ['caseRecord', 'kind', 'from'],
  date: 'from',
  unit: 'unit',
  policy: caseSource,
  title: 'kind',
  open: ['kind', 'unit', 'from', 'to'],
  columns: {
    caseRecord: ref('案件', 'Case', 'casework.caseRecords', { aliases: ['案件编号', '案号'] }),
    unit: ref('办案单位', 'Body', 'organisation.units', { aliases: ['单位'] }),
    kind: choice('节点', 'Kind', {
      DETENTION: ['刑事拘留', 'Detention'],
      ARREST_REVIEW: ['审查逮捕', 'Arrest review'],
      CUSTODY: ['侦查羁押', 'Custody in investigation'],
      BAIL: ['取保候审', 'Bail'],
      RESIDENTIAL_SURVEILLANCE: ['监视居住', 'Residential surveillance'],
      PROSECUTION_REVIEW: ['审查起诉', 'Prosecution review'],
      SUPPLEMENTARY: ['补充侦查', 'Supplementary investigation'],
      FIRST_INSTANCE: ['一审', 'First instance'],
      SIMPLIFIED: ['简易程序', 'Simplified trial'],
      SECOND_INSTANCE: ['二审', 'Second instance'],
      ENFORCEMENT: ['强制执行', 'Enforcement'],
    }),
    from: date('开始日期', 'From'),
    to: date('结束日期', 'To', { optional: true }),
    extendedTo: date('延长至', 'Extended to', { optional: true, aliases: ['延长期限'] }),
    extensionDocument: text('延长文书号', 'Extension document', { optional: true, max: 80 }),
    extensionBy: text('延长批准机关', 'Extension approved by', { optional: true }),
    extensionOn: date('延长批准日期', 'Extension approved on', { optional: true }),
  },
});
