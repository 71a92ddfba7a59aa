import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { opening } from '../acts.ts';
import type { Opening, RecheckFile } from '../bundle/format.ts';
import { excludedSalt } from '../bundle/parts.ts';
import { loadDice, loadFrame, loadMembers, loadOpenings, loadPlans, type StoredPlan } from '../store.ts';
import { loadAsides, loadOutcomes } from '../store-drawn.ts';
import { type CaseNow, loadCases } from '../store-turns.ts';
import { asProgram, type RecheckDesk } from './desk.ts';
import { type Proofs, proveRecheck } from './proofs.ts';
import { agreeing } from './seed.ts';

/**
 * The file of a plan, as anybody may have it: what `verifyRecheck` repeats the draw from without this system. Clues stand in it by
 * salted commitments, re-checkers too; of who is excluded only what the assignment of the cases drawn needs.
 * @throws AppError `record.missing`, `record.noProof`
 */
export async function recheckFile(desk: RecheckDesk, id: string): Promise<string> {
  const read = await transact(desk.pools, systemSession, 'read', async (tx) => {
    const [found] = await loadPlans(tx, id);
    if (!found) throw new AppError('record.missing');
    const cases = await loadCases(tx, { plan: id });
    const dice = found.plan.seed.kind === 'dice' ? agreeing(await loadDice(tx, id)) : undefined;
    return {
      found,
      cases,
      dice: found.seed ? (dice ?? []) : [],
      frame: await loadFrame(tx, id),
      drawn: await drawnRows(tx, id, cases),
      asides: await loadAsides(tx, id),
      outcomes: await loadOutcomes(tx, id),
    };
  });
  const { found, cases, dice, frame, drawn, asides, outcomes } = read;
  const acts = [...(found.seed ? [found.seed.act] : []), ...[...dice, ...asides, ...outcomes].map(({ act }) => act)];
  const proofs = await proveRecheck(desk, found.act, acts);
  const nameAt = new Map(cases.map(({ position, name }) => [position, name]));
  const file: RecheckFile = {
    plan: found.plan,
    frame,
    seed: seedOf(found, dice, proofs),
    drawn,
    asides: asides.map(({ position, member, reason, act }) => ({
      case: nameAt.get(position)!,
      member: found.plan.pool[member]!,
      reason,
      proof: proofs.entries.get(act)!,
    })),
    results: outcomes.map(({ position, outcome, act }) => ({
      case: nameAt.get(position)!,
      outcome,
      proof: proofs.entries.get(act)!,
    })),
    proof: proofs.proof,
  };
  return canonical(file as Json);
}

function seedOf(
  { seed }: StoredPlan,
  dice: readonly { readonly salt: string; readonly act: string }[],
  { entries }: Proofs,
): RecheckFile['seed'] {
  if (!seed) return null;
  const proof = entries.get(seed.act)!;
  if (seed.content.kind === 'beacon') return { ...seed.content, proof };
  return { ...seed.content, entries: dice.map(({ salt, act }) => ({ salt, proof: entries.get(act)! })), proof };
}

async function drawnRows(tx: Tx, plan: string, cases: readonly CaseNow[]): Promise<RecheckFile['drawn']> {
  const positions = cases.map(({ position }) => position);
  const salts = new Map((await loadOpenings(tx, plan, positions)).map(({ position, salt }) => [position, salt]));
  const members = await loadMembers(tx, plan);
  return cases.map(({ name, ticket, position, excluded, member }) => ({
    case: name,
    ticket,
    salt: excludedSalt(salts.get(position)!),
    excluded: excluded.map((place) => members[place]!.name),
    rechecker: member?.name ?? null,
  }));
}

/**
 * What opens one clue in the frame of a plan, for the person it concerns: it shows that the own case was among those drawn from.
 * An act, since it tells what no list does. Whoever asks must be allowed to see the clue: the caller checks.
 * @throws AppError `record.missing` where the clue does not stand in it
 */
export async function openCase(desk: RecheckDesk, session: Session, plan: string, clue: string): Promise<Opening> {
  return perform(desk.pools, asProgram(session), opening, async (tx) => {
    const found = (await loadOpenings(tx, plan)).find((one) => one.clue === clue);
    if (!found) throw new AppError('record.missing');
    const { version, commitment, unit, risk, salt, position } = found;
    const content = { clue, version, commitment, unit, risk };
    return {
      result: { format: 'mingjing-recheck-case/1', plan, content, salt },
      subject: plan,
      detail: { position },
    };
  });
}
