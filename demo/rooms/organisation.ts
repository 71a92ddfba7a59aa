import {
  enrolments,
  honours,
  leadingBodies,
  liaisonOfficers,
  memberDepartments,
  officers,
  units as unitRegister,
  workingGroups,
} from '../../src/modules/organisation/index.ts';
import { cityUnit, type Unit, units } from '../city.ts';
import { workingDays } from '../days.ts';
import type { Officer, People } from '../people.ts';
import { type Random, randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { city, districts } from '../story.ts';

/** The unit tree: the city's units, the districts' under their committee, and three that do not take part. */
export function unitTable(): Table {
  const rows: RowOf<typeof unitRegister>[] = units.map((unit) => ({
    code: unit.code,
    name: unit.name,
    shortName: unit.shortName,
    system: unit.system,
    level: unit.level,
    regionCode: unit.regionCode,
    parent: parentOf(unit),
    lineParent: unit.level === 'DISTRICT' ? cityUnit(unit.system).name : null,
    inScope: true,
  }));
  const others = [
    ['9', '昭澄市镜湖监狱', '镜湖监狱', 'PRISON', '1986-05-01', null],
    ['8', '昭澄市强制隔离戒毒所', '市戒毒所', 'REHABILITATION', '2009-06-01', null],
    ['7', '昭澄铁路公安处', '铁路公安处', 'POLICE', '1991-01-01', '2019-12-31'],
  ] as const;
  for (const [code, name, shortName, system, activeFrom, activeTo] of others) {
    const regionCode = city.regionCode;
    rows.push({
      code: `${regionCode}-${code}`,
      name,
      shortName,
      system,
      level: 'CITY',
      regionCode,
      inScope: false,
      activeFrom,
      activeTo,
    });
  }
  return table(unitRegister, rows);
}

function parentOf(unit: Unit): string | null {
  if (unit.system !== 'LEGAL_AFFAIRS_COMMITTEE') {
    return units.find((one) => one.regionCode === unit.regionCode && one.system === 'LEGAL_AFFAIRS_COMMITTEE')!.name;
  }
  return unit.level === 'DISTRICT' ? cityUnit('LEGAL_AFFAIRS_COMMITTEE').name : null;
}

/** The roster and the enrolments of one unit. */
export const rosterTables = (people: People, unit: Unit): Table[] => [
  table(officers, people.byUnit.get(unit)!),
  table(
    enrolments,
    people.byUnit.get(unit)!.map(({ enrolment }) => enrolment),
  ),
];

/** Names of the discipline commissions, the city's first: each gives an integrity report. */
export const disciplineCommissions: readonly string[] = [
  `${city.name}纪委监委`,
  ...districts.map(({ name }) => `${name}纪委监委`),
];

/** Departments beside the legal-affairs units: seven of the city, three of each district, and the five units themselves. */
export function departmentTable(): Table {
  const joinedOn = '2021-03-02';
  const ofCity = [
    ['JW', disciplineCommissions[0]!, 'DISCIPLINE', '线索查处、廉政教育'],
    ['ZZ', `${city.name}委组织部`, 'ORGANISATION', '领导班子和干部监督'],
    ['XC', `${city.name}委宣传部`, 'PUBLICITY', '新闻发布、典型宣传'],
    ['XF', `${city.name}信访局`, 'OTHER', '信访举报移交'],
    ['CZ', `${city.name}财政局`, 'OTHER', '经费保障'],
    ['SC', `${city.name}市场监督管理局`, 'OTHER', '登记数据比对'],
    ['SW', `${city.name}税务局`, 'OTHER', '税务登记数据比对'],
  ] as const;
  const rows: RowOf<typeof memberDepartments>[] = ofCity.map(([code, name, kind, duty]) => ({
    code: `${city.regionCode}-${code}`,
    name,
    kind,
    level: 'CITY',
    regionCode: city.regionCode,
    duty,
    joinedOn,
  }));
  for (const unit of units.filter(({ level }) => level === 'CITY')) {
    const { regionCode, code, name } = unit;
    rows.push({ code: `${code}-B`, name: `${name}(成员)`, kind: 'LEGAL_AFFAIRS', level: 'CITY', regionCode, joinedOn });
  }
  for (const { name, regionCode } of districts) {
    for (const [code, department, kind] of [
      ['JW', '纪委监委', 'DISCIPLINE'],
      ['ZZ', '委组织部', 'ORGANISATION'],
      ['XC', '委宣传部', 'PUBLICITY'],
    ] as const) {
      rows.push({
        code: `${regionCode}-${code}`,
        name: `${name}${department}`,
        kind,
        level: 'DISTRICT',
        regionCode,
        joinedOn,
      });
    }
  }
  return table(memberDepartments, rows);
}

/** Leading bodies, working groups and liaison officers of all units. The head is the principal leader, as the report says. */
export function bodyTables(seed: string, people: People): Table[] {
  const random = randomFor(seed, 'bodies');
  const early = workingDays('2021-03-01', '2021-03-10');
  const bodies = units.map((unit, at): RowOf<typeof leadingBodies> => {
    const [head, ...rest] = people.team(unit);
    return {
      unit: unit.name,
      name: `${unit.shortName}队伍教育整顿领导小组`,
      head: head!.officerNo,
      headPost: head!.post,
      deputies: rest.map(({ name }) => name).join('、'),
      members: people
        .taking(unit)
        .slice(rest.length + 1, rest.length + 7)
        .map(({ name }) => name)
        .join('、'),
      office: unit.system === 'LEGAL_AFFAIRS_COMMITTEE' ? '执法监督室' : '政治部',
      establishedOn: random.pick(early),
      documentNumber: `澄教整〔2021〕${at + 1}号`,
    };
  });
  const groups = [
    ['综合协调组', 'GENERAL'],
    ['学习教育组', 'EDUCATION'],
    ['查纠整改组', 'RECTIFICATION'],
    ['线索核查组', 'CLUES'],
    ['宣传组', 'PUBLICITY'],
    ['督导组', 'SUPERVISION'],
  ] as const;
  const office = cityUnit('LEGAL_AFFAIRS_COMMITTEE');
  const working: RowOf<typeof workingGroups>[] = [
    office,
    ...units.filter(({ level, system }) => level === 'DISTRICT' && system === 'LEGAL_AFFAIRS_COMMITTEE'),
  ].flatMap((unit) =>
    groups.map(([name, kind], at) => ({
      unit: unit.name,
      name: `${unit.shortName}${name}`,
      kind,
      head: people.taking(unit)[at % people.team(unit).length]!.officerNo,
      members: people
        .taking(unit)
        .slice(6 + at, 9 + at)
        .map((one) => one.name)
        .join('、'),
      establishedOn: random.pick(early),
    })),
  );
  const liaisons = units.map(
    (unit): RowOf<typeof liaisonOfficers> => ({
      unit: unit.name,
      officer: people.taking(unit)[people.team(unit).length]!.officerNo,
      appointedOn: random.pick(early),
    }),
  );
  return [table(leadingBodies, bodies), table(workingGroups, working), table(liaisonOfficers, liaisons)];
}

const collectives: Readonly<Record<Unit['system'], readonly string[]>> = {
  LEGAL_AFFAIRS_COMMITTEE: ['执法监督室', '综治中心'],
  COURT: ['速裁团队', '执行指挥中心', '家事审判团队', '诉讼服务中心'],
  PROCURATORATE: ['未成年人检察办案组', '公益诉讼办案组', '12309服务中心'],
  POLICE: ['反诈中心', '户政窗口', '刑事科学技术室', '交警中队', '城南派出所', '城北派出所'],
  JUSTICE_BUREAU: ['法律援助中心', '公证处', '社区矫正中心'],
};

/** Honours: 112 collectives and 383 officers publicised; some more awarded but not publicised, some after the cut-off. */
export function honourTable(seed: string, people: People): Table {
  const random = randomFor(seed, 'honours');
  const awarded = workingDays('2021-03-08', '2021-06-11');
  const rows: RowOf<typeof honours>[] = [];
  const add = (
    row: Omit<RowOf<typeof honours>, 'number' | 'title' | 'awardedOn' | 'awardedBy'>,
    after = false,
  ): void => {
    const awardedOn = after ? '2021-06-28' : random.pick(awarded);
    const publicity = row.publicised
      ? { publicisedOn: awardedOn, media: random.pick(['昭澄日报', '昭澄电视台', '昭澄政法微信公众号']) }
      : {};
    rows.push({
      ...row,
      ...publicity,
      number: `BZ-2021-${String(rows.length + 1).padStart(4, '0')}`,
      title: row.kind === 'COLLECTIVE' ? '政法队伍教育整顿先进集体' : '政法队伍教育整顿先进个人',
      awardedBy: '市教育整顿领导小组',
      awardedOn,
    });
  };
  const named = units.flatMap((unit) =>
    collectives[unit.system].map((name) => ({ unit, name: `${unit.shortName}${name}` })),
  );
  random
    .shuffle(named)
    .slice(0, 128)
    .forEach(({ unit, name }, at) => {
      add({ kind: 'COLLECTIVE', unit: unit.name, collective: name, publicised: at < 112 || at >= 122 }, at >= 122);
    });
  const persons = random.shuffle(people.participating.filter(({ isTeamMember }) => !isTeamMember)).slice(0, 430);
  persons.forEach((one, at) => {
    add(
      {
        kind: 'INDIVIDUAL',
        unit: one.of.name,
        officer: one.officerNo,
        publicised: at < 383 || at >= 415,
        deeds: deed(random, one),
      },
      at >= 415,
    );
  });
  return table(honours, rows);
}

const deed = (random: Random, { department }: Officer): string =>
  `在${department}岗位连续工作${random.int(5, 24)}年，${random.pick(['办案质量全院全局领先', '群众来信表扬多次', '疫情防控期间坚守一线', '疑难案件办理成绩突出'])}。`;
