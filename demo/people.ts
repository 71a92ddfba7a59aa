import type { enrolments, officers } from '../src/modules/organisation/index.ts';
import { citizenIdCheck } from '../src/platform/identifiers/citizen-id.ts';
import { type System, systemCodes, type Unit, units } from './city.ts';
import { workingDays } from './days.ts';
import { invent, mobileNumber } from './names.ts';
import { type Random, randomFor } from './random.ts';
import type { RowOf } from './rows.ts';
import { days, districts, roster } from './story.ts';

export type Officer = RowOf<typeof officers> & { readonly of: Unit; readonly enrolment: RowOf<typeof enrolments> };

/** Everyone on the rosters, with the groups other subjects draw from. */
export interface People {
  readonly all: readonly Officer[];
  readonly byUnit: ReadonlyMap<Unit, readonly Officer[]>;
  /** Takes part on the cut-off day. */
  readonly participating: readonly Officer[];
  readonly leaders: readonly Officer[];
  principal(unit: Unit): Officer;
  /** The leadership team of a unit, its principal first. */
  team(unit: Unit): readonly Officer[];
  /** Who takes part in a unit on the cut-off day, leaders first. */
  taking(unit: Unit): readonly Officer[];
}

type Fate = 'taking' | 'exempt' | 'ended' | 'late';

const departments: Readonly<Record<System, readonly string[]>> = {
  LEGAL_AFFAIRS_COMMITTEE: ['办公室', '执法监督室', '综治督导室', '维稳指导室', '队伍建设室'],
  COURT: ['立案庭', '刑事审判庭', '民事审判一庭', '民事审判二庭', '行政审判庭', '执行局', '审判管理办公室', '政治部'],
  PROCURATORATE: ['第一检察部', '第二检察部', '第三检察部', '第四检察部', '案件管理办公室', '政治部', '检务督察部'],
  POLICE: [
    '刑侦支队',
    '治安支队',
    '交警支队',
    '经侦支队',
    '法制支队',
    '指挥中心',
    '看守所',
    '出入境管理处',
    '城区派出所',
    '户政处',
    '政治部',
  ],
  JUSTICE_BUREAU: ['办公室', '法治调研科', '社区矫正管理科', '公共法律服务科', '律师工作科', '人民参与和促进法治科'],
};

const posts: Readonly<Record<System, readonly [principal: string, deputy: string]>> = {
  LEGAL_AFFAIRS_COMMITTEE: ['书记', '副书记'],
  COURT: ['院长', '副院长'],
  PROCURATORATE: ['检察长', '副检察长'],
  POLICE: ['局长', '副局长'],
  JUSTICE_BUREAU: ['局长', '副局长'],
};

const policeRanks = [
  'SUPERVISOR_1',
  'SUPERVISOR_2',
  'SUPERVISOR_3',
  'SUPERINTENDENT_1',
  'SUPERINTENDENT_2',
  'CONSTABLE_1',
] as const;
const judgeGrades = ['SENIOR_3', 'SENIOR_4', 'GRADE_1', 'GRADE_2', 'GRADE_3', 'GRADE_4'] as const;
const exemptReasons = ['长期病休', '产假', '援派外地', '脱产学习', '驻村任第一书记'];

/** Members of the leadership team: more in larger units, three at least. */
const teamSize = ({ level, size }: Unit): number => (level === 'CITY' ? 7 : size > 500 ? 6 : size > 90 ? 5 : 3);

/** Invents the officers of all units: the same for the same seed. */
export function inventPeople(seed: string): People {
  const fates = decideFates(randomFor(seed, 'fates'));
  const ids = idNumbers();
  const random = randomFor(seed, 'people');
  const lateDays = workingDays('2021-06-23', days.end);
  const all: Officer[] = [];
  const byUnit = new Map<Unit, Officer[]>();
  for (const unit of units) {
    const list: Officer[] = [];
    for (let at = 0; at < unit.size; at++) {
      list.push(officer(random, unit, at, fates[all.length + list.length]!, ids, lateDays));
    }
    byUnit.set(unit, list);
    all.push(...list);
  }
  const participating = all.filter(isTaking);
  const taking = new Map(units.map((unit) => [unit, byUnit.get(unit)!.filter(isTaking)]));
  return {
    all,
    byUnit,
    participating,
    leaders: all.filter(({ isTeamMember }) => isTeamMember),
    principal: (unit) => byUnit.get(unit)![0]!,
    team: (unit) => byUnit.get(unit)!.slice(0, teamSize(unit)),
    taking: (unit) => taking.get(unit)!,
  };
}

/** Takes part on the cut-off day, by the rule of the figure. */
const isTaking = ({ enrolment }: Officer): boolean =>
  !enrolment.exemptReason && !enrolment.endedOn && enrolment.enrolledOn <= days.asOf;

/** Who of the roster, leaders aside, does not take part, by place on the whole list. */
function decideFates(random: Random): Fate[] {
  const fates: Fate[] = [];
  const ordinary: number[] = [];
  for (const unit of units) {
    for (let at = 0; at < unit.size; at++) {
      if (at >= teamSize(unit)) ordinary.push(fates.length);
      fates.push('taking');
    }
  }
  const drawn = random.shuffle(ordinary);
  for (const fate of ['exempt', 'ended', 'late'] as const) {
    for (const place of drawn.splice(0, roster[fate])) fates[place] = fate;
  }
  return fates;
}

/** Id numbers of region 9901xx, which nobody can bear; the sequence counts up within a region and a day of birth. */
function idNumbers(): (region: string, born: string, gender: 'MALE' | 'FEMALE') => string {
  const used = new Map<string, number>();
  return (region, born, gender) => {
    const stem = region + born.replaceAll('-', '');
    const key = `${stem}${gender}`;
    const serial = (used.get(key) ?? 0) + 1;
    used.set(key, serial);
    const first = stem + String(serial * 2 - (gender === 'MALE' ? 1 : 0)).padStart(3, '0');
    return first + citizenIdCheck(first);
  };
}

function officer(
  random: Random,
  unit: Unit,
  at: number,
  fate: Fate,
  idNumber: ReturnType<typeof idNumbers>,
  lateDays: readonly string[],
): Officer {
  const team = teamSize(unit);
  const isTeamMember = at < team;
  const isPrincipalLeader = at === 0;
  const gender = random.chance(unit.system === 'POLICE' ? 0.17 : 0.38) ? 'FEMALE' : 'MALE';
  const born = `${isTeamMember ? random.int(1963, 1975) : fate === 'late' ? random.int(1995, 1998) : fate === 'ended' ? 1961 : random.int(1963, 1996)}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`;
  const enrolledOn =
    fate === 'late' ? random.pick(lateDays) : random.chance(0.02) ? `2021-04-${pad(random.int(6, 9))}` : days.start;
  const left = fate === 'ended' ? `2021-0${random.int(4, 5)}-${pad(random.int(10, 28))}` : null;
  const joined =
    fate === 'late'
      ? enrolledOn
      : `${Math.min(Number(born.slice(0, 4)) + random.int(21, 26), 2020)}-0${random.int(7, 9)}-${pad(random.int(1, 28))}`;
  const officerNo = `99${unit.regionCode.slice(4)}${systemCodes[unit.system]}${String(at + 1).padStart(4, '0')}`;
  const region = unit.district?.regionCode ?? random.pick(districts).regionCode;
  const [chief, deputy] = posts[unit.system];
  const department = isTeamMember ? '班子' : random.pick(departments[unit.system]);
  const isHead = at >= team && at < team + Math.ceil(unit.size / 40);
  const isJudicial = unit.system === 'COURT' || unit.system === 'PROCURATORATE';
  const staffKind = isTeamMember ? 'CIVIL_SERVANT' : random.weighted({ CIVIL_SERVANT: 93, INSTITUTION: 5, WORKER: 2 });
  return {
    of: unit,
    officerNo,
    name: invent(random, gender),
    gender,
    birthDate: born,
    idNo: idNumber(region, born, gender),
    unit: unit.name,
    department,
    post: isPrincipalLeader ? chief : isTeamMember ? deputy : isHead ? `${department}负责人` : null,
    leadershipLevel: isTeamMember ? level(unit, isPrincipalLeader) : null,
    policeRank:
      unit.system === 'POLICE' && staffKind === 'CIVIL_SERVANT'
        ? isTeamMember
          ? 'COMMISSIONER_3'
          : random.pick(policeRanks)
        : null,
    judgeGrade:
      isJudicial && staffKind === 'CIVIL_SERVANT' ? (isTeamMember ? 'SENIOR_2' : random.pick(judgeGrades)) : null,
    staffKind,
    isPartyMember: isTeamMember || random.chance(0.84),
    isTeamMember,
    isPrincipalLeader,
    keyPost: isTeamMember || random.chance(0.2),
    joinedOn: joined,
    status: left ? 'RETIRED' : fate === 'exempt' && random.chance(0.3) ? 'SECONDED' : 'IN_POST',
    leftOn: left,
    leftReason: left ? '到龄退休' : null,
    mobile: mobileNumber(Number(officerNo.slice(2))),
    enrolment: {
      officer: officerNo,
      unit: unit.name,
      enrolledOn,
      endedOn: left,
      exemptReason: fate === 'exempt' ? random.pick(exemptReasons) : null,
    },
  };
}

function level({ level: of }: Unit, isPrincipal: boolean): Officer['leadershipLevel'] {
  if (of === 'CITY') return isPrincipal ? 'BUREAU_DEPUTY' : 'COUNTY_CHIEF';
  return isPrincipal ? 'COUNTY_DEPUTY' : 'TOWNSHIP_CHIEF';
}

const pad = (number: number): string => String(number).padStart(2, '0');
