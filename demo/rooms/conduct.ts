import {
  deliveries,
  documentTemplates,
  familyReceipts,
  followUps,
  leniencyDecisions,
  mandatoryTalkKinds,
  selfReportItems,
  selfReports,
  statements,
  talks,
} from '../../src/modules/conduct/index.ts';
import { type Unit, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import type { Officer, People } from '../people.ts';
import { drawKind } from '../problem-kinds.ts';
import { type Random, randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import type { Clues } from './clues.ts';

/** Talks held by the cut-off. */
export const talkCount = 43_379;

const letter = '政法干警廉洁承诺书';
const familyLetter = '致干警家属的一封信';

/** The papers handed out and the situations in which a talk must be held; one situation was given up in 2020. */
export const paperTables = (): Table[] => {
  const papers = [
    ['COMMITMENT_LETTER', letter],
    ['LETTER_TO_OFFICERS', '致全市政法干警的一封信'],
    ['LETTER_TO_FAMILIES', familyLetter],
    ['FAMILY_PLEDGE', '家属承诺函'],
    ['LETTER_TO_PUBLIC', '致全市人民的公开信'],
  ] as const;
  const kinds = [
    ['BT1', '主要负责同志与班子成员必谈', '教育整顿启动', 'TEAM'],
    ['BT2', '班子成员之间必谈', '专题民主生活会前', 'BY_HAND'],
    ['BT3', '班子成员与分管部门负责人必谈', '查纠整改环节启动', 'BY_HAND'],
    ['BT4', '部门负责人与干警必谈', '组织生活会前', 'STAFF'],
    ['BT5', '有反映的干警必谈', '收到信访举报', 'BY_HAND'],
  ] as const;
  return [
    table(
      documentTemplates,
      papers.map(([kind, title]) => ({ kind, edition: 1, title, validFrom: '2021-03-03' })),
    ),
    table(mandatoryTalkKinds, [
      ...kinds.map(
        ([code, name, trigger, basis]): RowOf<typeof mandatoryTalkKinds> => ({
          code,
          name,
          trigger,
          basis,
          dueDays: 10,
          validFrom: '2021-03-01',
        }),
      ),
      {
        code: 'BT0',
        name: '节假日前必谈',
        trigger: '法定节假日前',
        dueDays: 5,
        validFrom: '2018-01-01',
        validTo: '2020-12-31',
      },
    ]),
  ];
};

/** How many talks each unit held: by its size, with the exact sum. */
export function talkShares(people: People): Map<Unit, number> {
  const all = people.participating.length;
  const shares = new Map(units.map((unit) => [unit, Math.floor((talkCount * people.taking(unit).length) / all)]));
  let rest = talkCount - [...shares.values()].reduce((sum, share) => sum + share, 0);
  for (const unit of units) if (rest-- > 0) shares.set(unit, shares.get(unit)! + 1);
  return shares;
}

const concerns = ['家庭照料压力大', '岗位任务较重', '希望参加业务培训', '职级晋升', '子女教育', '身体健康'];

/**
 * The talks, signatures and letters of one unit. Rounds of talks take turns over everyone, each in its own stretch of days, so that
 * nobody has two talks of one kind on a day.
 */
export function conductTables(seed: string, people: People, unit: Unit, share: number): Table[] {
  const random = randomFor(seed, `talks ${unit.code}`);
  const taking = people.taking(unit);
  const team = people.team(unit);
  const heads = taking.slice(0, team.length + Math.ceil(unit.size / 40));
  const rounds = [
    workingDays('2021-03-04', '2021-04-09'),
    workingDays('2021-04-12', '2021-05-21'),
    workingDays('2021-05-24', '2021-06-21'),
    workingDays('2021-06-23', '2021-06-30'),
  ];
  const made: RowOf<typeof talks>[] = [];
  const add = (officer: Officer, round: number, state: RowOf<typeof talks>['state']): void => {
    made.push(talk(random, unit, officer, heads, random.pick(rounds[round]!), round, made.length + 1, state));
  };
  for (let at = 0; at < share; at++) {
    add(taking[at % taking.length]!, Math.floor(at / taking.length), random.chance(0.8) ? 'CONFIRMED' : 'HELD');
  }
  // Planned, overdue, or held after the cut-off: in the ledger, not in the figure.
  for (const officer of taking.slice(-3)) add(officer, 3, 'HELD');
  add(taking.at(-4)!, 2, 'OVERDUE');
  add(taking.at(-5)!, 3, 'PLANNED');
  const signing = workingDays('2021-03-08', '2021-03-19');
  const signed = taking.map(({ officerNo }, at): RowOf<typeof deliveries> => {
    const deliveredOn = signing[at % signing.length]!;
    const refused = random.chance(0.002);
    return {
      template: letter,
      officer: officerNo,
      unit: unit.name,
      deliveredOn,
      channel: 'IN_PERSON',
      receiptOn: deliveredOn,
      signedOn: refused ? null : addDays(deliveredOn, 1),
      signatureMethod: refused ? null : 'PAPER',
      unsignedReason: refused ? '外出学习，返回后补签' : null,
    };
  });
  const families = taking
    .filter((_, at) => at % 6 === 0)
    .map(({ officerNo }): RowOf<typeof familyReceipts> => {
      const deliveredOn = random.pick(signing);
      const answered = random.chance(0.9);
      return {
        template: familyLetter,
        officer: officerNo,
        unit: unit.name,
        relation: random.weighted({ SPOUSE: 82, PARENT: 15, CHILD: 3 }),
        deliveredOn,
        receiptOn: answered ? addDays(deliveredOn, 5) : null,
        pledgedOn: answered && random.chance(0.8) ? addDays(deliveredOn, 5) : null,
      };
    });
  return [table(talks, made), table(deliveries, signed), table(familyReceipts, families)];
}

function talk(
  random: Random,
  unit: Unit,
  officer: Officer,
  heads: readonly Officer[],
  heldOn: string,
  round: number,
  at: number,
  state: RowOf<typeof talks>['state'],
): RowOf<typeof talks> {
  const others = heads.filter((one) => one !== officer);
  const talker = officer.isTeamMember && !officer.isPrincipalLeader ? heads[0]! : random.pick(others);
  const layer = officer.isTeamMember
    ? talker.isPrincipalLeader
      ? 'PRINCIPAL_TO_TEAM'
      : 'TEAM_MUTUAL'
    : talker.isTeamMember
      ? 'TEAM_TO_DEPARTMENT'
      : 'DEPARTMENT_TO_OFFICER';
  // The first round holds what the roster makes due: all who take part are talked to, so those who do not take part stay due.
  const due = !officer.isTeamMember ? 'BT4' : officer.isPrincipalLeader ? 'BT2' : 'BT1';
  const ofHead = round === 1 && !officer.isTeamMember && heads.includes(officer) && talker.isTeamMember;
  const confirmed = state === 'CONFIRMED';
  return {
    number: `TH-${unit.code}-${String(at).padStart(5, '0')}`,
    officer: officer.officerNo,
    unit: unit.name,
    talker: talker.officerNo,
    layer,
    kind: round === 0 || ofHead ? 'MANDATORY' : round === 1 ? 'REGULAR' : 'FOLLOW_UP',
    mandatoryKind: round === 0 ? due : ofHead ? 'BT3' : null,
    heldOn,
    topics: random.pick(['宣讲自查从宽政策', '思想动态', '履职情况', '廉洁纪律']),
    concerns: random.chance(0.15) ? random.pick(concerns) : null,
    issuesAdmitted: random.chance(0.01),
    talkerConfirmedOn: confirmed ? heldOn : null,
    officerConfirmedOn: confirmed ? addDays(heldOn, 1) : null,
    state,
  };
}

/** Self-reports, what they name, decisions on leniency with their reasons, and officers' own statements. */
export function selfReportTables(seed: string, people: People, all: Clues): Table[] {
  const random = randomFor(seed, 'self-reports');
  const reporters = random.shuffle(people.participating).slice(0, 180);
  const submitted = workingDays('2021-03-19', '2021-06-25');
  const reports = reporters.map((officer, at): RowOf<typeof selfReports> => {
    const day = submitted[Math.floor((at * submitted.length) / reporters.length)]!;
    const nothing = at % 3 === 0;
    return {
      number: `ZC-2021-${String(at + 1).padStart(3, '0')}`,
      officer: officer.officerNo,
      unit: officer.of.name,
      submittedAt: `${day} 16:${String(random.int(10, 59))}`,
      receivedBy: '自查接待室',
      nothingToReport: nothing,
      matterStage: at % 11 === 5 ? 'CLUE_REGISTERED' : 'NONE',
      state: nothing ? 'CLOSED' : random.pick(['CLASSIFIED', 'DECIDED', 'CLOSED']),
    };
  });
  const told = reports.filter(({ nothingToReport }) => !nothingToReport);
  const items = told.map(
    (report): RowOf<typeof selfReportItems> => ({
      report: report.number,
      number: 1,
      officer: report.officer,
      unit: report.unit,
      reportedOn: report.submittedAt.slice(0, 10),
      problemKind: drawKind(random),
      happened: random.pick([
        '受人之托打听案件进展，未作记录',
        '曾入股亲属企业，现已退出',
        '向朋友借款未申报',
        '办案期限超期未及时报批',
      ]),
      occurredFrom: `${random.int(2017, 2019)}-05-01`,
      amount: random.chance(0.3) ? `${random.int(1, 30) * 10_000}.00` : null,
    }),
  );
  const decided = told.slice(0, 40).map(
    (report, at): RowOf<typeof leniencyDecisions> => ({
      number: `澄教整从〔2021〕${at + 1}号`,
      report: report.number,
      officer: report.officer,
      unit: report.unit,
      clue: at % 10 === 9 ? all.clues.find(({ source }) => source === 'SELF_REPORT')!.serialNo : null,
      finding: report.matterStage === 'CLUE_REGISTERED' ? 'CONFESSION' : 'VOLUNTARY_BEFORE',
      ruleVersion: '澄教整〔2021〕62号',
      selfExamined: true,
      selfExaminedEvidence: '自查报告及接待记录',
      confessed: true,
      repented: true,
      repentedEvidence: '书面检讨、退出投资凭证',
      ground: '主动说明组织未掌握的问题，情节轻微',
      form: 'FIRST',
      measure: random.pick(['批评教育', '谈话提醒', '责令检查']),
      reasons: '主动自查、如实说明、及时改正，依照实施意见从宽处理',
      decidedBy: '市教育整顿领导小组',
      decidedOn: addDays(report.submittedAt.slice(0, 10), 14),
    }),
  );
  const kept = decided.slice(0, 25).map(
    (decision): RowOf<typeof followUps> => ({
      decision: decision.number,
      officer: decision.officer,
      unit: decision.unit,
      heldOn: addDays(decision.decidedOn, 10),
      talker: people.principal(units.find(({ name }) => name === decision.unit)!).officerNo,
      content: '回访谈话，了解思想和工作状态',
    }),
  );
  const own = told.slice(40, 48).map(
    (report, at): RowOf<typeof statements> => ({
      number: `CS-2021-${at + 1}`,
      officer: report.officer,
      unit: report.unit,
      matter: report.number,
      text: '对认定的时间和金额提出说明',
      receivedOn: addDays(report.submittedAt.slice(0, 10), 6),
      answer: random.pick(['ACCEPTED', 'PARTLY', 'REJECTED']),
      reasons: '已核对原始凭证',
      answeredOn: addDays(report.submittedAt.slice(0, 10), 12),
    }),
  );
  return [
    table(selfReports, reports),
    table(selfReportItems, items),
    table(leniencyDecisions, decided),
    table(followUps, kept),
    table(statements, own),
  ];
}
