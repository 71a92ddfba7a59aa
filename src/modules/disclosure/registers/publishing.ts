import { officeWork, type Policy } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** What is meant for the public is prepared by the press editor and read by all who work on the programme. */
const pressWork: Policy = { read: officeWork.read, write: { OFFICE_DIRECTOR: 'all', PRESS_EDITOR: 'all' } };

/** Until it is public, an exposure is for those who approve it, the unit concerned and the officer it names (reference 14). */
const exposureWork: Policy = {
  read: {
    PRESS_EDITOR: 'all',
    SECRECY_REVIEWER: 'all',
    DISCIPLINE_LIAISON: 'all',
    OFFICE_DIRECTOR: 'all',
    AUDITOR: 'all',
    UNIT_HEAD: 'unit',
    OFFICER_SELF: 'own',
  },
  write: { PRESS_EDITOR: 'all', OFFICE_DIRECTOR: 'all' },
};

/** The road to the public (reference 14): each step is somebody else's. */
const approvalStates = {
  DRAFTED: ['已拟稿', 'Drafted'],
  UNIT_APPROVED: ['单位已审', 'Approved by the unit'],
  SECRECY_REVIEWED: ['保密已审', 'Reviewed for secrecy'],
  DISCIPLINE_REVIEWED: ['纪委已审', 'Reviewed by discipline'],
  LIVE: ['已发布', 'Live'],
  CORRECTED: ['已更正', 'Live, corrected'],
  WITHDRAWN: ['已撤回', 'Withdrawn'],
} as const;

/** One thing made public, in one place, on one day. What is published points here. */
export const publications = register('disclosure.publications', {
  words: words('公开公示', 'Publications'),
  record: words('件', 'publication'),
  key: ['number'],
  date: 'publishedOn',
  unit: 'unit',
  policy: pressWork,
  title: 'title',
  open: ['kind', 'title', 'unit', 'publishedOn', 'channel', 'outlet', 'url', 'state'],
  columns: {
    number: text('公示编号', 'Publication no.', { max: 60, aliases: ['编号', '公开编号'] }),
    kind: choice(
      '公开类别',
      'Kind',
      {
        PLAN: ['整治方案', 'Plan'],
        PROBLEM_LIST: ['问题清单', 'List of problems'],
        CASE_EXPOSURE: ['典型案例曝光', 'Case exposure'],
        PRACTICAL_ITEM: ['办实事项目', 'Practical item'],
        LIST: ['事项清单', 'List'],
        BULLETIN: ['新闻通报', 'Bulletin'],
      },
      { aliases: ['类别', '公示类型'] },
    ),
    title: text('标题', 'Title', { aliases: ['公示名称', '名称', '公示标题'] }),
    unit: ref('发布单位', 'Unit', 'organisation.units', { optional: true, aliases: ['单位', '公示单位'] }),
    text: prose('公开内容', 'Text', { optional: true, aliases: ['内容', '正文'] }),
    channel: choice(
      '发布渠道',
      'Channel',
      {
        SITE: ['网站', 'Web site'],
        PAPER: ['报纸', 'Newspaper'],
        TELEVISION: ['电视广播', 'Television or radio'],
        WECHAT: ['微信公众号', 'WeChat account'],
        PRESS_CONFERENCE: ['新闻发布会', 'Press conference'],
        NOTICE_BOARD: ['公示栏', 'Notice board'],
      },
      { aliases: ['公示渠道', '渠道', '媒体类别'] },
    ),
    outlet: text('媒体名称', 'Outlet', { optional: true, max: 100, aliases: ['发布媒体', '媒体'] }),
    url: text('链接', 'Link', { optional: true, max: 500, aliases: ['网址', '公示链接'] }),
    publishedOn: date('发布日期', 'Published on', { optional: true, aliases: ['公示日期', '公开日期', '日期'] }),
    withdrawnOn: date('撤回日期', 'Withdrawn on', { optional: true }),
    changeReason: prose('更正撤回理由', 'Reason for change', { optional: true, aliases: ['撤回原因', '更正原因'] }),
    state: choice('状态', 'State', approvalStates),
  },
});

/** One case of misconduct made public (大曝光行动). Its conditions are columns, so that none can be forgotten (reference 14). */
export const exposures = register('disclosure.exposures', {
  words: words('典型案例曝光', 'Exposures'),
  record: words('件', 'exposure'),
  key: ['number'],
  date: 'exposedOn',
  unit: 'unit',
  officer: 'officer',
  policy: exposureWork,
  open: ['unit', 'problemKind', 'exposedOn', 'publication', 'state'],
  columns: {
    number: text('曝光编号', 'Exposure no.', { max: 60, aliases: ['编号'] }),
    unit: ref('涉事单位', 'Unit concerned', 'organisation.units', { aliases: ['单位', '所在单位'] }),
    officer: ref('涉事干警', 'Officer concerned', 'organisation.officers', {
      optional: true,
      aliases: ['干警编号', '警号'],
    }),
    problemKind: ref('问题类别', 'Kind of problem', 'rectification.problemKinds', {
      optional: true,
      aliases: ['类别'],
    }),
    post: text('职务', 'Post', { optional: true, max: 100 }),
    nameShown: choice(
      '姓名公开方式',
      'Name shown',
      { NONE: ['不公开', 'Not shown'], SURNAME: ['仅公开姓氏', 'Surname only'], FULL: ['公开全名', 'Full name'] },
      { aliases: ['姓名处理'] },
    ),
    occurredOn: text('问题发生时间', 'When it happened', { optional: true, max: 60, aliases: ['违规时间'] }),
    facts: prose('主要事实', 'Main facts', { aliases: ['基本情况', '案情简介', '问题事实'] }),
    handling: prose('处理结果', 'Handling', { optional: true, aliases: ['处分情况', '处理情况'] }),
    concludedOn: date('结论生效日期', 'Conclusion final on', { optional: true, aliases: ['处理日期'] }),
    appealUntil: date('申诉期限届满日', 'Appeal open until', { optional: true }),
    informedOn: date('告知本人日期', 'Officer informed on', { optional: true, aliases: ['告知日期'] }),
    personsMasked: yesNo('未成年人和被害人已隐去', 'Minors and victims masked', {
      optional: true,
      aliases: ['已脱敏'],
    }),
    publication: ref('公示', 'Publication', 'disclosure.publications', { optional: true, aliases: ['公示编号'] }),
    exposedOn: date('曝光日期', 'Exposed on', { optional: true, aliases: ['发布日期', '公开日期'] }),
    state: choice('状态', 'State', approvalStates),
  },
});

/** A circular within the system on violations of a period: the first level, before any exposure (reference 14). */
export const violationBulletins = register('disclosure.violationBulletins', {
  words: words('违纪违法案例通报', 'Violation bulletins'),
  record: words('期', 'bulletin'),
  key: ['number'],
  date: 'issuedOn',
  unit: 'unit',
  policy: pressWork,
  title: 'title',
  open: ['number', 'title', 'unit', 'periodStart', 'periodEnd', 'caseCount', 'issuedOn'],
  columns: {
    number: text('通报编号', 'Bulletin no.', { max: 60, aliases: ['编号', '文号', '期号'] }),
    title: text('通报标题', 'Title', { aliases: ['标题', '通报名称'] }),
    unit: ref('通报单位', 'Unit', 'organisation.units', { optional: true, aliases: ['单位', '发布单位'] }),
    periodStart: date('案例起始日期', 'Cases from', { aliases: ['起始日期', '统计起始'] }),
    periodEnd: date('案例截止日期', 'Cases until', { optional: true, aliases: ['截止日期', '统计截止'] }),
    caseCount: integer('案例数', 'Cases', { optional: true, aliases: ['案件数', '通报案例数'] }),
    scope: text('通报范围', 'Scope', { optional: true, aliases: ['范围'] }),
    issuedOn: date('通报日期', 'Issued on', { aliases: ['日期', '印发日期'] }),
    summary: prose('通报内容', 'Summary', { optional: true, aliases: ['主要内容', '内容'] }),
  },
});

/** A report proved false had harmed an officer: the name is cleared within the scope of the harm (L6 art. 53). */
export const clarifications = register('disclosure.clarifications', {
  words: words('澄清正名', 'Clarifications'),
  record: words('件', 'clarification'),
  key: ['number'],
  date: 'clarifiedOn',
  unit: 'unit',
  officer: 'officer',
  // The discipline commission publishes what it cleared; workbooks come from those who publish everything else.
  policy: {
    ...exposureWork,
    write: { ...exposureWork.write, DISCIPLINE_LIAISON: 'all' },
    handIn: ['PRESS_EDITOR', 'OFFICE_DIRECTOR'],
  },
  open: ['unit', 'clarifiedOn', 'scope'],
  columns: {
    number: text('澄清编号', 'Clarification no.', { max: 60, aliases: ['编号'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号', '被澄清人'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    exposure: ref('原曝光', 'Exposure', 'disclosure.exposures', { optional: true, aliases: ['曝光编号'] }),
    finding: prose('查核结论', 'Finding', { aliases: ['结论', '核查结论'] }),
    scope: choice('澄清范围', 'Scope', {
      PERSON: ['当面澄清', 'To the officer'],
      UNIT: ['单位内澄清', 'Within the unit'],
      SYSTEM: ['系统内通报澄清', 'Within the system'],
      PUBLIC: ['公开澄清', 'In public'],
    }),
    publication: ref('公示', 'Publication', 'disclosure.publications', { optional: true, aliases: ['公示编号'] }),
    clarifiedOn: date('澄清日期', 'Clarified on', { aliases: ['日期'] }),
  },
});
