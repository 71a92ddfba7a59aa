import { comparisonChecks, problemItems } from '../../src/modules/conduct/index.ts';
import { meetingAttendances, meetingDecisions, meetings } from '../../src/modules/programme/index.ts';
import { cityUnit, type Reporter, reporters, type Unit, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import type { People } from '../people.ts';
import { nationalKinds } from '../problem-kinds.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { spread } from '../spread.ts';
import { days } from '../story.ts';

type Meeting = RowOf<typeof meetings>;
type Kind = Meeting['kind'];

/** City meetings held by the cut-off. */
export const cityMeetings = {
  STANDING_COMMITTEE_HEARING: 3,
  MOBILISATION: 1,
  PROGRESS: 2,
  LEADING_GROUP: 2,
  OFFICE_DIRECTOR: 10,
  OFFICE_SPECIAL: 14,
  CLUE_GROUP_PLENARY: 6,
  CLUE_GROUP_SPECIAL: 11,
  JOINT: 6,
  LIAISON_OFFICERS: 8,
  PARTY_GROUP: 4,
} as const satisfies Partial<Record<Kind, number>>;

/** Democratic-life meetings of the 55 leadership teams and organisational-life meetings of the branches, by the cut-off. */
export const lifeMeetings = { DEMOCRATIC_LIFE: units.length, ORGANISATIONAL_LIFE: 1546 } as const;

const names: Readonly<Record<keyof typeof cityMeetings, string>> = {
  STANDING_COMMITTEE_HEARING: '市委常委会听取教育整顿工作汇报',
  MOBILISATION: '全市政法队伍教育整顿动员部署会',
  PROGRESS: '教育整顿工作推进会',
  LEADING_GROUP: '教育整顿领导小组会议',
  OFFICE_DIRECTOR: '教育整顿办公室主任会议',
  OFFICE_SPECIAL: '教育整顿办公室专题会议',
  CLUE_GROUP_PLENARY: '线索核查工作组全体（扩大）会议',
  CLUE_GROUP_SPECIAL: '线索核查专题工作会议',
  JOINT: '跨部门联席会议',
  LIAISON_OFFICERS: '联络员会议',
  PARTY_GROUP: '党组（党委）会议',
};

/** Meetings of the city, those of the districts beside them, and what they decided. */
export function meetingTables(seed: string): Table[] {
  const random = randomFor(seed, 'meetings');
  const before = workingDays(days.start, '2021-06-18');
  const office = cityUnit('LEGAL_AFFAIRS_COMMITTEE');
  const rows: Meeting[] = [];
  const hold = (
    kind: keyof typeof cityMeetings,
    heldOn: string,
    at: number,
    unit: Unit,
    state: Meeting['state'] = 'VERIFIED',
  ): void => {
    const should = random.int(12, 46);
    rows.push({
      number: `HY-${unit.regionCode}-${String(rows.length + 1).padStart(3, '0')}`,
      kind,
      level: unit.level,
      unit: unit.name,
      title: `${unit.level === 'CITY' ? '' : unit.place}${names[kind]}（第${at + 1}次）`,
      heldOn,
      startsAt: `${heldOn} ${random.pick(['09:00', '10:00', '14:30', '15:00'])}`,
      place: unit.level === 'CITY' ? '市委会议室' : `${unit.place}委会议室`,
      chair: '领导小组负责同志',
      shouldAttend: should,
      attended: should - random.int(0, 3),
      state,
    });
  };
  for (const [kind, count] of Object.entries(cityMeetings) as [keyof typeof cityMeetings, number][]) {
    for (let at = 0; at < count; at++) hold(kind, before[Math.floor((at * before.length) / count)]!, at, office);
  }
  // What must not count: drafts, void entries, meetings after the cut-off, meetings of districts.
  hold('LEADING_GROUP', '2021-06-11', 2, office, 'DRAFT');
  hold('OFFICE_SPECIAL', '2021-05-13', 14, office, 'VOID');
  hold('STANDING_COMMITTEE_HEARING', '2021-06-28', 3, office);
  hold('CLUE_GROUP_SPECIAL', '2021-06-24', 11, office);
  for (const unit of units.filter(
    ({ level, system }) => level === 'DISTRICT' && system === 'LEGAL_AFFAIRS_COMMITTEE',
  )) {
    hold('MOBILISATION', random.pick(workingDays('2021-03-02', '2021-03-05')), 0, unit);
    for (let at = 0; at < 2; at++) hold('LEADING_GROUP', random.pick(before), at, unit);
    hold('OFFICE_DIRECTOR', random.pick(before), 0, unit);
  }
  const decided = rows.filter(({ kind, state }) => kind === 'LEADING_GROUP' && state === 'VERIFIED').slice(0, 12);
  const decisions = decided.map(
    (meeting, at): RowOf<typeof meetingDecisions> => ({
      number: `YD-2021-${String(at + 1).padStart(3, '0')}`,
      meeting: meeting.number,
      text: random.pick([
        '对顽瘴痼疾线索逐件包案',
        '每周调度自查自纠进展',
        '公布整治方案接受监督',
        '建立线索核查会商机制',
      ]),
      unit: meeting.unit,
      decidedOn: meeting.heldOn,
      dueOn: addDays(meeting.heldOn, 21),
      state: at % 3 === 0 ? 'IN_PROGRESS' : 'DONE',
      doneOn: at % 3 === 0 ? null : addDays(meeting.heldOn, 18),
    }),
  );
  return [table(meetings, rows), table(meetingDecisions, decisions)];
}

export interface LifeLedger {
  readonly reporter: Reporter;
  readonly tables: readonly Table[];
}

/** Life meetings of every unit with the leaders who were there, their comparison statements and the problems they claimed. */
export function lifeLedgers(seed: string, people: People): LifeLedger[] {
  const random = randomFor(seed, 'life meetings');
  const teamDays = workingDays('2021-04-12', '2021-04-30');
  const branchDays = workingDays('2021-03-22', '2021-06-18');
  const share = spread(lifeMeetings.ORGANISATIONAL_LIFE, units);
  let problems = 0;
  return reporters.map((reporter) => {
    const held: Meeting[] = [];
    const there: RowOf<typeof meetingAttendances>[] = [];
    const checks: RowOf<typeof comparisonChecks>[] = [];
    const found: RowOf<typeof problemItems>[] = [];
    for (const unit of reporter.units) {
      const heldOn = random.pick(teamDays);
      const team = people.team(unit);
      const meeting = life(unit, 'DEMOCRATIC_LIFE', heldOn, 1, team.length);
      held.push(meeting);
      for (const { officerNo } of team) {
        const items = random.int(2, 5);
        there.push({
          meeting: meeting.number,
          officer: officerNo,
          unit: unit.name,
          attendance: 'ATTENDED',
          attendedOn: heldOn,
        });
        checks.push({
          officer: officerNo,
          meeting: meeting.number,
          unit: unit.name,
          submittedOn: addDays(heldOn, -3),
          itemsFound: items,
          itemsClaimed: items,
        });
        for (let at = 0; at < 2; at++) {
          problems += 1;
          found.push({
            number: `WT-2021-${String(problems).padStart(4, '0')}`,
            meeting: meeting.number,
            unit: unit.name,
            text: random.pick([
              '谈心谈话不够经常',
              '案件评查走形式',
              '对分管部门监督不严',
              '记录报告制度落实不到位',
              '调查研究不深入',
            ]),
            problemKind: random.chance(0.5) ? random.pick(nationalKinds).code : null,
            owner: officerNo,
            foundOn: heldOn,
            claimedOn: heldOn,
            dueOn: addDays(heldOn, 45),
            state: random.pick(['CLAIMED', 'RECTIFYING', 'RECTIFIED', 'VERIFIED']),
          });
        }
      }
      const branches = Math.max(1, Math.round(unit.size / 45));
      for (let at = 0; at < share.get(unit)!; at++) {
        held.push(
          life(
            unit,
            'ORGANISATIONAL_LIFE',
            branchDays[Math.floor((at * branchDays.length) / share.get(unit)!)]!,
            at + 1,
            random.int(9, 38),
            (at % branches) + 1,
          ),
        );
      }
      held.push(life(unit, 'ORGANISATIONAL_LIFE', '2021-06-29', share.get(unit)! + 1, random.int(9, 38), 1));
    }
    return {
      reporter,
      tables: [
        table(meetings, held),
        table(meetingAttendances, there),
        table(comparisonChecks, checks),
        table(problemItems, found),
      ],
    };
  });
}

function life(
  unit: Unit,
  kind: 'DEMOCRATIC_LIFE' | 'ORGANISATIONAL_LIFE',
  heldOn: string,
  at: number,
  attended: number,
  branch = 0,
): Meeting {
  const team = kind === 'DEMOCRATIC_LIFE';
  return {
    number: `${team ? 'MZ' : 'ZZ'}-${unit.code}-${String(at).padStart(3, '0')}`,
    kind,
    level: unit.level,
    unit: unit.name,
    title: team
      ? `${unit.shortName}领导班子专题民主生活会`
      : `${unit.shortName}第${branch}党支部组织生活会（总第${at}次）`,
    heldOn,
    startsAt: `${heldOn} ${team ? '09:00' : '15:00'}`,
    place: team ? '党组会议室' : `第${branch}党支部活动室`,
    shouldAttend: attended,
    attended,
    studied: true,
    opinionsAsked: true,
    talksHeld: true,
    statementsWritten: true,
    state: 'VERIFIED',
  };
}
