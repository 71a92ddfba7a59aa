import { officerFile, officeWork, type Policy, unitWork } from '../../platform/access/policies.ts';
import { choice, citizenId, date, mobile, prose, ref, text, yesNo } from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { levels } from '../../platform/register/levels.ts';
import { words } from '../../platform/words.ts';

/** The roster: clue desk, reviewers, screeners and approvers must be able to name an officer; handlers see only matters. */
const roster: Policy = {
  read: {
    ...officerFile.read,
    CLUE_MANAGER: 'all',
    APPROVER: 'all',
    SCREENING_ANALYST: 'all',
    SECRECY_REVIEWER: 'all',
    CASE_HANDLER: 'own',
  },
  write: officerFile.write,
};

/** The systems of reference 3.1. Of state security the unit's name is kept and nothing else. */
const systems = {
  LEGAL_AFFAIRS_COMMITTEE: ['政法委', 'Party legal-affairs committee'],
  COURT: ['法院', 'Court'],
  PROCURATORATE: ['检察院', 'Procuratorate'],
  POLICE: ['公安', 'Police'],
  JUSTICE_BUREAU: ['司法行政', 'Justice bureau'],
  PRISON: ['监狱', 'Prison'],
  REHABILITATION: ['戒毒所', 'Rehabilitation centre'],
  STATE_SECURITY: ['国家安全', 'State security'],
  SPECIAL_COURT: ['专门法院', 'Special court'],
  OTHER: ['其他', 'Other'],
} as const;

/** The unit tree (reference 3.1): administrative parent and, beside it, the parent of the business line (条线). */
export const units = register('organisation.units', {
  words: words('单位', 'Units'),
  record: words('个', 'unit'),
  key: ['code'],
  date: 'activeFrom',
  ends: 'activeTo',
  policy: officeWork,
  lookup: ['name', 'shortName'],
  title: 'name',
  open: ['name', 'system', 'level', 'regionCode'],
  columns: {
    code: text('单位编码', 'Unit code', { max: 40, aliases: ['单位代码', '机构编码'] }),
    name: text('单位名称', 'Name', { aliases: ['单位全称', '机构名称', '名称'] }),
    shortName: text('单位简称', 'Short name', { max: 40, aliases: ['简称'] }),
    system: choice('系统', 'System', systems, { aliases: ['所属系统', '单位类别'] }),
    level: choice('层级', 'Level', levels, { aliases: ['单位层级', '级别'] }),
    regionCode: text('行政区划代码', 'Region code', { max: 6, aliases: ['区划代码', '行政区划'] }),
    parent: ref('上级单位', 'Parent unit', 'organisation.units', { optional: true, aliases: ['主管单位'] }),
    lineParent: ref('条线上级单位', 'Parent in the line', 'organisation.units', { optional: true }),
    inScope: yesNo('是否参加教育整顿', 'In the programme', { aliases: ['是否参训单位', '纳入教育整顿'] }),
    activeFrom: date('启用日期', 'Active from', { optional: true, aliases: ['成立日期'] }),
    activeTo: date('停用日期', 'Active to', { optional: true, aliases: ['撤销日期'] }),
  },
});

/** Officers on the payroll of those units (reference 3.2). Auxiliary police are not counted. */
export const officers = register('organisation.officers', {
  words: words('政法干警', 'Officers'),
  record: words('名', 'officer'),
  key: ['officerNo'],
  date: 'joinedOn',
  ends: 'leftOn',
  unit: 'unit',
  officer: 'record',
  policy: roster,
  // A name is never unique (reference 2.1), so a cell names an officer by number only.
  title: 'name',
  open: ['unit', 'staffKind', 'isTeamMember', 'isPrincipalLeader'],
  columns: {
    officerNo: text('干警编号', 'Officer no.', { max: 40, aliases: ['警号', '工号', '人员编号', '证件号'] }),
    name: text('姓名', 'Name', { max: 40, mask: 'name', aliases: ['干警姓名'] }),
    gender: choice('性别', 'Gender', { MALE: ['男', 'Male'], FEMALE: ['女', 'Female'] }),
    birthDate: date('出生日期', 'Born on', { optional: true, aliases: ['出生年月'] }),
    idNo: citizenId('公民身份号码', 'Citizen id', { optional: true, aliases: ['身份证号', '身份证号码'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位', '工作单位'] }),
    department: text('所在部门', 'Department', { optional: true, max: 100, aliases: ['部门', '内设机构'] }),
    post: text('职务', 'Post', { optional: true, max: 100, aliases: ['现任职务'] }),
    leadershipLevel: choice(
      '领导职务层次',
      'Leadership level',
      {
        PROVINCIAL_CHIEF: ['省部级正职', 'Provincial level, chief'],
        PROVINCIAL_DEPUTY: ['省部级副职', 'Provincial level, deputy'],
        BUREAU_CHIEF: ['厅局级正职', 'Bureau level, chief'],
        BUREAU_DEPUTY: ['厅局级副职', 'Bureau level, deputy'],
        COUNTY_CHIEF: ['县处级正职', 'County level, chief'],
        COUNTY_DEPUTY: ['县处级副职', 'County level, deputy'],
        TOWNSHIP_CHIEF: ['乡科级正职', 'Township level, chief'],
        TOWNSHIP_DEPUTY: ['乡科级副职', 'Township level, deputy'],
      },
      { optional: true, aliases: ['职务层次'] },
    ),
    // Civil servants, police and technical staff have different series of ranks, so this is text.
    rank: text('职级', 'Rank', { optional: true, max: 40 }),
    policeRank: choice(
      '警衔',
      'Police rank',
      {
        COMMISSIONER_GENERAL: ['总警监', 'Commissioner general'],
        DEPUTY_COMMISSIONER_GENERAL: ['副总警监', 'Deputy commissioner general'],
        COMMISSIONER_1: ['一级警监', 'Commissioner, first class'],
        COMMISSIONER_2: ['二级警监', 'Commissioner, second class'],
        COMMISSIONER_3: ['三级警监', 'Commissioner, third class'],
        SUPERVISOR_1: ['一级警督', 'Supervisor, first class'],
        SUPERVISOR_2: ['二级警督', 'Supervisor, second class'],
        SUPERVISOR_3: ['三级警督', 'Supervisor, third class'],
        SUPERINTENDENT_1: ['一级警司', 'Superintendent, first class'],
        SUPERINTENDENT_2: ['二级警司', 'Superintendent, second class'],
        SUPERINTENDENT_3: ['三级警司', 'Superintendent, third class'],
        CONSTABLE_1: ['一级警员', 'Constable, first class'],
        CONSTABLE_2: ['二级警员', 'Constable, second class'],
      },
      { optional: true },
    ),
    judgeGrade: choice(
      '法官检察官等级',
      'Grade of judge or procurator',
      {
        CHIEF: ['首席大法官(检察官)', 'Chief justice or procurator'],
        GRAND_1: ['一级大法官(检察官)', 'Grand justice or procurator, first grade'],
        GRAND_2: ['二级大法官(检察官)', 'Grand justice or procurator, second grade'],
        SENIOR_1: ['一级高级法官(检察官)', 'Senior, first grade'],
        SENIOR_2: ['二级高级法官(检察官)', 'Senior, second grade'],
        SENIOR_3: ['三级高级法官(检察官)', 'Senior, third grade'],
        SENIOR_4: ['四级高级法官(检察官)', 'Senior, fourth grade'],
        GRADE_1: ['一级法官(检察官)', 'First grade'],
        GRADE_2: ['二级法官(检察官)', 'Second grade'],
        GRADE_3: ['三级法官(检察官)', 'Third grade'],
        GRADE_4: ['四级法官(检察官)', 'Fourth grade'],
        GRADE_5: ['五级法官(检察官)', 'Fifth grade'],
      },
      { optional: true, aliases: ['法官等级', '检察官等级'] },
    ),
    staffKind: choice(
      '编制类别',
      'Staff kind',
      {
        CIVIL_SERVANT: ['公务员', 'Civil servant'],
        INSTITUTION: ['事业编制', 'Public institution'],
        WORKER: ['工勤人员', 'Worker'],
      },
      { aliases: ['人员类别', '编制'] },
    ),
    isPartyMember: yesNo('是否中共党员', 'Party member', { aliases: ['是否党员'] }),
    isTeamMember: yesNo('是否领导班子成员', 'Member of the leadership team', { aliases: ['班子成员', '是否班子成员'] }),
    isPrincipalLeader: yesNo('是否主要负责同志', 'Principal leader', { aliases: ['主要负责人', '一把手'] }),
    keyPost: yesNo('是否重点岗位', 'Key post', { optional: true, aliases: ['重点岗位'] }),
    joinedOn: date('参加政法工作日期', 'Joined on', { optional: true, aliases: ['入职日期', '到岗日期'] }),
    status: choice(
      '在职状态',
      'Status',
      {
        IN_POST: ['在职', 'In post'],
        SECONDED: ['借调', 'Seconded'],
        LEFT: ['离任', 'Left'],
        RETIRED: ['退休', 'Retired'],
      },
      { aliases: ['状态', '人员状态'] },
    ),
    leftOn: date('离任日期', 'Left on', { optional: true, aliases: ['离职日期', '退休日期'] }),
    leftReason: text('离任原因', 'Reason for leaving', { optional: true }),
    mobile: mobile('手机号码', 'Mobile', { optional: true, aliases: ['手机', '联系电话'] }),
  },
});

/** Who takes part in the programme, and for which unit: the base of every coverage rate (reference 3.2). */
export const enrolments = register('organisation.enrolments', {
  words: words('参训登记', 'Enrolments'),
  record: words('名', 'officer enrolled'),
  key: ['officer', 'enrolledOn'],
  date: 'enrolledOn',
  ends: 'endedOn',
  unit: 'unit',
  officer: 'officer',
  policy: { read: { ...officerFile.read, SCREENING_ANALYST: 'all' }, write: officerFile.write },
  open: ['unit', 'enrolledOn'],
  columns: {
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('参训单位', 'Unit', 'organisation.units', { aliases: ['单位', '所在单位'] }),
    enrolledOn: date('参训日期', 'Enrolled on', { aliases: ['登记日期'] }),
    endedOn: date('退出日期', 'Ended on', { optional: true }),
    exemptReason: text('免训原因', 'Reason for exemption', { optional: true, aliases: ['未参训原因'] }),
  },
});

/** The leading body of one unit. Its head must be the unit's principal leader (reference 3.3); the figure checks it. */
export const leadingBodies = register('organisation.leadingBodies', {
  words: words('领导机构', 'Leading bodies'),
  record: words('个', 'leading body'),
  key: ['unit', 'name'],
  date: 'establishedOn',
  ends: 'dissolvedOn',
  unit: 'unit',
  policy: unitWork,
  title: 'name',
  open: ['unit', 'name', 'establishedOn', 'documentNumber'],
  columns: {
    unit: ref('单位', 'Unit', 'organisation.units', { aliases: ['成立单位'] }),
    name: text('领导机构名称', 'Name', { aliases: ['领导小组名称', '名称'] }),
    head: ref('组长', 'Head', 'organisation.officers', { aliases: ['组长编号', '组长警号'] }),
    headPost: text('组长职务', "Head's post", { optional: true, max: 100 }),
    deputies: prose('副组长', 'Deputies', { optional: true }),
    members: prose('成员', 'Members', { optional: true, aliases: ['组成人员'] }),
    office: text('办公室设在', 'Office at', { optional: true }),
    establishedOn: date('成立日期', 'Established on', { aliases: ['成立时间'] }),
    dissolvedOn: date('撤销日期', 'Dissolved on', { optional: true }),
    documentNumber: text('成立文件文号', 'Document no.', { optional: true, max: 60, aliases: ['文号', '发文字号'] }),
  },
});

/** Departments that work in the leading group beside the legal-affairs units (reference 3.3), city and districts. */
export const memberDepartments = register('organisation.memberDepartments', {
  words: words('成员部门', 'Member departments'),
  record: words('个', 'department'),
  key: ['code'],
  date: 'joinedOn',
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'kind', 'level', 'regionCode'],
  columns: {
    code: text('部门编码', 'Code', { max: 40, aliases: ['部门代码'] }),
    name: text('部门名称', 'Name', { aliases: ['名称', '成员单位'] }),
    kind: choice('部门类别', 'Kind', {
      DISCIPLINE: ['纪委监委', 'Discipline commission'],
      ORGANISATION: ['组织部门', 'Organisation department'],
      PUBLICITY: ['宣传部门', 'Publicity department'],
      LEGAL_AFFAIRS: ['政法单位', 'Legal-affairs unit'],
      OTHER: ['其他部门', 'Other department'],
    }),
    level: choice('层级', 'Level', levels),
    regionCode: text('行政区划代码', 'Region code', { max: 6, aliases: ['区划代码'] }),
    duty: prose('职责分工', 'Duty', { optional: true, aliases: ['职责'] }),
    joinedOn: date('加入日期', 'Joined on', { optional: true }),
  },
});

/** Working groups of a programme office (工作组, 专项组). */
export const workingGroups = register('organisation.workingGroups', {
  words: words('工作组', 'Working groups'),
  record: words('个', 'group'),
  key: ['unit', 'name'],
  date: 'establishedOn',
  ends: 'dissolvedOn',
  unit: 'unit',
  policy: unitWork,
  title: 'name',
  open: ['unit', 'name', 'kind', 'establishedOn'],
  columns: {
    unit: ref('所属单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    name: text('工作组名称', 'Name', { aliases: ['组别', '专项组名称'] }),
    kind: choice('工作组类别', 'Kind', {
      GENERAL: ['综合组', 'General'],
      EDUCATION: ['学习教育组', 'Education'],
      RECTIFICATION: ['查纠整改组', 'Rectification'],
      CLUES: ['线索核查组', 'Clue verification'],
      PUBLICITY: ['宣传组', 'Publicity'],
      SUPERVISION: ['督导组', 'Supervision'],
      OTHER: ['其他', 'Other'],
    }),
    head: ref('组长', 'Head', 'organisation.officers', { optional: true }),
    members: prose('成员', 'Members', { optional: true }),
    establishedOn: date('成立日期', 'Established on', { optional: true }),
    dissolvedOn: date('撤销日期', 'Dissolved on', { optional: true }),
  },
});

/** The liaison officer of each unit towards the programme office. */
export const liaisonOfficers = register('organisation.liaisonOfficers', {
  words: words('联络员', 'Liaison officers'),
  record: words('名', 'liaison officer'),
  key: ['unit', 'officer', 'appointedOn'],
  date: 'appointedOn',
  ends: 'endedOn',
  unit: 'unit',
  officer: 'officer',
  policy: officerFile,
  open: ['unit', 'appointedOn'],
  columns: {
    unit: ref('单位', 'Unit', 'organisation.units'),
    officer: ref('联络员', 'Liaison officer', 'organisation.officers', { aliases: ['干警编号', '联络员编号'] }),
    appointedOn: date('确定日期', 'Appointed on', { aliases: ['任命日期'] }),
    endedOn: date('更换日期', 'Ended on', { optional: true }),
    note: prose('备注', 'Note', { optional: true }),
  },
});

/** Collectives and officers honoured; publicity counts once the media item is named (names 41 to 43 of the report). */
export const honours = register('organisation.honours', {
  words: words('先进典型', 'Honours'),
  record: words('个', 'honour'),
  key: ['number'],
  date: 'awardedOn',
  unit: 'unit',
  officer: 'officer',
  policy: officerFile,
  title: 'title',
  open: ['kind', 'unit', 'collective', 'title', 'awardedOn', 'publicisedOn', 'media', 'url'],
  columns: {
    number: text('表彰编号', 'Honour no.', { max: 40, aliases: ['编号'] }),
    kind: choice('类别', 'Kind', {
      COLLECTIVE: ['先进集体', 'Collective'],
      INDIVIDUAL: ['先进个人', 'Individual'],
    }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位', '推荐单位'] }),
    collective: text('集体名称', 'Collective', { optional: true, aliases: ['先进集体名称'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { optional: true, aliases: ['个人编号', '警号'] }),
    title: text('荣誉称号', 'Honour', { aliases: ['表彰名称', '称号'] }),
    awardedBy: text('授予单位', 'Awarded by', { optional: true, aliases: ['表彰机关'] }),
    awardedOn: date('授予日期', 'Awarded on', { aliases: ['表彰日期'] }),
    publicised: yesNo('是否宣传报道', 'Publicised', { aliases: ['是否报道'] }),
    publicisedOn: date('报道日期', 'Publicised on', { optional: true }),
    media: text('报道媒体', 'Media', { optional: true, aliases: ['媒体'] }),
    url: text('报道链接', 'Link', { optional: true, max: 500, aliases: ['链接'] }),
    deeds: prose('先进事迹', 'Deeds', { optional: true, aliases: ['事迹摘要'] }),
  },
});

export { deskKeys } from './registers/desk-keys.ts';
