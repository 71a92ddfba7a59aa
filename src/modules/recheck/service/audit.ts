import { type Session, systemSession } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { hashOf } from '../../../platform/ledger/offline/hash.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { auditing } from '../acts.ts';
import { frameRoot, planHash } from '../bundle/parts.ts';
import type { AuditReport } from '../contract.ts';
import { commitFrame, type FrameCase } from '../frame.ts';
import { type CaseOpening, loadFrame, loadMembers, loadOpenings, type StoredPlan } from '../store.ts';
import type { RecheckDesk } from './desk.ts';
import { exclusions } from './exclusions.ts';
import { type Member, readPopulation } from './population.ts';
import { findPlan } from './seed.ts';

type Finding = AuditReport['findings'][number];

/**
 * Builds a frame again out of the register of clues, as it was known at the plan's moment, and holds the plan against it: no case
 * may be missing, added or altered, and nobody excluded for no reason. With `mingjing verify`, which holds the register against
 * the ledger, this closes the way from the ledger to the list: what is not in the register's history cannot be in the frame, and
 * what is must be.
 * @returns what was found, each case by its number; to be shown only to those who may know
 */
export async function auditFrame(desk: RecheckDesk, id: string): Promise<AuditReport> {
  const found = await findPlan(desk, id);
  const { plan } = found;
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const knownAt = new Date(plan.knownAt);
    const population = await readPopulation(tx, desk.registry, plan.population, { asOf: plan.asOf, knownAt });
    const openings = await loadOpenings(tx, id);
    const members = await loadMembers(tx, id);
    const barred = await exclusions(tx, members, knownAt);
    const stored = await loadFrame(tx, id);
    const findings = [
      ...differences(population.members, openings),
      ...excludedOtherwise(population.members, openings, barred),
    ];
    const told = (kind: Finding['kind'], what: string): number => findings.push({ kind, what });
    if (
      hashOf(stored.map(([, name]) => name)) !==
      hashOf(rebuilt(openings, members, population.members).map(([, name]) => name))
    ) {
      told('root', 'plan_cases');
    }
    if (frameRoot(stored) !== plan.frame.root) told('root', 'frame');
    for (const part of ['figure', 'register'] as const) {
      if (population[part].count !== plan[part].count || population[part].root !== plan[part].root) told('root', part);
    }
    if (hashOf(population.totals) !== hashOf(plan.totals)) told('plan', 'totals');
    if (!(await plannedInLedger(desk, found))) told('plan', 'ledger');
    return { cases: population.members.length, holds: findings.length === 0, findings };
  });
}

/** The same as an act: who looked at a frame with its clues stands in the ledger. */
export async function auditPlan(desk: RecheckDesk, session: Session, id: string): Promise<AuditReport> {
  const report = await auditFrame(desk, id);
  await perform(desk.pools, session, auditing, async () => ({
    result: null,
    subject: id,
    detail: { cases: report.cases, holds: report.holds },
  }));
  return report;
}

function differences(members: readonly Member[], openings: readonly CaseOpening[]): Finding[] {
  const stored = new Map(openings.map((one) => [one.clue, one]));
  const expected = new Set(members.map(({ clue }) => clue));
  const hidden = members
    .filter(({ clue }) => !stored.has(clue))
    .map(({ serialNo }) => ({ kind: 'hidden' as const, what: serialNo }));
  const added = openings
    .filter(({ clue }) => !expected.has(clue))
    .map(({ clue }) => ({ kind: 'added' as const, what: clue }));
  const altered = members.flatMap(({ clue, version, commitment, unit, risk, serialNo }) => {
    const one = stored.get(clue);
    const same =
      !one ||
      (one.version === version &&
        one.commitment === commitment &&
        one.unit === (unit?.record ?? null) &&
        one.risk === risk);
    return same ? [] : [{ kind: 'altered' as const, what: serialNo }];
  });
  const seen = new Set<string>();
  const twice = openings.filter(({ clue }) => seen.has(clue) || !seen.add(clue));
  return [...hidden, ...added, ...twice.map(({ clue }) => ({ kind: 'added' as const, what: clue })), ...altered];
}

function excludedOtherwise(
  members: readonly Member[],
  openings: readonly CaseOpening[],
  barred: ReadonlyMap<string, readonly number[]>,
): Finding[] {
  const serials = new Map(members.map(({ clue, serialNo }) => [clue, serialNo]));
  return openings
    .filter(({ clue, excluded }) => serials.has(clue) && excluded.join() !== (barred.get(clue) ?? []).join())
    .map(({ clue }) => ({ kind: 'excluded', what: serials.get(clue)! }));
}

/** The frame that the stored openings give: its commitments must be those the public was shown. */
function rebuilt(
  openings: readonly CaseOpening[],
  members: readonly { readonly name: string }[],
  of: readonly Member[],
) {
  const units = new Map(of.map(({ clue, unit }) => [clue, unit]));
  const cases = openings.map(
    ({ clue, version, commitment, unit, risk, salt, excluded }): FrameCase => ({
      content: { clue, version, commitment, unit, risk },
      unit: units.get(clue) ?? null,
      salt,
      excluded: excluded.map((place) => members[place]!.name),
    }),
  );
  return commitFrame(cases).rows.map(({ row }) => row);
}

/** Whether the plan is the one its act committed to. */
async function plannedInLedger({ pools }: RecheckDesk, { act, plan }: StoredPlan): Promise<boolean> {
  return transact(pools, systemSession, 'read', async ({ client }) => {
    const { rows } = await client.query<{ entry: string }>('select entry from ledger.acts where id = $1', [act]);
    const entry = rows[0] && (JSON.parse(rows[0].entry) as { detail?: { content?: string } });
    return entry?.detail?.content === planHash(plan);
  });
}
