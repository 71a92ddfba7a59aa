import { sql } from 'kysely';
import { endNamed, type Grant } from '../../../platform/access/named.ts';
import { deadline } from '../../../platform/calendar/deadline.ts';
import { AppError } from '../../../platform/errors.ts';
import type { WriteTx } from '../../../platform/ledger/perform.ts';
import type { Register } from '../../../platform/register/declare.ts';
import type { StoredRow } from '../../../platform/register/rows.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import { supersede } from '../../../platform/register/write.ts';
import { clues } from '../../clues/index.ts';
import { successor } from '../bundle/assign.ts';
import { randomnessOf } from '../bundle/beacon.ts';
import type { leavingReasons, Plan } from '../bundle/format.ts';
import { beaconSeed, diceSeed, planHash } from '../bundle/parts.ts';
import { results } from '../registers.ts';
import { loadMembers, loadPlans, type StoredPlan } from '../store.ts';
import { addAside, loadAsides } from '../store-drawn.ts';
import { addTurns, type CaseNow, endTurn, type Rechecker, type TurnLimit } from '../store-turns.ts';
import type { RecheckDesk } from './desk.ts';

/** The seed of a plan as the sampler takes it. */
function seedText(desk: RecheckDesk, { plan, seed }: StoredPlan): string {
  const content = seed!.content;
  if (content.kind === 'dice') return diceSeed(planHash(plan), content.rolls, content.blind);
  return beaconSeed(planHash(plan), content.round, randomnessOf(desk.chain, content.round, content.signature)!);
}

/** When a turn of a plan ends that begins at a moment; the end is fixed then. Null for a plan without a limit. */
export function limitFrom(desk: RecheckDesk, { limit }: Plan, since: Date): TurnLimit | null {
  if (limit === undefined) return null;
  return deadline(desk.calendar, { start: since, limits: [{ amount: limit, unit: 'WORKING_DAYS' }] });
}

/**
 * The re-checker leaves a case, and the next of the same seed follows: nobody can choose a successor.
 * @returns who follows; null where nobody is left
 */
export async function passOn(
  tx: WriteTx,
  desk: RecheckDesk,
  now: CaseNow,
  reason: (typeof leavingReasons)[number],
  said: string,
): Promise<Rechecker | null> {
  const { plan, position, member } = now;
  const [found] = await loadPlans(tx, plan);
  const members = await loadMembers(tx, plan);
  const before = await loadAsides(tx, plan);
  const gone = [...before.filter((one) => one.position === position).map((one) => one.member), member!.position];
  await addAside(tx, plan, { number: before.length + 1, position, member: member!.position, reason });
  const nameOf = (place: number): string => members[place]!.name;
  const name = successor(
    seedText(desk, found!),
    { case: now.name, excluded: now.excluded.map(nameOf) },
    found!.plan.pool,
    gone.map(nameOf),
  );
  const next = members.find((one) => one.name === name) ?? null;
  await endTurn(tx, now);
  await beginTurn(tx, desk, found!.plan, now, next);
  await changeNow(tx, results, now.record, said, {
    rechecker: next?.officer ?? null,
    recheck_unit: next?.unit ?? null,
    state: next ? 'ASSIGNED' : 'DRAWN',
  });
  await endNeed(tx, now);
  return next;
}

/** The next turn of a case. */
export async function beginTurn(
  tx: WriteTx,
  desk: RecheckDesk,
  plan: Plan,
  { number, turn }: CaseNow,
  member: Rechecker | null,
): Promise<void> {
  await addTurns(
    tx,
    plan.id,
    [{ number, turn: turn + 1, member }],
    member && limitFrom(desk, plan, new Date(tx.recordedAt)),
  );
}

/** What a re-checker must be able to read: the clue, and the case drawn. */
export const needed = ({ clue, record }: CaseNow): Grant[] => [
  { register: clues.name, record: clue },
  { register: results.name, record },
];

/** Whoever took the case needs to know it no longer. */
export async function endNeed(tx: WriteTx, now: CaseNow): Promise<void> {
  const { rows } = await sql<{ account: string }>`
    select account from access.named
    where register = ${results.name} and record = ${now.record} and ended_at is null`.execute(tx.db);
  for (const list of needed(now)) {
    await endNamed(
      tx,
      list,
      rows.map(({ account }) => account),
    );
  }
}

/** Writes the next version of a record of this room as it stands now, whoever may see it: the room has asked who may change what. */
export async function changeNow(
  tx: WriteTx,
  register: Register,
  record: string,
  reason: string,
  changed: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { rows } = await sql<StoredRow>`
    select * from ${sql.raw(tableOf(register).sql)} where record = ${record} and retired_at is null`.execute(tx.db);
  if (!rows[0]) throw new AppError('record.missing');
  await supersede(tx, register, rows[0], changed, reason);
}
