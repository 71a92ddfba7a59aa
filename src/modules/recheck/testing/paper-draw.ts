import { createHash, generateKeyPairSync } from 'node:crypto';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { signCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import { leafHash, rootOf as merkleRoot } from '../../../platform/ledger/merkle.ts';
import { signer, verifierKey } from '../../../platform/ledger/notes.ts';
import { rootOf } from '../../../platform/ledger/offline/hash.ts';
import { consistencyPath, inclusionPath, proveAmong } from '../../../platform/ledger/proofs.ts';
import { assign, successor } from '../bundle/assign.ts';
import { randomnessOf, timeOfRound } from '../bundle/beacon.ts';
import { drawCases } from '../bundle/draw.ts';
import {
  ALGORITHM,
  FORMAT,
  type leavingReasons,
  type Plan,
  type Proof,
  type RecheckFile,
  risks,
} from '../bundle/format.ts';
import {
  beaconSeed,
  blindHash,
  diceMark,
  diceSeed,
  excludedSalt,
  frameRoot,
  planHash,
  planParts,
} from '../bundle/parts.ts';
import { commitFrame, type FrameCase } from '../frame.ts';
import { signRound, testChain } from './beacon.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const id = (number: number): string => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** A ledger in memory: entries in, proofs out. */
class PaperLedger {
  readonly entries: string[] = [];
  readonly #signer = signer('test.local/ledger', generateKeyPairSync('ed25519').privateKey);

  readonly key = verifierKey(this.#signer);

  add(act: string, actor: string, subject: string, at: string, detail: Json): number {
    const number = this.entries.length;
    this.entries.push(
      canonical({ v: 1, id: id(number + 1), at, actor, act, subject, permission: act, rule: null, detail }),
    );
    return number;
  }

  #leaves = (size: number): Buffer[] => this.entries.slice(0, size).map((entry) => leafHash(entry));

  checkpoint = (size: number): string => signCheckpoint(size, merkleRoot(this.#leaves(size)), this.#signer);

  path = (index: number, size: number): string[] =>
    proveAmong(this.#leaves(size), inclusionPath(index, size)).map((hash) => hash.toString('hex'));

  consistency = (older: number, size: number): string[] =>
    proveAmong(this.#leaves(size), consistencyPath(older, size)).map((hash) => hash.toString('hex'));

  proof = (index: number): Proof => ({
    entry: this.entries[index]!,
    index,
    path: this.path(index, this.entries.length),
  });
}

export interface PaperOptions {
  readonly cases?: number;
  readonly units?: number;
  readonly members?: number;
  readonly stratifiedBy?: Plan['stratifiedBy'];
  readonly sizing?: Plan['sizing'];
  readonly source?: 'beacon' | 'dice';
  /** Minutes from the plan to the beacon's round. */
  readonly ahead?: number;
  /** The last of the cases drawn stays without a result. */
  readonly outcomes?: (at: number) => 'UPHELD' | 'CHANGED' | 'SUPPLEMENT' | null;
  readonly seedBeforePlan?: boolean;
  readonly sameTypist?: boolean;
  /** When the dice are typed; the hour announced is 03:00 of that day. */
  readonly typedAt?: string;
  /** Working days the plan gives; null for a plan from before there was a limit. */
  readonly limit?: number | null;
  /** Who leaves which of the cases drawn before there are results, in this order. The draw is of 04:00 on 1 July. */
  readonly leavings?: readonly {
    readonly drawn: number;
    readonly reason: (typeof leavingReasons)[number];
    readonly at: string;
  }[];
  /** Cases of the conclusion that the register counts and the committed frame leaves out. */
  readonly leftOut?: number;
  /** What an attacker does to the frame after the plan was committed to it. */
  readonly tamper?: (rows: RecheckFile['frame']) => RecheckFile['frame'];
}

/** A whole draw without server and database: what the offline check is given, and what the attacks begin with. */
export function paperDraw(options: PaperOptions = {}): {
  file: RecheckFile;
  text: string;
  cases: FrameCase[];
  key: string;
} {
  const { cases: number = 40, units = 3, members = 6, source = 'beacon', ahead = 60, leftOut = 0 } = options;
  const ledger = new PaperLedger();
  const pool = Array.from({ length: members }, (_, at) => digest(`member ${at}`)).sort();
  const cases = Array.from({ length: number }, (_, at): FrameCase => {
    const unit = at % units;
    return {
      content: {
        clue: id(at + 1),
        version: 1,
        commitment: digest(`clue ${at}`),
        unit: id(9000 + unit),
        risk: risks[at % 3]!,
      },
      unit: { record: id(9000 + unit), words: { zh: `第${unit + 1}单位`, en: `Unit ${unit + 1}` } },
      salt: digest(`salt ${at}`).slice(0, 32),
      excluded: pool.filter((_, place) => place % units === unit),
    };
  });
  const { strata, rows } = commitFrame(cases);
  const frame = rows.map(({ row }) => row);
  const plannedAt = '2021-07-01T02:00:00.000000Z';
  const round = Math.ceil((Date.parse(plannedAt) / 1000 + ahead * 60 - testChain.genesis) / testChain.period) + 1;
  const rolls = digest('dice')
    .replace(/./g, (sign) => String((Number.parseInt(sign, 16) % 6) + 1))
    .slice(0, 50);
  const blind = digest('blind');
  const plan: Plan = {
    format: FORMAT,
    algorithm: ALGORITHM,
    risk: 'recheck.risk@1',
    id: id(700),
    demo: true,
    title: '第二季度查否线索随机抽查',
    number: 1,
    previous: null,
    population: 'UNSUBSTANTIATED_REPORT',
    period: '2021-Q2',
    replaces: null,
    asOf: '2021-06-30',
    knownAt: '2021-07-01T01:59:00.000Z',
    frame: { count: number, root: frameRoot(frame), strata },
    totals: {
      all: number + leftOut + 17,
      byConclusion: { SUBSTANTIATED: 9, PARTLY: 3, UNSUBSTANTIATED: number + leftOut, UNVERIFIABLE: 1, NONE: 4 },
      dataMatches: { concluded: 2, open: 1 },
    },
    register: { count: number + leftOut + 17, root: digest('register') },
    figure: {
      id: 'recheck.unsubstantiated',
      count: number,
      root: rootOf(cases.map(({ content }) => content.commitment)),
    },
    stratifiedBy: options.stratifiedBy ?? 'NONE',
    sizing: options.sizing ?? { size: 12 },
    pool,
    ...(options.limit === null ? {} : { limit: options.limit ?? 15 }),
    seed:
      source === 'beacon'
        ? { kind: 'beacon', chain: testChain.hash, round, at: new Date(timeOfRound(testChain, round)).toISOString() }
        : { kind: 'dice', rolls: 50, at: '2021-07-01T03:00:00.000Z', place: '会议室', blind: blindHash(blind) },
  };
  const parts = planParts(plan);
  const commit = (): number =>
    ledger.add('recheck.plan', id(1), plan.id, plannedAt, { content: planHash(plan), number: 1, parts });
  ledger.add('clues.import', id(2), id(3), '2021-07-01T01:00:00.000000Z', { rows: number });
  let planned = options.seedBeforePlan ? -1 : commit();
  let plannedSize = ledger.entries.length;
  const signature = signRound(round);
  const told: Json = source === 'beacon' ? { kind: 'beacon', round, signature } : { kind: 'dice', rolls, blind };
  const salts = [digest('first').slice(0, 32), digest('second').slice(0, 32)];
  const typed =
    source === 'dice'
      ? salts.map((salt, at) =>
          ledger.add(
            'recheck.dice',
            id(options.sameTypist ? 5 : 5 + at),
            plan.id,
            options.typedAt ?? '2021-07-01T03:10:00.000000Z',
            {
              mark: diceMark(salt, plan.id, rolls),
            },
          ),
        )
      : [];
  const seeded = ledger.add('recheck.seed', id(8), plan.id, '2021-07-01T04:00:00.000000Z', { seed: told });
  if (options.seedBeforePlan) {
    planned = commit();
    plannedSize = ledger.entries.length;
  }
  const shown = options.tamper ? options.tamper(frame) : frame;
  const seed =
    source === 'beacon'
      ? beaconSeed(planHash(plan), round, randomnessOf(testChain, round, signature)!)
      : diceSeed(planHash(plan), rolls, blind);
  const tickets = drawCases(plan, shown, seed);
  const byName = new Map(rows.map(({ row, of }) => [row[1], of]));
  const chosen = tickets.map(({ item, ticket }) => {
    const of = byName.get(item);
    return { case: item, ticket, salt: excludedSalt(of?.salt ?? '00'.repeat(16)), excluded: [...(of?.excluded ?? [])] };
  });
  const rechecker = assign(seed, chosen, pool);
  const left: { case: string; member: string; reason: (typeof leavingReasons)[number]; at: number }[] = [];
  for (const { drawn: place, reason, at } of options.leavings ?? []) {
    const one = chosen[place]!;
    const detail = { case: one.case, member: rechecker.get(one.case)!, reason };
    const act = reason === 'LATE' ? 'recheck.replace' : 'recheck.aside';
    left.push({ ...detail, at: ledger.add(act, id(21), plan.id, at, detail) });
    const gone = left.filter((other) => other.case === one.case).map(({ member }) => member);
    rechecker.set(one.case, successor(seed, one, pool, gone));
  }
  const drawn = chosen.map((one) => ({ ...one, rechecker: rechecker.get(one.case)! }));
  const outcomes = options.outcomes ?? ((at) => (at === drawn.length - 1 ? null : at % 5 === 0 ? 'CHANGED' : 'UPHELD'));
  const results = drawn.flatMap((one, at) => {
    const outcome = outcomes(at);
    if (!outcome) return [];
    const detail = { case: one.case, outcome, member: one.rechecker };
    return [
      {
        case: one.case,
        outcome,
        at: ledger.add('recheck.result', id(20), plan.id, '2021-07-20T01:00:00.000000Z', detail),
      },
    ];
  });
  const size = ledger.entries.length;
  const file: RecheckFile = {
    plan,
    frame: shown,
    seed:
      source === 'beacon'
        ? { kind: 'beacon', round, signature, proof: ledger.proof(seeded) }
        : {
            kind: 'dice',
            rolls,
            blind,
            entries: typed.map((index, at) => ({ salt: salts[at]!, proof: ledger.proof(index) })),
            proof: ledger.proof(seeded),
          },
    drawn,
    asides: left.map(({ at, ...aside }) => ({ ...aside, proof: ledger.proof(at) })),
    results: results.map(({ at, ...result }) => ({ ...result, proof: ledger.proof(at) })),
    proof: {
      plan: ledger.proof(planned),
      planned: {
        checkpoint: ledger.checkpoint(plannedSize),
        path: ledger.path(planned, plannedSize),
        consistency: ledger.consistency(plannedSize, size),
      },
      checkpoint: ledger.checkpoint(size),
      verifierKey: ledger.key,
    },
  };
  return { file, text: canonical(file as Json), cases, key: ledger.key };
}
