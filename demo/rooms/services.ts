import { createHash } from 'node:crypto';
import {
  cases,
  centres,
  codes,
  items,
  platformFeatures,
  platforms,
  tickets,
  windows,
} from '../../src/modules/services/index.ts';
import { cityUnit, type System, units } from '../city.ts';
import { addDays, addWorkingDays, workingDays } from '../days.ts';
import { invent, mobileNumber } from '../names.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';

/** The 47 household-registration services in WeChat (names after reference 20; group, how far online, promised limit). */
const household = [
  ['出生', 'FULL', '当日', ['国内出生登记（当年）']],
  ['出生', 'PRE_CHECK', '15个工作日', ['往年出生补登记', '国（境）外出生子女落户', '港澳台出生登记', '非婚生子女登记']],
  ['收养', 'PRE_CHECK', '15个工作日', ['收养登记落户', '社会福利机构收养弃婴登记']],
  ['注销', 'FULL', '当日', ['死亡注销', '参军服现役注销']],
  [
    '注销',
    'PRE_CHECK',
    '当日',
    ['出国（境）定居注销', '加入外国国籍注销', '宣告失踪、死亡注销', '重复（虚假）户口注销'],
  ],
  [
    '恢复',
    'PRE_CHECK',
    '15个工作日',
    [
      '转业、复员、退伍恢复户口',
      '刑满释放恢复户口',
      '不合格退出现役恢复户口',
      '回国（入境）定居恢复户口',
      '宣告失踪、死亡撤销后恢复',
    ],
  ],
  [
    '迁入',
    'FULL',
    '5个工作日',
    ['夫妻投靠', '未成年子女投靠父母', '父母投靠成年子女', '购房落户', '人才（学历、技能）落户'],
  ],
  [
    '迁入',
    'PRE_CHECK',
    '5个工作日',
    [
      '租赁住房落户',
      '工作调动、录用落户',
      '大中专学生录取迁入',
      '大中专毕业生迁出（回）落户',
      '随军家属落户',
      '居住就业（投资、纳税）落户',
    ],
  ],
  ['迁移', 'FULL', '5个工作日', ['同市户口迁移', '省内、跨省一站式迁移', '迁往市外开具迁移证', '集体户迁家庭户']],
  ['立户', 'FULL', '5个工作日', ['家庭户立户', '集体户立户']],
  ['立户', 'PRE_CHECK', '5个工作日', ['分户、并户', '户主变更', '户口簿补领换领']],
  ['变更', 'PRE_CHECK', '15个工作日', ['姓名变更', '出生日期、性别更正', '民族成分变更']],
  ['变更', 'FULL', '当日', ['其他项目变更']],
  [
    '证件',
    'PRE_CHECK',
    '按法定时限',
    ['居民身份证首次申领、换领、补领', '临时居民身份证申领', '居住登记、居住证申领与签注'],
  ],
  ['查询', 'QUERY', '即时', ['户籍证明开具', '重名查询、办理进度查询']],
] as const;

/** What the service window holds, and what its counters hand out: tickets and codes of matters handed in before. */
export function serviceTables(seed: string): { services: Table[]; counters: Table[] } {
  const random = randomFor(seed, 'services');
  const police = cityUnit('POLICE').name;
  const listed = household.flatMap(([group, onlineLevel, promisedLimit, names]) =>
    names.map((name) => ({ group, onlineLevel, promisedLimit, name })),
  );
  const registered = listed.map(
    ({ group, onlineLevel, promisedLimit, name }, at): RowOf<typeof items> => ({
      code: `HZ-${String(at + 1).padStart(2, '0')}`,
      name,
      domain: 'HOUSEHOLD',
      group,
      unit: police,
      materials: '居民户口簿、居民身份证及相关证明',
      promisedLimit,
      fee: '不收费',
      onlineLevel,
      atWindow: true,
      onWechat: true,
      enabled: true,
      enabledOn: '2021-04-26',
    }),
  );
  const others = [
    ['HZ-91', '无户口人员登记', 'HOUSEHOLD', 'POLICE', false, true],
    ['HZ-92', '电子户口簿试点', 'HOUSEHOLD', 'POLICE', true, false],
    ['CR-01', '护照申领', 'EXIT_ENTRY', 'POLICE', true, true],
    ['JT-01', '驾驶证期满换证', 'TRAFFIC', 'POLICE', true, true],
    ['SS-01', '网上立案', 'LITIGATION', 'COURT', true, true],
    ['JC-01', '律师预约阅卷', 'PROCURATORATE', 'PROCURATORATE', true, true],
    ['FL-01', '法律援助申请', 'LEGAL_SERVICE', 'JUSTICE_BUREAU', true, true],
    ['FL-02', '公证预约', 'LEGAL_SERVICE', 'JUSTICE_BUREAU', true, true],
  ] as const;
  for (const [code, name, domain, system, onWechat, enabled] of others) {
    registered.push({
      code,
      name,
      domain,
      unit: cityUnit(system).name,
      onlineLevel: 'PRE_CHECK',
      atWindow: true,
      onWechat,
      enabled,
      enabledOn: enabled ? '2021-03-15' : null,
    });
  }
  const places: Partial<Record<System, string>> = {
    COURT: '诉讼服务大厅',
    PROCURATORATE: '检察服务中心',
    POLICE: '政务服务大厅公安专区',
    JUSTICE_BUREAU: '公共法律服务中心',
  };
  const desks = units.flatMap((unit): RowOf<typeof windows>[] => {
    const place = places[unit.system];
    return place
      ? [{ code: `CK-${unit.code}`, name: `${unit.shortName}综合窗口`, unit: unit.name, place, openedOn: '2020-09-01' }]
      : [];
  });
  const open = workingDays('2021-04-26', '2021-06-25');
  const matters = Array.from({ length: 620 }, (_, at): RowOf<typeof cases> => {
    const item = registered[random.int(0, 46)]!;
    const day = open[Math.floor((at * open.length) / 620)]!;
    const channel = random.weighted({ WECHAT: 55, WINDOW: 35, NEARBY: 10 });
    const done = day < '2021-06-15';
    const desk = desks[random.int(0, desks.length - 1)]!;
    const decidedOn = addWorkingDays(day, random.int(1, 5));
    return {
      number: `BJ-2021-${String(at + 1).padStart(5, '0')}`,
      item: item.code,
      unit: desk.unit,
      window: channel === 'WECHAT' ? null : desk.code,
      channel,
      applicantName: invent(random, random.pick(['MALE', 'FEMALE'])),
      applicantMobile: mobileNumber(30_000_000 + at),
      submittedAt: `${day} ${String(random.int(9, 16)).padStart(2, '0')}:${random.int(10, 59)}`,
      acceptedOn: day,
      dueOn: addWorkingDays(day, 15),
      decidedOn: done ? decidedOn : null,
      result: done ? random.weighted({ GRANTED: 96, REFUSED: 2, WITHDRAWN: 2 }) : null,
      deliveredOn: done ? addDays(decidedOn, 1) : null,
      rating: done ? random.weighted({ VERY_SATISFIED: 80, SATISFIED: 17, BASICALLY_SATISFIED: 3 }) : null,
      state: done ? 'RATED' : 'IN_PROGRESS',
    };
  });
  const called = matters
    .filter(({ window }) => window)
    .map((one, at): RowOf<typeof tickets> => {
      const [day, time] = [one.submittedAt.slice(0, 10), one.submittedAt.slice(11, 13)];
      return {
        number: `P${day.replaceAll('-', '')}${String(at + 1).padStart(4, '0')}`,
        window: one.window!,
        unit: one.unit,
        case: one.number,
        takenAt: `${day} ${time}:00`,
        calledAt: `${day} ${time}:0${random.int(2, 9)}`,
        servedAt: `${day} ${time}:${random.int(12, 40)}`,
      };
    });
  const issued = matters.slice(0, 300).map(
    (one): RowOf<typeof codes> => ({
      number: one.number.replace('BJ', 'MA'),
      tokenHash: createHash('sha256').update(one.number).digest('hex'),
      case: one.number,
      unit: one.unit,
      issuedAt: one.submittedAt,
      expiresAt: `${addDays(one.submittedAt.slice(0, 10), 90)} 23:59`,
    }),
  );
  return {
    services: [table(items, registered), table(windows, desks), table(cases, matters), ...platformTables()],
    counters: [table(tickets, called), table(codes, issued)],
  };
}

function platformTables(): Table[] {
  const four = [
    ['法润谷', 'LAW'],
    ['心晴谷', 'PSYCHOLOGY'],
    ['金融谷', 'FINANCE'],
    ['港航谷', 'PORT'],
  ] as const;
  const justice = cityUnit('JUSTICE_BUREAU').name;
  const rows: RowOf<typeof platforms>[] = four.map(([name, theme], at) => ({
    code: `PT-${at + 1}`,
    name,
    group: 'FOUR_PLATFORMS',
    theme,
    unit: justice,
    openedOn: '2021-05-18',
    services: 1200 + at * 310,
    visits: 21_000 + at * 4200,
  }));
  rows.push(
    {
      code: 'PT-5',
      name: '一站式政法服务平台',
      group: 'ONE_STOP',
      theme: 'GENERAL',
      unit: cityUnit('LEGAL_AFFAIRS_COMMITTEE').name,
      openedOn: '2021-04-26',
    },
    {
      code: 'PT-6',
      name: '智慧政法云平台',
      group: 'SMART_LEGAL_AFFAIRS',
      theme: 'GENERAL',
      unit: cityUnit('LEGAL_AFFAIRS_COMMITTEE').name,
      openedOn: '2020-12-01',
    },
    // A fifth platform that opens after the cut-off.
    { code: 'PT-7', name: '文旅谷', group: 'FOUR_PLATFORMS', theme: 'GENERAL', unit: justice, openedOn: '2021-06-30' },
  );
  const features: RowOf<typeof platformFeatures>[] = [
    { code: 'GN-1', platform: 'PT-5', name: '窗口化', openedOn: '2021-04-26' },
    { code: 'GN-2', platform: 'PT-5', name: '一站式', openedOn: '2021-04-26' },
    { code: 'GN-3', platform: 'PT-5', name: '一码通', openedOn: '2021-05-10' },
    { code: 'GN-4', platform: 'PT-6', name: '案件协同', openedOn: '2020-12-01' },
  ];
  const places: RowOf<typeof centres>[] = [
    {
      code: 'ZX-1',
      name: '供应链行业法律公共服务中心',
      kind: 'SUPPLY_CHAIN_LEGAL',
      unit: justice,
      openedOn: '2021-05-20',
      claim: '国内首个',
      claimSource: '市司法局宣传稿（未经核实）',
    },
    { code: 'ZX-2', name: '市公共法律服务中心', kind: 'PUBLIC_LEGAL', unit: justice, openedOn: '2018-10-01' },
    { code: 'ZX-3', name: '市诉讼服务中心', kind: 'LITIGATION', unit: cityUnit('COURT').name, openedOn: '2016-05-01' },
    {
      code: 'ZX-4',
      name: '市矛盾纠纷调处化解中心',
      kind: 'DISPUTE',
      unit: cityUnit('LEGAL_AFFAIRS_COMMITTEE').name,
      openedOn: '2020-11-01',
    },
  ];
  return [table(platforms, rows), table(platformFeatures, features), table(centres, places)];
}
