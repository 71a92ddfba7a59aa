import { createHash } from 'node:crypto';
import {
  decisions,
  enterprises,
  explanations,
  matches,
  results,
  runs,
  snapshots,
  sources,
} from '../../src/modules/screening/index.ts';
import { addDays, workingDays } from '../days.ts';
import { invent } from '../names.ts';
import type { Officer, People } from '../people.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { city } from '../story.ts';
import { inventedCreditCode } from './disclosure.ts';

/** Officers screened by the cut-off: a finished run, enough to compare, a result a person reviewed. */
export const screened = 17_640;

/** Two departments supply data; a third stopped before the programme. */
export function sourceTables(people: People): Table[] {
  const checksum = (number: string): string => createHash('sha256').update(number).digest('hex');
  const legalBasis = '公务员法第五十九条第十六项';
  const officersInScope = people.participating.length;
  const purpose = '违规经商办企业专项排查';
  return [
    table(sources, [
      { code: 'SC', name: '市市场监督管理局', kind: 'MARKET_REGULATION', legalBasis, activeFrom: '2021-04-06' },
      { code: 'SW', name: '市税务局', kind: 'TAX', legalBasis, activeFrom: '2021-04-06' },
      {
        code: 'BDC',
        name: '市不动产登记中心',
        kind: 'OTHER',
        legalBasis,
        activeFrom: '2018-01-01',
        activeTo: '2020-12-31',
      },
    ]),
    table(snapshots, [
      {
        number: 'KZ-2021-1',
        source: 'SC',
        dataAsOf: '2021-04-15',
        receivedOn: '2021-04-19',
        size: 412_380,
        checksum: checksum('KZ-2021-1'),
      },
      {
        number: 'KZ-2021-2',
        source: 'SW',
        dataAsOf: '2021-04-30',
        receivedOn: '2021-05-06',
        size: 268_915,
        checksum: checksum('KZ-2021-2'),
      },
      {
        number: 'KZ-2021-3',
        source: 'SC',
        dataAsOf: '2021-06-15',
        receivedOn: '2021-06-17',
        size: 414_022,
        checksum: checksum('KZ-2021-3'),
      },
    ]),
    table(runs, [
      {
        number: 'PC-1',
        snapshot: 'KZ-2021-1',
        dataAsOf: '2021-04-15',
        officersInScope,
        nameOnlyCount: 3211,
        purpose,
        legalBasis,
        requestedBy: '查纠整改组',
        approvedBy: '市教育整顿办主任',
        startedOn: '2021-04-20',
        finishedOn: '2021-04-28',
        state: 'FINISHED',
      },
      {
        number: 'PC-2',
        snapshot: 'KZ-2021-2',
        dataAsOf: '2021-04-30',
        officersInScope: 3600,
        purpose,
        legalBasis,
        requestedBy: '查纠整改组',
        approvedBy: '市教育整顿办主任',
        startedOn: '2021-05-10',
        finishedOn: '2021-05-14',
        state: 'FINISHED',
      },
      {
        number: 'PC-3',
        snapshot: 'KZ-2021-3',
        dataAsOf: '2021-06-15',
        officersInScope,
        purpose,
        legalBasis,
        requestedBy: '查纠整改组',
        approvedBy: '市教育整顿办主任',
        startedOn: '2021-06-18',
        state: 'RUNNING',
      },
    ]),
  ];
}

type Result = RowOf<typeof results>;

/** Who was screened in which run, and what came of the matches. What must not count: no review, too little to compare, a run not finished. */
export function screeningTables(seed: string, people: People): Table[] {
  const random = randomFor(seed, 'screening');
  const order = random.shuffle(people.participating);
  const matched = new Set(order.slice(0, 140));
  const rows: Result[] = [];
  const add = (run: string, officer: Officer, screenedOn: string, more: Partial<Result>): void => {
    const found = run === 'PC-1' && matched.has(officer);
    rows.push({
      run,
      officer: officer.officerNo,
      unit: officer.of.name,
      screenedOn,
      outcome: found ? 'MATCHED' : 'NO_MATCH',
      matchCount: found ? 1 : 0,
      ...more,
    });
  };
  const reviewed = { reviewedBy: '数据比对专班', reviewedOn: '2021-04-29' };
  for (const officer of order.slice(0, screened)) add('PC-1', officer, '2021-04-26', reviewed);
  // Screened a second time against the tax register: the same officers, counted once.
  for (const officer of order.slice(0, 3600))
    add('PC-2', officer, '2021-05-12', {
      reviewedBy: '数据比对专班',
      reviewedOn: '2021-05-17',
      outcome: 'NO_MATCH',
      matchCount: 0,
    });
  const rest = order.slice(screened);
  for (const officer of rest.slice(0, 420)) add('PC-1', officer, '2021-04-26', {});
  for (const officer of rest.slice(420, 560))
    add('PC-1', officer, '2021-04-26', { ...reviewed, outcome: 'NOT_SCREENABLE', matchCount: null });
  for (const officer of rest.slice(560, 860))
    add('PC-3', officer, '2021-06-21', { reviewedBy: '数据比对专班', reviewedOn: '2021-06-21' });
  const found = [...matched].map((officer, at): RowOf<typeof matches> => {
    const concluded = at % 5 !== 4;
    return {
      number: `PP-2021-${String(at + 1).padStart(3, '0')}`,
      run: 'PC-1',
      officer: officer.officerNo,
      unit: officer.of.name,
      relation: random.weighted({ SELF: 35, SPOUSE: 50, CHILD: 15 }),
      enterpriseCode: inventedCreditCode(random),
      enterpriseName: `${officer.of.district?.stem ?? '昭澄'}${random.pick(['顺达', '佳禾', '新域', '东篱', '青禾'])}${random.pick(['商贸', '建材', '餐饮', '咨询'])}有限公司`,
      role: random.pick(['SHAREHOLDER', 'LEGAL_REPRESENTATIVE', 'SUPERVISOR', 'SOLE_TRADER']),
      capital: `${random.int(1, 50) * 10_000}.00`,
      enterpriseStatus: random.pick(['OPEN', 'SUSPENDED', 'REVOKED']),
      tier: random.chance(0.7) ? 'T1' : 'T2',
      matchedOn: '2021-04-27',
      notifiedOn: '2021-05-06',
      explainBy: '2021-05-20',
      state: concluded ? 'CONCLUDED' : 'EXPLAINED',
    };
  });
  const said = found.map(
    (match): RowOf<typeof explanations> => ({
      match: match.number,
      officer: match.officer,
      unit: match.unit,
      submittedOn: random.pick(workingDays('2021-05-07', '2021-05-19')),
      text: random.pick(['系亲属借用身份登记，本人不知情', '入职前设立，已停止经营', '同名不同人', '已办理股权转让']),
      identityMisused: random.chance(0.2),
    }),
  );
  const decided = found
    .filter(({ state }) => state === 'CONCLUDED')
    .map((match): RowOf<typeof decisions> => {
      const conclusion = random.weighted({
        NO_ISSUE: 20,
        SAME_NAME: 24,
        IDENTITY_MISUSED: 12,
        LEGACY: 14,
        CORRECTED_VOLUNTARILY: 24,
        VIOLATION: 6,
      });
      return {
        match: match.number,
        officer: match.officer,
        unit: match.unit,
        conclusion,
        correction: conclusion === 'CORRECTED_VOLUNTARILY' ? 'SHARES_TRANSFERRED' : null,
        reasons: '经核对登记档案、本人说明和佐证材料',
        remedies: '对结论不服的，可在三十日内申请复核',
        decidedBy: '市教育整顿领导小组',
        decidedOn: addDays('2021-05-24', random.int(0, 18)),
      };
    });
  const firms = [
    ...found.map(({ enterpriseCode, enterpriseName }) => ({ code: enterpriseCode!, name: enterpriseName })),
    ...Array.from({ length: 360 }, (_, at) => ({
      code: inventedCreditCode(random),
      name: `昭澄${random.pick(['晨曦', '广源', '大有', '同泰', '锦程'])}${random.pick(['贸易', '机械', '农业', '文化'])}有限公司（${at + 1}）`,
    })),
  ].map(
    (firm): RowOf<typeof enterprises> => ({
      ...firm,
      kind: '有限责任公司',
      registeredOn: `${random.int(2003, 2020)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
      legalRepresentative: invent(random, random.pick(['MALE', 'FEMALE'])),
      capital: `${random.int(10, 2000)}万元人民币`,
      scope: '一般项目：日用百货销售；信息咨询服务',
      region: city.name,
    }),
  );
  const columns = [
    'run',
    'officer',
    'unit',
    'screenedOn',
    'outcome',
    'matchCount',
    'reviewedBy',
    'reviewedOn',
  ] as const;
  return [
    table(results, () => rows, columns),
    table(enterprises, firms),
    table(matches, found),
    table(explanations, said),
    table(decisions, decided),
  ];
}
