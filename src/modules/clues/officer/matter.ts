import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { grantNamed } from '../../../platform/access/named.ts';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Tx } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { actorOf, advanceIn } from '../../../platform/lifecycle/advance.ts';
import { companionsOf } from '../../../platform/lifecycle/companions.ts';
import { defineMatter, type Effect } from '../../../platform/lifecycle/matter.ts';
import type { Register } from '../../../platform/register/declare.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import { writeVersions } from '../../../platform/register/write.ts';
import { standingFree } from '../standing-free.ts';
import { freeAccountsWith } from '../store.ts';
import { clearingLifecycle, hearingLifecycle, reviewLifecycle } from './lifecycle.ts';
import { isHeavier } from './measures.ts';
import { clearings, hearings, reviewRequests } from './registers.ts';
import { deliveredOn, type ReviewKind, rightsOf } from './rules.ts';
import {
  clueOf,
  clueOfRequest,
  findHearing,
  type HearingRow,
  hearingsOf,
  nameAsForClue,
  reportedIn,
  requestsAgainst,
  stillStating,
  tookPart,
} from './store.ts';

const OPEN = ['TOLD', 'STATED', 'HEARD'];

/** Letters and digits that are not mistaken for one another. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number that tells nothing: neither how many clues there are, nor whether somebody else is reported in the same one. */
const blindNumber = (kind: 'GZ' | 'CQ', now: Date): string =>
  `${kind}${dayOf(now).slice(0, 4)}-${Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('')}`;

/** The officer meant by a number among the persons reported; without a number, the only one. */
async function reportedBy(tx: Tx, clue: string, given: unknown): Promise<string> {
  const reported = await reportedIn(tx, clue);
  const person = given === null || given === undefined ? null : Number(given);
  const one = person === null && reported.length === 1 ? reported[0] : reported.find(({ number }) => number === person);
  if (!one) throw new AppError('hearing.person');
  return one.officer;
}

/** Whoever took the clue's step may begin what follows from it. */
const vouchedFor = (tx: Tx) => ({ ...actorOf(tx.session), vouched: true as const });

/** A clue's step tells one of the officers it reports: the hearing begins, open to whoever is named for the clue. */
export const tellOfficer: Effect = async (tx, { record: clue, input, now, registry, calendar }) => {
  const one = await reportedBy(tx, clue, input.person);
  const told = await hearingsOf(tx, clue);
  if (told.some(({ officer, state }) => officer === one && OPEN.includes(state))) throw new AppError('hearing.twice');
  const { facts, grounds, proposed } = input;
  const begin = { action: 'TELL', input: { clue, officer: one, facts, grounds, proposed } };
  await advanceIn(tx, { registry, calendar, now: () => now }, hearingMatter, begin, vouchedFor(tx));
};

const begun: Effect = async (tx, { record, stored, input, now }) => {
  await nameAsForClue(tx, String(input.clue), record);
  // Whoever may have to decide on it reads it; those named for the clue may be others.
  await grantNamed(tx, { register: hearings.name, record }, await freeAccountsWith(tx, 'APPROVER', String(input.clue)));
  stored.clue = input.clue;
  stored.officer = input.officer;
  stored.number = blindNumber('GZ', now);
  stored.told_on = deliveredOn(now);
};

const toldAgain: Effect = async (_tx, { stored, now }) => {
  stored.told_on = deliveredOn(now);
};

/** Nothing is decided before the officer was heard or had the time for it, and nothing heavier than was told (art. 43). */
const decided: Effect = async (tx, { record, before, stored, now }) => {
  const until = await stillStating(tx, record, now);
  if (until) throw new AppError('hearing.early', { day: dayOf(new Date(until.getTime() - 1)) });
  if (isHeavier(String(stored.measure), String(before!.proposed))) throw new AppError('hearing.heavier');
  stored.decided_on = deliveredOn(now);
};

/**
 * A clue that is referred leaves no statement unanswered; one that is closed leaves no hearing under way, and none with a form that
 * carries a sanction is closed before an officer it reports got a written decision (Sanctions Law art. 43, 45).
 */
export async function mustBeHeard(tx: Tx, clue: string, closing: { readonly form: unknown } | null): Promise<void> {
  const told = await hearingsOf(tx, clue);
  if (told.some(({ state }) => state === 'STATED')) throw new AppError('hearing.unanswered');
  if (!closing) return;
  if (told.some(({ state }) => OPEN.includes(state))) throw new AppError('hearing.open');
  const sanctioned = ['SECOND', 'THIRD', 'FOURTH'].includes(String(closing.form));
  if (sanctioned && (await reportedIn(tx, clue)).length > 0 && !told.some(({ state }) => state === 'DECIDED'))
    throw new AppError('hearing.undecided');
}

async function officerOf(tx: Tx, register: Register, record: string): Promise<string[]> {
  const { rows } = await sql<{ officer: string }>`
    select officer from ${sql.raw(tableOf(register).sql)} where record = ${record} and retired_at is null`.execute(
    tx.db,
  );
  return rows.map(({ officer }) => officer);
}

export const hearingCompanions = companionsOf(hearingLifecycle, hearings);
export const hearingMatter = defineMatter({
  lifecycle: hearingLifecycle,
  register: hearings,
  companions: hearingCompanions,
  subjects: (tx, record) => officerOf(tx, hearings, record),
  standingBack: standingFree(hearingLifecycle.actions, (tx, record) => clueOf(tx, 'hearings', record)),
  effects: { TELL: begun, TELL_AGAIN: toldAgain, DECIDE: decided },
});

/** Whoever asks has the right to, against an own decision, up to the last day; nothing else of the record is the asker's to say. */
const asked: Effect = async (tx, { stored, input, now, calendar }) => {
  const against = await ownDecision(tx, String(input.hearing));
  const before = await requestsAgainst(tx, against.record);
  const kind = String(input.kind) as ReviewKind;
  const right = rightsOf(calendar, decisionOf(against), before, now).find((one) => one.kind === kind);
  if (!right) throw new AppError('review.none');
  if (!right.open) throw new AppError('review.late', { day: right.lastDay, source: right.source });
  Object.assign(stored, {
    number: `${against.number}-${before.length + 1}`,
    officer: against.officer,
    earlier: right.earlier,
    asked_on: dayOf(now),
    last_day: right.lastDay,
    body: null,
    result: null,
    measure: null,
    reasons: null,
    decided_on: null,
  });
};

async function ownDecision(tx: Tx, record: string): Promise<HearingRow> {
  const found = await findHearing(tx, record);
  if (!found || found.officer !== tx.session.officer || found.state !== 'DECIDED') throw new AppError('review.none');
  return found;
}

export const decisionOf = (row: Pick<HearingRow, 'track' | 'decided_on'>) => ({
  track: row.track!,
  decidedOn: row.decided_on!,
});

/** Who found the facts of a clue or judged them does not look at the decision again. */
const CLUE_STEPS = ['ACCEPT', 'PROPOSE', 'INQUIRE', 'VERIFY', 'INTERVIEW', 'REPORT', 'REVIEW', 'CLOSE', 'TELL_OFFICER'];

const apart: Effect = async (tx, { before }) => {
  const against = await findHearing(tx, String(before!.hearing));
  const others = await tookPart(tx, against!.clue, against!.record, CLUE_STEPS);
  if (others.includes(tx.session.account ?? '')) throw new AppError('review.apart');
};

const reviewed: Effect = async (tx, step) => {
  await apart(tx, step);
  const { before, stored, now } = step;
  const against = (await findHearing(tx, String(before!.hearing)))!;
  const standing = (await requestsAgainst(tx, against.record)).reduce(
    (measure, one) => (one.result === 'REDUCED' ? one.measure : measure),
    against.measure,
  )!;
  const reduced = stored.result === 'REDUCED';
  if (reduced ? !stored.measure || !isHeavier(standing, String(stored.measure)) : stored.measure)
    throw new AppError('review.heavier');
  stored.decided_on = deliveredOn(now);
};

export const reviewCompanions = companionsOf(reviewLifecycle, reviewRequests);
export const reviewMatter = defineMatter({
  lifecycle: reviewLifecycle,
  register: reviewRequests,
  companions: reviewCompanions,
  // A request that is being made concerns whoever makes it.
  subjects: async (tx, record) => {
    const found = await officerOf(tx, reviewRequests, record);
    return found.length > 0 || tx.session.officer === null ? found : [tx.session.officer];
  },
  standingBack: standingFree(reviewLifecycle.actions, clueOfRequest),
  effects: { ASK: asked, TAKE_UP: apart, DECIDE: reviewed },
});

/** A clue that proved unfounded: its desk proposes the words in which the officer's name is cleared. */
export const clearName: Effect = async (tx, { record: clue, before, input, now, registry, calendar }) => {
  const { cause, finding, scope } = input;
  // A false report is found collectively, at the closing; a mistaken one needs no finding on the reporter (reference 7).
  if (before!.conclusion !== 'UNSUBSTANTIATED' || (cause === 'FALSE' && before!.false_report !== true))
    throw new AppError('clearing.unfounded');
  const officer = await reportedBy(tx, clue, input.person);
  const begin = { action: 'PREPARE', input: { clue, officer, cause, finding, scope } };
  await advanceIn(tx, { registry, calendar, now: () => now }, clearingMatter, begin, vouchedFor(tx));
};

const prepared: Effect = async (_tx, { stored, input, now }) => {
  stored.clue = input.clue;
  stored.officer = input.officer;
  stored.number = blindNumber('CQ', now);
  stored.prepared_on = dayOf(now);
};

/** What is published stands in the register that units and the public read, and says nothing of the clue. */
const published: Effect = async (tx, { before, stored, now, registry }) => {
  stored.published_on = dayOf(now);
  const { rows } = await sql<{ unit: string }>`
    select unit from organisation.officers where record = ${before!.officer} and retired_at is null`.execute(tx.db);
  if (!rows[0]) throw new AppError('record.missing');
  const clarification = {
    number: before!.number,
    officer: before!.officer,
    unit: rows[0].unit,
    exposure: null,
    finding: before!.finding,
    scope: before!.scope,
    publication: null,
    clarified_on: dayOf(now),
  };
  const register = registry.catalogue.get('disclosure.clarifications');
  await writeVersions(tx, register, [{ record: uuidv7(), version: 1, stored: clarification }]);
};

export const clearingCompanions = companionsOf(clearingLifecycle, clearings);
export const clearingMatter = defineMatter({
  lifecycle: clearingLifecycle,
  register: clearings,
  companions: clearingCompanions,
  subjects: (tx, record) => officerOf(tx, clearings, record),
  standingBack: standingFree(clearingLifecycle.actions, (tx, record) => clueOf(tx, 'clearings', record)),
  effects: { PREPARE: prepared, PUBLISH: published },
});
