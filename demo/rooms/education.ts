import { activities, attendance, certificates } from '../../src/modules/education/index.ts';
import { type Reporter, reporters, type Unit, units } from '../city.ts';
import { monthOf, workingDays } from '../days.ts';
import type { Officer, People } from '../people.ts';
import { type Random, randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { spread } from '../spread.ts';
import { days } from '../story.ts';
import { disciplineCommissions } from './organisation.ts';

type Activity = RowOf<typeof activities>;
type Attendance = RowOf<typeof attendance>;
type Kind = Activity['kind'];

/** Sessions held by the cut-off. Rotation training and integrity reports follow other rules and are made apart. */
export const sessions = {
  PARTY_LECTURE: 123,
  SPECIAL_LECTURE: 109,
  PARTY_SPIRIT: 684,
  WARNING_FILM: 564,
  INTEGRITY_BASE_VISIT: 295,
  ROLE_MODEL_REPORT: 63,
} as const satisfies Partial<Record<Kind, number>>;

/** Person-times of rotation training by the cut-off; of those taking part, 372 (2 per cent) were not trained. */
export const trained = { personTimes: 20_339, absent: 372 } as const;

/** Sessions of each kind after the cut-off. */
const later = 4;

const topics: Readonly<Record<keyof typeof sessions, readonly string[]>> = {
  PARTY_LECTURE: ['筑牢政治忠诚', '弘扬英模精神', '坚守法治信仰', '永葆政法本色'],
  SPECIAL_LECTURE: ['中国共产党历史专题', '党的百年光辉历程', '新民主主义革命时期历史', '改革开放史专题'],
  PARTY_SPIRIT: ['重温入党誓词', '主题党日', '红色基地研学', '政治生日', '清明祭英烈'],
  WARNING_FILM: ['《镜鉴》', '《失守的防线》', '《代价》', '《迷途》'],
  INTEGRITY_BASE_VISIT: ['市廉政教育馆', '家风教育基地', '警示教育基地', '廉政文化园'],
  ROLE_MODEL_REPORT: ['身边榜样事迹报告会', '英模先进事迹报告会', '平安卫士宣讲会'],
};

const kindNames: Readonly<Record<keyof typeof sessions, string>> = {
  PARTY_LECTURE: '专题党课',
  SPECIAL_LECTURE: '党史专题讲座',
  PARTY_SPIRIT: '党性锻炼',
  WARNING_FILM: '警示教育片观看',
  INTEGRITY_BASE_VISIT: '廉政教育基地参观',
  ROLE_MODEL_REPORT: '报告会',
};

/** Everything the units did, before it is shared out over their monthly ledgers. */
export interface Education {
  readonly activities: readonly Activity[];
  readonly attendance: readonly Attendance[];
}

/** Invents the sessions of all units and who was there. */
export function inventEducation(seed: string, people: People): Education {
  const made: { activities: Activity[]; attendance: Attendance[] } = { activities: [], attendance: [] };
  const numbers = new Map<Unit, number>();
  const number = (unit: Unit): string => {
    const next = (numbers.get(unit) ?? 0) + 1;
    numbers.set(unit, next);
    return `XX-${unit.code}-${String(next).padStart(4, '0')}`;
  };
  holdSessions(randomFor(seed, 'sessions'), people, made, number);
  holdReports(randomFor(seed, 'reports'), people, made.activities, number);
  train(randomFor(seed, 'training'), people, made, number);
  return made;
}

function holdSessions(
  random: Random,
  people: People,
  made: { activities: Activity[]; attendance: Attendance[] },
  number: (unit: Unit) => string,
): void {
  const before = workingDays('2021-03-02', days.asOf);
  const after = workingDays('2021-06-23', days.end);
  for (const kind of Object.keys(sessions) as (keyof typeof sessions)[]) {
    // Every unit holds some; larger ones more.
    const share = spread(sessions[kind], units);
    let held = 0;
    for (const unit of units) {
      for (let at = 0; at < share.get(unit)!; at++) {
        // One session of a kind a day: the days of a unit are taken in order.
        const day = before[Math.floor(((at + random.next() * 0.8) * before.length) / share.get(unit)!)]!;
        made.activities.push(session(random, people, unit, kind, day, at, number(unit), made.attendance));
      }
      if (held < later && random.chance(0.3)) {
        held += 1;
        made.activities.push(
          session(random, people, unit, kind, random.pick(after), share.get(unit)!, number(unit), []),
        );
      }
    }
  }
}

function session(
  random: Random,
  people: People,
  unit: Unit,
  kind: keyof typeof sessions,
  heldOn: string,
  at: number,
  number: string,
  attended: Attendance[],
): Activity {
  const taking = people.taking(unit);
  const lecturer =
    kind === 'PARTY_LECTURE'
      ? people.principal(unit)
      : kind === 'SPECIAL_LECTURE'
        ? random.pick(people.team(unit))
        : null;
  const evening = kind === 'PARTY_LECTURE';
  const attendees = Math.min(taking.length, random.int(18, 80));
  if (evening) {
    // Lists by name are kept of party lectures; they are held after hours, so nobody is in training at the same time.
    const from = random.int(0, taking.length - attendees);
    for (const { officerNo } of taking.slice(from, from + attendees)) {
      const [startsAt, endsAt] = [`${heldOn} 18:30`, `${heldOn} 20:00`];
      attended.push({ activity: number, officer: officerNo, unit: unit.name, attendedOn: heldOn, startsAt, endsAt });
    }
  }
  const hour = random.int(9, 15);
  return {
    number,
    kind,
    title: `${unit.shortName}${kindNames[kind]}：${random.pick(topics[kind])}（第${at + 1}次）`,
    heldOn,
    startsAt: evening ? `${heldOn} 18:30` : `${heldOn} ${hour < 10 ? '0' : ''}${hour}:00`,
    endsAt: evening ? `${heldOn} 20:00` : `${heldOn} ${hour + 1}:30`,
    place:
      kind === 'INTEGRITY_BASE_VISIT'
        ? '市廉政教育基地'
        : `${unit.shortName}${random.pick(['大会议室', '三楼会议室', '多功能厅', '党员活动室'])}`,
    leadUnit: unit.name,
    lecturer: lecturer?.name ?? (kind === 'ROLE_MODEL_REPORT' ? '英模报告团' : null),
    lecturerOfficer: lecturer?.officerNo ?? null,
    attendeeCount: attendees,
    material: kind === 'WARNING_FILM' ? '观后感每人一篇' : null,
  };
}

/** One integrity report by each discipline commission, three by the city's; none counts twice in the coverage. */
function holdReports(random: Random, people: People, made: Activity[], number: (unit: Unit) => string): void {
  const dates = workingDays('2021-03-15', '2021-04-30');
  const hosts = units.filter(({ system }) => system === 'LEGAL_AFFAIRS_COMMITTEE');
  const held = [...hosts.map((host, at) => [host, at] as const), [hosts[0]!, 0] as const, [hosts[0]!, 0] as const];
  held.forEach(([host, at], index) => {
    const heldOn = dates[index * 2]!;
    made.push({
      number: number(host),
      kind: 'INTEGRITY_REPORT',
      title: `${host.place === '市' ? '全市' : host.place}政法干警廉政教育报告会（第${index < hosts.length ? 1 : index - hosts.length + 2}场）`,
      heldOn,
      startsAt: `${heldOn} 14:30`,
      endsAt: `${heldOn} 16:30`,
      place: `${host.place}会议中心`,
      leadUnit: host.name,
      lecturer: `${disciplineCommissions[at]}主要负责同志`,
      lecturerDepartment: disciplineCommissions[at]!,
      attendeeCount: Math.min(people.taking(host).length, random.int(18, 22)),
      guestCount: random.int(150, 600),
    });
  });
}

/**
 * Rotation training: a class a day, so nobody sits in two at once. Most come once; some come to a second course in May and June
 * until the person-times are reached. A last course after the cut-off does not count.
 */
function train(
  random: Random,
  people: People,
  made: { activities: Activity[]; attendance: Attendance[] },
  number: (unit: Unit) => string,
): void {
  const absent = new Set(
    random.shuffle(people.participating.filter(({ isTeamMember }) => !isTeamMember)).slice(0, trained.absent),
  );
  const once = people.participating.length - absent.size;
  const second = spread(trained.personTimes - once, units);
  const courses = [
    ['第一期', workingDays('2021-03-09', '2021-04-30')],
    ['第二期', workingDays('2021-05-10', '2021-06-18')],
    ['第三期', workingDays('2021-06-23', '2021-06-30')],
  ] as const;
  for (const unit of units) {
    const present = people.taking(unit).filter((one) => !absent.has(one));
    const classes = [
      present,
      random.shuffle(present).slice(0, second.get(unit)),
      unit.level === 'CITY' ? present.slice(0, 30) : [],
    ];
    courses.forEach(([course, dates], at) => {
      const groups = inGroups(classes[at]!, 120);
      groups.forEach((officers, group) => {
        const heldOn = dates[Math.floor((group * dates.length) / groups.length)]!;
        made.activities.push(
          trainingDay(unit, `${course}第${group + 1}班`, heldOn, officers, number(unit), made.attendance),
        );
      });
    });
  }
}

function trainingDay(
  unit: Unit,
  name: string,
  heldOn: string,
  officers: readonly Officer[],
  number: string,
  attended: Attendance[],
): Activity {
  const [startsAt, endsAt] = [`${heldOn} 08:30`, `${heldOn} 17:30`];
  for (const { officerNo } of officers) {
    attended.push({ activity: number, officer: officerNo, unit: unit.name, attendedOn: heldOn, startsAt, endsAt });
  }
  return {
    number,
    kind: 'POLITICAL_ROTATION_TRAINING',
    title: `${unit.shortName}政治轮训${name}`,
    heldOn,
    startsAt,
    endsAt,
    place: `${unit.place === '市' ? '市' : unit.place}委党校`,
    leadUnit: unit.name,
    lecturer: '市委党校讲师团',
    attendeeCount: officers.length,
    material: '习近平法治思想学习读本、《中国共产党政法工作条例》',
  };
}

const inGroups = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

export interface Ledger {
  readonly reporter: Reporter;
  /** `2021-04` */
  readonly month: string;
  readonly tables: readonly Table[];
}

/** The ledgers as they are handed in: for each reporter and month, the sessions and the lists of who was there. */
export function educationLedgers(education: Education, ledgerMonths: readonly string[]): Ledger[] {
  return reporters.flatMap((reporter) => {
    const own = new Set(reporter.units.map(({ name }) => name));
    return ledgerMonths.map((month): Ledger => {
      const held = education.activities.filter((one) => own.has(one.leadUnit) && monthOf(one.heldOn) === month);
      const there = education.attendance.filter((one) => own.has(one.unit) && monthOf(one.attendedOn) === month);
      const tables = [
        table(
          activities,
          held.sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0)),
        ),
      ];
      return { reporter, month, tables: there.length > 0 ? [...tables, table(attendance, there)] : tables };
    });
  });
}

/** Certificates of the first course, for the city's own units. */
export function certificateTable(seed: string, { activities: held, attendance: there }: Education): Table {
  const random = randomFor(seed, 'certificates');
  const city = new Set(
    units.filter(({ level, system }) => level === 'CITY' && system !== 'POLICE').map(({ name }) => name),
  );
  const first = new Map(
    held
      .filter(({ kind, heldOn }) => kind === 'POLITICAL_ROTATION_TRAINING' && heldOn < '2021-05-01')
      .map((one) => [one.number, one]),
  );
  const rows = there
    .filter(({ activity, unit }) => city.has(unit) && first.has(activity))
    .map(
      (one, at): RowOf<typeof certificates> => ({
        number: `ZS2021${String(at + 1).padStart(5, '0')}`,
        officer: one.officer,
        unit: one.unit,
        activity: one.activity,
        issuedOn: '2021-05-08',
        hours: 40,
        score: random.int(78, 100),
      }),
    );
  return table(certificates, rows);
}
