import {
  documents,
  eventSecurityTasks,
  measures,
  milestones,
  phases,
  programmes,
  reformTasks,
  specialActions,
  specialActionTasks,
} from '../../src/modules/programme/index.ts';
import { cityUnit, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { city, days, districts } from '../story.ts';

const programme = 'JYZD-2021';

const programmeTable = (): Table =>
  table(programmes, [
    {
      code: programme,
      name: `${city.name}政法队伍教育整顿`,
      cityCode: city.regionCode,
      startDate: days.start,
      endDate: days.end,
      asOf: days.asOf,
    },
  ]);

const phaseTable = (): Table =>
  table(phases, [
    { programme, kind: 'EDUCATION', from: days.start, to: '2021-03-31', goal: '政治教育、警示教育、英模教育' },
    {
      programme,
      kind: 'INVESTIGATION_AND_RECTIFICATION',
      from: '2021-04-01',
      to: '2021-05-31',
      goal: '自查自纠、组织查处、专项整治',
    },
    { programme, kind: 'SUMMARY', from: '2021-06-01', to: days.end, goal: '总结经验、健全制度' },
  ]);

export const sevenMeasures = '澄教整〔2021〕61号';

const documentTable = (): Table => {
  const issuer = '市教育整顿领导小组办公室';
  const rows = [
    ['澄教整〔2021〕56号', '全市政法队伍教育整顿实施方案', 'GENERAL', 'PROGRAMME_PLAN', '2021-03-01'],
    [sevenMeasures, '关于推动开展自查的七项措施', 'SELF_EXAM', 'SEVEN_MEASURES', '2021-03-18'],
    ['澄教整〔2021〕62号', '关于落实自查从宽、被查从严政策的实施意见', 'SELF_EXAM', 'LENIENCY_OPINION', '2021-03-22'],
    ['澄教整〔2021〕70号', '顽瘴痼疾专项整治实施方案', 'RECTIFICATION', 'RECTIFICATION_PLAN', '2021-04-06'],
    [
      '澄教整〔2021〕74号',
      '违反三个规定专项整治实施方案',
      'RECTIFICATION',
      'THREE_PROVISIONS_RECTIFICATION',
      '2021-04-09',
    ],
    ['澄政法〔2021〕18号', '关于实施执法司法规范化七大行动的方案', 'MECHANISM', 'SEVEN_ACTIONS', '2021-05-10'],
    ['澄政法〔2021〕21号', '关于加强执法司法制约监督机制建设的意见', 'MECHANISM', 'OTHER', '2021-05-24'],
    ['澄教整〔2021〕66号', '我为群众办实事重点工作方案', 'PRACTICAL_SERVICE', 'PRACTICAL_SERVICE_PLAN', '2021-03-29'],
    ['澄公发〔2021〕12号', '户籍制度改革承接措施', 'PRACTICAL_SERVICE', 'HOUSEHOLD_REFORM_MEASURES', '2021-04-19'],
    ['澄司发〔2021〕9号', '关于公布不罚轻罚清单的通知', 'BUSINESS_ENVIRONMENT', 'PENALTY_LISTS_NOTICE', '2021-04-26'],
    ['澄政法〔2021〕25号', '重大活动安保工作方案', 'EVENT_SECURITY', 'EVENT_SECURITY_PLAN', '2021-05-31'],
    // Issued after the cut-off: a third document on mechanisms that must not count yet.
    ['澄政法〔2021〕30号', '关于健全教育整顿长效机制的意见', 'MECHANISM', 'OTHER', '2021-06-29'],
  ] as const;
  return table(
    documents,
    rows.map(([number, title, topic, documentKind, issuedOn]) => ({
      number,
      title,
      topic,
      documentKind,
      issuer,
      issuedOn,
    })),
  );
};

const measureTable = (): Table => {
  const seven = [
    '层层开展思想发动，逐人宣讲自查从宽政策',
    '发放自查事项清单，逐项对照填报',
    '领导班子带头自查，公开作出承诺',
    '开展“五个必谈”，一人一册做好记录',
    '设立自查接待室和举报箱，专人接待',
    '建立自查情况抽查核验制度',
    '通报自查从宽、被查从严典型案例',
  ];
  const plan = ['拉条挂账', '分类整治', '逐项销号', '建章立制', '回头检查'];
  const rowsOf = (document: string, texts: readonly string[]): RowOf<typeof measures>[] =>
    texts.map((text, at) => ({ document, number: at + 1, text }));
  return table(measures, [...rowsOf(sevenMeasures, seven), ...rowsOf('澄教整〔2021〕70号', plan)]);
};

export const specialActionNames = ['线索核查攻坚专项行动', '打击经济犯罪专项行动', '扫楼清街大排查'] as const;

function actionTable(): Table {
  const lead = cityUnit('LEGAL_AFFAIRS_COMMITTEE').name;
  const police = cityUnit('POLICE').name;
  const seven = [
    '接报案规范',
    '办案程序规范',
    '案件管理规范',
    '涉案财物规范',
    '执行规范',
    '监管场所规范',
    '服务窗口规范',
  ];
  const rows: RowOf<typeof specialActions>[] = seven.map((name, at) => ({
    number: `ZX-2021-${String(at + 1).padStart(2, '0')}`,
    name: `${name}行动`,
    plan: 'SEVEN_ACTIONS',
    kind: 'STANDARDISATION',
    document: '澄政法〔2021〕18号',
    leadUnit: lead,
    from: '2021-05-12',
    state: 'IN_PROGRESS',
  }));
  rows.push(
    {
      number: 'ZX-2021-08',
      name: specialActionNames[0],
      plan: 'NAMED',
      kind: 'OTHER',
      leadUnit: lead,
      from: '2021-03-12',
      to: '2021-06-18',
      state: 'DONE',
    },
    {
      number: 'ZX-2021-09',
      name: specialActionNames[1],
      plan: 'NAMED',
      kind: 'ECONOMIC_CRIME',
      leadUnit: police,
      from: '2021-04-01',
      state: 'IN_PROGRESS',
    },
    {
      number: 'ZX-2021-10',
      name: specialActionNames[2],
      plan: 'NAMED',
      kind: 'BUILDING_STREET_CHECK',
      leadUnit: police,
      from: '2021-05-20',
      state: 'IN_PROGRESS',
    },
    {
      number: 'ZX-2021-11',
      name: '常态化扫黑除恶',
      plan: 'STANDING',
      kind: 'ORGANISED_CRIME',
      leadUnit: lead,
      from: '2021-01-01',
      state: 'IN_PROGRESS',
    },
    {
      number: 'ZX-2021-12',
      name: '知识产权保护专项行动',
      plan: 'NAMED',
      kind: 'IP_PROTECTION',
      leadUnit: police,
      from: '2021-07-01',
      state: 'PLANNED',
    },
  );
  return table(specialActions, rows);
}

function taskTables(seed: string): Table[] {
  const random = randomFor(seed, 'tasks');
  const tasks = units
    .filter(({ system }) => system !== 'LEGAL_AFFAIRS_COMMITTEE')
    .map((unit, at): RowOf<typeof specialActionTasks> => {
      const assignedOn = random.pick(workingDays('2021-05-12', '2021-05-28'));
      return {
        number: `RW-2021-${String(at + 1).padStart(3, '0')}`,
        action: `ZX-2021-${String((at % 7) + 1).padStart(2, '0')}`,
        unit: unit.name,
        text: `对照标准排查${random.int(8, 60)}个环节，建立问题清单`,
        measure: '自查、抽查、回访',
        assignedOn,
        dueOn: addDays(assignedOn, 30),
        state: random.pick(['IN_PROGRESS', 'SUBMITTED', 'DONE']),
      };
    });
  const reforms = [
    ['执法司法制约监督体系改革', 'OVERSIGHT'],
    ['执法司法权力运行机制改革', 'POWER_OPERATION'],
    ['政法公共服务放管服改革', 'STREAMLINING'],
    ['市域社会治理现代化试点', 'CITY_GOVERNANCE'],
    ['知识产权维权援助中心建设', 'IP_CENTRE'],
    ['涉案财物统一管理平台建设', 'PROPERTY_PLATFORM'],
  ] as const;
  const reform = reforms.map(
    ([item, area], at): RowOf<typeof reformTasks> => ({
      number: `GG-2021-${String(at + 1).padStart(2, '0')}`,
      item,
      area,
      document: '澄政法〔2021〕21号',
      leadUnit: cityUnit(at > 3 ? 'POLICE' : 'LEGAL_AFFAIRS_COMMITTEE').name,
      assignedOn: '2021-05-25',
      dueOn: '2021-12-31',
      state: at === 5 ? 'SUBMITTED' : 'IN_PROGRESS',
    }),
  );
  const security = districts.flatMap((district, at): RowOf<typeof eventSecurityTasks>[] =>
    (['DUTY', 'HAZARD_CHECK', 'HANDOVER', 'COORDINATION'] as const).map((kind, order) => {
      const day = random.pick(workingDays('2021-06-01', '2021-06-30'));
      const found = kind === 'HAZARD_CHECK' ? random.int(4, 40) : null;
      return {
        number: `AB-2021-${String(at * 4 + order + 1).padStart(3, '0')}`,
        kind,
        document: '澄政法〔2021〕25号',
        unit: units.find((unit) => unit.district === district && unit.system === 'POLICE')!.name,
        text: kind === 'HAZARD_CHECK' ? '公共场所消防通道和供电设施检查' : '按方案落实值守、会商和交接',
        assignedOn: day,
        dutyFrom: kind === 'DUTY' ? `${day} 08:00` : null,
        dutyTo: kind === 'DUTY' ? `${day} 20:00` : null,
        publicPlace: kind === 'HAZARD_CHECK' ? random.pick(['客运站', '市民广场', '会展中心', '体育馆']) : null,
        rounds: kind === 'HAZARD_CHECK' ? random.int(1, 4) : null,
        hazardsFound: found,
        hazardsFixed: found === null ? null : found - random.int(0, 2),
        state: 'DONE',
      };
    }),
  );
  const steps = ['动员部署', '中期检查', '总结验收'].flatMap((name, at): RowOf<typeof milestones>[] => [
    {
      number: `JD-2021-${at + 1}`,
      action: 'ZX-2021-01',
      unit: cityUnit('LEGAL_AFFAIRS_COMMITTEE').name,
      name,
      plannedOn: `2021-0${5 + at}-15`,
      reachedOn: at === 0 ? '2021-05-14' : at === 1 ? '2021-06-16' : null,
    },
    {
      number: `JD-2021-${at + 4}`,
      reformTask: 'GG-2021-06',
      unit: cityUnit('POLICE').name,
      name: `财物平台${name}`,
      plannedOn: `2021-0${5 + at}-25`,
      reachedOn: at === 0 ? '2021-05-25' : null,
    },
  ]);
  return [
    table(specialActionTasks, tasks),
    table(reformTasks, reform),
    table(eventSecurityTasks, security),
    table(milestones, steps),
  ];
}

/** The programme's plan, its documents and what they set in motion. */
export const programmeTables = (seed: string): Table[] => [
  programmeTable(),
  phaseTable(),
  documentTable(),
  measureTable(),
  actionTable(),
  ...taskTables(seed),
];
