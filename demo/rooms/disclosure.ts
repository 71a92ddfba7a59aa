import {
  clarifications,
  exposures,
  legalServiceLists,
  legalServices,
  minorViolationCases,
  penaltyListItems,
  penaltyLists,
  publications,
  violationBulletins,
} from '../../src/modules/disclosure/index.ts';
import { creditCodeCheck, organisationCheck } from '../../src/platform/identifiers/credit-code.ts';
import { cityUnit, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import type { People } from '../people.ts';
import { drawKind } from '../problem-kinds.ts';
import { itemPublication, planPublication, practicalItemCount } from '../publications.ts';
import { type Random, randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { city } from '../story.ts';

type Publication = RowOf<typeof publications>;

const media = ['昭澄日报', '昭澄政法网', '昭澄广播电视台'];

/** What was published, with drafts and one withdrawal that must not count. */
export function publicationTable(seed: string): Table {
  const random = randomFor(seed, 'publications');
  const lead = cityUnit('LEGAL_AFFAIRS_COMMITTEE').name;
  const live = (
    number: string,
    kind: Publication['kind'],
    title: string,
    unit: string,
    publishedOn: string,
  ): Publication => ({
    number,
    kind,
    title,
    unit,
    channel: random.pick(['SITE', 'PAPER', 'WECHAT']),
    outlet: random.pick(media),
    publishedOn,
    state: 'LIVE',
  });
  const days = workingDays('2021-04-26', '2021-05-14');
  const rows = units.map((unit) =>
    live(planPublication(unit), 'PLAN', `${unit.shortName}顽瘴痼疾整治方案公示`, unit.name, random.pick(days)),
  );
  const batches = Math.ceil(practicalItemCount / 10);
  for (let at = 0; at < batches; at++) {
    const day = workingDays('2021-04-12', '2021-06-16')[at]!;
    rows.push(live(itemPublication(at * 10), 'PRACTICAL_ITEM', `我为群众办实事项目公示（第${at + 1}批）`, lead, day));
  }
  rows.push(
    {
      ...live('GS-SS-901', 'PRACTICAL_ITEM', '我为群众办实事项目公示（撤回）', lead, '2021-05-06'),
      state: 'WITHDRAWN',
      withdrawnOn: '2021-05-08',
      changeReason: '项目内容需要重新核实',
    },
    {
      number: 'GS-SS-902',
      kind: 'PRACTICAL_ITEM',
      title: '我为群众办实事项目公示（拟稿）',
      unit: lead,
      channel: 'SITE',
      state: 'DRAFTED',
    },
    live('GS-QD-001', 'LIST', '不予处罚事项清单', cityUnit('JUSTICE_BUREAU').name, '2021-04-28'),
    live('GS-QD-002', 'LIST', '从轻减轻处罚事项清单', cityUnit('JUSTICE_BUREAU').name, '2021-04-28'),
    live('GS-QD-003', 'LIST', `${city.name}公共法律服务事项清单`, cityUnit('JUSTICE_BUREAU').name, '2021-05-17'),
    live('GS-AL-001', 'CASE_EXPOSURE', '典型案例通报（第一批）', lead, '2021-04-29'),
    live('GS-AL-002', 'CASE_EXPOSURE', '典型案例通报（第二批）', lead, '2021-06-08'),
  );
  return table(publications, rows);
}

/** What is said in public of names cleared in public. */
const openly = [
  '网上反映该同志在办案中收受当事人财物。经调取账户往来、询问有关人员，反映的问题不存在，予以公开澄清。',
  '来信反映该同志为亲属经商提供便利。经与市场监管登记信息比对，其亲属未经营所反映的企业，反映失实，予以公开澄清。',
  '来信反映该同志对报案压而不办。经查阅受案登记和案卷，案件在法定期限内立案侦查并已移送起诉，反映失实，予以公开澄清。',
];

/** Exposures, internal bulletins on violations, names cleared. */
export function exposureTables(seed: string, people: People): Table[] {
  const random = randomFor(seed, 'exposures');
  const shown = random.shuffle(people.participating.filter(({ isTeamMember }) => !isTeamMember)).slice(0, 18);
  const cases = shown.map((officer, at): RowOf<typeof exposures> => {
    const first = at < 9;
    const state = at < 16 ? 'LIVE' : 'DISCIPLINE_REVIEWED';
    return {
      number: `BG-2021-${String(at + 1).padStart(2, '0')}`,
      unit: officer.of.name,
      officer: officer.officerNo,
      problemKind: drawKind(random),
      nameShown: 'SURNAME',
      occurredOn: `${random.int(2018, 2020)}年`,
      facts: random.pick([
        '未如实记录过问案件情况',
        '违规投资入股企业',
        '受理报案后未按规定立案',
        '办理减刑材料把关不严',
      ]),
      handling: random.pick(['党内警告', '诫勉谈话', '政务记过', '批评教育']),
      concludedOn: first ? '2021-04-12' : '2021-05-20',
      appealUntil: first ? '2021-05-12' : '2021-06-20',
      informedOn: first ? '2021-04-14' : '2021-05-24',
      personsMasked: true,
      publication: state === 'LIVE' ? (first ? 'GS-AL-001' : 'GS-AL-002') : null,
      exposedOn: state === 'LIVE' ? (first ? '2021-04-29' : '2021-06-08') : null,
      state,
    };
  });
  const bulletins = [
    ['NB-2021-1', '2018年以来全市政法系统违纪违法案例通报', '2018-01-01', '2020-12-31', 46, '2021-03-16'],
    ['NB-2021-2', '2020年以来违反三个规定案例通报', '2020-01-01', '2021-04-30', 17, '2021-05-11'],
    ['NB-2021-3', '教育整顿期间案例通报', '2021-03-01', '2021-05-31', 12, '2021-06-10'],
    // Reaches further back, but was issued after the cut-off.
    ['NB-2021-4', '2015年以来减假暂案件案例通报', '2015-01-01', '2021-05-31', 9, '2021-06-28'],
  ] as const;
  const internal = bulletins.map(
    ([number, title, periodStart, periodEnd, caseCount, issuedOn]): RowOf<typeof violationBulletins> => ({
      number,
      title,
      unit: cityUnit('LEGAL_AFFAIRS_COMMITTEE').name,
      periodStart,
      periodEnd,
      caseCount,
      scope: '全市政法单位内部',
      issuedOn,
    }),
  );
  const cleared = random
    .shuffle(people.participating)
    .slice(0, 9)
    .map(
      (officer, at): RowOf<typeof clarifications> => ({
        number: `CQ-2021-${String(at + 1).padStart(2, '0')}`,
        officer: officer.officerNo,
        unit: officer.of.name,
        finding: openly[at] ?? '经核查，反映问题不属实，予以澄清',
        scope: at < openly.length ? 'PUBLIC' : random.pick(['PERSON', 'UNIT', 'SYSTEM']),
        clarifiedOn: random.pick(workingDays('2021-04-20', '2021-06-18')),
      }),
    );
  return [table(exposures, cases), table(violationBulletins, internal), table(clarifications, cleared)];
}

/** A credit code of a firm that does not exist: region 9901xx. */
export function inventedCreditCode(random: Random): string {
  const organisation = `MA${String(random.int(0, 999_999)).padStart(6, '0')}`;
  const first = `919901${String(random.int(1, 10)).padStart(2, '0')}${organisation}${organisationCheck(organisation)}`;
  // Some organisation checks are letters the credit code does not know; then the check of 0 stands in.
  const sound = /^[0-9A-HJ-NPQRTUWXY]+$/.test(first) ? first : `${first.slice(0, 16)}0`;
  return sound + creditCodeCheck(sound);
}

const fields = [
  '市容环境',
  '市场主体登记',
  '广告',
  '食品标签',
  '价格',
  '计量',
  '文化市场',
  '消防',
  '农业农村',
  '道路运输',
];

/** The two penalty lists, an older edition of one, what was decided under them, and the list of public legal services. */
export function listTables(seed: string): Table[] {
  const random = randomFor(seed, 'lists');
  const unit = cityUnit('JUSTICE_BUREAU').name;
  const lists: RowOf<typeof penaltyLists>[] = [
    {
      number: 'QD-BF-2',
      title: '不予处罚事项清单（2021年版）',
      kind: 'NO_PENALTY',
      unit,
      publication: 'GS-QD-001',
      validFrom: '2021-05-01',
      state: 'LIVE',
    },
    {
      number: 'QD-QF-1',
      title: '从轻减轻处罚事项清单（2021年版）',
      kind: 'LIGHTER',
      unit,
      publication: 'GS-QD-002',
      validFrom: '2021-05-01',
      state: 'LIVE',
    },
    {
      number: 'QD-BF-1',
      title: '不予处罚事项清单（2020年版）',
      kind: 'NO_PENALTY',
      unit,
      validFrom: '2020-05-01',
      validTo: '2021-04-30',
      state: 'REPLACED',
    },
  ];
  const acts = lists.slice(0, 2).flatMap(({ number, kind }) =>
    fields.flatMap((field, at) =>
      Array.from(
        { length: 3 },
        (_, order): RowOf<typeof penaltyListItems> => ({
          code: `${number}-${at * 3 + order + 1}`,
          list: number,
          unit,
          sequence: at * 3 + order + 1,
          field,
          authority: `市${field}主管部门`,
          violation: `${field}领域轻微违法行为（第${order + 1}项）`,
          conditions:
            kind === 'NO_PENALTY' ? '违法行为轻微，在限期内改正，没有造成危害后果' : '首次违法，危害后果轻微并主动消除',
          measures: '责令改正、批评教育、签署承诺书',
        }),
      ),
    ),
  );
  const decided = Array.from({ length: 86 }, (_, at): RowOf<typeof minorViolationCases> => {
    const foundOn = random.pick(workingDays('2021-05-06', '2021-06-18'));
    const item = random.pick(acts);
    return {
      number: `QW-2021-${String(at + 1).padStart(4, '0')}`,
      item: item.code,
      unit: random.pick(units.filter(({ system }) => system === 'POLICE' || system === 'JUSTICE_BUREAU')).name,
      firmCode: inventedCreditCode(random),
      firmName: `${city.shortName}${random.pick(['云帆', '恒越', '启明', '和润', '瑞丰', '远山'])}${random.pick(['商贸', '餐饮', '物流', '科技'])}有限公司`,
      foundOn,
      correctedOn: addDays(foundOn, 2),
      decision: item.list === 'QD-BF-2' ? 'NO_PENALTY' : random.pick(['LIGHTER', 'MITIGATED']),
      decidedOn: addDays(foundOn, 5),
      amountWaived: `${random.int(5, 300) * 100}.00`,
    };
  });
  const serviceLists: RowOf<typeof legalServiceLists>[] = [
    {
      number: 'GF-2021',
      title: `${city.name}公共法律服务事项清单`,
      edition: '2021',
      unit,
      publication: 'GS-QD-003',
      publishedOn: '2021-05-17',
      state: 'LIVE',
    },
    {
      number: 'GF-2019',
      title: `${city.name}公共法律服务事项清单（2019年版）`,
      edition: '2019',
      unit,
      publishedOn: '2019-06-01',
      validTo: '2021-05-16',
      state: 'REPLACED',
    },
  ];
  const services = [
    ['法治宣传教育', 'PUBLICITY', 'FREE', '常年'],
    ['法律咨询', 'ADVICE', 'FREE', '即时'],
    ['法律援助申请', 'AID', 'FREE', '7日内决定'],
    ['人民调解', 'MEDIATION', 'FREE', '一般1个月'],
    ['律师事务所查询', 'LAWYER', 'FREE', '即时'],
    ['公证办理', 'NOTARY', 'PRICED', '15个工作日'],
    ['司法鉴定指引', 'APPRAISAL', 'PRICED', '按规定'],
    ['仲裁指引', 'ARBITRATION', 'FREE', '即时'],
    ['村（社区）法律顾问', 'COMMUNITY_COUNSEL', 'FREE', '常年'],
    ['法律职业资格考试服务', 'EXAM', 'AT_COST', '按公告'],
  ] as const;
  const offered = services.map(
    ([item, serviceClass, fee, timeLimit], at): RowOf<typeof legalServices> => ({
      code: `GF-2021-${String(at + 1).padStart(2, '0')}`,
      list: 'GF-2021',
      unit,
      serviceClass,
      item,
      audience: '公民、法人和其他组织',
      way: '窗口、热线、网络',
      timeLimit,
      fee,
    }),
  );
  return [
    table(penaltyLists, lists),
    table(penaltyListItems, acts),
    table(minorViolationCases, decided),
    table(legalServiceLists, serviceLists),
    table(legalServices, offered),
  ];
}
