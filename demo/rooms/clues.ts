import { createHash } from 'node:crypto';
import {
  assignments,
  batches,
  batchNumbers,
  clueCompanions,
  clues,
  referrals,
  subjects,
  supervisions,
  transfers,
} from '../../src/modules/clues/index.ts';
import type { Role } from '../../src/platform/access/roles.ts';
import { cityUnit, type Unit, units } from '../city.ts';
import { addDays, addWorkingDays, workingDays } from '../days.ts';
import type { People } from '../people.ts';
import { drawKind } from '../problem-kinds.ts';
import { type Random, randomFor } from '../random.ts';
import { type RowOf, type Table, table, type Values } from '../rows.ts';
import { type Seat, staff } from '../staff.ts';
import { city, clueBatches, days } from '../story.ts';
import { type Course, courseOf, type Plot } from './clue-course.ts';
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
  readonly letters: readonly RowOf<typeof supervisions>[];
  /** What was done, clue by clue. */
  readonly courses: ReadonlyMap<string, Course>;
  /** Clues that went to the discipline commission. */
  readonly referred: ReadonlySet<string>;
}

/** The clues of all sources. Those of the first five batches of the provincial group are closed with a conclusion by the cut-off. */
export function inventClues(seed: string, people: People): Clues {
  const random = randomFor(seed, 'clues');
  const made: { batches: RowOf<typeof batches>[]; clues: Clue[] } = { batches: [], clues: [] };
  const hand = (source: Clue['source'], sequence: number, receivedOn: string, size: number): void => {
    const number = `${source === 'CENTRAL_GROUP' ? 'ZYDD' : 'SZD'}-2021-${sequence}`;
    const list = Array.from({ length: size }, (_, at) =>
      clue(random, people, `${number}-${String(at + 1).padStart(3, '0')}`, source, receivedOn),
    );
    for (const one of list) made.clues.push({ ...one, batch: number });
    // The list is what was signed for: its hash lets both sides see that nothing was added or taken away.
    const checksum = createHash('sha256')
      .update(list.map(({ serialNo }) => serialNo).join('\n'))
      .digest('hex');
    made.batches.push({ number, source, sequence, receivedOn, size, checksum });
  };
  for (const { sequence, receivedOn, size } of clueBatches) hand('PROVINCIAL_GROUP', sequence, receivedOn, size);
  hand('CENTRAL_GROUP', 1, '2021-04-20', 38);
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
        clue(random, people, `XS-2021-${source.slice(0, 3)}-${String(at + 1).padStart(3, '0')}`, source, day),
      );
    }
  }
  const seats = staff(people);
  const inHand = stillInHand(made.clues, handlersOf(seats));
  const letters = [...inventLetters(seed, made.clues), ...standingLetters(inHand)];
  const referred = new Set(
    made.clues
      .filter(
        ({ source, form, receivedOn }) => source === 'PROVINCIAL_GROUP' && receivedOn <= days.asOf && isGrave(form),
      )
      .slice(0, 70)
      .map(({ serialNo }) => serialNo),
  );
  const courses = inventCourses(seed, seats, made.clues, inHand, letters, referred);
  const seated = new Set(seats.map(({ officer }) => officer));
  const own = cluesOnOfficer(made.clues, inHand);
  const { officerNo } = seats.find(({ role }) => role === 'OFFICER_SELF')!.officer;
  return {
    batches: made.batches,
    clues: made.clues.map(({ serialNo }) => courses.get(serialNo)!.clue),
    letters: letters.map((one) => {
      const { days: at } = courses.get(one.clue)!;
      return { ...one, reportedOn: at.ANSWER_SUPERVISION ?? null, liftedOn: at.LIFT ?? null };
    }),
    courses,
    referred,
    subjects: made.clues.map((one) => {
      const unit = units.find(({ name }) => name === one.unit)!;
      const officers = people.taking(unit).filter((each) => !seated.has(each));
      const reported = random.chance(0.8) ? random.pick(officers).officerNo : null;
      return {
        clue: one.serialNo,
        number: 1,
        officer: own.has(one.serialNo) ? officerNo : reported,
        unit: own.has(one.serialNo) ? cityUnit('POLICE').name : one.unit,
        description: random.chance(0.2) ? '姓名不详的办案人员' : null,
      };
    }),
  };
}

const isGrave = (form: Clue['form']): boolean => form === 'SECOND' || form === 'THIRD' || form === 'FOURTH';

/** A clue as it is decided; its days come with its course. */
function clue(random: Random, people: People, serialNo: string, source: Clue['source'], receivedOn: string): Clue {
  const unit = concerned(random);
  const kind = drawKind(random);
  const handling = handlerOf(unit);
  const [first, second] = random.shuffle(people.taking(handling).slice(8, 22));
  // Proportions of the national result: most reports are not borne out (reference 1).
  const conclusion = random.weighted({ SUBSTANTIATED: 21, PARTLY: 10, UNSUBSTANTIATED: 58, UNVERIFIABLE: 11 });
  const borne = conclusion === 'SUBSTANTIATED' || conclusion === 'PARTLY';
  return {
    serialNo,
    source,
    receivedOn,
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
    disposal: random.weighted({ PRELIMINARY_VERIFICATION: 70, TALK_OR_LETTER: 22, CLOSE: 8 }),
    conclusion,
    falseReport: conclusion === 'UNSUBSTANTIATED' && random.chance(0.03),
    form: borne ? random.weighted({ FIRST: 72, SECOND: 21, THIRD: 4, FOURTH: 3 }) : null,
    state: 'CLOSED',
  };
}

/** Who put which clue under supervision. */
function inventLetters(seed: string, all: readonly Clue[]): RowOf<typeof supervisions>[] {
  const random = randomFor(seed, 'clue supervision');
  const transferred = all.filter(({ source }) => source === 'PROVINCIAL_GROUP');
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
      letters.push({
        clue: one.serialNo,
        supervisor,
        letterNo: `${prefix}〔2021〕${at + 1}号`,
        way: random.pick(['LETTER', 'LISTED']),
        issuedOn,
        dueOn: addDays(issuedOn, 30),
      });
    });
  };
  const { PROVINCIAL_OFFICE: office, PROVINCIAL_GROUP: group } = supervised;
  supervise([...early.slice(0, office), ...late.slice(0, 4)], 'PROVINCIAL_OFFICE', '省教整办督');
  supervise([...early.slice(office, office + group), ...late.slice(4, 9)], 'PROVINCIAL_GROUP', '省指督');
  // The city's own supervision may fall on clues the province supervises too.
  supervise(early.slice(office - 10, office + 30), 'CITY_OFFICE', '澄教整督');
  supervise(all.filter(({ source }) => source === 'CENTRAL_GROUP').slice(0, 6), 'CENTRAL_GROUP', '中督九督');
  return letters;
}

/** The city supervises a few of the clues that are in hand: their letters stand. */
const standingLetters = (inHand: ReadonlyMap<string, Clue['state']>): RowOf<typeof supervisions>[] =>
  [...inHand]
    .filter(([, state]) => ['ACCEPTED', 'IN_VERIFICATION', 'REPORTED'].includes(state))
    .slice(0, 5)
    .map(([clue], at) => ({
      clue,
      supervisor: 'CITY_OFFICE',
      letterNo: `澄教整督〔2021〕${at + 41}号`,
      way: at % 2 === 0 ? 'LETTER' : 'LISTED',
      issuedOn: '2021-07-05',
      dueOn: '2021-08-06',
    }));

/** The clues of which the first officer account is told: two that are in hand, and one that proved unfounded. */
function cluesOnOfficer(all: readonly Clue[], inHand: ReadonlyMap<string, Clue['state']>): Set<string> {
  const inState = (wanted: Clue['state']): string => [...inHand].find(([, state]) => state === wanted)![0];
  const unfounded = all.find(
    ({ serialNo, source, conclusion }) =>
      source === 'PETITION' && conclusion === 'UNSUBSTANTIATED' && !inHand.has(serialNo),
  )!;
  return new Set([inState('IN_VERIFICATION'), inState('REPORTED'), unfounded.serialNo]);
}

const handlersOf = (seats: readonly Seat[]): string[] =>
  seats.filter(({ role }) => role === 'CASE_HANDLER').map(({ officer }) => officer.officerNo);

function inventCourses(
  seed: string,
  seats: readonly Seat[],
  all: readonly Clue[],
  inHand: ReadonlyMap<string, Clue['state']>,
  letters: readonly RowOf<typeof supervisions>[],
  referred: ReadonlySet<string>,
): Map<string, Course> {
  const random = randomFor(seed, 'clue courses');
  const seat = (role: Role): string => seats.find((one) => one.role === role)!.officer.officerNo;
  const desks = {
    manager: seat('CLUE_MANAGER'),
    liaison: seat('DISCIPLINE_LIAISON'),
    approver: seat('APPROVER'),
  };
  const supervisors = supervisionsOf(letters);
  return new Map(
    all.map((one) => [
      one.serialNo,
      courseOf(random, {
        clue: one,
        desks,
        letters: supervisors.get(one.serialNo) ?? [],
        referred: referred.has(one.serialNo),
        closedBy: one.batch && one.receivedOn <= days.asOf ? '2021-06-18' : days.lastClosing,
        stopsIn: inHand.get(one.serialNo),
      }),
    ]),
  );
}

/** A few came late and are still in hand when the ledgers end: by turns of those whom somebody with an account handles first. */
function stillInHand(all: readonly Clue[], handlers: readonly string[]): Map<string, Clue['state']> {
  const late = all.filter(({ receivedOn }) => receivedOn > days.asOf);
  const found = new Map<string, Clue['state']>();
  for (const [at, state] of openStates.entries()) {
    const left = late.filter(({ serialNo }) => !found.has(serialNo));
    const handler = handlers[at % handlers.length]!;
    const one = left.find(({ firstHandler }) => firstHandler === handler) ?? left[0]!;
    found.set(one.serialNo, state);
  }
  return found;
}

/** States of the clues that nobody has closed: enough for each desk to have something that waits for it. */
const openStates = [
  'ASSIGNED',
  'ACCEPTED',
  'IN_VERIFICATION',
  'DISPOSAL_PROPOSED',
  'DISPOSAL_APPROVED',
  'IN_VERIFICATION',
  'REPORTED',
  'REVIEWED',
  'ACCEPTED',
  'IN_VERIFICATION',
  'REGISTERED',
  'REGISTERED',
] as const;

/** Letters by clue, with the supervisors as people call them. */
function supervisionsOf(letters: readonly RowOf<typeof supervisions>[]): Map<string, Plot['letters'][number][]> {
  const by = new Map<string, Plot['letters'][number][]>();
  for (const { clue: of, supervisor, issuedOn, dueOn } of letters) {
    const from = supervisions.columns.supervisor.choices![supervisor]!.zh;
    by.set(of, [...(by.get(of) ?? []), { from, issuedOn, dueOn: dueOn! }]);
  }
  return by;
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

/** One batch: its cover line, its list, and what was done with the clues on it. */
export const batchTables = (all: Clues, number: string): Table[] => [
  table(
    batches,
    all.batches.filter((one) => one.number === number),
  ),
  table(
    batchNumbers,
    all.clues.filter((one) => one.batch === number).map(({ serialNo }) => ({ batch: number, serialNo })),
  ),
  ...tablesOf(all, ({ batch }) => batch === number),
];

/** Clues that came one by one. */
export const singleClueTables = (all: Clues): Table[] => tablesOf(all, ({ batch }) => !batch);

function tablesOf(all: Clues, wanted: (clue: Clue) => boolean): Table[] {
  const own = all.clues.filter(wanted);
  const serials = new Set(own.map(({ serialNo }) => serialNo));
  return [
    table(clues, own),
    table(
      subjects,
      all.subjects.filter((one) => serials.has(one.clue)),
    ),
    pastTable(own.flatMap(({ serialNo }) => all.courses.get(serialNo)!.steps)),
  ];
}

/** What was done before the program: its columns follow from the lifecycle, so the compiler does not know them. */
const pastTable = (steps: readonly Values[]): Table => ({
  register: clueCompanions.history,
  rows: () => steps,
  columns: Object.keys(clueCompanions.history.columns).filter((key) =>
    steps.some((step) => (step[key] ?? null) !== null),
  ),
});

/** What was done with them: supervision from above, hand-overs, who works on what, referrals. */
export function handlingTables(all: Clues): Table[] {
  const at = ({ serialNo }: Clue): Course['days'] => all.courses.get(serialNo)!.days;
  const early = all.clues.filter(({ source, receivedOn }) => source === 'PROVINCIAL_GROUP' && receivedOn <= days.asOf);
  const handed = all.clues
    .filter((one) => at(one).ASSIGN)
    .map(
      (one, place): RowOf<typeof transfers> => ({
        number: `LZ-2021-${String(place + 1).padStart(4, '0')}`,
        clue: one.serialNo,
        kind: one.batch ? 'ASSIGN_WITH_REPORT' : 'ASSIGN',
        toUnit: one.handlingUnit,
        transferredOn: at(one).ASSIGN!,
        acceptedOn: at(one).ACCEPT ?? null,
        dueOn: one.dueOn,
        reportedOn: at(one).REPORT ?? null,
      }),
    );
  const given = early.slice(0, 320).map((one, place): RowOf<typeof assignments> => {
    const unit = units.find(({ name }) => name === one.handlingUnit)!;
    return {
      number: `RW-XS-${String(place + 1).padStart(3, '0')}`,
      clue: one.serialNo,
      action: specialActionNames[0],
      team: `${unit.shortName}第${(place % 4) + 1}核查专班`,
      person: one.firstHandler!,
      assignedOn: at(one).ACCEPT!,
    };
  });
  const sent = all.clues
    .filter(({ serialNo }) => all.referred.has(serialNo))
    .map(
      (one, place): RowOf<typeof referrals> => ({
        number: `YS-2021-${String(place + 1).padStart(3, '0')}`,
        clue: one.serialNo,
        toDepartment: `${city.name}纪委监委`,
        referredOn: at(one).REFER!,
        reason: '涉嫌违纪违法，按管理权限移送',
        persons: 1,
        receivedOn: at(one).REFER!,
        resultOn: at(one).RESULT!,
        result: '已按管理权限作出处理，并书面反馈',
      }),
    );
  return [
    table(supervisions, all.letters),
    table(transfers, handed),
    table(assignments, given),
    table(referrals, sent),
  ];
}
