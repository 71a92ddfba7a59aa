import { items, mechanisms, plans, problemKinds, taskForces } from '../../src/modules/rectification/index.ts';
import { cityUnit, type System, type Unit, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import type { People } from '../people.ts';
import { drawKind, nationalKinds } from '../problem-kinds.ts';
import { planPublication } from '../publications.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';

const ownKinds: Readonly<Record<System, readonly string[]>> = {
  LEGAL_AFFAIRS_COMMITTEE: ['执法监督刚性不足', '涉法涉诉信访化解不及时'],
  COURT: ['瑕疵案件纠正不及时', '长期未结案件清理不力'],
  PROCURATORATE: ['民事检察监督偏弱'],
  POLICE: ['受案立案不规范', '执法记录不完整'],
  JUSTICE_BUREAU: ['社区矫正监管不严'],
};

/** The N kinds each unit found for itself: one at least. */
const kindsOf = (unit: Unit): string[] =>
  unit.level === 'CITY' ? [...ownKinds[unit.system]] : [ownKinds[unit.system][0]!];

export const kindTable = (): Table =>
  table(problemKinds, [
    ...nationalKinds.map(
      ({ code, name }): RowOf<typeof problemKinds> => ({ code, name, origin: 'NATIONAL', definedOn: '2021-02-27' }),
    ),
    ...units.flatMap((unit) =>
      kindsOf(unit).map(
        (name, at): RowOf<typeof problemKinds> => ({
          code: `N-${unit.code}-${at + 1}`,
          name: `${unit.shortName}：${name}`,
          origin: 'UNIT',
          unit: unit.name,
          definedOn: '2021-04-02',
        }),
      ),
    ),
  ]);

/** Plans of all units, published; drafts of the second edition that no body has approved; items, task forces, mechanisms. */
export function rectificationTables(seed: string, people: People): Table[] {
  const random = randomFor(seed, 'rectification');
  const early = workingDays('2021-04-06', '2021-04-23');
  const approved = units.map(
    (unit): RowOf<typeof plans> => ({
      number: `FA-${unit.code}`,
      unit: unit.name,
      title: `${unit.shortName}6+N顽瘴痼疾整治方案`,
      kinds: [...nationalKinds.map(({ name }) => name), ...kindsOf(unit)].join('；'),
      owner: people.principal(unit).officerNo,
      approvedOn: random.pick(early),
      approvedBy: '党组（党委）会议',
      publication: planPublication(unit),
    }),
  );
  const drafts = units.slice(0, 3).map(
    (unit): RowOf<typeof plans> => ({
      number: `FA-${unit.code}-2`,
      unit: unit.name,
      title: `${unit.shortName}6+N顽瘴痼疾整治方案（回头看，征求意见稿）`,
    }),
  );
  const problems = units.flatMap((unit) =>
    Array.from({ length: Math.min(40, 4 + Math.round(unit.size / 60)) }, (_, at): RowOf<typeof items> => {
      const foundOn = random.pick(workingDays('2021-04-08', '2021-06-25'));
      const state = random.weighted({ VERIFIED: 82, SUBMITTED: 8, IN_PROGRESS: 8, REOPENED: 2 });
      const done = state === 'VERIFIED' || state === 'REOPENED';
      return {
        number: `ZZ-${unit.code}-${String(at + 1).padStart(3, '0')}`,
        kind: random.chance(0.15) ? `N-${unit.code}-1` : drawKind(random),
        source: random.weighted({ SELF: 50, VISIT: 14, CLUE: 14, SCREENING: 6, REVIEW: 12, PUBLIC: 4 }),
        unit: unit.name,
        owner: random.pick(people.team(unit)).officerNo,
        problem: random.pick([
          '填报记录不及时',
          '案件超期未结',
          '审批手续不全',
          '台账与实际不符',
          '经营情况未如实申报',
        ]),
        measure: '限期补正、约谈责任人、完善审批流程',
        foundOn,
        dueOn: addDays(foundOn, 30),
        submittedOn: state === 'IN_PROGRESS' ? null : addDays(foundOn, 16),
        verifiedOn: done ? addDays(foundOn, 20) : null,
        isRepeat: state === 'REOPENED',
        ruleMade: done && random.chance(0.3) ? '案件流程监控办法' : null,
        state,
      };
    }),
  );
  const lead = cityUnit('LEGAL_AFFAIRS_COMMITTEE').name;
  const forces = nationalKinds.map(
    ({ code, name }, at): RowOf<typeof taskForces> => ({
      code: `ZB-${code}`,
      name: `${name}整治专班`,
      level: 'CITY',
      unit: lead,
      kind: code,
      leader: people.team(cityUnit('LEGAL_AFFAIRS_COMMITTEE'))[at % 7]!.officerNo,
      establishedOn: '2021-04-07',
    }),
  );
  const ways = [
    ['跨部门联席会议', 'JOINT_MEETING', '每月一次'],
    ['联络员会议', 'LIAISON_MEETING', '每两周一次'],
    ['督办督查', 'SUPERVISION', '随时'],
  ] as const;
  const running = ways.map(
    ([name, kind, frequency], at): RowOf<typeof mechanisms> => ({
      number: `JZ-2021-${at + 1}`,
      name: `整治${name}机制`,
      kind,
      taskForce: `ZB-K${at + 1}`,
      leadUnit: lead,
      frequency,
      establishedOn: '2021-04-08',
    }),
  );
  return [
    table(plans, [...approved, ...drafts]),
    table(taskForces, forces),
    table(mechanisms, running),
    table(items, problems),
  ];
}
