import { type Policy, unitWork } from '../../../platform/access/policies.ts';
import { choice, date, mobile, prose, ref, text, time, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** Events cross between the hotline, the units and the mediators, so the dispatchers of the hotline route them too. */
const eventWork: Policy = {
  read: { ...unitWork.read, HOTLINE_AGENT: 'all', HOTLINE_DISPATCHER: 'all', HANDLING_UNIT: 'unit' },
  write: { ...unitWork.write, HOTLINE_AGENT: 'all', HOTLINE_DISPATCHER: 'all' },
};

/** A demand put by citizens at open-door work and sorted into a category (reference 16). */
export const demands = register('appeals.demands', {
  words: words('梳理诉求', 'Demands'),
  record: words('件', 'demand'),
  key: ['number'],
  date: 'raisedOn',
  unit: 'unit',
  policy: unitWork,
  open: ['category', 'unit', 'raisedOn', 'state'],
  columns: {
    number: text('诉求编号', 'Demand no.', { max: 60, aliases: ['编号'] }),
    category: ref('诉求类别', 'Category', 'appeals.demandCategories', {
      optional: true,
      aliases: ['大类', '类别', '分类'],
    }),
    text: prose('诉求内容', 'Text', { aliases: ['内容', '反映问题'] }),
    event: ref('来源活动', 'From event', 'outreach.events', { optional: true, aliases: ['活动编号'] }),
    raisedOn: date('提出日期', 'Raised on', { aliases: ['收集日期', '日期'] }),
    unit: ref('承办单位', 'Handling unit', 'organisation.units', { aliases: ['单位', '责任单位', '办理单位'] }),
    wantsReply: yesNo('是否需要答复', 'Wants a reply', { optional: true }),
    // A name is kept only where a reply is wanted (reference 16).
    contactName: text('联系人', 'Contact', { optional: true, mask: 'name', max: 60, aliases: ['诉求人'] }),
    contactMobile: mobile('联系电话', 'Mobile', { optional: true, aliases: ['电话'] }),
    dueOn: date('办理期限', 'Due on', { optional: true, aliases: ['办结时限'] }),
    result: prose('办理结果', 'Result', { optional: true, aliases: ['办理情况'] }),
    solved: yesNo('是否解决', 'Solved', { optional: true }),
    satisfied: yesNo('是否满意', 'Satisfied', { optional: true, aliases: ['满意情况'] }),
    state: choice('状态', 'State', {
      RAISED: ['已收集', 'Raised'],
      SORTED: ['已梳理', 'Sorted'],
      IN_PROGRESS: ['办理中', 'In progress'],
      DONE: ['已办结', 'Done'],
      ANSWERED: ['已答复', 'Answered'],
    }),
  },
});

/**
 * An event of city governance, at event level only: what is wrong at which street (reference 24). By design there is no
 * column for a dwelling, a resident or whoever reported it.
 */
export const governanceEvents = register('appeals.governanceEvents', {
  words: words('社会治理事件', 'Governance events'),
  record: words('件', 'event'),
  key: ['number'],
  date: 'reportedAt',
  unit: 'unit',
  policy: eventWork,
  open: ['channel', 'kind', 'reportedAt', 'unit', 'state'],
  columns: {
    number: text('事件编号', 'Event no.', { max: 60, aliases: ['编号'] }),
    channel: ref('上报渠道', 'Channel', 'appeals.channels', { aliases: ['渠道', '来源'] }),
    kind: choice('事件类别', 'Kind', {
      FACILITY: ['公共设施', 'Public facility'],
      SAFETY_HAZARD: ['安全隐患', 'Safety hazard'],
      ENVIRONMENT: ['环境秩序', 'Environment and order'],
      QUARREL: ['矛盾纠纷', 'Quarrel'],
      SERVICE: ['便民服务', 'Service'],
      OTHER: ['其他', 'Other'],
    }),
    street: text('街道(路段)', 'Street', { max: 100, aliases: ['街道', '地点', '发生地点'] }),
    text: prose('事件描述', 'Text', { aliases: ['事件内容', '内容'] }),
    reportedAt: time('上报时间', 'Reported at', { aliases: ['时间', '上报日期'] }),
    acceptedAt: time('受理时间', 'Accepted at', { optional: true }),
    unit: ref('处置单位', 'Unit', 'organisation.units', { optional: true, aliases: ['单位', '承办单位'] }),
    route: text('流转路径', 'Route', { optional: true, aliases: ['流转过程'] }),
    dueAt: time('处置时限', 'Due at', { optional: true, aliases: ['办结时限'] }),
    result: prose('处置结果', 'Result', { optional: true, aliases: ['处理结果'] }),
    verifiedBy: ref('核查单位', 'Verified by', 'organisation.units', { optional: true }),
    closedAt: time('结案时间', 'Closed at', { optional: true, aliases: ['办结时间'] }),
    appeal: ref('关联工单', 'Appeal', 'appeals.appeals', { optional: true, aliases: ['工单编号'] }),
    dispute: ref('关联纠纷', 'Dispute', 'mediation.disputes', { optional: true, aliases: ['纠纷编号'] }),
    state: choice('状态', 'State', {
      REPORTED: ['已上报', 'Reported'],
      ACCEPTED: ['已受理', 'Accepted'],
      ROUTED: ['已流转', 'Routed'],
      IN_PROGRESS: ['处置中', 'In progress'],
      DONE: ['已处置', 'Done'],
      VERIFIED: ['已核查', 'Verified'],
      CLOSED: ['已结案', 'Closed'],
      RETURNED: ['已退回', 'Returned'],
      OVERDUE: ['已超时', 'Overdue'],
      ESCALATED: ['已升级', 'Escalated'],
    }),
  },
});
