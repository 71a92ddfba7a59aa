import {
  backReviews,
  caseRecords,
  caseSteps,
  reviews,
  ruleFamilies,
  ruleHits,
  sentenceReliefKinds,
  sentenceReliefs,
} from '../../src/modules/casework/index.ts';
import { cityUnit, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import type { People } from '../people.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import type { Clues } from './clues.ts';

/** The rule families and kinds of relief that cases are held against. */
export const ruleTables = (): Table[] => [
  table(ruleFamilies, [
    { code: 'NOT_FILED', name: '有案不立' },
    { code: 'SHELVED', name: '压案不查' },
    { code: 'NOT_PURSUED', name: '有罪不究' },
    { code: 'SENTENCE_RELIEF', name: '违规减假暂' },
  ]),
  table(sentenceReliefKinds, [
    { code: 'REDUCTION', name: '减刑', decidedBy: '人民法院' },
    { code: 'PAROLE', name: '假释', decidedBy: '人民法院' },
    { code: 'TEMPORARY_OUTSIDE', name: '暂予监外执行', decidedBy: '人民法院、公安机关或监狱管理机关' },
  ]),
];

/** Cases with their steps, reliefs, what the rules found in them and what reviewers said. */
export function caseTables(seed: string, people: People, all: Clues): Table[] {
  const random = randomFor(seed, 'cases');
  const police = units.filter(({ system }) => system === 'POLICE');
  const received = workingDays('2019-01-07', '2021-05-28');
  const causes = {
    CRIMINAL: ['诈骗', '盗窃', '故意伤害', '寻衅滋事'],
    PUBLIC_ORDER: ['殴打他人', '扰乱公共秩序', '赌博'],
  } as const;
  const cases = Array.from({ length: 260 }, (_, at): RowOf<typeof caseRecords> => {
    const unit = police[at % police.length]!;
    const kind = random.chance(0.7) ? 'CRIMINAL' : 'PUBLIC_ORDER';
    const day = random.pick(received);
    const filed = random.chance(0.86);
    return {
      caseNo: `A${unit.regionCode}${day.slice(0, 4)}${String(at + 1).padStart(6, '0')}`,
      unit: unit.name,
      kind,
      stage: filed ? random.pick(['INVESTIGATION', 'PROSECUTION', 'CLOSED']) : 'REPORT',
      cause: random.pick(causes[kind]),
      reportedInPerson: random.chance(0.6),
      complex: random.chance(0.1),
      receivedAt: `${day} ${String(random.int(8, 20)).padStart(2, '0')}:${random.int(10, 59)}`,
      receiptNo: random.chance(0.95) ? `HZ${day.slice(0, 4)}${at + 1}` : null,
      acceptedAt: `${day} 21:05`,
      filedOn: filed ? addDays(day, random.int(1, 9)) : null,
      refusedOn: filed ? null : addDays(day, 7),
      lastEntryOn: addDays(day, random.int(20, 200)),
      amount: random.chance(0.4) ? `${random.int(1, 200) * 1000}.00` : null,
      handlers: '两名以上民警',
    };
  });
  const steps = cases
    .filter(({ filedOn, kind }) => filedOn && kind === 'CRIMINAL')
    .slice(0, 120)
    .flatMap((one): RowOf<typeof caseSteps>[] => {
      const [from, next] = [addDays(one.filedOn!, 3), addDays(one.filedOn!, 10)];
      return [
        { caseRecord: one.caseNo, unit: one.unit, kind: 'DETENTION', from, to: addDays(from, 7) },
        { caseRecord: one.caseNo, unit: one.unit, kind: 'ARREST_REVIEW', from: next, to: addDays(next, 7) },
      ];
    });
  const court = cityUnit('COURT').name;
  const reliefs = Array.from({ length: 72 }, (_, at): RowOf<typeof sentenceReliefs> => {
    const filedOn = random.pick(workingDays('2018-03-01', '2021-04-30'));
    const kind = random.weighted({ 减刑: 70, 假释: 14, 暂予监外执行: 16 });
    return {
      number: `(${filedOn.slice(0, 4)})演01刑更${at + 1}号`,
      unit: court,
      kind,
      prisonerRef: `ZF${String(at + 1).padStart(5, '0')}`,
      offence: random.pick(['盗窃罪', '诈骗罪', '故意伤害罪', '受贿罪']),
      sentence: 'FIXED_TERM',
      termMonths: random.int(36, 144),
      sentenceStart: addDays(filedOn, -random.int(900, 1800)),
      filedOn,
      category: random.weighted({ NONE: 80, DUTY: 8, FINANCE: 6, GANG: 6 }),
      ground: kind === '暂予监外执行' ? 'ILLNESS' : 'REMORSE',
      monthsReduced: kind === '减刑' ? random.int(3, 9) : null,
      noticeFrom: addDays(filedOn, 3),
      noticeTo: addDays(filedOn, 8),
      objections: false,
      hearing: random.pick(['OPEN', 'PAPER']),
      procuratorateOpinion: random.weighted({ AGREES: 92, OBJECTS: 5, CORRECTION: 3 }),
      decidedOn: addDays(filedOn, 26),
    };
  });
  const hits = [
    ...random
      .shuffle(cases)
      .slice(0, 60)
      .map((one) => ({
        family: random.pick(['有案不立', '压案不查', '有罪不究']),
        caseRecord: one.caseNo,
        sentenceRelief: null,
        unit: one.unit,
      })),
    ...random
      .shuffle(reliefs)
      .slice(0, 14)
      .map((one) => ({ family: '违规减假暂', caseRecord: null, sentenceRelief: one.number, unit: court })),
  ].map((hit, at): RowOf<typeof ruleHits> => {
    const hitOn = random.pick(workingDays('2021-04-12', '2021-06-11'));
    const decided = at % 4 !== 3;
    return {
      ...hit,
      number: `MZ-2021-${String(at + 1).padStart(3, '0')}`,
      rule: `R${(at % 12) + 1}`,
      ruleVersion: '1',
      facts: random.pick([
        '接报后超过法定期限未作决定',
        '立案后超过一年无新的程序记录',
        '不予立案未送达通知',
        '公示期不足',
      ]),
      hitOn,
      reviewer: random.pick(people.taking(cityUnit('PROCURATORATE')).slice(0, 20)).officerNo,
      outcome: decided ? random.weighted({ NO_ISSUE: 40, EXPLAINED: 35, FLAW: 20, VIOLATION: 5 }) : null,
      decidedOn: decided ? addDays(hitOn, 8) : null,
      state: decided ? 'DECIDED' : 'EXPLAINED',
    };
  });
  const graded = random
    .shuffle(cases)
    .slice(0, 110)
    .map((one, at): RowOf<typeof reviews> => {
      const score = random.int(58, 99);
      return {
        number: `PC-2021-${String(at + 1).padStart(3, '0')}`,
        caseRecord: one.caseNo,
        unit: one.unit,
        selectedBy: random.pick(['RULE', 'SAMPLE', 'LITIGATION_PETITION']),
        stage: random.pick(['SELF', 'ONLINE', 'CONCENTRATED']),
        reviewers: '评查专家组',
        reviewedOn: random.pick(workingDays('2021-04-19', '2021-06-18')),
        score: `${score}.00`,
        grade: score >= 90 ? 'EXCELLENT' : score >= 75 ? 'QUALIFIED' : score >= 65 ? 'FLAWED' : 'UNQUALIFIED',
        problemsCount: score >= 90 ? 0 : random.int(1, 4),
      };
    });
  const back = Array.from({ length: 24 }, (_, at): RowOf<typeof backReviews> => {
    const isCase = at % 3 !== 2;
    return {
      number: `DC-2021-${String(at + 1).padStart(2, '0')}`,
      kind: isCase ? 'CLOSED_CASE' : 'CLUE',
      caseRecord: isCase ? cases[at * 5]!.caseNo : null,
      reviewedClue: isCase ? null : all.clues[at * 11]!.serialNo,
      unit: cases[at * 5]!.unit,
      reviewedOn: random.pick(workingDays('2021-04-26', '2021-06-16')),
      outcome: random.weighted({ NO_ISSUE: 80, EXPLAINED: 10, FLAW: 10 }),
    };
  });
  return [
    table(caseRecords, cases),
    table(caseSteps, steps),
    table(sentenceReliefs, reliefs),
    table(ruleHits, hits),
    table(reviews, graded),
    table(backReviews, back),
  ];
}
