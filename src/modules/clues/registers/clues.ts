import { clueWork } from '../../../platform/access/policies.ts';
import { choice, date, decimal, integer, prose, ref, text, time, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** Where a clue comes from (reference 7). */
const sources = {
  REPORT_BY_PUBLIC: ['群众举报', 'Report by the public'],
  CENTRAL_GROUP: ['中央督导组转交', 'Central group'],
  PROVINCIAL_GROUP: ['省指导组转交', 'Provincial group'],
  PROVINCIAL_OFFICE: ['省教育整顿办交办', 'Provincial office'],
  DISCIPLINE: ['纪委监委移送', 'Discipline commission'],
  PETITION: ['信访', 'Petition'],
  CASE_REVIEW: ['案件评查', 'Case review'],
  DATA_MATCH: ['大数据比对', 'Data match'],
  SELF_REPORT: ['自查报告', 'Self-report'],
  AUDIT: ['审计移送', 'Audit'],
} as const;

/** States in which the answer to a clue stands: its conclusion counts, and can be checked again. */
export const CLOSED = ['CLOSED', 'RECHECKED'] as const;

/** Clues handed over together; "all of batch n closed" must be computable (reference 7). */
export const batches = register('clues.batches', {
  words: words('线索批次', 'Batches'),
  record: words('批', 'batch'),
  key: ['number'],
  date: 'receivedOn',
  policy: clueWork,
  open: ['source', 'sequence', 'receivedOn', 'size'],
  checks: [{ rule: 'onlyOnce', columns: ['source', 'sequence'] }],
  columns: {
    number: text('批次编号', 'Batch no.', { max: 60, aliases: ['编号', '批次'] }),
    source: choice('线索来源', 'Source', sources, { aliases: ['来源'] }),
    sequence: integer('批次序号', 'Sequence', { aliases: ['第几批', '批次号'] }),
    receivedOn: date('接收日期', 'Received on', { aliases: ['转交日期', '日期'] }),
    size: integer('线索件数', 'Size', { aliases: ['件数', '数量'] }),
    checksum: text('清单校验值', 'Checksum of the list', { optional: true, max: 128 }),
  },
});

/** The list a batch came with, number by number: what a checksum can only deny, the list can name. */
export const batchNumbers = register('clues.batchNumbers', {
  words: words('批次清单', 'Batch lists'),
  record: words('号', 'number'),
  key: ['batch', 'serialNo'],
  title: 'serialNo',
  policy: clueWork,
  columns: {
    batch: ref('批次', 'Batch', 'clues.batches', { aliases: ['批次编号'] }),
    serialNo: text('清单线索编号', 'Clue no. on the list', { max: 60, aliases: ['清单编号', '移交清单编号'] }),
  },
});

/**
 * A clue (问题线索). Who reported is not here: the reporter is kept apart under his own key (reference 28); this register
 * knows only whether he gave his name.
 */
export const clues = register('clues.clues', {
  words: words('问题线索', 'Clues'),
  record: words('件', 'clue'),
  key: ['serialNo'],
  date: 'receivedOn',
  // An officer whom a clue reports does not find it, whatever office that officer holds (migration 0370 fills the list).
  shielded: 'listed',
  // The handling unit is responsible. The unit reported must never reach a clue through this register.
  unit: 'handlingUnit',
  state: 'state',
  policy: clueWork,
  open: ['batch', 'source', 'receivedOn', 'state'],
  columns: {
    serialNo: text('线索编号', 'Clue no.', { max: 60, aliases: ['编号', '线索序号'] }),
    source: choice('线索来源', 'Source', sources, { aliases: ['来源'] }),
    batch: ref('批次', 'Batch', 'clues.batches', { optional: true, aliases: ['批次编号'] }),
    receivedOn: date('收到日期', 'Received on', { aliases: ['接收日期', '收件日期'] }),
    registeredAt: time('登记时间', 'Registered at', { optional: true }),
    reporterMode: choice('举报方式', 'Reporter', {
      NAMED: ['实名', 'Named'],
      ANONYMOUS: ['匿名', 'Anonymous'],
      SIGNED_UNVERIFIED: ['署名未核实', 'Signed, not verified'],
      NONE: ['非举报', 'No reporter'],
    }),
    unit: ref('被反映单位', 'Unit reported', 'organisation.units', { optional: true, aliases: ['涉及单位'] }),
    problemKind: ref('问题类别', 'Kind of problem', 'rectification.problemKinds', { optional: true }),
    summary: prose('线索摘要', 'Summary', { aliases: ['主要内容', '反映问题', '问题摘要'] }),
    amount: decimal('涉及金额(元)', 'Amount (yuan)', { optional: true, aliases: ['涉案金额'] }),
    confidentiality: choice(
      '保密级别',
      'Confidentiality',
      { NORMAL: ['一般', 'Normal'], STRICT: ['严格控制', 'Strict'] },
      { optional: true },
    ),
    duplicateOf: ref('重复线索', 'Duplicate of', 'clues.clues', { optional: true, aliases: ['并入线索'] }),
    handlingUnit: ref('承办单位', 'Handling unit', 'organisation.units', { optional: true, aliases: ['核查单位'] }),
    // Two at least (reference 29, L6 art. 42).
    firstHandler: ref('承办人一', 'First handler', 'organisation.officers', { optional: true, aliases: ['主办人'] }),
    secondHandler: ref('承办人二', 'Second handler', 'organisation.officers', { optional: true, aliases: ['协办人'] }),
    disposal: choice(
      '处置方式',
      'Disposal',
      {
        TALK_OR_LETTER: ['谈话函询', 'Inquiry by talk or letter'],
        PRELIMINARY_VERIFICATION: ['初步核实', 'Preliminary verification'],
        HOLD: ['暂存待查', 'Held'],
        CLOSE: ['予以了结', 'Closed'],
        FILING: ['立案', 'Filing'],
      },
      { optional: true },
    ),
    studiedOn: date('集体研究日期', 'Studied collectively on', { optional: true }),
    approvedOn: date('处置批准日期', 'Disposal approved on', { optional: true, aliases: ['审批日期'] }),
    conclusion: choice(
      '核查结论',
      'Conclusion',
      {
        SUBSTANTIATED: ['查实', 'Substantiated'],
        PARTLY: ['部分查实', 'Partly substantiated'],
        UNSUBSTANTIATED: ['查否', 'Unsubstantiated'],
        UNVERIFIABLE: ['无法查实', 'Unverifiable'],
      },
      { optional: true, aliases: ['结论', '查核结论'] },
    ),
    falseReport: yesNo('是否认定诬告', 'Found to be a false report', { optional: true }),
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
    state: choice('状态', 'State', {
      RECEIVED: ['已接收', 'Received'],
      REGISTERED: ['已登记', 'Registered'],
      DUPLICATE: ['重复', 'Duplicate'],
      ASSIGNED: ['已交办', 'Assigned'],
      ACCEPTED: ['已受理', 'Accepted'],
      RETURNED: ['已退回', 'Returned'],
      DISPOSAL_PROPOSED: ['已提出处置意见', 'Disposal proposed'],
      DISPOSAL_APPROVED: ['处置意见已批准', 'Disposal approved'],
      IN_VERIFICATION: ['核查中', 'In verification'],
      ON_HOLD: ['暂存待查', 'On hold'],
      REPORTED: ['已报告', 'Reported'],
      REVIEWED: ['已审核', 'Reviewed'],
      REFERRED: ['已移送', 'Referred'],
      CLOSED: ['已办结', 'Closed'],
      RECHECKED: ['已复查', 'Rechecked'],
    }),
    dueOn: date('办理时限', 'Due on', { optional: true, aliases: ['办结时限', '限办日期'] }),
    extendedTo: date('延期至', 'Extended to', { optional: true, aliases: ['延期日期'] }),
    closedOn: date('办结日期', 'Closed on', { optional: true, aliases: ['结案日期', '完结日期'] }),
  },
});

/** A person reported: an officer of the roster, or known by unit and post only. */
export const subjects = register('clues.subjects', {
  words: words('被反映人', 'Persons reported'),
  record: words('名', 'person'),
  key: ['clue', 'number'],
  follows: { column: 'clue', register: clues },
  policy: clueWork,
  columns: {
    clue: ref('线索', 'Clue', 'clues.clues', { aliases: ['线索编号'] }),
    number: integer('序号', 'No.'),
    // Who is reported is what need to know is about: no list and no export tells it.
    officer: ref('干警', 'Officer', 'organisation.officers', {
      optional: true,
      content: true,
      aliases: ['干警编号', '警号'],
    }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { optional: true, content: true, aliases: ['单位'] }),
    description: text('身份描述', 'Description', { optional: true, content: true, aliases: ['职务'] }),
  },
});
