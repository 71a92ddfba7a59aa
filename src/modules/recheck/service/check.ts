import { sql } from 'kysely';
import { endNamed, type Grant, grantNamed } from '../../../platform/access/named.ts';
import { dayOf } from '../../../platform/calendar/day.ts';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform, type WriteTx } from '../../../platform/ledger/perform.ts';
import { actorOf, advanceIn } from '../../../platform/lifecycle/advance.ts';
import type { StoredRow } from '../../../platform/register/rows.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import { retireVersions, writeVersions } from '../../../platform/register/write.ts';
import { barredFrom, clueMatter, clues, isClosed } from '../../clues/index.ts';
import { concluding, steppingAside, taking } from '../acts.ts';
import { assign } from '../bundle/assign.ts';
import { randomnessOf } from '../bundle/beacon.ts';
import type { asideReasons, outcomes } from '../bundle/format.ts';
import { beaconSeed, diceSeed, planHash } from '../bundle/parts.ts';
import type { TakenCase } from '../contract.ts';
import { results } from '../registers.ts';
import { loadMembers, loadOpenings, loadPlans, type StoredMember, type StoredPlan } from '../store.ts';
import {
  addAside,
  addOutcome,
  loadAsides,
  loadDrawn,
  loadOutcomes,
  type StoredDrawn,
  type StoredOutcome,
} from '../store-drawn.ts';
import { asProgram, orChanged, type RecheckDesk } from './desk.ts';

/** One case of a draw as it stands now. */
export interface CaseNow {
  readonly found: StoredPlan;
  readonly drawn: StoredDrawn;
  readonly clue: string;
  /** Its re-checker, after those who stepped aside; null where nobody is free. */
  readonly member: StoredMember | null;
  readonly outcome: StoredOutcome['outcome'] | null;
}

/** Everything of a draw, its re-checkers as they are now. */
export interface DrawNow {
  readonly found: StoredPlan;
  readonly members: readonly StoredMember[];
  readonly cases: readonly CaseNow[];
}

/** The seed of a plan as the sampler takes it. */
export function seedText(desk: RecheckDesk, { plan, seed }: StoredPlan): string {
  const content = seed!.content;
  if (content.kind === 'dice') return diceSeed(planHash(plan), content.rolls, content.blind);
  return beaconSeed(planHash(plan), content.round, randomnessOf(desk.chain, content.round, content.signature)!);
}

/**
 * Reads a draw as it is now.
 * @param tx of the system session: which clue stands where is for few
 * @returns null for a plan that was not drawn yet
 * @throws AppError `record.missing`
 */
export async function readDraw(tx: Tx, desk: RecheckDesk, id: string): Promise<DrawNow | null> {
  const [found] = await loadPlans(tx, id);
  if (!found) throw new AppError('record.missing');
  if (!found.seed) return null;
  const members = await loadMembers(tx, id);
  const drawn = await loadDrawn(tx, id);
  const openings = new Map(
    (
      await loadOpenings(
        tx,
        id,
        drawn.map(({ position }) => position),
      )
    ).map((one) => [one.position, one]),
  );
  const asides = await loadAsides(tx, id);
  const outcomes = new Map((await loadOutcomes(tx, id)).map(({ position, outcome }) => [position, outcome]));
  const later = asides.length === 0 ? null : reassign(seedText(desk, found), drawn, openings, members, asides);
  const cases = drawn.map((one): CaseNow => {
    const moved = later?.get(one.position);
    const place = moved === undefined ? one.member : moved;
    return {
      found,
      drawn: one,
      clue: openings.get(one.position)!.clue,
      member: place === null ? null : members[place]!,
      outcome: outcomes.get(one.position) ?? null,
    };
  });
  return { found, members, cases };
}

/** Who follows those who stepped aside, for the cases where somebody did. */
function reassign(
  seed: string,
  drawn: readonly StoredDrawn[],
  openings: ReadonlyMap<number, { readonly excluded: readonly number[] }>,
  members: readonly StoredMember[],
  asides: readonly { readonly position: number; readonly member: number }[],
): Map<number, number | null> {
  const nameOf = (place: number): string => members[place]!.name;
  const byPosition = new Map(drawn.map((one) => [one.position, one]));
  const left = new Set(asides.map(({ position }) => position));
  const cases = drawn.map(({ name, position }) => ({
    case: name,
    excluded: openings.get(position)!.excluded.map(nameOf),
  }));
  const gone = asides.map(({ position, member }) => ({ case: byPosition.get(position)!.name, member: nameOf(member) }));
  const assigned = assign(
    seed,
    cases,
    members.map(({ name }) => name),
    gone,
  );
  const places = new Map(members.map(({ name, position }) => [name, position]));
  return new Map(
    [...left].map((position) => {
      const chosen = assigned.get(byPosition.get(position)!.name) ?? null;
      return [position, chosen === null ? null : places.get(chosen)!];
    }),
  );
}

async function mustBeOwn(tx: Tx, desk: RecheckDesk, session: Session, plan: string, number: number): Promise<CaseNow> {
  const now = await readDraw(tx, desk, plan);
  const one = now?.cases.find(({ drawn }) => drawn.number === number);
  if (!one) throw new AppError('record.missing');
  if (session.officer === null || one.member?.officer !== session.officer) throw new AppError('recheck.notYours');
  return one;
}

/**
 * Who became a relative or declared an interest after the draw stands back like any handler.
 * @throws AppError `recheck.barred`
 */
async function mustBeFree(tx: Tx, clue: string, officer: string): Promise<void> {
  const { rows } = await sql<{ unit: string | null }>`
    select unit from ${sql.raw(tableOf(clues).sql)} where record = ${clue} and retired_at is null`.execute(tx.db);
  if ((await barredFrom(tx, clue, rows[0]?.unit ?? null, [officer])).length > 0) throw new AppError('recheck.barred');
}

/**
 * Opens a case to its re-checker, and the clue with it: from now on the account is on the need-to-know list. An act, as every
 * reading of a clue is.
 * @throws AppError `recheck.notYours` for anybody else, `recheck.barred`
 */
export async function takeCase(desk: RecheckDesk, session: Session, plan: string, number: number): Promise<TakenCase> {
  return perform(desk.pools, asProgram(session), taking, async (tx) => {
    const { clue, drawn, member } = await mustBeOwn(tx, desk, session, plan, number);
    await mustBeFree(tx, clue, member!.officer);
    for (const list of needed(clue, drawn.record)) await grantNamed(tx, list, [session.account!]);
    const { rows } = await sql<{
      serial_no: string;
      source: string;
      received_on: string;
      summary: string;
      conclusion: string | null;
    }>`select serial_no, source, received_on, summary, conclusion from ${sql.raw(tableOf(clues).sql)}
      where record = ${clue} and retired_at is null`.execute(tx.db);
    const row = rows[0];
    if (!row) throw new AppError('record.missing');
    const { serial_no: serialNo, received_on: receivedOn, source, summary, conclusion } = row;
    const { columns } = clues;
    return {
      result: {
        clue,
        serialNo,
        receivedOn,
        summary,
        source: columns.source.choices![source]!,
        conclusion: conclusion === null ? null : columns.conclusion.choices![conclusion]!,
      },
      subject: plan,
      detail: { case: drawn.name },
    };
  });
}

/**
 * The re-checker steps aside; the next by the same seed follows, so that nobody can choose a successor.
 * @throws AppError `recheck.notYours`, `recheck.done`
 */
export async function stepAside(
  desk: RecheckDesk,
  session: Session,
  plan: string,
  number: number,
  reason: (typeof asideReasons)[number],
): Promise<void> {
  await orChanged(
    perform(desk.pools, asProgram(session), steppingAside, async (tx) => {
      const { found, drawn, member, clue, outcome } = await mustBeOwn(tx, desk, session, plan, number);
      if (outcome) throw new AppError('recheck.done');
      const before = await loadAsides(tx, plan);
      await addAside(tx, plan, {
        number: before.length + 1,
        position: drawn.position,
        member: member!.position,
        reason,
      });
      const next = (await readDraw(tx, desk, plan))!.cases.find((one) => one.drawn.number === number)!.member;
      await supersede(tx, drawn.record, '复查人回避', {
        rechecker: next?.officer ?? null,
        recheck_unit: next?.unit ?? null,
        state: next ? 'ASSIGNED' : 'DRAWN',
      });
      await endNeed(tx, clue, drawn.record);
      return { result: null, subject: found.plan.id, detail: { case: drawn.name, member: member!.name, reason } };
    }),
  );
}

/**
 * Records what the re-checker found, and takes the clue's own step with it in the same act: upheld, or overturned, which opens it again
 * for other handlers. A case that is to be supplemented gets another result later; any other result stands.
 * @throws AppError `recheck.notYours`, `recheck.barred`, `recheck.done`, `matter.separation` for whoever found the facts
 */
export async function recordResult(
  desk: RecheckDesk,
  session: Session,
  plan: string,
  number: number,
  given: {
    readonly outcome: (typeof outcomes)[number];
    readonly difference: string | null;
    readonly cause: string | null;
  },
): Promise<void> {
  await orChanged(
    perform(desk.pools, asProgram(session), concluding, async (tx) => {
      const { drawn, member, clue, outcome } = await mustBeOwn(tx, desk, session, plan, number);
      if (outcome !== null && outcome !== 'SUPPLEMENT') throw new AppError('recheck.done');
      await mustBeFree(tx, clue, member!.officer);
      const before = await loadOutcomes(tx, plan);
      await addOutcome(tx, plan, {
        number: before.length + 1,
        position: drawn.position,
        member: member!.position,
        outcome: given.outcome,
      });
      const done = given.outcome !== 'SUPPLEMENT';
      await supersede(tx, drawn.record, '登记复查结果', {
        result: given.outcome,
        difference: given.difference,
        cause: given.cause,
        completed_on: done ? dayOf(new Date(tx.recordedAt)) : null,
        state: done ? 'DONE' : 'IN_RECHECK',
      });
      if (done) {
        await answer(tx, desk, session, clue, given);
        await endNeed(tx, clue, drawn.record);
      }
      return {
        result: null,
        subject: plan,
        detail: { case: drawn.name, outcome: given.outcome, member: member!.name },
      };
    }),
  );
  await desk.ledger.integrate();
}

/**
 * The clue's own step. A clue that was opened again by others since the draw has no answer that could stand or fall: the result then
 * counts for the re-check alone.
 */
async function answer(
  tx: WriteTx,
  desk: RecheckDesk,
  session: Session,
  clue: string,
  { outcome, difference }: { readonly outcome: string; readonly difference: string | null },
): Promise<void> {
  if (!(await isClosed(tx, clue))) return;
  const step =
    outcome === 'CHANGED'
      ? { action: 'OVERTURN', input: { reason: `随机抽查复查改变原结论：${difference}` } }
      : { action: 'RECHECK', input: { reason: '随机抽查复查维持原结论' } };
  await advanceIn(tx, desk, clueMatter, { record: clue, ...step }, { ...actorOf(session), vouched: true });
}

/** Writes the next version of a record of the results, with some of its columns changed. */
async function supersede(
  tx: WriteTx,
  record: string,
  reason: string,
  changed: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { rows } = await sql<StoredRow>`
    select * from ${sql.raw(tableOf(results).sql)} where record = ${record} and retired_at is null`.execute(tx.db);
  const before = rows[0];
  if (!before) throw new AppError('record.missing');
  const { version } = before;
  if ((await retireVersions(tx, results, [{ record, version }], 'superseded', reason)) !== 1) {
    throw new AppError('record.changed');
  }
  await writeVersions(tx, results, [{ record, version: version + 1, stored: { ...before, ...changed } }]);
}

/** Nobody needs to know the case any longer. */
async function endNeed(tx: WriteTx, clue: string, record: string): Promise<void> {
  for (const list of needed(clue, record)) await endNamed(tx, list, [tx.session.account!]);
}

/** What a re-checker must be able to read: the clue, and the case drawn. */
const needed = (clue: string, record: string): Grant[] => [
  { register: clues.name, record: clue },
  { register: results.name, record },
];

/** Cases drawn for the officer who is signed in, of all plans, those without a result first. */
export async function ownCases(desk: RecheckDesk, session: Session): Promise<CaseNow[]> {
  if (session.officer === null) return [];
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const { rows } = await sql<{ plan: string }>`
      select m.plan from recheck.pool_members m join recheck.seeds s using (plan)
      where m.officer = ${session.officer} order by s.at desc`.execute(tx.db);
    const own: CaseNow[] = [];
    for (const { plan } of rows) {
      const now = await readDraw(tx, desk, plan);
      own.push(...now!.cases.filter(({ member }) => member?.officer === session.officer));
    }
    return own.sort((a, b) => Number(isDone(a)) - Number(isDone(b)));
  });
}

const isDone = ({ outcome }: CaseNow): boolean => outcome === 'UPHELD' || outcome === 'CHANGED';
