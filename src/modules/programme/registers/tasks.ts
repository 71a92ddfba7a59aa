import { unitWork } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, time } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

const taskStates = {
  PLANNED: ['未启动', 'Planned'],
  IN_PROGRESS: ['推进中', 'In progress'],
  SUBMITTED: ['已报送', 'Submitted'],
  DONE: ['已完成', 'Done'],
} as const;

/** Special actions (reference 23): a plan with a lead unit, kept as tasks and milestones. */
export const specialActions = register('programme.specialActions', {
  words: words('专项行动', 'Special actions'),
  record: words('项', 'action'),
  key: ['number'],
  date: 'from',
  unit: 'leadUnit',
  policy: unitWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'plan', 'kind', 'leadUnit', 'from', 'to', 'state'],
  columns: {
    number: text('行动编号', 'Action no.', { max: 40, aliases: ['编号'] }),
    name: text('行动名称', 'Name', { aliases: ['专项行动名称', '名称'] }),
    plan: choice('所属方案', 'Plan', {
      SEVEN_ACTIONS: ['七大行动', 'Seven actions'],
      NAMED: ['专项行动', 'Named action'],
      STANDING: ['常态化斗争', 'Standing campaign'],
    }),
    kind: choice('行动类别', 'Kind', {
      STANDARDISATION: ['执法司法规范化', 'Standardisation'],
      RECTIFICATION: ['专项整治', 'Rectification'],
      ORGANISED_CRIME: ['扫黑除恶', 'Organised crime'],
      ECONOMIC_CRIME: ['打击经济犯罪', 'Economic crime'],
      MARKET_ORDER: ['整治市场经济秩序', 'Market order'],
      IP_PROTECTION: ['知识产权保护', 'Protection of intellectual property'],
      BUILDING_STREET_CHECK: ['扫楼清街大排查', 'Check of buildings and streets'],
      OTHER: ['其他', 'Other'],
    }),
    document: ref('方案文件', 'Plan document', 'programme.documents', { optional: true, aliases: ['文号'] }),
    leadUnit: ref('牵头单位', 'Lead unit', 'organisation.units', { aliases: ['单位', '责任单位'] }),
    from: date('开始日期', 'From', { aliases: ['启动日期'] }),
    to: date('结束日期', 'To', { optional: true }),
    goal: prose('行动目标', 'Goal', { optional: true, aliases: ['主要任务'] }),
    state: choice('状态', 'State', taskStates),
  },
});

/** One task of a special action, given to one unit. */
export const specialActionTasks = register('programme.specialActionTasks', {
  words: words('专项行动任务', 'Tasks of special actions'),
  record: words('项', 'task'),
  key: ['number'],
  date: 'assignedOn',
  unit: 'unit',
  policy: unitWork,
  open: ['action', 'unit', 'dueOn', 'state'],
  columns: {
    number: text('任务编号', 'Task no.', { max: 40, aliases: ['编号'] }),
    action: ref('专项行动', 'Action', 'programme.specialActions', { aliases: ['行动编号', '行动名称'] }),
    unit: ref('责任单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    text: prose('任务内容', 'Task', { aliases: ['任务'] }),
    measure: prose('工作措施', 'Measure', { optional: true, aliases: ['措施'] }),
    assignedOn: date('下达日期', 'Assigned on', { aliases: ['部署日期'] }),
    dueOn: date('完成时限', 'Due on', { optional: true }),
    progress: prose('进展情况', 'Progress', { optional: true }),
    evidence: prose('佐证材料', 'Evidence', { optional: true }),
    state: choice('状态', 'State', taskStates),
  },
});

/** Tasks of the legal-affairs reform (reference 23; names 111, 135, 153, 158 to 160 of the report). */
export const reformTasks = register('programme.reformTasks', {
  words: words('改革任务', 'Reform tasks'),
  record: words('项', 'task'),
  key: ['number'],
  date: 'assignedOn',
  unit: 'leadUnit',
  policy: unitWork,
  title: 'item',
  open: ['item', 'area', 'leadUnit', 'dueOn', 'state'],
  columns: {
    number: text('任务编号', 'Task no.', { max: 40, aliases: ['编号'] }),
    item: text('改革事项', 'Item', { aliases: ['任务名称', '事项'] }),
    area: choice('改革领域', 'Area', {
      OVERSIGHT: ['执法司法监督制约机制', 'Checks on enforcement and justice'],
      POWER_OPERATION: ['执法司法权运行体系', 'Running of enforcement and judicial power'],
      STREAMLINING: ['放管服改革', 'Streamlining'],
      CITY_GOVERNANCE: ['市域社会治理', 'City governance'],
      IP_CENTRE: ['知识产权维权中心', 'Centre for intellectual property'],
      PROPERTY_PLATFORM: ['涉案财物统一管理平台', 'Platform for property in cases'],
      OTHER: ['其他', 'Other'],
    }),
    document: ref('依据文件', 'Document', 'programme.documents', { optional: true, aliases: ['文号'] }),
    leadUnit: ref('牵头单位', 'Lead unit', 'organisation.units', { aliases: ['单位', '责任单位'] }),
    assignedOn: date('下达日期', 'Assigned on'),
    dueOn: date('完成时限', 'Due on', { optional: true }),
    doneOn: date('完成日期', 'Done on', { optional: true }),
    result: prose('改革成果', 'Result', { optional: true, aliases: ['完成情况'] }),
    evidence: prose('佐证材料', 'Evidence', { optional: true }),
    state: choice('状态', 'State', taskStates),
  },
});

/**
 * Event security (安保维稳): duty slots, public hazards found and fixed, hand-overs. Places and equipment only; by design
 * there is no column for a resident, a dwelling or a list of persons (reference 23).
 */
export const eventSecurityTasks = register('programme.eventSecurityTasks', {
  words: words('安保任务', 'Event-security tasks'),
  record: words('项', 'task'),
  key: ['number'],
  date: 'assignedOn',
  unit: 'unit',
  policy: unitWork,
  open: ['kind', 'unit', 'assignedOn', 'hazardsFound', 'hazardsFixed', 'state'],
  columns: {
    number: text('任务编号', 'Task no.', { max: 40, aliases: ['编号'] }),
    kind: choice('任务类别', 'Kind', {
      DUTY: ['值守', 'Duty'],
      HAZARD_CHECK: ['公共安全隐患排查', 'Check for public hazards'],
      HANDOVER: ['部门交接', 'Hand-over between departments'],
      COORDINATION: ['协调会商', 'Coordination'],
    }),
    document: ref('安保方案', 'Plan', 'programme.documents', { optional: true, aliases: ['文号'] }),
    unit: ref('责任单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    text: prose('任务内容', 'Task', { aliases: ['任务'] }),
    assignedOn: date('下达日期', 'Assigned on', { aliases: ['部署日期', '日期'] }),
    dutyFrom: time('值守开始', 'Duty from', { optional: true }),
    dutyTo: time('值守结束', 'Duty until', { optional: true }),
    street: text('镇街', 'Street', { optional: true, max: 60, aliases: ['街道', '镇(街道)'] }),
    publicPlace: text('公共场所', 'Public place', { optional: true, aliases: ['场所', '部位'] }),
    rounds: integer('排查轮次', 'Rounds', { optional: true }),
    hazardsFound: integer('发现隐患数', 'Hazards found', { optional: true, aliases: ['发现隐患'] }),
    hazardsFixed: integer('整改隐患数', 'Hazards fixed', { optional: true, aliases: ['整改隐患'] }),
    handover: prose('交接记录', 'Hand-over notes', { optional: true }),
    state: choice('状态', 'State', taskStates),
  },
});

/** A dated step of a special action or a reform task. */
export const milestones = register('programme.milestones', {
  words: words('节点', 'Milestones'),
  record: words('个', 'milestone'),
  key: ['number'],
  date: 'plannedOn',
  unit: 'unit',
  policy: unitWork,
  title: 'name',
  open: ['name', 'unit', 'plannedOn', 'reachedOn'],
  columns: {
    number: text('节点编号', 'Milestone no.', { max: 40, aliases: ['编号'] }),
    action: ref('专项行动', 'Special action', 'programme.specialActions', { optional: true, aliases: ['行动编号'] }),
    reformTask: ref('改革任务', 'Reform task', 'programme.reformTasks', { optional: true, aliases: ['改革任务编号'] }),
    unit: ref('责任单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    name: text('节点名称', 'Name', { aliases: ['节点'] }),
    plannedOn: date('计划日期', 'Planned on', { aliases: ['计划完成日期'] }),
    reachedOn: date('达成日期', 'Reached on', { optional: true, aliases: ['实际完成日期'] }),
    evidence: prose('佐证材料', 'Evidence', { optional: true }),
  },
});
