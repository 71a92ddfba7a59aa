import { createHash } from 'node:crypto';
import {
  assignments,
  batches,
  clues,
  referrals,
  subjects,
  supervisions,
  transfers,
} from '../../src/modules/clues/index.ts';
import { cityUnit, type Unit, units } from '../city.ts';
import { addDays, addWorkingDays, earlier, workingDays } from '../days.ts';
import type { People } from '../people.ts';
import { drawKind } from '../problem-kinds.ts';
import { type Random, randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { staff } from '../staff.ts';
import { city, clueBatches, days } from '../story.ts';
import { specialActionNames } from './programme.ts';

export type Clue = RowOf<typeof clues>;

/** Clues supervised by the province by the cut-off; no clue by both. */
export const supervised = { PROVINCIAL_OFFICE: 60, PROVINCIAL_GROUP: 74 } as const;

const summaries: Readonly<Record<string, readonly string[]>> = {
  K1: ['反映干警过问他人承办案件', '反映未如实记录打听案情情况'],
  K2: ['反映干警配偶经营企业与其职权有关', '反映干警隐名投资入股'],
  K3: ['反映干警向管理服务对象借款', '反映干警放贷获利'],
  K4: ['反映减刑材料审查不严', '反映暂予监外执行手续不全'],
  K5: ['反映报案后长期未予立案', '反映案件久拖不决'],
  K6: ['反映离任人员违规代理案件', '反映离任人员充当司法掮客'],
};

/** Everything the clue desk holds: what was handed over by others, and what became of it. */
export interface Clues {
  readonly batches: readonly RowOf<typeof batches>[];
  readonly clues: readonly Clue[];
  readonly subjects: readonly RowOf<typeof subjects>[];
}

/** The clues of all sources. Those of the first five batches of the provincial group are closed with a conclusion. */
export function inventClues(seed: string, people: People): Clues {
  const random = randomFor(seed, 'clues');
  const made: { batches: RowOf<typeof batches>[]; clues: Clue[]; subjects: RowOf<typeof subjects>[] } = {
    batches: [],
    clues: [],
    subjects: [],
  };
  const hand = (source: Clue['source'], sequence: number, receivedOn: string, size: number, open: boolean): void => {
    const number = `${source === 'CENTRAL_GROUP' ? 'ZYDD' : 'SZD'}-2021-${sequence}`;
    const list = Array.from({ length: size }, (_, at) =>
      clue(random, people, `${number}-${String(at + 1).padStart(3, '0')}`, source, receivedOn, open),
    );
    for (const one of list) made.clues.push({ ...one, batch: number });
    // The list is what was signed for: its hash lets both sides see that nothing was added or taken away.
    const checksum = createHash('sha256')
      .update(list.map(({ serialNo }) => serialNo).join('\n'))
      .digest('hex');
    made.batches.push({ number, source, sequence, receivedOn, size, checksum });
  };
  for (const { sequence, receivedOn, size } of clueBatches)
    hand('PROVINCIAL_GROUP', sequence, receivedOn, size, receivedOn > days.asOf);
  hand('CENTRAL_GROUP', 1, '2021-04-20', 38, false);
  const others = {
    REPORT_BY_PUBLIC: 164,
    PETITION: 52,
    CASE_REVIEW: 27,
    DATA_MATCH: 41,
    SELF_REPORT: 33,
    DISCIPLINE: 24,
    AUDIT: 6,
  } as const;
  const received = workingDays('2021-03-03', '2021-06-25');
  for (const [source, size] of Object.entries(others) as [keyof typeof others, number][]) {
    for (let at = 0; at < size; at++) {
      const day = received[Math.floor((at * received.length) / size)]!;
      made.clues.push(
        clue(
          random,
          people,
          `XS-2021-${source.slice(0, 3)}-${String(at + 1).padStart(3, '0')}`,
          source,
          day,
          day > '2021-05-10',
        ),
      );
    }
  }
  const seated = new Set(staff(people).map(({ officer }) => officer));
  for (const one of made.clues) {
    const unit = units.find(({ name }) => name === one.unit)!;
    made.subjects.push({
      clue: one.serialNo,
      number: 1,
      officer: random.chance(0.8)
        ? random.pick(people.taking(unit).filter((each) => !seated.has(each))).officerNo
        : null,
      unit: one.unit,
      description: random.chance(0.2) ? '姓名不详的办案人员' : null,
    });
  }
  return made;
}

function clue(
  random: Random,
  people: People,
  serialNo: string,
  source: Clue['source'],
  receivedOn: string,
  open: boolean,
): Clue {
  const unit = concerned(random);
  const kind = drawKind(random);
  const handling = handlerOf(unit);
  const [first, second] = random.shuffle(people.taking(handling).slice(0, 14));
  const base: Clue = {
    serialNo,
    source,
    receivedOn,
    registeredAt: `${receivedOn} ${String(random.int(9, 17)).padStart(2, '0')}:30`,
    reporterMode:
      source === 'REPORT_BY_PUBLIC'
        ? random.pick(['NAMED', 'ANONYMOUS', 'SIGNED_UNVERIFIED'])
        : random.pick(['ANONYMOUS', 'NONE']),
    unit: unit.name,
    problemKind: kind,
    summary: random.pick(summaries[kind]!),
    amount: kind === 'K2' || kind === 'K3' ? `${random.int(1, 80) * 10_000}.00` : null,
    confidentiality: random.chance(0.08) ? 'STRICT' : 'NORMAL',
    handlingUnit: handling.name,
    firstHandler: first!.officerNo,
    secondHandler: second!.officerNo,
    dueOn: addDays(receivedOn, 60),
    state: 'REGISTERED',
  };
  const disposal = random.weighted({ PRELIMINARY_VERIFICATION: 70, TALK_OR_LETTER: 22, CLOSE: 8 });
  if (open) {
    const state = random.pick(['REGISTERED', 'ASSIGNED', 'ACCEPTED', 'IN_VERIFICATION'] as const);
    return state === 'IN_VERIFICATION' ? { ...base, state, disposal } : { ...base, state };
  }
  // Proportions of the national result: most reports are not borne out (reference 1).
  const conclusion = random.weighted({ SUBSTANTIATED: 21, PARTLY: 10, UNSUBSTANTIATED: 58, UNVERIFIABLE: 11 });
  const borne = conclusion === 'SUBSTANTIATED' || conclusion === 'PARTLY';
  return {
    ...base,
    disposal,
    studiedOn: addWorkingDays(receivedOn, 3),
    approvedOn: addWorkingDays(receivedOn, 5),
    conclusion,
    falseReport: conclusion === 'UNSUBSTANTIATED' && random.chance(0.03),
    form: borne ? random.weighted({ FIRST: 72, SECOND: 21, THIRD: 4, FOURTH: 3 }) : null,
    state: 'CLOSED',
    closedOn: earlier(addWorkingDays(receivedOn, random.int(8, 38)), '2021-06-18'),
  };
}

/** Whom a clue is about: larger units more often. */
function concerned(random: Random): Unit {
  let left = random.next() * units.reduce((sum, { size }) => sum + size, 0);
  for (const unit of units) {
    left -= unit.size;
    if (left < 0) return unit;
  }
  return units.at(-1)!;
}

/** The committee above verifies, never the unit reported. */
const handlerOf = (unit: Unit): Unit =>
  units.find((one) => one.regionCode === unit.regionCode && one.system === 'LEGAL_AFFAIRS_COMMITTEE' && one !== unit) ??
  cityUnit('PROCURATORATE');

/** One batch as it is handed over: its cover line and its list. */
export const batchTables = (all: Clues, number: string): Table[] => {
  const own = all.clues.filter(({ batch }) => batch === number);
  const serials = new Set(own.map(({ serialNo }) => serialNo));
  return [
    table(
      batches,
      all.batches.filter((one) => one.number === number),
    ),
    table(clues, own),
    table(
      subjects,
      all.subjects.filter((one) => serials.has(one.clue)),
    ),
  ];
};

/** Clues that came one by one. */
export const singleClueTables = (all: Clues): Table[] => {
  const own = all.clues.filter(({ batch }) => !batch);
  const serials = new Set(own.map(({ serialNo }) => serialNo));
  return [
    table(clues, own),
    table(
      subjects,
      all.subjects.filter((one) => serials.has(one.clue)),
    ),
  ];
};

/** What was done with them: supervision from above, hand-overs, who works on what, referrals. */
export function handlingTables(seed: string, people: People, all: Clues): Table[] {
  const random = randomFor(seed, 'clue handling');
  const transferred = all.clues.filter(({ source }) => source === 'PROVINCIAL_GROUP');
  const early = random.shuffle(transferred.filter(({ receivedOn }) => receivedOn <= days.asOf));
  const late = transferred.filter(({ receivedOn }) => receivedOn > days.asOf);
  const letters: RowOf<typeof supervisions>[] = [];
  const supervise = (
    list: readonly Clue[],
    supervisor: RowOf<typeof supervisions>['supervisor'],
    prefix: string,
  ): void => {
    list.forEach((one, at) => {
      const issuedOn = addWorkingDays(one.receivedOn, 2);
      const closed = one.state === 'CLOSED';
      letters.push({
        clue: one.serialNo,
        supervisor,
        letterNo: `${prefix}〔2021〕${at + 1}号`,
        way: random.pick(['LETTER', 'LISTED']),
        issuedOn,
        dueOn: addDays(issuedOn, 30),
        reportedOn: closed ? one.closedOn : null,
        liftedOn: closed ? one.closedOn : null,
      });
    });
  };
  const { PROVINCIAL_OFFICE: office, PROVINCIAL_GROUP: group } = supervised;
  supervise([...early.slice(0, office), ...late.slice(0, 4)], 'PROVINCIAL_OFFICE', '省教整办督');
  supervise([...early.slice(office, office + group), ...late.slice(4, 9)], 'PROVINCIAL_GROUP', '省指督');
  // The city's own supervision may fall on clues the province supervises too.
  supervise(early.slice(office - 10, office + 30), 'CITY_OFFICE', '澄教整督');
  supervise(all.clues.filter(({ source }) => source === 'CENTRAL_GROUP').slice(0, 6), 'CENTRAL_GROUP', '中督九督');
  const handed = all.clues.map(
    (one, at): RowOf<typeof transfers> => ({
      number: `LZ-2021-${String(at + 1).padStart(4, '0')}`,
      clue: one.serialNo,
      kind: one.source === 'PROVINCIAL_GROUP' ? 'ASSIGN_WITH_REPORT' : 'ASSIGN',
      toUnit: one.handlingUnit,
      transferredOn: addDays(one.receivedOn, 1),
      acceptedOn: addWorkingDays(one.receivedOn, 2),
      dueOn: one.dueOn,
      reportedOn: one.closedOn,
    }),
  );
  const given = early.slice(0, 320).map((one, at): RowOf<typeof assignments> => {
    const unit = units.find(({ name }) => name === one.handlingUnit)!;
    return {
      number: `RW-XS-${String(at + 1).padStart(3, '0')}`,
      clue: one.serialNo,
      action: specialActionNames[0],
      team: `${unit.shortName}第${(at % 4) + 1}核查专班`,
      person: people.taking(unit)[at % 14]!.officerNo,
      assignedOn: addWorkingDays(one.receivedOn, 3),
    };
  });
  const referred = early
    .filter(({ form }) => form === 'THIRD' || form === 'FOURTH' || form === 'SECOND')
    .slice(0, 70)
    .map(
      (one, at): RowOf<typeof referrals> => ({
        number: `YS-2021-${String(at + 1).padStart(3, '0')}`,
        clue: one.serialNo,
        toDepartment: `${city.name}纪委监委`,
        referredOn: one.closedOn!,
        reason: '涉嫌违纪违法，按管理权限移送',
        persons: 1,
        receivedOn: one.closedOn,
      }),
    );
  return [
    table(supervisions, letters),
    table(transfers, handed),
    table(assignments, given),
    table(referrals, referred),
  ];
}
