import { officeWork, type Policy, windowWork } from '../../../platform/access/policies.ts';
import { choice, date, mobile, prose, ref, text, time, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** What is offered is known to all; each unit keeps its own items and windows. */
const offerWork: Policy = {
  read: officeWork.read,
  write: { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', UNIT_HEAD: 'unit', UNIT_STAFF: 'unit' },
};

/** The system draws a code when a clerk takes a matter in; whoever looks after the window sees that it exists. */
const codeWork: Policy = {
  read: { WINDOW_CLERK: 'unit', AUDITOR: 'all' },
  write: { WINDOW_CLERK: 'unit' },
};

/** A service a citizen or firm can ask for, with all that must be disclosed about it (reference 19, 20). */
export const items = register('services.items', {
  words: words('服务事项', 'Service items'),
  record: words('项', 'item'),
  key: ['code'],
  date: 'enabledOn',
  ends: 'disabledOn',
  unit: 'unit',
  policy: offerWork,
  lookup: ['name'],
  title: 'name',
  open: ['code', 'name', 'domain', 'group', 'unit', 'onlineLevel', 'onWechat', 'promisedLimit', 'fee', 'enabled'],
  columns: {
    code: text('事项编码', 'Item code', { max: 60, aliases: ['编码', '事项编号', '序号'] }),
    name: text('事项名称', 'Name', { aliases: ['名称', '业务名称', '服务事项'] }),
    domain: choice(
      '业务领域',
      'Domain',
      {
        HOUSEHOLD: ['户政', 'Household registration'],
        EXIT_ENTRY: ['出入境', 'Exit and entry'],
        TRAFFIC: ['交通管理', 'Traffic'],
        PUBLIC_ORDER: ['治安管理', 'Public order'],
        LITIGATION: ['诉讼服务', 'Litigation service'],
        PROCURATORATE: ['检察服务', 'Procuratorate service'],
        LEGAL_SERVICE: ['公共法律服务', 'Public legal service'],
        OTHER: ['其他', 'Other'],
      },
      { aliases: ['领域', '业务类别'] },
    ),
    group: text('事项分组', 'Group', { optional: true, max: 60, aliases: ['分组', '类别'] }),
    unit: ref('实施单位', 'Unit', 'organisation.units', { aliases: ['单位', '办理单位', '实施主体'] }),
    basis: prose('设定依据', 'Basis', { optional: true, aliases: ['依据', '法律依据'] }),
    applicants: text('服务对象', 'Applicants', { optional: true, aliases: ['申请人', '办理对象'] }),
    conditions: prose('办理条件', 'Conditions', { optional: true, aliases: ['受理条件'] }),
    materials: prose('申请材料', 'Materials', { optional: true, aliases: ['所需材料', '材料清单'] }),
    statutoryLimit: text('法定时限', 'Limit by law', { optional: true, max: 60, aliases: ['法定办结时限'] }),
    promisedLimit: text('承诺时限', 'Limit promised', {
      optional: true,
      max: 60,
      aliases: ['办理时限', '承诺办结时限'],
    }),
    fee: text('收费标准', 'Fee', { optional: true, aliases: ['收费', '是否收费'] }),
    onlineLevel: choice(
      '网办深度',
      'Online level',
      {
        FULL: ['全程网办', 'Fully online'],
        PRE_CHECK: ['网上预审', 'Checked online, then at the counter'],
        QUERY: ['网上查询', 'Query only'],
        NONE: ['线下办理', 'At the counter only'],
      },
      { aliases: ['网办程度'] },
    ),
    atWindow: yesNo('窗口可办', 'At the window', { optional: true }),
    nearby: yesNo('就近可办', 'Nearby', { optional: true, aliases: ['就近办'] }),
    onWeb: yesNo('网站可办', 'On the web', { optional: true, aliases: ['网上办'] }),
    onWechat: yesNo('接入微信', 'In WeChat', { aliases: ['微信可办', '微信办理', '是否接入微信'] }),
    resultDocument: text('结果文书', 'Result document', { optional: true, aliases: ['办理结果'] }),
    enabled: yesNo('是否开通', 'Enabled', { aliases: ['启用', '是否启用', '在用'] }),
    enabledOn: date('开通日期', 'Enabled on', { optional: true, aliases: ['上线日期', '启用日期'] }),
    disabledOn: date('停用日期', 'Disabled on', { optional: true, aliases: ['下线日期'] }),
  },
});

/** One matter a citizen submits (办件). */
export const cases = register('services.cases', {
  words: words('办件', 'Service cases'),
  record: words('件', 'case'),
  key: ['number'],
  date: 'submittedAt',
  unit: 'unit',
  policy: windowWork,
  open: ['item', 'unit', 'channel', 'submittedAt', 'dueOn', 'decidedOn', 'rating', 'state'],
  columns: {
    number: text('办件编号', 'Case no.', { max: 60, aliases: ['编号', '受理编号', '业务编号'] }),
    item: ref('服务事项', 'Item', 'services.items', { aliases: ['事项编码', '事项名称'] }),
    unit: ref('办理单位', 'Unit', 'organisation.units', { aliases: ['单位', '受理单位'] }),
    window: ref('受理窗口', 'Window', 'services.windows', { optional: true, aliases: ['窗口', '窗口编号'] }),
    channel: choice(
      '申请渠道',
      'Channel',
      {
        WINDOW: ['窗口', 'Window'],
        NEARBY: ['就近办', 'Nearby'],
        WECHAT: ['微信', 'WeChat'],
        WEB: ['网站', 'Web'],
      },
      { aliases: ['渠道', '办理渠道'] },
    ),
    applicantName: text('申请人', 'Applicant', { mask: 'name', max: 100, aliases: ['申请人姓名', '办事人'] }),
    applicantMobile: mobile('联系电话', 'Mobile', { optional: true, aliases: ['手机号码', '电话'] }),
    materials: prose('提交材料', 'Materials handed in', { optional: true, aliases: ['材料'] }),
    submittedAt: time('申请时间', 'Submitted at', { aliases: ['提交时间', '收件时间'] }),
    // Missing papers are named once and all together (L27 art. 19, L32 art. 43).
    supplementOn: date('一次性告知补正日期', 'Missing papers named on', { optional: true, aliases: ['补正告知日期'] }),
    acceptedOn: date('受理日期', 'Accepted on', { optional: true }),
    dueOn: date('办理期限', 'Due on', { optional: true, aliases: ['承诺办结日期'] }),
    decidedOn: date('办结日期', 'Decided on', { optional: true, aliases: ['决定日期'] }),
    result: choice(
      '办理结果',
      'Result',
      { GRANTED: ['准予', 'Granted'], REFUSED: ['不予', 'Refused'], WITHDRAWN: ['撤回', 'Withdrawn'] },
      { optional: true },
    ),
    refusalReason: prose('不予办理理由', 'Reason for refusal', { optional: true }),
    deliveredOn: date('送达日期', 'Delivered on', { optional: true, aliases: ['领取日期'] }),
    rating: choice(
      '评价',
      'Rating',
      {
        VERY_SATISFIED: ['非常满意', 'Very satisfied'],
        SATISFIED: ['满意', 'Satisfied'],
        BASICALLY_SATISFIED: ['基本满意', 'Basically satisfied'],
        DISSATISFIED: ['不满意', 'Dissatisfied'],
        VERY_DISSATISFIED: ['非常不满意', 'Very dissatisfied'],
      },
      { optional: true, aliases: ['满意度', '好差评'] },
    ),
    state: choice('状态', 'State', {
      SUBMITTED: ['已提交', 'Submitted'],
      CHECKED: ['已核对', 'Checked'],
      SUPPLEMENT: ['待补正', 'Papers missing'],
      ACCEPTED: ['已受理', 'Accepted'],
      IN_PROGRESS: ['办理中', 'In progress'],
      DECIDED: ['已决定', 'Decided'],
      DELIVERED: ['已送达', 'Delivered'],
      RATED: ['已评价', 'Rated'],
    }),
  },
});

/** A window of a unit, real or on a page. */
export const windows = register('services.windows', {
  words: words('服务窗口', 'Windows'),
  record: words('个', 'window'),
  key: ['code'],
  date: 'openedOn',
  ends: 'closedOn',
  unit: 'unit',
  policy: offerWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'unit', 'place', 'openedOn'],
  columns: {
    code: text('窗口编号', 'Window no.', { max: 40, aliases: ['编号', '窗口号'] }),
    name: text('窗口名称', 'Name', { max: 100, aliases: ['名称', '窗口'] }),
    unit: ref('所属单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    place: text('窗口地点', 'Place', { optional: true, aliases: ['地点', '大厅'] }),
    serves: prose('办理业务', 'What it serves', { optional: true, aliases: ['业务范围'] }),
    openedOn: date('启用日期', 'Opened on', { optional: true }),
    closedOn: date('停用日期', 'Closed on', { optional: true }),
  },
});

/** One number drawn at a window: it says how long somebody waited, not who. */
export const tickets = register('services.tickets', {
  words: words('窗口叫号', 'Window tickets'),
  record: words('人次', 'ticket'),
  key: ['number'],
  date: 'takenAt',
  unit: 'unit',
  policy: windowWork,
  open: ['window', 'unit', 'takenAt', 'calledAt', 'servedAt'],
  columns: {
    number: text('票号', 'Ticket no.', { max: 60, aliases: ['叫号', '排队号', '编号'] }),
    window: ref('窗口', 'Window', 'services.windows', { aliases: ['窗口编号', '窗口名称'] }),
    unit: ref('所属单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    case: ref('办件', 'Case', 'services.cases', { optional: true, aliases: ['办件编号'] }),
    takenAt: time('取号时间', 'Taken at'),
    calledAt: time('叫号时间', 'Called at', { optional: true }),
    servedAt: time('办结时间', 'Served at', { optional: true, aliases: ['离开时间'] }),
  },
});

/**
 * One code for each matter (一码通). The code is a random token without personal data; only its hash is kept, so that whoever
 * reads the register cannot open a citizen's matter (reference 19).
 */
export const codes = register('services.codes', {
  words: words('办件码', 'Matter codes'),
  record: words('个', 'code'),
  key: ['number'],
  date: 'issuedAt',
  ends: 'revokedAt',
  unit: 'unit',
  policy: codeWork,
  open: ['issuedAt', 'expiresAt'],
  columns: {
    number: text('码编号', 'Code no.', { max: 60, aliases: ['编号'] }),
    tokenHash: text('码摘要', 'Hash of the code', { max: 64 }),
    case: ref('办件', 'Case', 'services.cases', { aliases: ['办件编号'] }),
    unit: ref('办理单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    issuedAt: time('发码时间', 'Issued at'),
    expiresAt: time('失效时间', 'Expires at', { aliases: ['有效期至'] }),
    revokedAt: time('注销时间', 'Revoked at', { optional: true }),
  },
});
