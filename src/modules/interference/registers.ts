import { officeWork, type Policy, unitWork } from '../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, time, yesNo } from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { levels } from '../../platform/register/levels.ts';
import { words } from '../../platform/words.ts';

/**
 * Records of interference: supervision (督察), the discipline commission and the officer who recorded, nobody else. No unit
 * reaches them, because the person named may head the unit (reference 13: a separate store with its own access rights).
 */
const interferenceWork: Policy = {
  confidential: true,
  // No form and no workbook of anybody: the officer who recorded amends, the lifecycle moves, nothing else touches a record.
  handIn: [],
  read: { SUPERVISOR: 'all', DISCIPLINE_LIAISON: 'all', AUDITOR: 'all', OFFICER_SELF: 'own' },
  write: { SUPERVISOR: 'all', DISCIPLINE_LIAISON: 'all', OFFICER_SELF: 'own' },
};

/**
 * Counts of returns are the office's. The unit signs without reading its own: in a small unit it would tell its head that somebody
 * recorded, and who can only be one of few (reference 13: recorders are protected). Those who read the records read no counts
 * either: held against the own list, a count would tell whoever a record names that there is one.
 */
const returnWork: Policy = {
  handIn: ['OFFICE_DIRECTOR', 'OFFICE_STAFF'],
  read: { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all' },
  write: { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', UNIT_HEAD: 'unit' },
};

/** The three provisions (三个规定) themselves. */
export const provisions = register('interference.provisions', {
  words: words('三个规定', 'Provisions'),
  record: words('个', 'provision'),
  key: ['code'],
  date: 'issuedOn',
  policy: officeWork,
  lookup: ['name', 'shortName'],
  title: 'shortName',
  open: ['code', 'name', 'shortName', 'issuer', 'issuedOn'],
  columns: {
    code: text('规定编码', 'Code', { max: 40, aliases: ['编码', '规定代码'] }),
    name: text('规定全称', 'Name', { aliases: ['规定名称', '名称', '文件名称'] }),
    shortName: text('规定简称', 'Short name', { max: 60, aliases: ['简称'] }),
    issuer: text('制定机关', 'Issuer', { optional: true, aliases: ['发文机关', '印发单位'] }),
    issuedOn: date('印发日期', 'Issued on', { optional: true, aliases: ['发布日期'] }),
    duty: prose('记录报告要求', 'Duty to record', { optional: true, aliases: ['主要内容'] }),
  },
});

/** The record form (记录报告表): one act of asking, recorded by the officer who was asked (reference 13). */
export const records = register('interference.records', {
  words: words('干预过问记录', 'Interference records'),
  record: words('件', 'record'),
  key: ['number'],
  date: 'askedOn',
  unit: 'unit',
  officer: 'recorder',
  state: 'state',
  shielded: true,
  policy: interferenceWork,
  // Neither who asked, nor in which case, nor what: a published figure shows that it was recorded and how it was handled.
  open: ['provision', 'category', 'askedOn', 'state'],
  columns: {
    number: text('记录编号', 'Record no.', { max: 60, aliases: ['编号', '报告表编号'] }),
    provision: ref('适用规定', 'Provision', 'interference.provisions', {
      optional: true,
      aliases: ['规定', '填报依据'],
    }),
    recorder: ref('记录人', 'Recorder', 'organisation.officers', { aliases: ['填报人', '记录人编号', '警号'] }),
    unit: ref('记录人单位', "Recorder's unit", 'organisation.units', { aliases: ['单位', '填报单位'] }),
    askerName: text('干预过问人姓名', 'Person who asked', { mask: 'name', max: 60, aliases: ['过问人', '过问人姓名'] }),
    /** Chosen from the roster by the recorder: such an officer's accounts never reach the record. */
    askerOfficer: ref('干预过问人（花名册）', 'Person who asked, on the roster', 'organisation.officers', {
      optional: true,
    }),
    askerUnit: text('干预过问人单位', 'Unit of the person', { optional: true, aliases: ['过问人单位'] }),
    askerPost: text('干预过问人职务', 'Post of the person', { optional: true, max: 100, aliases: ['过问人职务'] }),
    relation: choice(
      '与案件关系',
      'Relation to the case',
      {
        LEADER: ['领导干部', 'Leading official'],
        INSIDER: ['司法机关内部人员', 'Insider of a judicial body'],
        PARTY: ['当事人', 'Party to the case'],
        LAWYER: ['律师', 'Lawyer'],
        RELATIVE: ['近亲属或特殊关系人', 'Relative or person of special relation'],
        INTERMEDIARY: ['中介组织人员', 'Intermediary'],
        OTHER: ['其他', 'Other'],
      },
      { aliases: ['过问人身份', '身份类别'] },
    ),
    onBehalfOf: text('代何人过问', 'On behalf of', { optional: true, aliases: ['受何人委托'] }),
    askedOn: date('干预过问日期', 'Asked on', { aliases: ['过问时间', '过问日期', '日期'] }),
    place: text('干预过问地点', 'Place', { optional: true, aliases: ['过问地点', '地点'] }),
    way: choice(
      '干预过问方式',
      'Way',
      {
        IN_PERSON: ['当面', 'In person'],
        PHONE: ['电话', 'By phone'],
        MESSAGE: ['短信微信等', 'By message'],
        LETTER: ['书面或函件', 'By letter'],
        MEETING: ['会议', 'At a meeting'],
        THIRD_PERSON: ['通过他人', 'Through a third person'],
      },
      { aliases: ['过问方式', '方式'] },
    ),
    caseNumber: text('案号', 'Case no.', { optional: true, max: 80, aliases: ['案件编号', '案件名称'] }),
    stage: choice(
      '诉讼环节',
      'Stage',
      {
        CLUE: ['线索核查', 'Clue check'],
        FILING: ['立案', 'Filing'],
        INVESTIGATION: ['侦查', 'Investigation'],
        PROSECUTION: ['审查起诉', 'Prosecution'],
        TRIAL: ['审判', 'Trial'],
        ENFORCEMENT: ['执行', 'Enforcement'],
        // Procuratorates record asking about personnel, projects and discipline matters too (reference 13).
        OTHER_MATTER: ['案件以外重大事项', 'Matter other than a case'],
      },
      { aliases: ['办案环节', '案件阶段'] },
    ),
    asked: prose('干预过问内容', 'What was asked', { aliases: ['过问内容', '内容'] }),
    answer: prose('答复情况', 'Answer given', { optional: true, aliases: ['记录人答复'] }),
    material: text('留存材料', 'Material kept', { optional: true, aliases: ['佐证材料'] }),
    witness: text('在场人', 'Witness', { optional: true, mask: 'name', aliases: ['证明人'] }),
    reportedOn: date('报告日期', 'Reported on', { optional: true, aliases: ['填报日期', '上报日期'] }),
    category: choice(
      '认定类别',
      'Category',
      {
        INTERFERENCE: ['干预插手', 'Interference'],
        INQUIRY: ['过问打听', 'Inquiry by an insider'],
        LAWFUL_SUPERVISION: ['依法监督', 'Lawful supervision'],
        CONDUCT_REPORT: ['反映干警作风', 'Report on conduct of staff'],
        IMPROPER_CONTACT: ['不当接触交往', 'Improper contact'],
        HARMLESS: ['一般了解进展', 'Harmless question'],
      },
      { optional: true, aliases: ['类别'] },
    ),
    addition: prose('补充情况', 'Added later', { optional: true }),
    filedAt: time('填报时间', 'Filed at', { optional: true }),
    lagDays: integer('填报间隔天数', 'Days from event to filing', { optional: true }),
    backFilled: yesNo('是否补录', 'Back-filled', { optional: true }),
    circularNumber: text('通报文号', 'Circular no.', { optional: true, max: 80 }),
    handling: prose('处理情况', 'Handling', { optional: true, aliases: ['处置结果'] }),
    state: choice('状态', 'State', {
      RECORDED: ['已记录', 'Recorded'],
      CLASSIFIED: ['已分类', 'Classified'],
      VERIFIED: ['已核实', 'Verified'],
      HARMLESS: ['不属干预，已了结', 'Harmless, closed'],
      INTERFERENCE: ['认定干预', 'Interference found'],
      CIRCULAR: ['已通报', 'Circulated'],
      ACCOUNTABILITY: ['已追责', 'Held accountable'],
    }),
  },
});

/** The periodic report of a unit, zero or not: a missing one is overdue, a long row of zeros is the warning (reference 13). */
export const nilReturns = register('interference.nilReturns', {
  words: words('三个规定填报情况', 'Periodic returns'),
  record: words('份', 'return'),
  key: ['unit', 'periodKind', 'periodStart'],
  date: 'submittedOn',
  unit: 'unit',
  policy: returnWork,
  apart: records,
  // Which unit had one record would out who recorded it, so counts of single units are never published.
  open: ['periodKind', 'periodStart', 'submittedOn'],
  columns: {
    unit: ref('填报单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    periodKind: choice('填报周期', 'Period', {
      MONTH: ['按月', 'Month'],
      QUARTER: ['按季度', 'Quarter'],
    }),
    periodStart: date('周期起始日', 'Period from', { aliases: ['填报月份', '填报季度', '起始日期'] }),
    isNil: yesNo('是否零报告', 'Zero report', { aliases: ['零报告'] }),
    recordCount: integer('填报件数', 'Records', { aliases: ['记录件数', '件数'] }),
    leaderCount: integer('领导干部干预件数', 'By leading officials', { optional: true }),
    insiderCount: integer('内部人员过问件数', 'By insiders', { optional: true }),
    contactCount: integer('不当接触交往件数', 'Improper contacts', { optional: true }),
    signedBy: text('签报人', 'Signed by', { optional: true, mask: 'name', aliases: ['负责人', '签字人'] }),
    dueOn: date('应报日期', 'Due on', { optional: true, aliases: ['截止日期'] }),
    signedAt: time('签报时间', 'Signed at', { optional: true }),
    entriesRoot: text('覆盖记录的默克尔根', 'Merkle root of the entries covered', { optional: true, max: 64 }),
    submittedOn: date('报送日期', 'Submitted on', { aliases: ['填报日期', '上报日期'] }),
  },
});

/** Members of the briefing team (宣讲团); the four heads (四长) lead it. */
export const teamMembers = register('interference.teamMembers', {
  words: words('宣讲团成员', 'Briefing team'),
  record: words('名', 'member'),
  key: ['officer', 'joinedOn'],
  date: 'joinedOn',
  ends: 'leftOn',
  unit: 'unit',
  policy: officeWork,
  open: ['role', 'level', 'unit', 'joinedOn'],
  columns: {
    officer: ref('宣讲人', 'Officer', 'organisation.officers', { aliases: ['成员', '干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    level: choice('宣讲团层级', 'Level', levels, { aliases: ['层级'] }),
    role: choice('成员身份', 'Role', {
      COURT_PRESIDENT: ['法院院长', 'President of the court'],
      CHIEF_PROCURATOR: ['检察长', 'Chief procurator'],
      POLICE_CHIEF: ['公安局长', 'Chief of police'],
      JUSTICE_BUREAU_CHIEF: ['司法局长', 'Chief of the justice bureau'],
      LECTURER: ['宣讲员', 'Lecturer'],
    }),
    joinedOn: date('加入日期', 'Joined on', { aliases: ['聘任日期'] }),
    leftOn: date('退出日期', 'Left on', { optional: true }),
  },
});

/** One briefing of Party and government officials: a head count, never a list of who came (name 101 of the report). */
export const briefings = register('interference.briefings', {
  words: words('三个规定宣讲', 'Briefings'),
  record: words('场次', 'briefing'),
  key: ['number'],
  date: 'heldOn',
  unit: 'unit',
  policy: unitWork,
  title: 'topic',
  open: ['unit', 'topic', 'heldOn', 'audience'],
  checks: [{ rule: 'onlyOnce', columns: ['heldOn', 'startsAt', 'place', 'topic'] }],
  columns: {
    number: text('宣讲编号', 'Briefing no.', { max: 40, aliases: ['编号'] }),
    unit: ref('组织单位', 'Unit', 'organisation.units', { aliases: ['单位', '填报单位'] }),
    topic: text('宣讲主题', 'Topic', { aliases: ['主题', '宣讲题目'] }),
    speaker: ref('宣讲人', 'Speaker', 'organisation.officers', { optional: true, aliases: ['主讲人', '宣讲人编号'] }),
    heldOn: date('宣讲日期', 'Held on', { aliases: ['日期', '时间'] }),
    startsAt: time('开始时间', 'Starts at', { optional: true }),
    place: text('宣讲地点', 'Place', { optional: true, aliases: ['地点'] }),
    audience: integer('听讲领导干部人数', 'Leading officials present', { aliases: ['听讲人数', '人数', '参加人数'] }),
    audiencePosts: text('听讲对象', 'Audience', { optional: true, aliases: ['对象', '听众范围'] }),
  },
});

/** Anonymous survey of awareness and support: counts only, no answer sheet and no person (name 102 of the report). */
export const surveys = register('interference.surveys', {
  words: words('知晓率和支持度调查', 'Awareness surveys'),
  record: words('次', 'survey'),
  key: ['number'],
  date: 'surveyedOn',
  unit: 'unit',
  policy: unitWork,
  open: ['unit', 'surveyedOn', 'answers', 'aware', 'supportive'],
  columns: {
    number: text('调查编号', 'Survey no.', { max: 40, aliases: ['编号'] }),
    unit: ref('调查单位', 'Unit', 'organisation.units', { aliases: ['单位', '填报单位'] }),
    surveyedOn: date('调查日期', 'Surveyed on', { aliases: ['日期'] }),
    audience: text('调查对象', 'Surveyed', { optional: true, aliases: ['对象'] }),
    method: text('调查方式', 'Method', { optional: true, aliases: ['方式'] }),
    answers: integer('有效答卷数', 'Valid answers', { aliases: ['有效问卷', '有效份数'] }),
    aware: integer('知晓人数', 'Aware', { aliases: ['知晓数'] }),
    supportive: integer('支持人数', 'Supportive', { aliases: ['支持数'] }),
  },
});

/** One round of the anonymous survey: how many one-time codes were printed. Answers are kept as tallies only, in no register. */
export const surveyRounds = register('interference.surveyRounds', {
  words: words('调查轮次', 'Survey rounds'),
  record: words('轮', 'round'),
  key: ['number'],
  date: 'openedOn',
  unit: 'unit',
  kept: true,
  policy: unitWork,
  columns: {
    number: text('调查编号', 'Survey no.', { max: 40 }),
    unit: ref('调查单位', 'Unit', 'organisation.units'),
    openedOn: date('开始日期', 'Opened on'),
    closesOn: date('截止日期', 'Closes on'),
    codes: integer('发放编码数', 'Codes handed out'),
  },
});
