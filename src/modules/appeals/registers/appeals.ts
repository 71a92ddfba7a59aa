import { hotlineWork } from '../../../platform/access/policies.ts';
import { choice, date, integer, mobile, prose, ref, text, time, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** How appeals come in (reference 15). */
export const appealChannels = {
  PHONE: ['电话', 'Phone'],
  WECHAT: ['微信', 'WeChat'],
  APP: ['手机客户端', 'App'],
  WEB: ['网站', 'Web'],
  LETTER: ['来信', 'Letter'],
  MEDIA: ['媒体', 'Media'],
  VISIT: ['来访', 'Visit'],
} as const;

/**
 * Citizens' appeals, millions of them. The running count answers how many were accepted; it keeps few columns, because a count
 * with as many cells as there are appeals would save nothing (facts, section 3).
 */
export const appeals = register('appeals.appeals', {
  words: words('群众诉求', 'Appeals'),
  record: words('件', 'appeal'),
  key: ['ticketNo'],
  date: 'receivedAt',
  unit: 'unit',
  policy: hotlineWork,
  // Neither caller nor words of the appeal: both can point to a person.
  open: ['receivedAt', 'channel', 'kind', 'category', 'state', 'closedOn'],
  rollup: ['receivedAt', 'accepted', 'unit', 'state'],
  columns: {
    ticketNo: text('工单编号', 'Ticket no.', { max: 60, aliases: ['编号', '工单号', '诉求编号', '受理编号'] }),
    channel: choice('诉求渠道', 'Channel', appealChannels, { aliases: ['来源渠道', '受理渠道', '渠道', '来源'] }),
    receivedAt: time('接收时间', 'Received at', { aliases: ['来电时间', '受理时间', '诉求时间', '登记时间', '时间'] }),
    kind: choice(
      '诉求类型',
      'Kind',
      {
        CONSULT: ['咨询', 'Question'],
        HELP: ['求助', 'Request for help'],
        COMPLAINT: ['投诉', 'Complaint'],
        REPORT: ['举报', 'Report'],
        SUGGESTION: ['建议', 'Suggestion'],
      },
      { aliases: ['类型', '工单类型'] },
    ),
    category: ref('诉求分类', 'Category', 'appeals.categories', {
      optional: true,
      aliases: ['分类', '问题分类', '分类编码'],
    }),
    region: text('所属区域', 'Region', { optional: true, max: 60, aliases: ['区域', '区市', '行政区划'] }),
    place: text('诉求地点', 'Place', { optional: true, mask: 'address', aliases: ['地点', '事发地点'] }),
    // Empty while the hotline itself answers.
    unit: ref('承办单位', 'Handling unit', 'organisation.units', { optional: true, aliases: ['主办单位', '办理单位'] }),
    title: text('诉求标题', 'Title', { optional: true, aliases: ['标题', '主题'] }),
    text: prose('诉求内容', 'Text', { aliases: ['内容', '反映内容', '来电内容'] }),
    callerName: text('诉求人姓名', 'Caller', {
      optional: true,
      mask: 'name',
      max: 60,
      aliases: ['来电人', '诉求人', '姓名'],
    }),
    callerMobile: mobile('联系电话', 'Mobile', { optional: true, aliases: ['来电号码', '电话', '手机号码'] }),
    wantsReply: yesNo('是否需要答复', 'Wants a reply', { optional: true, aliases: ['是否回复'] }),
    confidential: yesNo('是否保密', 'Confidential', { optional: true, aliases: ['要求保密'] }),
    urgency: choice(
      '紧急程度',
      'Urgency',
      { NORMAL: ['一般', 'Normal'], URGENT: ['紧急', 'Urgent'], CRITICAL: ['特急', 'Critical'] },
      { optional: true },
    ),
    // Empty until it is decided. A merged duplicate was accepted like any other and counts once, as received.
    accepted: yesNo('是否受理', 'Accepted', { optional: true, aliases: ['受理情况'] }),
    refusalReason: choice(
      '不予受理原因',
      'Reason for refusal',
      {
        OTHER_PROCEDURE: ['属诉讼仲裁等法定程序', 'Belongs to litigation, arbitration or the like'],
        PETITION: ['已进入信访程序', 'Already a petition'],
        SECRET_OR_PRIVACY: ['涉及秘密或隐私', 'Secrets or privacy'],
        PUBLIC_MORALS: ['违反公序良俗', 'Against public morals'],
        SETTLED: ['已依法办结', 'Already settled lawfully'],
        OTHER: ['其他', 'Other'],
      },
      { optional: true, aliases: ['不受理原因'] },
    ),
    dueOn: date('办理期限', 'Due on', { optional: true, aliases: ['办结时限', '截止日期'] }),
    mergedInto: ref('并入工单', 'Merged into', 'appeals.appeals', { optional: true, aliases: ['主工单编号'] }),
    isRepeat: yesNo('是否重复诉求', 'Repeat', { optional: true, aliases: ['重复诉求'] }),
    supervised: yesNo('是否督办', 'Under supervision', { optional: true, aliases: ['督办'] }),
    reworkCount: integer('重办次数', 'Times reworked', { optional: true }),
    closedOn: date('办结日期', 'Closed on', { optional: true, aliases: ['办结时间'] }),
    archivedOn: date('归档日期', 'Archived on', { optional: true }),
    state: choice(
      '状态',
      'State',
      {
        RECEIVED: ['已接收', 'Received'],
        REFUSED: ['不予受理', 'Refused'],
        ACCEPTED: ['已受理', 'Accepted'],
        ANSWERED: ['直接答复', 'Answered at once'],
        DISPATCHED: ['已转办', 'Dispatched'],
        SIGNED: ['已签收', 'Signed for'],
        IN_PROGRESS: ['办理中', 'In progress'],
        REPLIED: ['已反馈', 'Replied'],
        CHECKED: ['已审核', 'Checked'],
        REVISITED: ['已回访', 'Called back'],
        REWORK: ['重办', 'Rework'],
        PENDING_PLAN: ['挂账', 'Pending, with a plan'],
        MERGED: ['已并单', 'Merged'],
        CLOSED: ['已办结', 'Closed'],
        ARCHIVED: ['已归档', 'Archived'],
      },
      { aliases: ['办理状态', '工单状态'] },
    ),
  },
});

/** One dispatch of an appeal to one unit: one lead, any number of assistants (reference 15). */
export const workOrders = register('appeals.workOrders', {
  words: words('转办工单', 'Work orders'),
  record: words('件', 'work order'),
  key: ['number'],
  date: 'dispatchedAt',
  unit: 'unit',
  policy: hotlineWork,
  open: ['unit', 'role', 'dispatchedAt', 'dueOn', 'state'],
  columns: {
    number: text('派单编号', 'Work order no.', { max: 60, aliases: ['编号', '转办编号'] }),
    appeal: ref('工单', 'Appeal', 'appeals.appeals', { aliases: ['工单编号', '诉求编号'] }),
    unit: ref('承办单位', 'Unit', 'organisation.units', { aliases: ['单位', '办理单位'] }),
    role: choice('承办角色', 'Role', { LEAD: ['主办', 'Lead'], ASSIST: ['协办', 'Assist'] }, { aliases: ['主办协办'] }),
    dispatchedAt: time('派单时间', 'Dispatched at', { aliases: ['转办时间', '派发时间'] }),
    signedAt: time('签收时间', 'Signed at', { optional: true }),
    dueOn: date('办理期限', 'Due on', { optional: true, aliases: ['办结时限'] }),
    extendedTo: date('延期至', 'Extended to', { optional: true, aliases: ['延期期限'] }),
    extensionReason: text('延期原因', 'Reason for extension', { optional: true }),
    returnedAt: time('退单时间', 'Returned at', { optional: true }),
    returnReason: text('退单原因', 'Reason for return', { optional: true, aliases: ['退回原因'] }),
    repliedAt: time('反馈时间', 'Replied at', { optional: true, aliases: ['答复时间', '办结时间'] }),
    reply: prose('办理结果', 'Reply', { optional: true, aliases: ['答复内容', '办理情况'] }),
    remindedCount: integer('催办次数', 'Reminders', { optional: true }),
    state: choice('状态', 'State', {
      DISPATCHED: ['已派单', 'Dispatched'],
      SIGNED: ['已签收', 'Signed for'],
      RETURNED: ['已退单', 'Returned'],
      IN_PROGRESS: ['办理中', 'In progress'],
      REPLIED: ['已反馈', 'Replied'],
      CHECKED: ['已审核', 'Checked'],
      REWORK: ['重办', 'Rework'],
      CLOSED: ['已办结', 'Closed'],
    }),
  },
});

/** One return visit (回访). A second call on the same day continues the first. */
export const callbacks = register('appeals.callbacks', {
  words: words('回访记录', 'Call-backs'),
  record: words('次', 'call-back'),
  key: ['appeal', 'calledOn'],
  date: 'calledOn',
  unit: 'unit',
  policy: hotlineWork,
  open: ['unit', 'calledOn', 'rating', 'solved'],
  rollup: ['calledOn', 'unit', 'rating'],
  columns: {
    appeal: ref('工单', 'Appeal', 'appeals.appeals', { aliases: ['工单编号', '诉求编号'] }),
    unit: ref('承办单位', 'Unit', 'organisation.units', { optional: true, aliases: ['单位', '办理单位'] }),
    calledOn: date('回访日期', 'Called on', { aliases: ['回访时间', '日期'] }),
    rating: choice(
      '满意度',
      'Rating',
      {
        // The five grades of 好差评, and the two answers that are no valid rating (reference 15).
        VERY_SATISFIED: ['非常满意', 'Very satisfied'],
        SATISFIED: ['满意', 'Satisfied'],
        BASICALLY_SATISFIED: ['基本满意', 'Basically satisfied'],
        DISSATISFIED: ['不满意', 'Dissatisfied'],
        VERY_DISSATISFIED: ['非常不满意', 'Very dissatisfied'],
        UNREACHABLE: ['未联系上', 'Unreachable'],
        UNWILLING: ['不愿评价', 'Unwilling to rate'],
      },
      { aliases: ['评价', '满意情况', '回访结果'] },
    ),
    solved: yesNo('是否解决', 'Solved', { optional: true, aliases: ['解决情况'] }),
    remark: prose('回访说明', 'Remark', { optional: true, aliases: ['备注'] }),
  },
});
