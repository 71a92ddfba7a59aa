import {
  briefings,
  nilReturns,
  provisions,
  records,
  surveys,
  teamMembers,
} from '../../src/modules/interference/index.ts';
import { cityUnit, type System, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import { invent } from '../names.ts';
import type { People } from '../people.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';

const heads: Readonly<Partial<Record<System, RowOf<typeof teamMembers>['role']>>> = {
  COURT: 'COURT_PRESIDENT',
  PROCURATORATE: 'CHIEF_PROCURATOR',
  POLICE: 'POLICE_CHIEF',
  JUSTICE_BUREAU: 'JUSTICE_BUREAU_CHIEF',
};

/** The three provisions, what was recorded under them, monthly returns, the briefing teams and their briefings. */
export function interferenceTables(seed: string, people: People): Table[] {
  const random = randomFor(seed, 'interference');
  const three: RowOf<typeof provisions>[] = [
    {
      code: 'GD1',
      name: '领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定',
      shortName: '领导干部干预司法规定',
      issuedOn: '2015-03-18',
    },
    {
      code: 'GD2',
      name: '司法机关内部人员过问案件的记录和责任追究规定',
      shortName: '内部人员过问案件规定',
      issuedOn: '2015-03-29',
    },
    {
      code: 'GD3',
      name: '关于进一步规范司法人员与当事人、律师、特殊关系人、中介组织接触交往行为的若干规定',
      shortName: '接触交往规定',
      issuedOn: '2015-09-06',
    },
  ];
  const recorders = random
    .shuffle(people.participating.filter(({ of }) => of.system !== 'LEGAL_AFFAIRS_COMMITTEE'))
    .slice(0, 130);
  const made = recorders.map((officer, at): RowOf<typeof records> => {
    const askedOn = random.pick(workingDays('2021-03-04', '2021-06-25'));
    const category = random.weighted({
      INQUIRY: 40,
      LAWFUL_SUPERVISION: 14,
      CONDUCT_REPORT: 18,
      IMPROPER_CONTACT: 12,
      HARMLESS: 10,
      INTERFERENCE: 6,
    });
    return {
      number: `GY-2021-${String(at + 1).padStart(3, '0')}`,
      provision: random.pick(['GD1', 'GD2', 'GD3']),
      recorder: officer.officerNo,
      unit: officer.of.name,
      askerName: invent(random, random.pick(['MALE', 'FEMALE'])),
      askerUnit: random.chance(0.4) ? '某机关' : null,
      relation: random.pick(['INSIDER', 'PARTY', 'LAWYER', 'RELATIVE', 'LEADER']),
      askedOn,
      way: random.pick(['PHONE', 'IN_PERSON', 'MESSAGE']),
      stage: random.pick(['FILING', 'INVESTIGATION', 'PROSECUTION', 'TRIAL', 'ENFORCEMENT']),
      asked: random.pick(['询问案件办理进度', '请求尽快处理', '打听承办人意见', '了解立案情况']),
      answer: '告知依法查询渠道，未透露案情',
      reportedOn: addDays(askedOn, 2),
      category,
      state: category === 'INTERFERENCE' ? 'INTERFERENCE' : category === 'HARMLESS' ? 'HARMLESS' : 'CLASSIFIED',
    };
  });
  const returns = units.flatMap((unit) =>
    ['2021-03-01', '2021-04-01', '2021-05-01'].map((periodStart, at): RowOf<typeof nilReturns> => {
      const own = made.filter(
        (one) => one.unit === unit.name && one.askedOn.slice(0, 7) === periodStart.slice(0, 7),
      ).length;
      return {
        unit: unit.name,
        periodKind: 'MONTH',
        periodStart,
        isNil: own === 0,
        recordCount: own,
        signedBy: people.principal(unit).name,
        dueOn: `2021-0${4 + at}-05`,
        submittedOn: `2021-0${4 + at}-0${random.int(1, 5)}`,
      };
    }),
  );
  const team = units.flatMap((unit): RowOf<typeof teamMembers>[] => {
    const role = heads[unit.system];
    const member = { unit: unit.name, level: unit.level, joinedOn: '2021-04-12' } as const;
    const head: RowOf<typeof teamMembers>[] = role
      ? [{ ...member, officer: people.principal(unit).officerNo, role }]
      : [];
    return unit.level === 'CITY'
      ? [...head, { ...member, officer: people.team(unit)[1]!.officerNo, role: 'LECTURER' }]
      : head;
  });
  const held = units.flatMap((unit) =>
    [0, 1].map((at): RowOf<typeof briefings> => {
      const heldOn = random.pick(
        workingDays(at === 0 ? '2021-04-19' : '2021-05-17', at === 0 ? '2021-05-14' : '2021-06-18'),
      );
      return {
        number: `XJ-${unit.code}-${at + 1}`,
        unit: unit.name,
        topic: `${unit.shortName}三个规定宣讲（第${at + 1}讲）`,
        speaker: people.principal(unit).officerNo,
        heldOn,
        startsAt: `${heldOn} 15:00`,
        place: `${unit.place === '市' ? '市' : unit.place}会议中心`,
        audience: random.int(30, 140),
        audiencePosts: '领导干部',
      };
    }),
  );
  const asked = units
    .filter(({ level }) => level === 'CITY')
    .concat(cityUnit('POLICE'))
    .map((unit, at): RowOf<typeof surveys> => {
      const answers = random.int(200, 900);
      return {
        number: `DY-2021-${at + 1}`,
        unit: unit.name,
        surveyedOn: at < 5 ? '2021-06-09' : '2021-06-16',
        audience: '领导干部和干警',
        method: '网络问卷',
        answers,
        aware: answers - random.int(1, 12),
        supportive: answers - random.int(3, 20),
      };
    });
  return [
    table(provisions, three),
    table(records, made),
    table(nilReturns, returns),
    table(teamMembers, team),
    table(briefings, held),
    table(surveys, asked),
  ];
}
