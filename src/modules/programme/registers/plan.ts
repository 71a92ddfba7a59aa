import { officeWork } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** The programme itself: one city, one start (reference 1). */
export const programmes = register('programme.programmes', {
  words: words('教育整顿方案', 'Programmes'),
  record: words('个', 'programme'),
  key: ['code'],
  date: 'startDate',
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'cityCode', 'startDate', 'endDate'],
  columns: {
    code: text('方案编号', 'Code', { max: 40, aliases: ['编号'] }),
    name: text('方案名称', 'Name', { aliases: ['名称'] }),
    cityCode: text('城市区划代码', 'City code', { max: 6, aliases: ['行政区划代码'] }),
    startDate: date('开始日期', 'Start date', { aliases: ['启动日期'] }),
    endDate: date('结束日期', 'End date', { optional: true }),
    asOf: date('统计截至日期', 'Figures as of', { optional: true, aliases: ['截至日期'] }),
  },
});

/** The three phases and the look-back (reference 1). */
export const phases = register('programme.phases', {
  words: words('环节', 'Phases'),
  record: words('个', 'phase'),
  key: ['programme', 'kind'],
  date: 'from',
  policy: officeWork,
  title: 'kind',
  open: ['kind', 'from', 'to'],
  columns: {
    programme: ref('方案', 'Programme', 'programme.programmes', { aliases: ['方案编号'] }),
    kind: choice('环节', 'Kind', {
      EDUCATION: ['学习教育', 'Education'],
      INVESTIGATION_AND_RECTIFICATION: ['查纠整改', 'Investigation and rectification'],
      SUMMARY: ['总结提升', 'Summary'],
      LOOK_BACK: ['回头看', 'Look-back'],
    }),
    from: date('起始日期', 'From'),
    to: date('截止日期', 'To', { optional: true }),
    goal: prose('环节目标', 'Goal', { optional: true, aliases: ['主要任务'] }),
  },
});

/** Documents issued for the programme (names 60, 61, 81, 108, 110, 121, 140, 142, 148 of the report). */
export const documents = register('programme.documents', {
  words: words('政策文件', 'Policy documents'),
  record: words('件', 'document'),
  key: ['number'],
  date: 'issuedOn',
  policy: officeWork,
  lookup: ['title'],
  title: 'title',
  open: ['number', 'title', 'topic', 'issuer', 'issuedOn'],
  columns: {
    number: text('发文字号', 'Document no.', { max: 60, aliases: ['文号', '文件编号'] }),
    title: text('文件名称', 'Title', { aliases: ['标题', '文件标题'] }),
    topic: choice('主题', 'Topic', {
      SELF_EXAM: ['自查自纠', 'Self-examination'],
      MECHANISM: ['制度机制', 'Mechanisms'],
      RECTIFICATION: ['专项整治', 'Rectification'],
      PRACTICAL_SERVICE: ['为民办实事', 'Practical service'],
      BUSINESS_ENVIRONMENT: ['法治营商环境', 'Business environment'],
      EVENT_SECURITY: ['安保维稳', 'Event security'],
      GENERAL: ['综合', 'General'],
    }),
    documentKind: choice(
      '文件类别',
      'Kind',
      {
        PROGRAMME_PLAN: ['教育整顿实施方案', 'Programme plan'],
        SEVEN_MEASURES: ['推动开展自查的七项措施', 'Seven measures on self-examination'],
        LENIENCY_OPINION: ['自查从宽、被查从严实施意见', 'Opinion on leniency for self-reporting'],
        RECTIFICATION_PLAN: ['顽瘴痼疾专项整治实施方案', 'Rectification plan'],
        SEVEN_ACTIONS: ['七大行动实施方案', 'Plan of the seven actions'],
        THREE_PROVISIONS_RECTIFICATION: ['三个规定专项整治实施方案', 'Plan on the three provisions'],
        PRACTICAL_SERVICE_PLAN: ['我为群众办实事重点工作方案', 'Practical-service plan'],
        HOUSEHOLD_REFORM_MEASURES: ['户籍制度改革承接措施', 'Household-registration reform measures'],
        PENALTY_LISTS_NOTICE: ['不罚轻罚清单通知', 'Notice on the penalty lists'],
        EVENT_SECURITY_PLAN: ['安保工作方案', 'Event-security plan'],
        OTHER: ['其他', 'Other'],
      },
      { aliases: ['文件类型'] },
    ),
    issuer: text('制发机关', 'Issuer', { optional: true, aliases: ['发文单位', '发文机关'] }),
    issuedOn: date('印发日期', 'Issued on', { aliases: ['成文日期', '发文日期'] }),
    // A policy may hold its own window; disclosure after it still counts under the general rule (reference 6).
    windowFrom: date('适用起始日期', 'Applies from', { optional: true }),
    windowTo: date('适用截止日期', 'Applies until', { optional: true }),
    summary: prose('主要内容', 'Summary', { optional: true, aliases: ['内容摘要'] }),
  },
});

/** One numbered measure of one document. */
export const measures = register('programme.measures', {
  words: words('文件措施', 'Measures'),
  record: words('项', 'measure'),
  key: ['document', 'number'],
  policy: officeWork,
  open: ['document', 'number', 'text'],
  columns: {
    document: ref('文件', 'Document', 'programme.documents', { aliases: ['文号', '发文字号', '文件名称'] }),
    number: integer('措施序号', 'No.', { aliases: ['序号'] }),
    text: prose('措施内容', 'Measure', { aliases: ['措施', '内容'] }),
  },
});
