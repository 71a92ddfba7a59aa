import { sql } from 'kysely';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { openCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import { parseVerifierKey } from '../../../platform/ledger/notes.ts';
import { mustReach } from '../../../platform/register/scope.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import { clues } from '../../clues/index.ts';
import { officers, units } from '../../organisation/index.ts';
import { groupsOf } from '../bundle/draw.ts';
import { resultsOf } from '../bundle/facts.ts';
import type { DrawnCase, PlanList, PlanView } from '../contract.ts';
import { results } from '../registers.ts';
import { loadFrame, loadOpenings, loadPlans, type StoredPlan } from '../store.ts';
import { loadDrawn, loadOutcomes } from '../store-drawn.ts';
import { type CaseNow, ownCases, readDraw } from './check.ts';
import type { RecheckDesk } from './desk.ts';
import { groupsView } from './plan.ts';
import { diceState } from './seed.ts';

type Line = PlanList['plans'][number];

function lineOf(desk: RecheckDesk, found: StoredPlan, done: number): Line {
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
    replacedBy: found.replacedBy,
  };
}

/** All plans, newest first: the numbers have no gap, so nobody can leave one unsaid. */
export async function listPlans(desk: RecheckDesk, session: Session): Promise<Line[]> {
  return transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<{ plan: string; done: string }>`
      select plan, count(*) as done from recheck.outcomes where outcome <> 'SUPPLEMENT' group by plan`.execute(tx.db);
    const done = new Map(rows.map((row) => [row.plan, Number(row.done)]));
    return (await loadPlans(tx)).map((found) => lineOf(desk, found, done.get(found.plan.id) ?? 0));
  });
}

/** A plan with its results, as everybody may see them. @throws AppError `record.missing` */
export async function viewPlan(desk: RecheckDesk, session: Session, id: string): Promise<PlanView> {
  const { found, frame, drawn, outcomes, dice } = await transact(desk.pools, systemSession, 'read', async (tx) => {
    const [found] = await loadPlans(tx, id);
    if (!found) throw new AppError('record.missing');
    return {
      found,
      frame: found.seed ? await loadFrame(tx, id) : [],
      drawn: await loadDrawn(tx, id),
      outcomes: await loadOutcomes(tx, id),
      dice: await diceState(tx, id),
    };
  });
  const { plan, seed } = found;
  const names = new Map(drawn.map(({ position, name }) => [position, name]));
  const { byUnit, ...results } = resultsOf({
    plan,
    frame,
    drawn: drawn.map(({ name }) => ({ case: name })),
    results: outcomes.map(({ position, outcome }) => ({ case: names.get(position)!, outcome })),
  });
  return {
    ...lineOf(desk, found, results.done),
    plan,
    groups: groupsView(plan),
    seed: seed?.content ?? null,
    relay: desk.relay !== null,
    drawnAt: seed?.at.toISOString() ?? null,
    dice,
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
    const now = await readDraw(tx, desk, id);
    return describe(tx, session, now?.cases ?? []);
  });
}

/** The cases drawn for the officer who is signed in. */
export async function listOwn(desk: RecheckDesk, session: Session): Promise<DrawnCase[]> {
  const own = await ownCases(desk, session);
  return transact(desk.pools, systemSession, 'read', (tx) => describe(tx, session, own));
}

async function describe(tx: Tx, session: Session, cases: readonly CaseNow[]): Promise<DrawnCase[]> {
  const openings = new Map<string, { unit: string | null; risk: DrawnCase['risk']; excluded: number }>();
  for (const plan of new Set(cases.map(({ found }) => found.plan.id))) {
    const positions = cases.filter(({ found }) => found.plan.id === plan).map(({ drawn }) => drawn.position);
    for (const { position, unit, risk, excluded } of await loadOpenings(tx, plan, positions)) {
      openings.set(`${plan}/${position}`, { unit, risk, excluded: excluded.length });
    }
  }
  const serials = await titles(
    tx,
    tableOf(clues).sql,
    'serial_no',
    cases.map(({ clue }) => clue),
  );
  const names = await titles(
    tx,
    tableOf(officers).sql,
    'name',
    cases.map(({ member }) => member?.officer ?? null),
  );
  const places = await titles(tx, tableOf(units).sql, 'name', [
    ...cases.map(({ member }) => member?.unit ?? null),
    ...[...openings.values()].map(({ unit }) => unit),
  ]);
  return cases.map(({ found, drawn, clue, member, outcome }) => {
    const { unit, risk, excluded } = openings.get(`${found.plan.id}/${drawn.position}`)!;
    return {
      plan: found.plan.id,
      planNumber: found.plan.number,
      number: drawn.number,
      name: drawn.name,
      clue,
      serialNo: serials.get(clue) ?? '—',
      unit: unit && (places.get(unit) ?? '—'),
      risk,
      rechecker: member && {
        officer: member.officer,
        name: names.get(member.officer) ?? '—',
        unit: member.unit && (places.get(member.unit) ?? null),
      },
      excluded,
      outcome,
      own: member !== null && member.officer === session.officer,
    };
  });
}

async function titles(
  tx: Tx,
  table: string,
  column: string,
  records: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(records.filter((record) => record !== null))];
  const { rows } = await sql<{ record: string; title: string }>`
    select record, ${sql.ref(column)} as title from ${sql.raw(table)}
    where retired_at is null and record = any (${asked}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ record, title }) => [record, title]));
}
