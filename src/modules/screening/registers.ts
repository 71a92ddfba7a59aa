import { officeWork, type Policy, screeningWork } from '../../platform/access/policies.ts';
import {
  choice,
  creditCode,
  date,
  decimal,
  integer,
  prose,
  ref,
  text,
  yesNo,
} from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { words } from '../../platform/words.ts';

const officer = () => ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] });
const unit = () => ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] });

const { OFFICER_SELF: _, ...screeners } = screeningWork.read;

/** Register data and runs are about nobody in particular. Officers see what came of them: results, matches, explanations, decisions. */
const sourceWork: Policy = { ...screeningWork, read: screeners };

const conclusions = {
  NO_ISSUE: ['无问题', 'No issue'],
  SAME_NAME: ['同名', 'Same name only'],
  IDENTITY_MISUSED: ['被冒名登记', 'Identity misused'],
  APPROVED_POST: ['经批准兼职', 'Approved post'],
  LEGACY: ['历史遗留', 'Legacy registration'],
  CORRECTED_VOLUNTARILY: ['主动纠正', 'Corrected voluntarily'],
  VIOLATION: ['违规', 'Violation'],
} as const;

/** Departments that supply register data. */
export const sources = register('screening.sources', {
  words: words('数据来源', 'Sources'),
  record: words('个', 'source'),
  key: ['code'],
  date: 'activeFrom',
  ends: 'activeTo',
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'kind', 'legalBasis'],
  columns: {
    code: text('来源编码', 'Code', { max: 40, aliases: ['编码'] }),
    name: text('部门名称', 'Department', { aliases: ['名称', '来源部门'] }),
    kind: choice('数据类别', 'Kind', {
      MARKET_REGULATION: ['市场监管', 'Market regulation'],
      TAX: ['税务', 'Tax'],
      OTHER: ['其他', 'Other'],
    }),
    legalBasis: prose('法律依据', 'Legal basis', { optional: true }),
    activeFrom: date('启用日期', 'Active from', { optional: true }),
    activeTo: date('停用日期', 'Active to', { optional: true }),
  },
});

/** One delivery of register data, with its day and checksum. */
export const snapshots = register('screening.snapshots', {
  words: words('登记数据快照', 'Snapshots'),
  record: words('份', 'snapshot'),
  key: ['number'],
  date: 'receivedOn',
  policy: sourceWork,
  open: ['source', 'dataAsOf', 'receivedOn', 'size', 'checksum'],
  columns: {
    number: text('快照编号', 'Snapshot no.', { max: 60, aliases: ['编号'] }),
    source: ref('数据来源', 'Source', 'screening.sources', { aliases: ['来源', '来源部门'] }),
    dataAsOf: date('数据截至日期', 'Data as of', { aliases: ['截至日期'] }),
    receivedOn: date('接收日期', 'Received on', { aliases: ['日期'] }),
    size: integer('数据条数', 'Rows', { aliases: ['条数', '数量'] }),
    checksum: text('校验值', 'Checksum', { max: 128 }),
    deletedOn: date('销毁日期', 'Deleted on', { optional: true }),
  },
});

/** One matching run: approved, for one purpose, on one snapshot (reference 11). */
export const runs = register('screening.runs', {
  words: words('排查批次', 'Screening runs'),
  record: words('次', 'run'),
  key: ['number'],
  date: 'startedOn',
  policy: sourceWork,
  open: ['dataAsOf', 'officersInScope', 'legalBasis', 'startedOn', 'finishedOn', 'state'],
  columns: {
    number: text('批次编号', 'Run no.', { max: 60, aliases: ['编号', '排查批次'] }),
    snapshot: ref('数据快照', 'Snapshot', 'screening.snapshots', { aliases: ['快照编号'] }),
    dataAsOf: date('数据截至日期', 'Data as of', { aliases: ['截至日期'] }),
    officersInScope: integer('排查人数', 'Officers in scope', { aliases: ['人数'] }),
    // Tier 3, a name alone, is never shown as a hit; it is only counted.
    nameOnlyCount: integer('仅同名条数', 'Matches by name only', { optional: true }),
    purpose: prose('排查目的', 'Purpose', { aliases: ['目的'] }),
    legalBasis: prose('法律依据', 'Legal basis', { aliases: ['依据'] }),
    requestedBy: text('申请人', 'Requested by', { mask: 'name' }),
    approvedBy: text('批准人', 'Approved by', { optional: true, mask: 'name' }),
    startedOn: date('开始日期', 'Started on', { aliases: ['日期'] }),
    finishedOn: date('完成日期', 'Finished on', { optional: true }),
    state: choice('状态', 'State', {
      REQUESTED: ['已申请', 'Requested'],
      APPROVED: ['已批准', 'Approved'],
      RUNNING: ['比对中', 'Running'],
      FINISHED: ['已完成', 'Finished'],
    }),
  },
});

/** One officer screened in one run. A clean result is a result: it is deleted when the programme closes (reference 28). */
export const results = register('screening.results', {
  words: words('排查结果', 'Screening results'),
  record: words('名', 'officer screened'),
  key: ['run', 'officer'],
  date: 'screenedOn',
  unit: 'unit',
  officer: 'officer',
  policy: screeningWork,
  open: ['unit', 'screenedOn', 'reviewedOn'],
  columns: {
    run: ref('排查批次', 'Run', 'screening.runs', { aliases: ['批次编号'] }),
    officer: officer(),
    unit: unit(),
    screenedOn: date('排查日期', 'Screened on', { aliases: ['日期'] }),
    outcome: choice('比对结果', 'Outcome', {
      NO_MATCH: ['无匹配', 'No match'],
      MATCHED: ['有匹配', 'Matched'],
      NOT_SCREENABLE: ['信息不全', 'Could not be screened'],
    }),
    matchCount: integer('匹配条数', 'Matches', { optional: true }),
    reviewedBy: text('复核人', 'Reviewed by', { optional: true, mask: 'name' }),
    reviewedOn: date('复核日期', 'Reviewed on', { optional: true }),
  },
});

/** One enterprise register entry that matches an officer or a declared relative. It is a fact to look at, not a finding. */
export const matches = register('screening.matches', {
  words: words('匹配记录', 'Matches'),
  record: words('条', 'match'),
  key: ['number'],
  date: 'matchedOn',
  unit: 'unit',
  officer: 'officer',
  policy: screeningWork,
  open: ['unit', 'tier', 'matchedOn', 'state'],
  checks: [{ rule: 'onlyOnce', columns: ['run', 'officer', 'relation', 'enterpriseCode', 'role'] }],
  columns: {
    number: text('匹配编号', 'Match no.', { max: 60, aliases: ['编号'] }),
    run: ref('排查批次', 'Run', 'screening.runs', { aliases: ['批次编号'] }),
    officer: officer(),
    unit: unit(),
    // Of a relative only the relation is kept, and only when the officer declared it.
    relation: choice('关系', 'Relation', {
      SELF: ['本人', 'Self'],
      SPOUSE: ['配偶', 'Spouse'],
      CHILD: ['子女', 'Child'],
      CHILD_SPOUSE: ['子女配偶', "Child's spouse"],
    }),
    enterpriseCode: creditCode('统一社会信用代码', 'Credit code', { optional: true, aliases: ['信用代码'] }),
    enterpriseName: text('企业名称', 'Enterprise', { aliases: ['市场主体名称'] }),
    role: choice('登记身份', 'Role', {
      LEGAL_REPRESENTATIVE: ['法定代表人', 'Legal representative'],
      SHAREHOLDER: ['股东', 'Shareholder'],
      PARTNER: ['合伙人', 'Partner'],
      DIRECTOR: ['董事', 'Director'],
      SUPERVISOR: ['监事', 'Supervisor'],
      MANAGER: ['高级管理人员', 'Senior manager'],
      SOLE_TRADER: ['个体工商户经营者', 'Sole trader'],
      PAYEE: ['取得经营所得', 'Payee of business income'],
    }),
    roleFrom: date('任职(出资)起始日期', 'Role from', { optional: true }),
    roleTo: date('任职(出资)截止日期', 'Role to', { optional: true }),
    capital: decimal('认缴出资额(元)', 'Capital subscribed (yuan)', { optional: true, aliases: ['出资额'] }),
    enterpriseStatus: choice(
      '经营状态',
      'Status',
      {
        OPEN: ['存续', 'Open'],
        SUSPENDED: ['停业', 'Suspended'],
        REVOKED: ['吊销未注销', 'Revoked, not struck off'],
        STRUCK_OFF: ['注销', 'Struck off'],
      },
      { optional: true },
    ),
    tier: choice('匹配等级', 'Tier', {
      T1: ['身份证号一致', 'Same id number'],
      T2: ['姓名出生日期地区一致', 'Same name, birth date and region'],
    }),
    matchedOn: date('匹配日期', 'Matched on', { aliases: ['日期'] }),
    dropReason: text('排除理由', 'Reason dropped', { optional: true }),
    notifiedOn: date('告知日期', 'Notified on', { optional: true }),
    explainBy: date('说明时限', 'Explanation due on', { optional: true }),
    state: choice('状态', 'State', {
      IMPORTED: ['已导入', 'Imported'],
      MATCHED: ['已匹配', 'Matched'],
      TRIAGED: ['已初筛', 'Triaged'],
      NOTIFIED: ['已告知', 'Notified'],
      EXPLAINED: ['已说明', 'Explained'],
      VERIFIED: ['已核实', 'Verified'],
      CONCLUDED: ['已结论', 'Concluded'],
    }),
  },
});

/** What the officer says about a match. Nothing is concluded before it, or before its time has run out (reference 11). */
export const explanations = register('screening.explanations', {
  words: words('本人说明', 'Explanations'),
  record: words('份', 'explanation'),
  key: ['match', 'submittedOn'],
  date: 'submittedOn',
  unit: 'unit',
  officer: 'officer',
  policy: screeningWork,
  open: ['unit', 'submittedOn'],
  columns: {
    match: ref('匹配记录', 'Match', 'screening.matches', { aliases: ['匹配编号'] }),
    officer: officer(),
    unit: unit(),
    submittedOn: date('说明日期', 'Submitted on', { aliases: ['日期'] }),
    text: prose('说明内容', 'Explanation', { aliases: ['情况说明'] }),
    evidence: prose('佐证材料', 'Evidence', { optional: true }),
    identityMisused: yesNo('是否反映被冒名', 'Says the identity was misused', { optional: true }),
  },
});

/** A named person's decision on a match, with reasons and the way to appeal; never automatic (L16 art. 24). */
export const decisions = register('screening.decisions', {
  words: words('排查结论', 'Decisions'),
  record: words('件', 'decision'),
  key: ['match', 'decidedOn'],
  date: 'decidedOn',
  unit: 'unit',
  officer: 'officer',
  policy: {
    read: screeningWork.read,
    // The analyst who matched does not decide (reference 2.5).
    write: { DISCIPLINE_LIAISON: 'all' },
  },
  open: ['unit', 'conclusion', 'decidedOn'],
  columns: {
    match: ref('匹配记录', 'Match', 'screening.matches', { aliases: ['匹配编号'] }),
    officer: officer(),
    unit: unit(),
    conclusion: choice('结论', 'Conclusion', conclusions, { aliases: ['排查结论'] }),
    correction: choice(
      '纠正方式',
      'Correction',
      {
        RESIGNED: ['辞去职务', 'Resigned'],
        SHARES_TRANSFERRED: ['转让股份', 'Shares transferred'],
        STRUCK_OFF: ['注销', 'Struck off'],
        LEFT_BUSINESS: ['退出经营', 'Left the business'],
      },
      { optional: true },
    ),
    correctionProof: prose('纠正证明', 'Proof of correction', { optional: true }),
    measure: prose('处理意见', 'Measure', { optional: true }),
    reasons: prose('理由', 'Reasons'),
    remedies: prose('救济途径', 'Remedies', { optional: true }),
    decidedBy: text('决定人', 'Decided by', { mask: 'name' }),
    decidedOn: date('决定日期', 'Decided on', { aliases: ['日期'] }),
    clue: ref('转出线索', 'Clue opened', 'clues.clues', { optional: true }),
  },
});

/**
 * Enterprises as a department's register holds them (reference 11): what officers are later held against. Capital and kind
 * stay as the source writes them, for sources write them in many ways.
 */
export const enterprises = register('screening.enterprises', {
  words: words('企业登记信息', 'Enterprises'),
  record: words('户', 'enterprise'),
  key: ['code'],
  date: 'registeredOn',
  policy: sourceWork,
  lookup: ['name'],
  title: 'name',
  columns: {
    code: creditCode('统一社会信用代码', 'Credit code', { aliases: ['信用代码', '社会信用代码'] }),
    name: text('企业名称', 'Name', { aliases: ['名称', '市场主体名称'] }),
    kind: text('企业类型', 'Kind', { optional: true, aliases: ['主体类型'] }),
    registeredOn: date('注册日期', 'Registered on', { optional: true, aliases: ['成立日期', '登记日期'] }),
    legalRepresentative: text('法定代表人', 'Legal representative', {
      optional: true,
      mask: 'name',
      aliases: ['负责人', '经营者'],
    }),
    capital: text('注册资金', 'Capital', { optional: true, aliases: ['注册资本'] }),
    scope: prose('经营范围', 'Business scope', { optional: true }),
    province: text('所在省份', 'Province', { optional: true, max: 40, aliases: ['省份'] }),
    region: text('地区', 'Region', { optional: true, max: 60, aliases: ['城市', '所在地区'] }),
    address: text('注册地址', 'Address', { optional: true, max: 400, mask: 'address', aliases: ['住所', '地址'] }),
  },
});
