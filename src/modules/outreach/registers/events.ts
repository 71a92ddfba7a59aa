import { unitWork } from '../../../platform/access/policies.ts';
import { choice, date, decimal, integer, prose, ref, text, time } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** Open-door work (reference 16): an event held once, on one date, at one place, by one lead unit. */
export const events = register('outreach.events', {
  words: words('开门活动', 'Open-door events'),
  record: words('场次', 'event'),
  key: ['number'],
  date: 'heldOn',
  unit: 'unit',
  policy: unitWork,
  title: 'title',
  open: ['kind', 'title', 'unit', 'heldOn', 'participants'],
  checks: [
    // An event that two units report is counted once, for the lead unit (reference 2.1).
    { rule: 'onlyOnce', columns: ['kind', 'heldOn', 'startsAt', 'place', 'title'] },
  ],
  columns: {
    number: text('活动编号', 'Event no.', { max: 60, aliases: ['编号'] }),
    kind: choice(
      '活动类型',
      'Kind',
      {
        OPEN_DOOR_SUGGESTION: ['开门纳谏', 'Open-door suggestions'],
        PRACTICAL_SERVICE: ['我为群众办实事', 'Practical service'],
        OPEN_DAY: ['政法机关开放日', 'Open day'],
        BIG_VISIT: ['大走访', 'Big visit'],
        BIG_SURVEY: ['大调研', 'Big survey'],
        BIG_MEDIATION: ['大调处', 'Big mediation drive'],
      },
      { aliases: ['类型', '活动类别'] },
    ),
    title: text('活动名称', 'Title', { aliases: ['活动主题', '名称'] }),
    unit: ref('牵头单位', 'Lead unit', 'organisation.units', { aliases: ['单位', '主办单位', '填报单位'] }),
    heldOn: date('活动日期', 'Held on', { aliases: ['日期', '时间', '举办日期'] }),
    startsAt: time('开始时间', 'Starts at', { optional: true }),
    endsAt: time('结束时间', 'Ends at', { optional: true }),
    place: text('活动地点', 'Place', { optional: true, aliases: ['地点'] }),
    // Groups and numbers, never a list of the citizens who came.
    audience: text('参加对象', 'Audience', { optional: true, aliases: ['邀请对象', '参加人员'] }),
    participants: integer('参加人数', 'Participants', { optional: true, aliases: ['人数', '参与群众人数'] }),
    content: prose('活动内容', 'Programme', { optional: true, aliases: ['内容', '活动情况'] }),
    opinions: integer('收集意见数', 'Opinions collected', { optional: true, aliases: ['意见建议数', '意见条数'] }),
    note: prose('备注', 'Note', { optional: true }),
  },
});

/** One suggestion: who it came from is a group, unless the person agreed to be named (reference 16). */
export const suggestions = register('outreach.suggestions', {
  words: words('意见建议', 'Suggestions'),
  record: words('条', 'suggestion'),
  key: ['number'],
  date: 'madeOn',
  unit: 'unit',
  policy: unitWork,
  open: ['fromGroup', 'unit', 'madeOn', 'adopted', 'state'],
  columns: {
    number: text('意见编号', 'Suggestion no.', { max: 60, aliases: ['编号', '建议编号'] }),
    event: ref('来源活动', 'Event', 'outreach.events', { optional: true, aliases: ['活动编号'] }),
    text: prose('意见内容', 'Suggestion', { aliases: ['建议内容', '意见建议', '内容'] }),
    fromGroup: choice(
      '提出人类别',
      'From',
      {
        DEPUTY: ['人大代表', "Deputy of the people's congress"],
        CPPCC_MEMBER: ['政协委员', 'Member of the consultative conference'],
        LAWYER: ['律师', 'Lawyer'],
        FIRM: ['企业', 'Firm'],
        SUPERVISOR: ['特约监督员', 'Special supervisor'],
        CITIZEN: ['群众', 'Citizen'],
        OTHER: ['其他', 'Other'],
      },
      { aliases: ['意见来源', '提出人身份'] },
    ),
    namedWithConsent: text('提出人(经同意)', 'Named with consent', { optional: true, mask: 'name', max: 60 }),
    madeOn: date('提出日期', 'Made on', { aliases: ['日期', '收集日期'] }),
    unit: ref('办理单位', 'Unit', 'organisation.units', { aliases: ['单位', '责任单位', '承办单位'] }),
    adopted: choice(
      '采纳情况',
      'Adopted',
      { YES: ['采纳', 'Adopted'], PARTLY: ['部分采纳', 'Partly'], NO: ['未采纳', 'Not adopted'] },
      { optional: true, aliases: ['是否采纳'] },
    ),
    reply: prose('答复情况', 'Reply', { optional: true, aliases: ['答复内容', '办理情况'] }),
    dueOn: date('答复时限', 'Due on', { optional: true, aliases: ['办理时限'] }),
    repliedOn: date('答复日期', 'Replied on', { optional: true, aliases: ['办结日期'] }),
    state: choice('状态', 'State', {
      RECEIVED: ['已收集', 'Received'],
      STUDIED: ['已研究', 'Studied'],
      REPLIED: ['已答复', 'Replied'],
      DONE: ['已落实', 'Done'],
    }),
  },
});

/** A survey of sense of security or satisfaction, with its source; not the rate of the hotline (name 113 of the report). */
export const satisfactionSurveys = register('outreach.satisfactionSurveys', {
  words: words('群众安全感和满意度调查', 'Surveys of security and satisfaction'),
  record: words('次', 'survey'),
  key: ['number'],
  date: 'surveyedOn',
  unit: 'unit',
  policy: unitWork,
  open: ['kind', 'unit', 'surveyedOn', 'source', 'answers', 'rate'],
  columns: {
    number: text('调查编号', 'Survey no.', { max: 60, aliases: ['编号'] }),
    kind: choice('调查类别', 'Kind', {
      SECURITY: ['安全感', 'Sense of security'],
      SATISFACTION: ['满意度', 'Satisfaction'],
    }),
    unit: ref('被评价单位', 'Unit', 'organisation.units', { optional: true, aliases: ['单位'] }),
    regionCode: text('行政区划代码', 'Region code', { optional: true, max: 6, aliases: ['区划代码'] }),
    surveyedOn: date('调查日期', 'Surveyed on', { aliases: ['日期', '公布日期'] }),
    source: text('数据来源', 'Source', { aliases: ['来源', '调查机构'] }),
    answers: integer('有效样本数', 'Valid answers', { optional: true, aliases: ['样本量', '有效样本'] }),
    rate: decimal('结果(%)', 'Result (%)', { aliases: ['满意率', '安全感指数', '得分'] }),
    note: prose('备注', 'Note', { optional: true }),
  },
});
