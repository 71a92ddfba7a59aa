import { sql } from 'kysely';
import { dayOf } from '../../../platform/calendar/day.ts';
import { colourAt } from '../../../platform/calendar/deadline.ts';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { openCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import { parseVerifierKey } from '../../../platform/ledger/notes.ts';
import { mustReach } from '../../../platform/register/scope.ts';
import { titlesIn } from '../../../platform/register/titles.ts';
import { clues } from '../../clues/index.ts';
import { officers, units } from '../../organisation/index.ts';
import { groupsOf } from '../bundle/draw.ts';
import { resultsOf } from '../bundle/facts.ts';
import type { DrawnCase, PlanList, PlanView } from '../contract.ts';
import { results } from '../registers.ts';
import { loadFrame, loadPlans, type StoredPlan } from '../store.ts';
import { loadDrawn, loadOutcomes } from '../store-drawn.ts';
import { type CaseNow, countLate, countWaiting, loadCases } from '../store-turns.ts';
import type { RecheckDesk } from './desk.ts';
import { groupsView } from './plan.ts';
import { unreadyAmong } from './readiness.ts';
import { diceState } from './seed.ts';

type Line = PlanList['plans'][number];

function lineOf(desk: RecheckDesk, found: StoredPlan, done: number, late: number): Line {
  const { plan, seed } = found;
  const size = groupsOf(plan).reduce((sum, group) => sum + group.size, 0);
  const due = desk.now().getTime() >= Date.parse(plan.seed.at);
  return {
    id: plan.id,
    number: plan.number,
    title: plan.title,
    population: plan.population,
    period: plan.period,
    asOf: plan.asOf,
    state: seed ? (done >= size ? 'DONE' : 'DRAWN') : due ? 'DUE' : 'COMMITTED',
    committedAt: found.at.toISOString(),
    seedKind: plan.seed.kind,
    seedAt: plan.seed.at,
    cases: plan.frame.count,
    size,
    done,
    late,
    replacedBy: found.replacedBy,
  };
}

/** All plans, newest first: the numbers have no gap, so nobody can leave one unsaid. */
export async function listPlans(desk: RecheckDesk): Promise<Line[]> {
  // How many are late is told to everybody, who they are to few.
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const { rows } = await sql<{ plan: string; done: string }>`
      select plan, count(*) as done from recheck.outcomes where outcome <> 'SUPPLEMENT' group by plan`.execute(tx.db);
    const done = new Map(rows.map((row) => [row.plan, Number(row.done)]));
    const late = await countLate(tx, desk.now());
    return (await loadPlans(tx)).map((found) =>
      lineOf(desk, found, done.get(found.plan.id) ?? 0, late.get(found.plan.id) ?? 0),
    );
  });
}

/** A plan with its results, as everybody may see them. @throws AppError `record.missing` */
export async function viewPlan(desk: RecheckDesk, session: Session, id: string): Promise<PlanView> {
  const { found, frame, drawn, outcomes, dice, waiting } = await transact(
    desk.pools,
    systemSession,
    'read',
    async (tx) => {
      const [found] = await loadPlans(tx, id);
      if (!found) throw new AppError('record.missing');
      return {
        found,
        frame: found.seed ? await loadFrame(tx, id) : [],
        drawn: await loadDrawn(tx, id),
        outcomes: await loadOutcomes(tx, id),
        dice: await diceState(tx, id),
        waiting: await countWaiting(tx, id, desk.now()),
      };
    },
  );
  const { plan, seed } = found;
  const names = new Map(drawn.map(({ position, name }) => [position, name]));
  const { byUnit, ...results } = resultsOf({
    plan,
    frame,
    drawn: drawn.map(({ name }) => ({ case: name })),
    results: outcomes.map(({ position, outcome }) => ({ case: names.get(position)!, outcome })),
  });
  return {
    ...lineOf(desk, found, results.done, waiting.late),
    plan,
    groups: groupsView(plan),
    seed: seed?.content ?? null,
    relay: desk.relay !== null,
    drawnAt: seed?.at.toISOString() ?? null,
    dice,
    waiting: { open: waiting.open, soon: waiting.soon },
    results: { ...results, byUnit: byUnit.map(({ unit, ...tally }) => ({ ...tally, unit: unit?.words ?? null })) },
    planned: await plannedHead(desk, session, found),
  };
}

async function plannedHead(desk: RecheckDesk, session: Session, { act }: StoredPlan): Promise<PlanView['planned']> {
  const note = await transact(desk.pools, session, 'read', async ({ client }) => {
    const { rows } = await client.query<{ note: string }>(
      `select c.note from ledger.entries e join ledger.checkpoints c on c.size > e.seq where e.act = $1 order by c.size limit 1`,
      [act],
    );
    return rows[0]?.note;
  });
  const head = note ? openCheckpoint(note, parseVerifierKey(desk.ledger.verifierKey)) : null;
  return head && { size: head.size, root: head.root.toString('hex') };
}

/**
 * The cases of a draw with their clues, for those who may see the results of every unit.
 * @throws AppError `record.missing` for anybody else, and for a plan that was not drawn
 */
export async function listDrawn(desk: RecheckDesk, session: Session, id: string): Promise<DrawnCase[]> {
  if (!mustReach(session, results, 'read').has('all')) throw new AppError('record.missing');
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    if ((await loadPlans(tx, id)).length === 0) throw new AppError('record.missing');
    return describe(tx, desk, session, await loadCases(tx, { plan: id }));
  });
}

/** The cases drawn for the officer who is signed in, late ones first. */
export async function listOwn(desk: RecheckDesk, session: Session): Promise<DrawnCase[]> {
  const { officer } = session;
  if (officer === null) return [];
  return transact(desk.pools, systemSession, 'read', async (tx) =>
    describe(tx, desk, session, await loadCases(tx, { officer })),
  );
}

async function describe(tx: Tx, desk: RecheckDesk, session: Session, cases: readonly CaseNow[]): Promise<DrawnCase[]> {
  const people = cases.map(({ member }) => member?.officer ?? null);
  const serials = await titlesIn(
    tx,
    clues,
    cases.map(({ clue }) => clue),
  );
  const names = await titlesIn(tx, officers, people);
  const places = await titlesIn(tx, units, [
    ...cases.map(({ member }) => member?.unit ?? null),
    ...cases.map(({ unit }) => unit),
  ]);
  const unready = new Set((await unreadyAmong(tx, people)).map(({ officer }) => officer));
  return cases.map((one) => {
    const { plan, planNumber, number, name, clue, unit, risk, excluded, member, outcome } = one;
    return {
      plan,
      planNumber,
      number,
      name,
      clue,
      serialNo: serials.get(clue) ?? '—',
      unit: unit && (places.get(unit) ?? '—'),
      risk,
      rechecker: member && {
        officer: member.officer,
        name: names.get(member.officer) ?? '—',
        unit: member.unit && (places.get(member.unit) ?? null),
        ready: !unready.has(member.officer),
      },
      limit: limitView(one, desk.now()),
      excluded: excluded.length,
      outcome,
      own: member !== null && member.officer === session.officer,
    };
  });
}

function limitView({ limit }: CaseNow, now: Date): DrawnCase['limit'] {
  if (!limit) return null;
  const { colour, overdue } = colourAt(limit, now);
  // The limit ends with its last day.
  return { lastDay: dayOf(new Date(limit.dueAt.getTime() - 1)), colour, late: overdue };
}
