import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { freezeBarrier, perform } from '../../../platform/ledger/perform.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import { officers } from '../../organisation/index.ts';
import { planning } from '../acts.ts';
import { roundAt, timeOfRound } from '../bundle/beacon.ts';
import { groupsOf } from '../bundle/draw.ts';
import { ALGORITHM, FORMAT, type Plan, type SeedSource } from '../bundle/format.ts';
import { blindHash, commitmentOf, frameRoot, planHash, planParts } from '../bundle/parts.ts';
import type { NewPlan, PlanPreview, Unready } from '../contract.ts';
import { type CommittedFrame, commitFrame } from '../frame.ts';
import { type EarlierPlan, mayPlan, quarterOf, RISK_RULE } from '../rules.ts';
import { addBlind, addCases, addMembers, addPlan, loadPlans, type NewMember, type StoredPlan } from '../store.ts';
import { asProgram, orChanged, type RecheckDesk } from './desk.ts';
import { exclusions } from './exclusions.ts';
import { type Population, questionOf, readPopulation } from './population.ts';
import { describeUnready } from './readiness.ts';

const newSalt = (): string => randomBytes(16).toString('hex');

interface Prepared {
  readonly knownAt: Date;
  readonly population: Population;
  readonly pool: readonly NewMember[];
  readonly frame: CommittedFrame;
  readonly barred: ReadonlyMap<string, readonly number[]>;
  readonly plans: readonly StoredPlan[];
  readonly replaces: EarlierPlan | null;
  readonly unready: readonly Unready[];
}

/**
 * What a plan would draw, without committing to it. The frame changes with every clue that is concluded until it is.
 * @throws AppError those of `planDraw` but for the reason, which may still be given
 */
export async function previewPlan(desk: RecheckDesk, asked: NewPlan): Promise<PlanPreview> {
  const { population, frame, pool, barred, replaces, unready } = await prepare(desk, {
    ...asked,
    reason: asked.reason ?? 'preview',
  });
  const groups = groupsView({
    frame: { strata: frame.strata },
    stratifiedBy: asked.stratifiedBy,
    sizing: asked.sizing,
  });
  return {
    count: population.members.length,
    size: groups.reduce((sum, { size }) => sum + size, 0),
    groups,
    uncovered: population.members.filter(({ clue }) => barred.get(clue)?.length === pool.length).length,
    unready: [...unready],
    totals: population.totals,
    replaces: replaces && { id: replaces.id, number: replaces.number },
  };
}

/** The groups of a plan with what they are called: null where they are joined. */
export function groupsView(plan: Parameters<typeof groupsOf>[0]): PlanPreview['groups'] {
  const byUnit = plan.stratifiedBy === 'UNIT' || plan.stratifiedBy === 'UNIT_RISK';
  const byRisk = plan.stratifiedBy === 'RISK' || plan.stratifiedBy === 'UNIT_RISK';
  return groupsOf(plan).map(({ strata: [first], count, size }) => {
    const { unit, risk } = plan.frame.strata[first!]!;
    return { unit: byUnit ? (unit?.words ?? null) : null, risk: byRisk ? risk : null, count, size };
  });
}

/**
 * Commits to a plan: frame, sizes, strata, pool and the source of the seed, before the seed is known. From then on nothing of it
 * can be changed, and everybody may read it.
 * @returns id of the plan
 * @throws AppError `recheck.empty` where there is no case, `recheck.tooSoon` where the seed would be known too early,
 *   `recheck.again` for a second plan of the quarter without a reason, `recheck.backwards` for an earlier cut-off day,
 *   `recheck.pool` naming officers who are not in the roster
 */
export async function planDraw(desk: RecheckDesk, session: Session, asked: NewPlan): Promise<string> {
  const source = sourceOf(desk, asked);
  const { knownAt, population, pool, frame, barred, plans, replaces } = await prepare(desk, asked);
  const blind = randomBytes(32);
  const last = plans[0]?.plan;
  const plan: Plan = {
    format: FORMAT,
    algorithm: ALGORITHM,
    risk: RISK_RULE,
    id: uuidv7(),
    demo: desk.demo,
    title: asked.title,
    number: (last?.number ?? 0) + 1,
    previous: last ? planHash(last) : null,
    population: asked.population,
    period: quarterOf(asked.asOf),
    replaces: replaces && { plan: replaces.id, number: replaces.number, reason: asked.reason! },
    asOf: asked.asOf,
    knownAt: knownAt.toISOString(),
    frame: { count: frame.rows.length, root: frameRoot(frame.rows.map(({ row }) => row)), strata: frame.strata },
    totals: population.totals,
    register: population.register,
    figure: { id: questionOf(asked.population), ...population.figure },
    stratifiedBy: asked.stratifiedBy,
    sizing: asked.sizing,
    pool: pool.map(({ name }) => name),
    limit: asked.limit,
    seed: source.kind === 'dice' ? { ...source, blind: blindHash(blind.toString('hex')) } : source,
  };
  const cases = frame.rows.map(({ row, of: { content, salt } }) => ({
    row,
    ...content,
    salt,
    excluded: barred.get(content.clue) ?? [],
  }));
  await orChanged(
    perform(desk.pools, asProgram(session), planning, async (tx) => {
      await addPlan(tx, plan, canonical(plan as Json));
      if (plan.seed.kind === 'dice') await addBlind(tx, plan.id, blind);
      await addMembers(tx, plan.id, pool);
      await addCases(tx, plan.id, cases);
      const detail = { number: plan.number, content: planHash(plan), parts: planParts(plan) };
      return { result: null, subject: plan.id, detail };
    }),
  );
  await desk.ledger.integrate();
  return plan.id;
}

async function prepare(desk: RecheckDesk, asked: NewPlan): Promise<Prepared> {
  const knownAt = await transact(desk.pools, systemSession, 'read', freezeBarrier);
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const plans = await loadPlans(tx);
    const replaces = mustBeFirst(plans, asked);
    const population = await readPopulation(tx, desk.registry, asked.population, { asOf: asked.asOf, knownAt });
    if (population.members.length === 0) throw new AppError('recheck.empty');
    const pool = await loadPool(tx, asked.pool, knownAt);
    const barred = await exclusions(tx, pool, knownAt);
    const frame = commitFrame(
      population.members.map(({ clue, version, commitment, unit, risk }) => ({
        content: { clue, version, commitment, unit: unit?.record ?? null, risk },
        unit,
        salt: newSalt(),
        excluded: (barred.get(clue) ?? []).map((place) => pool[place]!.name),
      })),
    );
    return { knownAt, population, pool, frame, barred, plans, replaces, unready: await describeUnready(tx, pool) };
  });
}

function mustBeFirst(plans: readonly StoredPlan[], asked: NewPlan): EarlierPlan | null {
  const earlier = plans.map(({ plan }) => plan).toReversed();
  const found = mayPlan(earlier, asked);
  if (found && 'code' in found) throw new AppError(found.code, { number: found.number });
  return found;
}

/** The seed's source, with the round that comes out first at the hour asked for. */
function sourceOf(desk: RecheckDesk, { seed }: NewPlan): SeedSource {
  const at = Date.parse(seed.at);
  if (at < desk.now().getTime() + desk.lead) throw new AppError('recheck.tooSoon', { minutes: desk.lead / 60_000 });
  if (seed.kind === 'dice') {
    return { kind: 'dice', rolls: seed.rolls, at: new Date(at).toISOString(), place: seed.place, blind: '' };
  }
  const round = roundAt(desk.chain, at);
  return { kind: 'beacon', chain: desk.chain.hash, round, at: new Date(timeOfRound(desk.chain, round)).toISOString() };
}

/** The officers of the pool as the roster knew them, in the order of their commitments, which says nothing of who they are. */
async function loadPool(tx: Tx, asked: readonly string[], knownAt: Date): Promise<NewMember[]> {
  const { rows } = await sql<{ officer: string; unit: string }>`
    select record as officer, unit from ${sql.raw(tableOf(officers).sql)}
    where record = any (${[...asked]}::uuid[]) and recorded_at <= ${knownAt}
      and (retired_at is null or retired_at > ${knownAt})`.execute(tx.db);
  const missing = new Set(asked).size - rows.length;
  if (missing > 0) throw new AppError('recheck.pool', { count: missing });
  return rows
    .map(({ officer, unit }) => {
      const salt = newSalt();
      return { officer, unit, salt, name: commitmentOf(salt, { officer }) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
