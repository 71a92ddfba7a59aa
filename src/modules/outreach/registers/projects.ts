import { officeWork, type Policy, unitWork } from '../../../platform/access/policies.ts';
import { choice, date, decimal, integer, prose, ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** A leader sees his own liaisons, the contacts he owes and the demands he was told. */
const liaisonWork: Policy = { read: { ...unitWork.read, OFFICER_SELF: 'own' }, write: unitWork.write };

/** Key construction projects of the city, as its list of the year names them (reference 17). */
export const projects = register('outreach.projects', {
  words: words('市级重点建设项目', 'Key projects'),
  record: words('个', 'project'),
  key: ['code'],
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['code', 'year', 'name', 'regionCode'],
  columns: {
    code: text('项目编号', 'Project no.', { max: 60, aliases: ['编号', '项目代码'] }),
    year: integer('年度', 'Year', { aliases: ['项目年度'] }),
    name: text('项目名称', 'Name', { aliases: ['名称', '重点项目'] }),
    company: text('建设单位', 'Owner', { optional: true, aliases: ['业主单位', '项目单位'] }),
    regionCode: text('行政区划代码', 'Region code', { optional: true, max: 6, aliases: ['所在区划', '区划代码'] }),
    investment: decimal('总投资(万元)', 'Investment (10,000 yuan)', { optional: true, aliases: ['总投资', '投资额'] }),
  },
});

/** One leader linked to one project. Several leaders may share a project; each has at least one (reference 17). */
export const projectLiaisons = register('outreach.projectLiaisons', {
  words: words('联系重点项目', 'Project liaisons'),
  record: words('个', 'liaison'),
  key: ['project', 'leader', 'from'],
  date: 'from',
  ends: 'to',
  unit: 'unit',
  officer: 'leader',
  policy: liaisonWork,
  open: ['project', 'unit', 'from', 'to'],
  columns: {
    project: ref('项目', 'Project', 'outreach.projects', { aliases: ['项目编号', '项目名称', '联系项目'] }),
    leader: ref('联系领导', 'Leader', 'organisation.officers', { aliases: ['领导编号', '班子成员', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位', '联系单位'] }),
    from: date('联系起始日期', 'From', { aliases: ['起始日期', '确定日期'] }),
    // A leader who leaves hands the project over, so the liaison ends on that day too.
    to: date('联系结束日期', 'To', { optional: true, aliases: ['结束日期'] }),
  },
});

/** One contact of a leader with a project: what was asked and answered, and that nothing was taken (reference 17). */
export const contacts = register('outreach.contacts', {
  words: words('项目联系记录', 'Project contacts'),
  record: words('次', 'contact'),
  key: ['number'],
  date: 'contactedOn',
  unit: 'unit',
  officer: 'leader',
  policy: liaisonWork,
  open: ['project', 'unit', 'contactedOn', 'way', 'state'],
  columns: {
    number: text('联系编号', 'Contact no.', { max: 60, aliases: ['编号'] }),
    project: ref('项目', 'Project', 'outreach.projects', { aliases: ['项目编号', '项目名称'] }),
    leader: ref('联系领导', 'Leader', 'organisation.officers', { aliases: ['领导编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    contactedOn: date('联系日期', 'Contacted on', { aliases: ['日期', '走访日期'] }),
    way: choice('联系方式', 'Way', {
      VISIT: ['实地走访', 'Visit'],
      PHONE: ['电话', 'Phone'],
      MEETING: ['座谈', 'Meeting'],
      ONLINE: ['线上', 'Online'],
    }),
    demand: prose('反映诉求', 'Demand raised', { optional: true, aliases: ['企业诉求', '问题诉求'] }),
    answer: prose('答复办理情况', 'Answer', { optional: true, aliases: ['办理情况', '答复'] }),
    dueOn: date('办理时限', 'Due on', { optional: true }),
    answeredOn: date('办结日期', 'Answered on', { optional: true }),
    state: choice('状态', 'State', {
      NO_DEMAND: ['无诉求', 'No demand'],
      OPEN: ['待办理', 'Open'],
      IN_PROGRESS: ['办理中', 'In progress'],
      SOLVED: ['已解决', 'Solved'],
      EXPLAINED: ['已解释说明', 'Explained'],
    }),
  },
});

/** A practical item (实事项). It counts once it is published in the media, from the day of its publication. */
export const practicalItems = register('outreach.practicalItems', {
  words: words('办实事项目', 'Practical items'),
  record: words('项', 'item'),
  key: ['number'],
  date: 'publishedOn',
  unit: 'unit',
  policy: unitWork,
  title: 'title',
  open: ['title', 'unit', 'beneficiaries', 'publication', 'publishedOn', 'state'],
  columns: {
    number: text('实事编号', 'Item no.', { max: 60, aliases: ['编号', '项目编号'] }),
    unit: ref('承办单位', 'Unit', 'organisation.units', { aliases: ['单位', '责任单位'] }),
    title: text('实事名称', 'Title', { aliases: ['项目名称', '实事项目', '名称'] }),
    beneficiaries: text('受益群体', 'For whom', { optional: true, aliases: ['服务对象', '受益对象'] }),
    measure: prose('具体措施', 'Measure', { optional: true, aliases: ['措施', '主要内容'] }),
    target: text('目标', 'Target', { optional: true, aliases: ['预期目标'] }),
    dueOn: date('完成时限', 'Due on', { optional: true, aliases: ['计划完成日期'] }),
    evidence: prose('完成情况', 'Evidence', { optional: true, aliases: ['落实情况', '佐证材料'] }),
    publication: ref('公示', 'Publication', 'disclosure.publications', { optional: true, aliases: ['公示编号'] }),
    publishedOn: date('公示日期', 'Published on', { optional: true, aliases: ['媒体公示日期'] }),
    doneOn: date('完成日期', 'Done on', { optional: true }),
    state: choice('状态', 'State', {
      PLANNED: ['已计划', 'Planned'],
      PUBLISHED: ['已公示', 'Published'],
      DONE: ['已完成', 'Done'],
      RATED: ['已评价', 'Rated'],
    }),
  },
});
