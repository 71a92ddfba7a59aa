import { officeWork, type Policy, unitWork } from '../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text } from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { levels } from '../../platform/register/levels.ts';
import { words } from '../../platform/words.ts';

/** A unit reads what was found at it but never writes it: the group or the office does (reference 2.5). */
const supervisionWork: Policy = {
  read: unitWork.read,
  write: { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', SUPERVISOR: 'all' },
};

/** What a group does towards the city may concern single clues, and names no unit: the units hear of it by circular. */
const groupWork: Policy = {
  read: {
    OFFICE_DIRECTOR: 'all',
    OFFICE_STAFF: 'all',
    AUDITOR: 'all',
    PRESS_EDITOR: 'all',
    DISCIPLINE_LIAISON: 'all',
    SUPERVISOR: 'all',
  },
  write: supervisionWork.write,
};

/** What a group tells the whole city, everybody on the programme may know. */
const toldToAll: Policy = { read: officeWork.read, write: supervisionWork.write };

/** Groups sent from above (reference 8). */
export const groups = register('supervision.groups', {
  words: words('督导组', 'Supervision groups'),
  record: words('个', 'group'),
  key: ['level', 'number'],
  date: 'from',
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'level', 'number', 'from', 'to'],
  columns: {
    level: choice('层级', 'Level', levels),
    number: integer('组号', 'Group no.', { aliases: ['组别', '编号'] }),
    name: text('督导组名称', 'Name', { aliases: ['名称', '指导组名称'] }),
    unitsCovered: prose('督导范围', 'Units covered', { optional: true, aliases: ['督导单位'] }),
    from: date('进驻日期', 'From', { aliases: ['起始日期'] }),
    to: date('撤离日期', 'To', { optional: true, aliases: ['结束日期'] }),
  },
});

/** What a group did towards the city: four kinds are named in the report (names 22 to 25). */
export const actions = register('supervision.actions', {
  words: words('督导工作', 'Actions of groups'),
  record: words('次', 'action'),
  key: ['number'],
  date: 'actedOn',
  policy: groupWork,
  open: ['group', 'kind', 'actedOn'],
  columns: {
    number: text('工作编号', 'Action no.', { max: 40, aliases: ['编号'] }),
    group: ref('督导组', 'Group', 'supervision.groups', { aliases: ['指导组'] }),
    kind: choice('工作方式', 'Kind', {
      DISPATCH: ['调度督办', 'Dispatch and follow-up'],
      CLUE_TRANSFER: ['移送线索', 'Transfer of clues'],
      FIELD: ['下沉督导', 'Field supervision'],
      CIRCULAR: ['通报情况', 'Circular'],
    }),
    actedOn: date('日期', 'Acted on', { aliases: ['时间', '工作日期'] }),
    content: prose('工作内容', 'Content', { optional: true, aliases: ['内容'] }),
  },
});

/** One visit by one team to one unit on one occasion; a day at three units is three visits (reference 2.1, 8). */
export const visits = register('supervision.visits', {
  words: words('实地督导', 'Supervision visits'),
  record: words('次', 'visit'),
  key: ['number'],
  date: 'heldOn',
  unit: 'unit',
  policy: supervisionWork,
  open: ['unit', 'kind', 'heldOn', 'feedbackOn', 'state'],
  checks: [{ rule: 'onlyOnce', columns: ['team', 'unit', 'kind', 'heldOn'] }],
  columns: {
    number: text('督导编号', 'Visit no.', { max: 40, aliases: ['编号'] }),
    team: text('督导组别', 'Team', { aliases: ['督导小组', '带队组'] }),
    group: ref('上级督导组', 'Group from above', 'supervision.groups', { optional: true }),
    unit: ref('被督导单位', 'Unit visited', 'organisation.units', { aliases: ['单位', '督导单位'] }),
    kind: choice(
      '督导方式',
      'Kind',
      {
        POINT_TO_POINT_ON_SITE: ['点对点实地督导', 'Point-to-point, on site'],
        FIELD: ['下沉督导', 'Field supervision'],
        SECRET: ['暗访', 'Unannounced visit'],
        LOOK_BACK: ['回头看', 'Look-back'],
      },
      { aliases: ['督导类型'] },
    ),
    heldOn: date('督导日期', 'Held on', { aliases: ['日期', '时间', '督导时间'] }),
    leader: text('带队人', 'Leader', { optional: true, mask: 'name', aliases: ['带队领导'] }),
    checklist: prose('督导清单', 'Check-list', { optional: true, aliases: ['督导内容'] }),
    findingsCount: integer('发现问题数', 'Problems found', { optional: true, aliases: ['发现问题'] }),
    feedbackOn: date('反馈日期', 'Feedback on', { optional: true }),
    state: choice('状态', 'State', {
      PLANNED: ['已计划', 'Planned'],
      HELD: ['已开展', 'Held'],
      FED_BACK: ['已反馈', 'Fed back'],
      ANSWERED: ['已回复整改', 'Answered'],
      CLOSED: ['已办结', 'Closed'],
    }),
  },
});

/** One problem found on a visit; the unit claims it with a date (对号入座, 抓紧整改). */
export const findings = register('supervision.findings', {
  words: words('督导发现问题', 'Findings'),
  record: words('项', 'finding'),
  key: ['number'],
  date: 'foundOn',
  unit: 'unit',
  policy: unitWork,
  open: ['unit', 'foundOn', 'dueOn', 'state'],
  columns: {
    number: text('问题编号', 'Finding no.', { max: 40, aliases: ['编号'] }),
    visit: ref('督导', 'Visit', 'supervision.visits', { aliases: ['督导编号'] }),
    unit: ref('责任单位', 'Unit', 'organisation.units', { aliases: ['单位', '被督导单位'] }),
    problem: prose('问题描述', 'Problem', { aliases: ['存在问题', '问题'] }),
    problemKind: ref('问题类别', 'Kind of problem', 'rectification.problemKinds', { optional: true }),
    foundOn: date('发现日期', 'Found on', { aliases: ['日期'] }),
    claimedOn: date('认领日期', 'Claimed on', { optional: true }),
    dueOn: date('整改时限', 'Due on', { optional: true, aliases: ['整改期限'] }),
    rectifiedOn: date('整改日期', 'Rectified on', { optional: true, aliases: ['完成日期'] }),
    result: prose('整改情况', 'Result', { optional: true }),
    state: choice('状态', 'State', {
      FOUND: ['已发现', 'Found'],
      CLAIMED: ['已认领', 'Claimed'],
      RECTIFYING: ['整改中', 'Rectifying'],
      RECTIFIED: ['已整改', 'Rectified'],
      VERIFIED: ['已销号', 'Verified'],
      REOPENED: ['重新整改', 'Reopened'],
    }),
  },
});

/** An overall opinion of a group on the city; its text and date are the evidence. */
export const opinions = register('supervision.opinions', {
  words: words('督导评价意见', 'Opinions of groups'),
  record: words('条', 'opinion'),
  key: ['number'],
  date: 'givenOn',
  policy: toldToAll,
  open: ['group', 'tone', 'givenOn'],
  columns: {
    number: text('意见编号', 'Opinion no.', { max: 40, aliases: ['编号'] }),
    group: ref('督导组', 'Group', 'supervision.groups', { aliases: ['指导组'] }),
    text: prose('意见内容', 'Opinion', { aliases: ['评价内容', '内容'] }),
    tone: choice('评价倾向', 'Tone', {
      POSITIVE: ['肯定', 'Positive'],
      MIXED: ['肯定并提出要求', 'Mixed'],
      CRITICAL: ['批评', 'Critical'],
    }),
    givenOn: date('提出日期', 'Given on', { aliases: ['日期'] }),
    source: text('依据文件', 'Source', { optional: true, aliases: ['出处'] }),
  },
});

/** Circulars within the system: who was praised, who was criticised, on what data. */
export const circulars = register('supervision.circulars', {
  words: words('情况通报', 'Circulars'),
  record: words('期', 'circular'),
  key: ['number'],
  date: 'issuedOn',
  policy: toldToAll,
  open: ['number', 'issuedOn', 'scope'],
  columns: {
    number: text('通报编号', 'Circular no.', { max: 60, aliases: ['文号', '期号'] }),
    group: ref('督导组', 'Group', 'supervision.groups', { optional: true }),
    issuedOn: date('通报日期', 'Issued on', { aliases: ['日期'] }),
    scope: text('通报范围', 'Scope', { aliases: ['范围'] }),
    praised: prose('表扬单位', 'Praised', { optional: true }),
    criticised: prose('批评单位', 'Criticised', { optional: true }),
    data: prose('通报数据', 'Data', { optional: true, aliases: ['主要数据'] }),
  },
});
