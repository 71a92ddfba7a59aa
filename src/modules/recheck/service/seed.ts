import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '../../../platform/calendar/day.ts';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { hashOf } from '../../../platform/ledger/offline/hash.ts';
import { perform, type WriteTx } from '../../../platform/ledger/perform.ts';
import { writeVersions } from '../../../platform/register/write.ts';
import { seeding, typingDice } from '../acts.ts';
import { assign } from '../bundle/assign.ts';
import { randomnessOf } from '../bundle/beacon.ts';
import { readRolls } from '../bundle/dice.ts';
import { drawCases } from '../bundle/draw.ts';
import type { FrameRow, Plan } from '../bundle/format.ts';
import { beaconSeed, diceMark, diceSeed, planHash } from '../bundle/parts.ts';
import { draws, frames, results } from '../registers.ts';
import { isEarly } from '../rules.ts';
import {
  addDice,
  addSeed,
  type CaseOpening,
  type DiceEntry,
  loadBlind,
  loadDice,
  loadFrame,
  loadMembers,
  loadOpenings,
  loadPlans,
  type SeedContent,
  type StoredMember,
  type StoredPlan,
} from '../store.ts';
import { addDrawn } from '../store-drawn.ts';
import { addTurns } from '../store-turns.ts';
import { asProgram, orChanged, type RecheckDesk } from './desk.ts';
import { askRelay } from './relay.ts';
import { limitFrom } from './turns.ts';

/** A plan that is there. @throws AppError `record.missing` */
export async function findPlan(desk: RecheckDesk, id: string): Promise<StoredPlan> {
  const [found] = await transact(desk.pools, systemSession, 'read', (tx) => loadPlans(tx, id));
  if (!found) throw new AppError('record.missing');
  return found;
}

/**
 * Draws by the round of the beacon that the plan named. Who brings the signature makes no difference: there is one only.
 * @throws AppError `recheck.otherSource`, `recheck.badBeacon` for a signature that does not hold, `recheck.drawn`
 */
export async function drawByBeacon(
  desk: RecheckDesk,
  session: Session,
  id: string,
  given: { readonly round: number; readonly signature: string },
): Promise<void> {
  const found = await openPlan(desk, id);
  const { seed } = found.plan;
  if (seed.kind !== 'beacon' || seed.round !== given.round) throw new AppError('recheck.otherSource');
  const randomness = randomnessOf(desk.chain, given.round, given.signature);
  if (randomness === null) throw new AppError('recheck.badBeacon', { round: given.round });
  const text = beaconSeed(planHash(found.plan), given.round, randomness);
  await draw(desk, session, found, { kind: 'beacon', ...given }, text, [session.account]);
}

/**
 * Asks the relay for the round that the plan named and draws by it. What the relay says is believed as little as what a person types.
 * @throws AppError `recheck.relay.*`, each telling what stood against it, `recheck.otherSource`, `recheck.drawn`
 */
export async function drawByRelay(desk: RecheckDesk, session: Session, id: string): Promise<void> {
  const { plan } = await openPlan(desk, id);
  if (plan.seed.kind !== 'beacon') throw new AppError('recheck.otherSource');
  if (!desk.relay) throw new AppError('recheck.relay.off');
  const { round, at } = plan.seed;
  if (desk.now().getTime() < Date.parse(at)) throw new AppError('recheck.relay.early');
  const told = await askRelay(desk.relay, desk.chain, round);
  if ('fault' in told) throw new AppError(told.fault);
  await drawByBeacon(desk, session, id, { round, signature: told.signature });
}

/**
 * Draws every plan whose round is out, without anybody asking. What one relay does not give now it may give in a minute, and a person
 * may have been faster: neither is a fault.
 * @returns the plans drawn
 */
export async function drawDue(desk: RecheckDesk): Promise<string[]> {
  if (!desk.relay) return [];
  const plans = await transact(desk.pools, systemSession, 'read', (tx) => loadPlans(tx));
  const drawn: string[] = [];
  for (const { plan, seed, replacedBy } of plans) {
    if (seed || replacedBy !== null || plan.seed.kind !== 'beacon') continue;
    if (desk.now().getTime() < Date.parse(plan.seed.at)) continue;
    try {
      await drawByRelay(desk, systemSession, plan.id);
      drawn.push(plan.id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return drawn;
}

/**
 * Keeps what one person typed of the dice. When two people, neither of them the planner, have typed the same, the draw is made;
 * where they differ, each reads the record of the ceremony again and types anew, and every attempt stays in the ledger. Dice are cast at
 * the hour that was announced, before whoever came to watch: what is typed earlier is refused, by the ledger's clock.
 * @returns whether the draw was made
 * @throws AppError `recheck.otherSource`, `recheck.rolls`, `recheck.planner`, `recheck.drawn`, `recheck.diceEarly`
 */
export async function enterDice(desk: RecheckDesk, session: Session, id: string, typed: string): Promise<boolean> {
  const found = await openPlan(desk, id);
  const { seed } = found.plan;
  if (seed.kind !== 'dice') throw new AppError('recheck.otherSource');
  if (session.account === null || session.account === found.account) throw new AppError('recheck.planner');
  const rolls = readRolls(typed, seed.rolls);
  if (rolls === null) throw new AppError('recheck.rolls', { rolls: seed.rolls });
  const salt = randomBytes(16);
  await orChanged(
    perform(desk.pools, asProgram(session), typingDice, async (tx) => {
      if (isEarly(tx.recordedAt, seed.at)) throw new AppError('recheck.diceEarly');
      const before = await loadDice(tx, id);
      await addDice(tx, id, before.length + 1, rolls, salt);
      return { result: null, subject: id, detail: { mark: diceMark(salt.toString('hex'), id, rolls) } };
    }),
  );
  const { entries, blind } = await transact(desk.pools, systemSession, 'read', async (tx) => ({
    entries: agreeing(await loadDice(tx, id)),
    blind: await loadBlind(tx, id),
  }));
  if (!entries) return false;
  // The places in the ledger are to show that both were there before the seed.
  await desk.ledger.integrate();
  const text = diceSeed(planHash(found.plan), rolls, blind);
  const typists = entries.map(({ account }) => account);
  await draw(desk, session, found, { kind: 'dice', rolls, blind }, text, typists);
  return true;
}

/** The newest entries of the two people whose entries agree; undefined where no two do. */
export function agreeing(entries: readonly DiceEntry[]): [DiceEntry, DiceEntry] | undefined {
  const newest = [...new Map(entries.map((entry) => [entry.account, entry])).values()];
  for (const [at, one] of newest.entries()) {
    const other = newest.slice(at + 1).find(({ rolls }) => rolls === one.rolls);
    if (other) return one.number < other.number ? [one, other] : [other, one];
  }
  return undefined;
}

async function openPlan(desk: RecheckDesk, id: string): Promise<StoredPlan> {
  const found = await findPlan(desk, id);
  if (found.seed) throw new AppError('recheck.drawn');
  return found;
}

async function draw(
  desk: RecheckDesk,
  session: Session,
  found: StoredPlan,
  content: SeedContent,
  seed: string,
  people: readonly (string | null)[],
): Promise<void> {
  const { plan } = found;
  const { frame, openings, members } = await transact(desk.pools, systemSession, 'read', async (tx) => ({
    frame: await loadFrame(tx, plan.id),
    openings: await loadOpenings(tx, plan.id),
    members: await loadMembers(tx, plan.id),
  }));
  const drawn = drawList(plan, frame, openings, members, seed);
  const names = await desk.nameOf([...people, found.account].filter((account) => account !== null));
  const witnesses = people.map((account) => (account === null ? '系统自动取值' : (names.get(account) ?? '—')));
  await orChanged(
    perform(desk.pools, asProgram(session), seeding, async (tx) => {
      await addSeed(tx, plan.id, canonical(content as Json));
      await addDrawn(tx, plan.id, drawn);
      await beginAll(tx, desk, plan, drawn, members);
      await register(tx, found, content, drawn, openings, members, {
        by: names.get(found.account ?? '') ?? '—',
        first: content.kind === 'dice' ? witnesses[0]! : `drand ${desk.chain.hash.slice(0, 8)}`,
        second: witnesses.at(-1)!,
      });
      const list = hashOf(drawn.map(({ name, member }) => [name, member === null ? null : plan.pool[member]!]));
      return { result: null, subject: plan.id, detail: { seed: { ...content }, list } };
    }),
  );
  await desk.ledger.integrate();
}

/** The first turn of each case. A case that nobody is free to check has no limit. */
async function beginAll(
  tx: WriteTx,
  desk: RecheckDesk,
  plan: Plan,
  drawn: readonly Drawn[],
  members: readonly StoredMember[],
): Promise<void> {
  const limit = limitFrom(desk, plan, new Date(tx.recordedAt));
  const turns = drawn.map(({ number, member }) => ({
    number,
    turn: 1,
    member: member === null ? null : members[member]!,
  }));
  for (const free of [true, false]) {
    const own = turns.filter(({ member }) => (member !== null) === free);
    await addTurns(tx, plan.id, own, free ? limit : null);
  }
}

export interface Drawn {
  readonly number: number;
  readonly position: number;
  readonly name: string;
  readonly ticket: string;
  readonly member: number | null;
  readonly record: string;
}

function drawList(
  plan: StoredPlan['plan'],
  frame: readonly FrameRow[],
  openings: readonly CaseOpening[],
  members: readonly StoredMember[],
  seed: string,
): Drawn[] {
  const positions = new Map(frame.map(([, name], position) => [name, position]));
  const tickets = drawCases(plan, frame, seed);
  const nameOf = (place: number): string => members[place]!.name;
  const cases = tickets.map(({ item }) => ({
    case: item,
    excluded: openings[positions.get(item)!]!.excluded.map(nameOf),
  }));
  const assigned = assign(seed, cases, plan.pool);
  return tickets.map(({ item, ticket }, at) => {
    const chosen = assigned.get(item) ?? null;
    return {
      number: at + 1,
      position: positions.get(item)!,
      name: item,
      ticket,
      member: chosen === null ? null : plan.pool.indexOf(chosen),
      record: uuidv7(),
    };
  });
}

const METHODS = {
  NONE: 'SIMPLE',
  UNIT: 'STRATIFIED_BY_UNIT',
  RISK: 'STRATIFIED_BY_LEVEL',
  UNIT_RISK: 'STRATIFIED_BY_UNIT',
} as const;

/** Enters the draw into the registers, where lists, exports and figures find it. */
async function register(
  tx: WriteTx,
  { plan }: StoredPlan,
  content: SeedContent,
  drawn: readonly Drawn[],
  openings: readonly CaseOpening[],
  members: readonly StoredMember[],
  people: { readonly by: string; readonly first: string; readonly second: string },
): Promise<void> {
  const today = dayOf(new Date(tx.recordedAt));
  const one = (stored: Readonly<Record<string, unknown>>) => ({ record: uuidv7(), version: 1, stored });
  const number = String(plan.number).padStart(3, '0');
  const frame = one({
    number: `CC-K-${number}`,
    population: plan.population,
    frozen_on: plan.asOf,
    size: plan.frame.count,
    checksum: plan.frame.root,
  });
  await writeVersions(tx, frames, [frame]);
  const drawing = one({
    number: `CC-${number}`,
    frame: frame.record,
    method: METHODS[plan.stratifiedBy],
    size: drawn.length,
    seed: content.kind === 'dice' ? content.rolls : `${content.round}:${content.signature}`.slice(0, 128),
    algorithm: plan.algorithm,
    drawn_on: today,
    drawn_by: people.by,
    first_witness: people.first,
    second_witness: people.second,
  });
  await writeVersions(tx, draws, [drawing]);
  await writeVersions(
    tx,
    results,
    drawn.map(({ position, number, member, record }) => {
      const { clue, unit, excluded } = openings[position]!;
      const rechecker = member === null ? null : members[member]!;
      const stored = {
        draw: drawing.record,
        clue,
        position: number,
        drawn_on: today,
        first_unit: unit,
        recheck_unit: rechecker?.unit ?? null,
        rechecker: rechecker?.officer ?? null,
        excluded: excluded.length > 0 ? `复查人员库中回避 ${excluded.length} 人` : null,
        state: rechecker ? 'ASSIGNED' : 'DRAWN',
      };
      return { record, version: 1, stored };
    }),
  );
}

/** How many people have typed the dice of a plan, and whether two agree. */
export async function diceState(tx: Tx, plan: string): Promise<{ typists: number; agree: boolean }> {
  const entries = await loadDice(tx, plan);
  return { typists: new Set(entries.map(({ account }) => account)).size, agree: agreeing(entries) !== undefined };
}
