import { mediationWork, officeWork, type Policy, unitWork } from '../../platform/access/policies.ts';
import {
  choice,
  date,
  decimal,
  integer,
  mobile,
  prose,
  ref,
  text,
  time,
  yesNo,
} from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { words } from '../../platform/words.ts';

/** Whoever receives a matter must be able to name the bodies that mediate (L23 art. 18). */
const organisationWork: Policy = { read: officeWork.read, write: { ...unitWork.write, MEDIATOR: 'unit' } };

/** Ways to settle a dispute (reference 18). */
const routes = {
  SETTLEMENT: ['和解', 'Settlement'],
  PEOPLES_MEDIATION: ['人民调解', "People's mediation"],
  ADMINISTRATIVE_MEDIATION: ['行政调解', 'Administrative mediation'],
  JUDICIAL_MEDIATION: ['司法调解', 'Judicial mediation'],
  INDUSTRY_MEDIATION: ['行业调解', 'Industry mediation'],
  COMMERCIAL_MEDIATION: ['商事调解', 'Commercial mediation'],
  ADMINISTRATIVE_RULING: ['行政裁决', 'Administrative ruling'],
  ADMINISTRATIVE_REVIEW: ['行政复议', 'Administrative review'],
  ARBITRATION: ['仲裁', 'Arbitration'],
  NOTARY: ['公证', 'Notarised enforceable debt'],
  COURT: ['诉讼', 'Court'],
} as const;

/** Bodies that mediate. */
export const organisations = register('mediation.organisations', {
  words: words('调解组织', 'Mediation bodies'),
  record: words('个', 'body'),
  key: ['code'],
  date: 'establishedOn',
  ends: 'closedOn',
  unit: 'unit',
  policy: organisationWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'kind', 'unit', 'members', 'establishedOn'],
  columns: {
    code: text('组织编码', 'Code', { max: 40, aliases: ['编码', '调解组织编号'] }),
    name: text('组织名称', 'Name', { aliases: ['名称', '调解委员会名称', '调解组织'] }),
    kind: choice('组织类别', 'Kind', {
      PEOPLES: ['人民调解委员会', "People's mediation committee"],
      ADMINISTRATIVE: ['行政调解组织', 'Administrative'],
      INDUSTRY: ['行业性专业性调解组织', 'Of an industry'],
      COMMERCIAL: ['商事调解组织', 'Commercial'],
      COURT: ['法院特邀调解组织', 'Invited by a court'],
    }),
    unit: ref('指导单位', 'Unit', 'organisation.units', { aliases: ['单位', '主管单位'] }),
    // A committee has three to nine members for three years, women among them (L2 art. 8, 9).
    members: integer('成员人数', 'Members', { optional: true, aliases: ['委员人数', '调解员人数'] }),
    womenMembers: integer('女性成员人数', 'Women among them', { optional: true }),
    termEndsOn: date('任期届满日期', 'Term ends on', { optional: true }),
    establishedOn: date('成立日期', 'Established on', { optional: true }),
    closedOn: date('撤销日期', 'Closed on', { optional: true }),
  },
});

/** One dispute handed in. Parties are those who handed it in and whom they named, with nothing beyond (reference 18). */
export const disputes = register('mediation.disputes', {
  words: words('矛盾纠纷', 'Disputes'),
  record: words('件', 'dispute'),
  key: ['number'],
  date: 'submittedAt',
  unit: 'unit',
  policy: mediationWork,
  open: ['kind', 'channel', 'unit', 'organisation', 'submittedAt', 'state'],
  columns: {
    number: text('纠纷编号', 'Dispute no.', { max: 60, aliases: ['编号', '案件编号', '调解编号'] }),
    channel: choice(
      '申请渠道',
      'Channel',
      {
        WINDOW: ['窗口', 'Window'],
        SCAN: ['扫码', 'Scanned code'],
        WEB: ['网站', 'Web'],
        COURT: ['法院委派委托', 'Sent by a court'],
        POLICE: ['公安移交', 'Sent by the police'],
        HOTLINE: ['热线转办', 'Sent by the hotline'],
        VISIT: ['排查发现', 'Found at a visit'],
      },
      { aliases: ['渠道', '来源', '纠纷来源'] },
    ),
    submittedAt: time('申请时间', 'Submitted at', { aliases: ['受理时间', '登记时间', '日期'] }),
    unit: ref('受理单位', 'Unit', 'organisation.units', { aliases: ['单位', '登记单位'] }),
    applicantName: text('申请人', 'Applicant', { mask: 'name', max: 100, aliases: ['申请人姓名', '当事人甲'] }),
    applicantMobile: mobile('申请人电话', "Applicant's mobile", { optional: true, aliases: ['联系电话'] }),
    respondentName: text('被申请人', 'Respondent', { mask: 'name', max: 100, aliases: ['被申请人姓名', '当事人乙'] }),
    respondentMobile: mobile('被申请人电话', "Respondent's mobile", { optional: true }),
    parties: integer('当事人数', 'Number of parties', { optional: true, aliases: ['涉及人数'] }),
    kind: choice(
      '纠纷类型',
      'Kind',
      {
        NEIGHBOUR: ['邻里纠纷', 'Neighbours'],
        FAMILY: ['婚姻家庭', 'Family'],
        LABOUR: ['劳动争议', 'Labour'],
        CONSUMER: ['消费纠纷', 'Consumer'],
        TRAFFIC: ['道路交通', 'Traffic'],
        MEDICAL: ['医疗纠纷', 'Medical'],
        PROPERTY_MANAGEMENT: ['物业纠纷', 'Property management'],
        LOAN: ['民间借贷', 'Loan'],
        CONSTRUCTION: ['建设工程', 'Construction'],
        IP: ['知识产权', 'Intellectual property'],
        LAND: ['土地房屋', 'Land and housing'],
        OTHER: ['其他', 'Other'],
      },
      { aliases: ['类型', '纠纷类别'] },
    ),
    facts: prose('纠纷事实', 'Facts', { aliases: ['纠纷简要情况', '事实经过', '内容'] }),
    claims: prose('诉求', 'Claims', { optional: true, aliases: ['请求事项'] }),
    amount: decimal('涉及金额(元)', 'Amount (yuan)', { optional: true, aliases: ['涉案金额', '标的额'] }),
    risk: yesNo('是否有激化风险', 'Risk of escalation', { optional: true, aliases: ['风险'] }),
    route: choice('分流途径', 'Route', routes, { optional: true, aliases: ['化解途径'] }),
    // Mediation only with the consent of both (L23 art. 40).
    applicantConsentOn: date('申请人同意日期', 'Applicant agreed on', { optional: true }),
    respondentConsentOn: date('被申请人同意日期', 'Respondent agreed on', { optional: true }),
    organisation: ref('调解组织', 'Mediation body', 'mediation.organisations', {
      optional: true,
      aliases: ['调解委员会'],
    }),
    mediator: text('调解员', 'Mediator', { optional: true, max: 60, mask: 'name', aliases: ['承办调解员'] }),
    dueOn: date('调解期限', 'Due on', { optional: true, aliases: ['办理期限'] }),
    extendedByConsentTo: date('经同意延长至', 'Extended by consent to', { optional: true, aliases: ['延长期限'] }),
    endedOn: date('调解结束日期', 'Ended on', { optional: true, aliases: ['办结日期'] }),
    failureReason: prose('未达成原因', 'Reason of failure', { optional: true, aliases: ['调解不成原因'] }),
    otherRoutesTold: yesNo('已告知其他途径', 'Told of other routes', { optional: true }),
    state: choice('状态', 'State', {
      SUBMITTED: ['已申请', 'Submitted'],
      TRIAGED: ['已分流', 'Triaged'],
      CONSENT: ['双方同意', 'Both agreed to mediate'],
      ASSIGNED: ['已指派', 'Assigned'],
      IN_MEDIATION: ['调解中', 'In mediation'],
      AGREED: ['达成协议', 'Agreed'],
      FAILED: ['调解不成', 'Failed'],
      WITHDRAWN: ['已撤回', 'Withdrawn'],
      CONFIRMATION_REQUESTED: ['申请司法确认', 'Confirmation requested'],
      CONFIRMED: ['已司法确认', 'Confirmed'],
      REFUSED: ['不予确认', 'Confirmation refused'],
      PERFORMED: ['已履行', 'Performed'],
      BREACHED: ['未履行', 'Breached'],
      ARCHIVED: ['已归档', 'Archived'],
    }),
  },
});

/** One session of one dispute, with its record (调解笔录). */
export const sessions = register('mediation.sessions', {
  words: words('调解记录', 'Sessions'),
  record: words('次', 'session'),
  key: ['number'],
  date: 'heldAt',
  unit: 'unit',
  policy: mediationWork,
  open: ['dispute', 'unit', 'heldAt', 'outcome'],
  checks: [{ rule: 'onlyOnce', columns: ['dispute', 'heldAt'] }],
  columns: {
    number: text('调解记录编号', 'Session no.', { max: 60, aliases: ['编号', '笔录编号'] }),
    dispute: ref('纠纷', 'Dispute', 'mediation.disputes', { aliases: ['纠纷编号'] }),
    unit: ref('受理单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    heldAt: time('调解时间', 'Held at', { aliases: ['日期', '时间'] }),
    place: text('调解地点', 'Place', { optional: true, aliases: ['地点'] }),
    mediator: text('调解员', 'Mediator', { optional: true, max: 60, mask: 'name' }),
    minutes: prose('调解笔录', 'Minutes', { optional: true, aliases: ['笔录内容'] }),
    outcome: choice('调解结果', 'Outcome', {
      CONTINUED: ['继续调解', 'To be continued'],
      AGREED: ['达成协议', 'Agreed'],
      FAILED: ['调解不成', 'Failed'],
      ABSENT: ['当事人未到', 'A party did not come'],
    }),
  },
});

/** The agreement, written or oral; an oral one is recorded (L2 art. 28 to 30). */
export const agreements = register('mediation.agreements', {
  words: words('调解协议', 'Agreements'),
  record: words('份', 'agreement'),
  key: ['number'],
  date: 'agreedOn',
  unit: 'unit',
  policy: mediationWork,
  open: ['dispute', 'unit', 'form', 'agreedOn', 'performBy', 'performance'],
  columns: {
    number: text('协议编号', 'Agreement no.', { max: 60, aliases: ['编号', '协议书编号'] }),
    dispute: ref('纠纷', 'Dispute', 'mediation.disputes', { aliases: ['纠纷编号'] }),
    unit: ref('受理单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    form: choice('协议形式', 'Form', { WRITTEN: ['书面', 'Written'], ORAL: ['口头', 'Oral, recorded'] }),
    terms: prose('协议内容', 'Terms', { aliases: ['协议条款', '内容'] }),
    way: text('履行方式', 'Way of performance', { optional: true }),
    amount: decimal('协议金额(元)', 'Amount (yuan)', { optional: true, aliases: ['金额'] }),
    agreedOn: date('达成日期', 'Agreed on', { aliases: ['签订日期', '日期'] }),
    performBy: date('履行期限', 'Perform by', { optional: true }),
    performedOn: date('履行日期', 'Performed on', { optional: true }),
    performance: choice(
      '履行情况',
      'Performance',
      {
        PENDING: ['待履行', 'Pending'],
        PARTLY: ['部分履行', 'Partly'],
        PERFORMED: ['已履行', 'Performed'],
        BREACHED: ['未履行', 'Breached'],
      },
      { optional: true },
    ),
  },
});

/** Judicial confirmation: asked for jointly, within 30 days of the agreement (L2 art. 33). */
export const confirmations = register('mediation.confirmations', {
  words: words('司法确认', 'Confirmations'),
  record: words('件', 'confirmation'),
  key: ['number'],
  date: 'requestedOn',
  unit: 'unit',
  policy: mediationWork,
  open: ['agreement', 'court', 'requestedOn', 'decidedOn', 'decision'],
  columns: {
    number: text('申请编号', 'Request no.', { max: 80, aliases: ['编号', '案号'] }),
    agreement: ref('调解协议', 'Agreement', 'mediation.agreements', { aliases: ['协议编号'] }),
    unit: ref('受理单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    court: ref('确认法院', 'Court', 'organisation.units', { aliases: ['法院', '管辖法院'] }),
    requestedOn: date('申请日期', 'Requested on', { aliases: ['日期'] }),
    acceptedOn: date('法院受理日期', 'Accepted on', { optional: true, aliases: ['受理日期'] }),
    decidedOn: date('裁定日期', 'Decided on', { optional: true }),
    decision: choice(
      '裁定结果',
      'Decision',
      {
        CONFIRMED: ['裁定有效', 'Confirmed'],
        REFUSED: ['驳回申请', 'Refused'],
        NOT_ACCEPTED: ['不予受理', 'Not accepted'],
        WITHDRAWN: ['撤回申请', 'Withdrawn'],
      },
      { optional: true },
    ),
    refusalReason: prose('驳回理由', 'Reason of refusal', { optional: true }),
  },
});
