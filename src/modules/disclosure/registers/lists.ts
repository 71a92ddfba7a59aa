import { officeWork, type Policy, unitWork } from '../../../platform/access/policies.ts';
import { choice, creditCode, date, decimal, integer, prose, ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** A list binds everyone who decides a case, so all read it; the authority that made it enters it (reference 2.5). */
const listWork: Policy = { read: officeWork.read, write: unitWork.write };

/** Whose list it is. Items without it are the office's to enter; a unit enters those of its own lists. */
const listedBy = () => ref('制定机关', 'Issued by', 'organisation.units', { optional: true, aliases: ['发布机关'] });

const listStates = {
  DRAFT: ['拟制中', 'Draft'],
  REVIEWED: ['已合法性审查', 'Legally reviewed'],
  LIVE: ['已公布', 'Live'],
  REPLACED: ['已被新版替代', 'Replaced'],
  WITHDRAWN: ['已废止', 'Withdrawn'],
} as const;

/** A no-penalty or lighter-penalty list, one record for each edition of each kind (reference 21). */
export const penaltyLists = register('disclosure.penaltyLists', {
  words: words('不罚轻罚清单', 'Penalty lists'),
  record: words('份', 'list'),
  key: ['number'],
  date: 'validFrom',
  ends: 'validTo',
  unit: 'unit',
  policy: listWork,
  lookup: ['title'],
  title: 'title',
  open: ['title', 'kind', 'edition', 'unit', 'validFrom', 'validTo', 'publication', 'state'],
  columns: {
    number: text('清单编号', 'List no.', { max: 60, aliases: ['编号', '文号'] }),
    title: text('清单名称', 'Title', { aliases: ['名称', '标题'] }),
    kind: choice('清单类别', 'Kind', {
      NO_PENALTY: ['不罚清单', 'No penalty'],
      LIGHTER: ['轻罚清单', 'Lighter penalty'],
    }),
    edition: text('版本号', 'Edition', { optional: true, max: 20, aliases: ['版本'] }),
    unit: ref('制定机关', 'Authority', 'organisation.units', { optional: true, aliases: ['单位', '发布机关'] }),
    publication: ref('公示', 'Publication', 'disclosure.publications', { optional: true, aliases: ['公示编号'] }),
    validFrom: date('施行日期', 'Valid from', { aliases: ['生效日期', '实施日期'] }),
    validTo: date('有效期至', 'Valid to', { optional: true, aliases: ['失效日期'] }),
    state: choice('状态', 'State', listStates),
  },
});

/** One violation on a list, with conditions that no case officer may loosen (reference 21). */
export const penaltyListItems = register('disclosure.penaltyListItems', {
  words: words('清单事项', 'Items of penalty lists'),
  record: words('项', 'item'),
  key: ['code'],
  unit: 'unit',
  policy: listWork,
  title: 'violation',
  open: ['list', 'sequence', 'field', 'authority', 'violation', 'conditions', 'basis'],
  checks: [{ rule: 'onlyOnce', columns: ['list', 'sequence'] }],
  columns: {
    code: text('事项编码', 'Item code', { max: 60, aliases: ['编码', '事项编号'] }),
    list: ref('清单', 'List', 'disclosure.penaltyLists', { aliases: ['清单编号', '清单名称'] }),
    unit: listedBy(),
    sequence: integer('序号', 'No.', { aliases: ['事项序号'] }),
    field: text('领域', 'Field', { max: 60, aliases: ['执法领域'] }),
    authority: text('执法主体', 'Authority', { optional: true, aliases: ['实施机关', '执法部门'] }),
    violation: text('违法行为', 'Violation', { max: 500, aliases: ['事项名称', '违法事项'] }),
    conditions: prose('适用条件', 'Conditions', { aliases: ['适用情形', '条件'] }),
    basis: prose('法律依据', 'Legal basis', { optional: true, aliases: ['依据'] }),
    measures: prose('监管措施', 'Measures', { optional: true, aliases: ['配套措施', '教育措施'] }),
  },
});

/** A minor violation by a firm, decided under an item of a list (reference 21). */
export const minorViolationCases = register('disclosure.minorViolationCases', {
  words: words('轻微违法案件', 'Minor-violation cases'),
  record: words('件', 'case'),
  key: ['number'],
  date: 'decidedOn',
  unit: 'unit',
  policy: unitWork,
  // Which firm it was is nobody's business once it has put things right.
  open: ['item', 'unit', 'decidedOn', 'decision', 'amountWaived'],
  columns: {
    number: text('案件编号', 'Case no.', { max: 80, aliases: ['编号', '案号'] }),
    item: ref('适用事项', 'Item', 'disclosure.penaltyListItems', { aliases: ['事项编码', '清单事项'] }),
    unit: ref('办案单位', 'Unit', 'organisation.units', { aliases: ['单位', '执法单位'] }),
    firmCode: creditCode('统一社会信用代码', 'Firm code', { optional: true, aliases: ['企业代码', '信用代码'] }),
    firmName: text('企业名称', 'Firm', { optional: true, aliases: ['当事人', '名称'] }),
    foundOn: date('发现日期', 'Found on', { aliases: ['查获日期'] }),
    correctedOn: date('改正日期', 'Corrected on', { optional: true, aliases: ['整改日期'] }),
    evidence: prose('证据材料', 'Evidence', { optional: true, aliases: ['佐证材料'] }),
    decision: choice('处理决定', 'Decision', {
      NO_PENALTY: ['不予处罚', 'No penalty'],
      LIGHTER: ['从轻处罚', 'Lighter'],
      MITIGATED: ['减轻处罚', 'Mitigated'],
      // Who refuses to correct, or is late, is punished after all (reference 21).
      PUNISHED: ['依法处罚', 'Punished'],
    }),
    decidedOn: date('决定日期', 'Decided on', { aliases: ['处理日期', '日期'] }),
    amountWaived: decimal('减免金额(元)', 'Amount waived (yuan)', {
      optional: true,
      aliases: ['减免罚款', '减免金额'],
    }),
  },
});

/** A list of public legal services (公共法律服务事项清单), one record for each edition. */
export const legalServiceLists = register('disclosure.legalServiceLists', {
  words: words('公共法律服务事项清单', 'Legal-service lists'),
  record: words('份', 'list'),
  key: ['number'],
  date: 'publishedOn',
  ends: 'validTo',
  unit: 'unit',
  policy: listWork,
  lookup: ['title'],
  title: 'title',
  open: ['title', 'edition', 'unit', 'publishedOn', 'publication', 'state'],
  columns: {
    number: text('清单编号', 'List no.', { max: 60, aliases: ['编号', '文号'] }),
    title: text('清单名称', 'Title', { aliases: ['名称', '标题'] }),
    edition: text('版本号', 'Edition', { optional: true, max: 20, aliases: ['版本'] }),
    unit: ref('制定机关', 'Authority', 'organisation.units', { optional: true, aliases: ['单位', '发布机关'] }),
    publication: ref('公示', 'Publication', 'disclosure.publications', { optional: true, aliases: ['公示编号'] }),
    publishedOn: date('公布日期', 'Published on', { optional: true, aliases: ['发布日期', '日期'] }),
    validTo: date('有效期至', 'Valid to', { optional: true, aliases: ['失效日期'] }),
    state: choice('状态', 'State', listStates),
  },
});

/** One service of a list, with what a citizen must know to use it (reference 22). */
export const legalServices = register('disclosure.legalServices', {
  words: words('公共法律服务事项', 'Legal services'),
  record: words('项', 'service'),
  key: ['code'],
  unit: 'unit',
  policy: listWork,
  lookup: ['item'],
  title: 'item',
  open: ['list', 'serviceClass', 'item', 'audience', 'provider', 'way', 'place', 'timeLimit', 'fee', 'phone'],
  columns: {
    code: text('事项编码', 'Code', { max: 60, aliases: ['编码', '序号', '事项编号'] }),
    list: ref('清单', 'List', 'disclosure.legalServiceLists', { aliases: ['清单编号', '清单名称'] }),
    unit: listedBy(),
    serviceClass: choice('服务类别', 'Class', {
      PUBLICITY: ['法治宣传', 'Legal publicity'],
      ADVICE: ['法律咨询', 'Advice'],
      AID: ['法律援助', 'Legal aid'],
      MEDIATION: ['人民调解', "People's mediation"],
      LAWYER: ['律师服务', 'Lawyers'],
      NOTARY: ['公证', 'Notary'],
      APPRAISAL: ['司法鉴定', 'Forensic appraisal'],
      ARBITRATION: ['仲裁', 'Arbitration'],
      COMMUNITY_COUNSEL: ['村(社区)法律顾问', 'Community counsel'],
      EXAM: ['法律职业资格考试服务', 'Exam service'],
      OTHER: ['其他', 'Other'],
    }),
    item: text('服务事项', 'Item', { aliases: ['事项名称', '名称'] }),
    content: prose('服务内容', 'Content', { optional: true, aliases: ['内容'] }),
    audience: text('服务对象', 'For whom', { optional: true, aliases: ['对象'] }),
    provider: text('服务主体', 'Provider', { optional: true, aliases: ['提供主体', '责任主体'] }),
    way: text('服务方式', 'Way', { optional: true, aliases: ['提供方式'] }),
    place: text('服务地点', 'Place', { optional: true, aliases: ['地点'] }),
    timeLimit: text('办理时限', 'Time limit', { optional: true, max: 100, aliases: ['时限'] }),
    fee: choice(
      '收费',
      'Fee',
      { FREE: ['免费', 'Free'], AT_COST: ['成本收费', 'At cost'], PRICED: ['按标准收费', 'Priced'] },
      { aliases: ['收费标准', '是否收费'] },
    ),
    basis: prose('设定依据', 'Basis', { optional: true, aliases: ['依据'] }),
    standard: text('服务标准', 'Standard', { optional: true }),
    phone: text('服务电话', 'Phone', { optional: true, max: 60, aliases: ['咨询电话', '联系电话'] }),
  },
});
