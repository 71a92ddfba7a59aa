import { officeWork, type Policy } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { matterOfOfficers, personalFile } from '../policies.ts';

/** The situations in which a talk must be held (五个必谈): a table to fill, since the report does not list the five. */
export const mandatoryTalkKinds = register('conduct.mandatoryTalkKinds', {
  words: words('必谈情形', 'Talks that must be held'),
  record: words('种', 'kind'),
  key: ['code'],
  date: 'validFrom',
  ends: 'validTo',
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'trigger'],
  columns: {
    code: text('情形编码', 'Code', { max: 40, aliases: ['编码', '编号'] }),
    name: text('必谈情形', 'Name', { aliases: ['名称'] }),
    trigger: prose('触发条件', 'Trigger', { aliases: ['适用情形'] }),
    dueDays: integer('应谈时限(工作日)', 'Due in working days', { optional: true }),
    basis: choice(
      '判定依据',
      'Found by',
      {
        TEAM: ['班子成员名册', 'The roster: members of leading teams'],
        STAFF: ['班子以外干警名册', 'The roster: officers outside the teams'],
        NEW_POST: ['岗位变动', 'A change of unit, department or post'],
        BY_HAND: ['人工登记', 'Entered by hand'],
      },
      { optional: true },
    ),
    validFrom: date('启用日期', 'Valid from', { optional: true }),
    validTo: date('停用日期', 'Valid to', { optional: true }),
  },
});

/** One talk with one officer on one date (reference 5). */
export const talks = register('conduct.talks', {
  words: words('谈心谈话', 'Talks'),
  record: words('人次', 'person-time'),
  key: ['number'],
  date: 'heldOn',
  unit: 'unit',
  officer: 'officer',
  state: 'state',
  policy: matterOfOfficers,
  open: ['unit', 'layer', 'heldOn'],
  checks: [{ rule: 'onlyOnce', columns: ['officer', 'talker', 'heldOn', 'kind'] }],
  columns: {
    number: text('谈话编号', 'Talk no.', { max: 40, aliases: ['编号'] }),
    officer: ref('谈话对象', 'Officer', 'organisation.officers', { aliases: ['谈话对象编号', '干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    talker: ref('谈话人', 'Talker', 'organisation.officers', { aliases: ['谈话人编号'] }),
    layer: choice(
      '谈话层级',
      'Layer',
      {
        PRINCIPAL_TO_TEAM: ['主要负责同志与班子成员', 'Principal leader with team members'],
        TEAM_MUTUAL: ['班子成员之间', 'Team members with each other'],
        TEAM_TO_DEPARTMENT: ['班子成员与部门负责人', 'Team members with department heads'],
        DEPARTMENT_TO_OFFICER: ['部门负责人与干警', 'Department heads with officers'],
        OTHER: ['其他', 'Other'],
      },
      { optional: true, aliases: ['层级'] },
    ),
    kind: choice('谈话类型', 'Kind', {
      MANDATORY: ['必谈', 'Mandatory'],
      REGULAR: ['日常', 'Regular'],
      FOLLOW_UP: ['回访', 'Follow-up'],
    }),
    mandatoryKind: ref('必谈情形', 'Mandatory kind', 'conduct.mandatoryTalkKinds', { optional: true }),
    trigger: ref('必谈事项', 'Entered trigger', 'conduct.talkTriggers', { optional: true }),
    heldOn: date('谈话日期', 'Held on', { aliases: ['日期', '时间', '谈话时间'] }),
    place: text('谈话地点', 'Place', { optional: true, aliases: ['地点'] }),
    topics: prose('谈话主题', 'Topics', { optional: true, aliases: ['主要内容', '谈话内容'] }),
    concerns: prose('反映问题', 'Concerns raised', { optional: true, aliases: ['意见诉求'] }),
    issuesAdmitted: yesNo('是否主动说明问题', 'Issues admitted', { optional: true }),
    followUp: prose('后续措施', 'Follow-up', { optional: true }),
    talkerConfirmedOn: date('谈话人确认日期', 'Confirmed by the talker', { optional: true }),
    officerConfirmedOn: date('谈话对象确认日期', 'Confirmed by the officer', { optional: true }),
    state: choice('状态', 'State', {
      PLANNED: ['已计划', 'Planned'],
      HELD: ['已谈话', 'Held'],
      CONFIRMED: ['已确认', 'Confirmed'],
      OVERDUE: ['逾期', 'Overdue'],
    }),
  },
});

/** Who sees that a talk is due: not the officer, who is told by the talk itself. */
const dueTalks: Policy = {
  read: {
    OFFICE_DIRECTOR: 'all',
    OFFICE_STAFF: 'all',
    AUDITOR: 'all',
    DISCIPLINE_LIAISON: 'all',
    UNIT_HEAD: 'unit',
    UNIT_STAFF: 'unit',
  },
  write: {
    OFFICE_DIRECTOR: 'all',
    OFFICE_STAFF: 'all',
    DISCIPLINE_LIAISON: 'all',
    UNIT_HEAD: 'unit',
    UNIT_STAFF: 'unit',
  },
};

/**
 * A talk that somebody asked for by hand. There is no column for why, and the log does not name who asked: a unit that is told to
 * talk with an officer must not learn that there is a clue (reference 28). Without a kind it is asked for by the organisation.
 */
export const talkTriggers = register('conduct.talkTriggers', {
  words: words('必谈事项', 'Talks asked for'),
  record: words('项', 'trigger'),
  key: ['number'],
  date: 'occurredOn',
  unit: 'unit',
  kept: true,
  policy: dueTalks,
  columns: {
    number: text('事项编号', 'Trigger no.', { max: 40 }),
    officer: ref('谈话对象', 'Officer', 'organisation.officers'),
    unit: ref('所在单位', 'Unit', 'organisation.units'),
    kind: ref('必谈情形', 'Kind', 'conduct.mandatoryTalkKinds', { optional: true }),
    occurredOn: date('发生日期', 'Occurred on'),
    dueOn: date('应谈日期', 'Due on'),
  },
});

/** What was said is for the two who talked and the discipline desk; opening it is an act. */
const notesOfTwo: Policy = {
  confidential: true,
  read: { DISCIPLINE_LIAISON: 'all', OFFICER_SELF: 'own', UNIT_HEAD: 'named', UNIT_STAFF: 'named' },
  write: { UNIT_HEAD: 'unit', UNIT_STAFF: 'unit' },
};

/** The notes of one talk, written by the talker in the own account. */
export const talkNotes = register('conduct.talkNotes', {
  words: words('谈话记录', 'Notes of talks'),
  record: words('份', 'notes'),
  key: ['talk'],
  unit: 'unit',
  officer: 'officer',
  kept: true,
  policy: notesOfTwo,
  columns: {
    talk: ref('谈话', 'Talk', 'conduct.talks'),
    officer: ref('谈话对象', 'Officer', 'organisation.officers'),
    unit: ref('所在单位', 'Unit', 'organisation.units'),
    notes: prose('谈话内容', 'What was said'),
    concerns: prose('反映问题', 'Concerns raised', { optional: true }),
    issuesAdmitted: yesNo('是否主动说明问题', 'Issues admitted', { optional: true }),
    followUp: prose('后续措施', 'Follow-up', { optional: true }),
  },
});

/** One statement (对照检查材料) by one leader for one meeting. */
export const comparisonChecks = register('conduct.comparisonChecks', {
  words: words('对照检查', 'Comparison checks'),
  record: words('份', 'statement'),
  key: ['officer', 'meeting'],
  date: 'submittedOn',
  unit: 'unit',
  officer: 'officer',
  policy: personalFile,
  open: ['unit', 'submittedOn', 'itemsFound', 'itemsClaimed'],
  columns: {
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '领导干部编号'] }),
    meeting: ref('会议', 'Meeting', 'programme.meetings', { aliases: ['会议编号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    submittedOn: date('提交日期', 'Submitted on', { aliases: ['日期'] }),
    itemsFound: integer('查摆问题数', 'Items found', { optional: true, aliases: ['查摆问题'] }),
    itemsClaimed: integer('认领问题数', 'Items claimed', { optional: true, aliases: ['认领问题'] }),
    statement: prose('对照检查材料', 'Statement', { optional: true }),
  },
});

/** One problem found in a comparison check; it has exactly one lead owner once it is claimed (逐条认领). */
export const problemItems = register('conduct.problemItems', {
  words: words('查摆问题清单', 'Problem items'),
  record: words('条', 'item'),
  key: ['number'],
  date: 'foundOn',
  unit: 'unit',
  officer: 'owner',
  state: 'state',
  policy: matterOfOfficers,
  open: ['unit', 'foundOn', 'dueOn', 'state'],
  columns: {
    number: text('问题编号', 'Item no.', { max: 40, aliases: ['编号'] }),
    meeting: ref('会议', 'Meeting', 'programme.meetings', { optional: true, aliases: ['会议编号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位', '责任单位'] }),
    text: prose('问题描述', 'Problem', { aliases: ['问题', '查摆问题', '存在问题'] }),
    problemKind: ref('问题类别', 'Kind of problem', 'rectification.problemKinds', { optional: true }),
    owner: ref('认领人', 'Owner', 'organisation.officers', { optional: true, aliases: ['责任人', '责任人编号'] }),
    foundOn: date('查摆日期', 'Found on', { aliases: ['日期'] }),
    claimedOn: date('认领日期', 'Claimed on', { optional: true }),
    dueOn: date('整改时限', 'Due on', { optional: true, aliases: ['整改期限'] }),
    state: choice('状态', 'State', {
      FOUND: ['已查摆', 'Found'],
      CLAIMED: ['已认领', 'Claimed'],
      RECTIFYING: ['整改中', 'Rectifying'],
      RECTIFIED: ['已整改', 'Rectified'],
      VERIFIED: ['已销号', 'Verified'],
      REOPENED: ['重新整改', 'Reopened'],
    }),
  },
});
