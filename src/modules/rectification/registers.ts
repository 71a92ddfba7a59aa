import { officeWork, type Policy, unitWork } from '../../platform/access/policies.ts';
import { choice, date, prose, ref, text, yesNo } from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { levels } from '../../platform/register/levels.ts';
import { words } from '../../platform/words.ts';

/** The kinds of problem are known to all who classify one; a unit adds its own N (reference 10). */
const kindWork: Policy = { read: officeWork.read, write: unitWork.write };

/** Stubborn problems (顽瘴痼疾): the six nationwide kinds and the N kinds each unit finds for itself (reference 10). */
export const problemKinds = register('rectification.problemKinds', {
  words: words('顽瘴痼疾类别', 'Kinds of stubborn problem'),
  record: words('类', 'kind'),
  key: ['code'],
  date: 'definedOn',
  unit: 'unit',
  policy: kindWork,
  lookup: ['name'],
  title: 'name',
  open: ['code', 'name', 'origin', 'unit'],
  columns: {
    code: text('类别编码', 'Code', { max: 60, aliases: ['编码', '问题类别编码'] }),
    name: text('类别名称', 'Name', { aliases: ['问题类别', '名称', '顽瘴痼疾'] }),
    origin: choice('来源', 'Origin', {
      NATIONAL: ['全国统一（6）', 'Nationwide (the six)'],
      UNIT: ['单位自查（N）', 'Found by a unit (the N)'],
    }),
    // Empty for the six, the unit that found it for the N.
    unit: ref('查摆单位', 'Unit', 'organisation.units', { optional: true, aliases: ['单位'] }),
    meaning: prose('具体表现', 'Meaning', { optional: true, aliases: ['说明', '表现形式'] }),
    definedOn: date('确定日期', 'Defined on', { optional: true, aliases: ['查摆日期'] }),
  },
});

/** The 6+N plan of one unit. Publishing it is itself a required step (reference 10). */
export const plans = register('rectification.plans', {
  words: words('6+N整治方案', 'Rectification plans'),
  record: words('份', 'plan'),
  key: ['number'],
  date: 'approvedOn',
  unit: 'unit',
  policy: unitWork,
  title: 'title',
  open: ['unit', 'title', 'approvedOn', 'publication'],
  columns: {
    number: text('方案编号', 'Plan no.', { max: 60, aliases: ['编号', '文号'] }),
    unit: ref('制定单位', 'Unit', 'organisation.units', { aliases: ['单位', '填报单位'] }),
    title: text('方案名称', 'Title', { aliases: ['名称', '文件名称'] }),
    kinds: prose('整治内容', 'Kinds of problem', { optional: true, aliases: ['整治类别', '顽瘴痼疾内容'] }),
    measures: prose('整治措施', 'Measures', { optional: true, aliases: ['措施'] }),
    owner: ref('责任人', 'Owner', 'organisation.officers', { optional: true, aliases: ['负责人', '负责人编号'] }),
    approvedOn: date('批准日期', 'Approved on', { optional: true, aliases: ['审定日期', '印发日期'] }),
    approvedBy: text('批准机构', 'Approved by', { optional: true, aliases: ['审定机构'] }),
    publication: ref('公示', 'Publication', 'disclosure.publications', { optional: true, aliases: ['公示编号'] }),
    noUnitKindReason: prose('未列N类的理由', 'Reason for no own kind', { optional: true }),
  },
});

/** One problem with its owner and date, worked off until it is struck from the list (销号). */
export const items = register('rectification.items', {
  words: words('整治问题台账', 'Rectification items'),
  record: words('项', 'item'),
  key: ['number'],
  date: 'foundOn',
  unit: 'unit',
  policy: unitWork,
  open: ['kind', 'unit', 'source', 'foundOn', 'dueOn', 'state'],
  columns: {
    number: text('问题编号', 'Item no.', { max: 60, aliases: ['编号', '台账编号'] }),
    kind: ref('问题类别', 'Kind', 'rectification.problemKinds', { aliases: ['顽瘴痼疾类别', '类别'] }),
    source: choice(
      '问题来源',
      'Source',
      {
        SELF: ['自查', 'Self-examination'],
        VISIT: ['督导反馈', 'Supervision visit'],
        CLUE: ['线索核查', 'Clue'],
        SCREENING: ['数据排查', 'Screening'],
        REVIEW: ['案件评查', 'Case review'],
        PUBLIC: ['群众反映', 'The public'],
      },
      { aliases: ['来源', '发现渠道'] },
    ),
    sourceNumber: text('来源编号', 'No. at the source', { optional: true, max: 60, aliases: ['关联编号'] }),
    unit: ref('责任单位', 'Unit', 'organisation.units', { aliases: ['单位', '整改单位'] }),
    owner: ref('责任人', 'Owner', 'organisation.officers', { optional: true, aliases: ['整改责任人', '责任人编号'] }),
    problem: prose('问题描述', 'Problem', { aliases: ['存在问题', '具体问题', '问题'] }),
    measure: prose('整改措施', 'Measure', { optional: true, aliases: ['措施'] }),
    foundOn: date('发现日期', 'Found on', { aliases: ['查摆日期', '日期'] }),
    dueOn: date('整改时限', 'Due on', { optional: true, aliases: ['完成时限', '整改期限'] }),
    evidence: prose('佐证材料', 'Evidence', { optional: true, aliases: ['整改结果', '整改情况'] }),
    submittedOn: date('报结日期', 'Submitted on', { optional: true, aliases: ['整改完成日期'] }),
    verifiedOn: date('销号日期', 'Struck off on', { optional: true, aliases: ['验收日期'] }),
    isRepeat: yesNo('是否重复发生', 'Repeat', { optional: true, aliases: ['重复问题'] }),
    ruleMade: text('建章立制文件', 'Rule made', { optional: true, aliases: ['制度成果'] }),
    state: choice('状态', 'State', {
      OPEN: ['待整改', 'Open'],
      IN_PROGRESS: ['整改中', 'In progress'],
      SUBMITTED: ['已报结', 'Submitted'],
      VERIFIED: ['已销号', 'Struck off'],
      REOPENED: ['重新整改', 'Reopened'],
    }),
  },
});

/** Task forces (整治工作专班) that verify the items. */
export const taskForces = register('rectification.taskForces', {
  words: words('整治工作专班', 'Task forces'),
  record: words('个', 'task force'),
  key: ['code'],
  date: 'establishedOn',
  ends: 'dissolvedOn',
  unit: 'unit',
  policy: unitWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'level', 'unit', 'kind', 'establishedOn'],
  columns: {
    code: text('专班编码', 'Code', { max: 40, aliases: ['编码', '专班编号'] }),
    name: text('专班名称', 'Name', { aliases: ['名称', '工作专班'] }),
    level: choice('层级', 'Level', levels),
    unit: ref('牵头单位', 'Lead unit', 'organisation.units', { aliases: ['单位', '责任单位'] }),
    kind: ref('整治类别', 'Kind of problem', 'rectification.problemKinds', { optional: true, aliases: ['问题类别'] }),
    leader: ref('专班负责人', 'Leader', 'organisation.officers', { optional: true, aliases: ['负责人', '组长'] }),
    members: prose('成员单位', 'Members', { optional: true, aliases: ['成员'] }),
    establishedOn: date('成立日期', 'Established on', { aliases: ['成立时间'] }),
    dissolvedOn: date('撤销日期', 'Dissolved on', { optional: true }),
  },
});

/** How departments work together on the problems: the mechanism, while each meeting is in programme.meetings. */
export const mechanisms = register('rectification.mechanisms', {
  words: words('整治协调机制', 'Coordination mechanisms'),
  record: words('种', 'mechanism'),
  key: ['number'],
  date: 'establishedOn',
  unit: 'leadUnit',
  policy: unitWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'kind', 'leadUnit', 'establishedOn'],
  columns: {
    number: text('机制编号', 'Mechanism no.', { max: 40, aliases: ['编号'] }),
    name: text('机制名称', 'Name', { aliases: ['名称'] }),
    kind: choice('机制类别', 'Kind', {
      JOINT_MEETING: ['跨部门联席会议', 'Joint meeting of departments'],
      LIAISON_MEETING: ['联络员会议', "Liaison officers' meeting"],
      SUPERVISION: ['督办督查', 'Follow-up and inspection'],
    }),
    taskForce: ref('所属专班', 'Task force', 'rectification.taskForces', { optional: true, aliases: ['专班'] }),
    leadUnit: ref('牵头单位', 'Lead unit', 'organisation.units', { aliases: ['单位', '责任单位'] }),
    participants: prose('参加部门', 'Participants', { optional: true, aliases: ['成员单位'] }),
    frequency: text('运行频次', 'How often', { optional: true, max: 60, aliases: ['频次'] }),
    establishedOn: date('建立日期', 'Established on', { aliases: ['建立时间'] }),
  },
});
