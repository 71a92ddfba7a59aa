import { v7 as uuidv7 } from 'uuid';
import { endNamed, grantNamed } from '../../platform/access/named.ts';
import { dayOf } from '../../platform/calendar/day.ts';
import { AppError } from '../../platform/errors.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import type { Effect, StepContext } from '../../platform/lifecycle/matter.ts';
import { supersede, writeVersions } from '../../platform/register/write.ts';
import { intakeActions } from './life/intake.ts';
import { mustBeHeard } from './officer/matter.ts';
import { CLOSED, clues, referrals, supervisions } from './registers.ts';
import { toldGrounds } from './standing-free.ts';
import {
  accountsOf,
  barredFrom,
  freeAccountsWith,
  joinedTo,
  nextSerial,
  type StandingSupervision,
  standingSupervisions,
} from './store.ts';

/** People who must have taken part in a collective study (reference 7). */
const STUDY = 3;

/** What a report says, none of which is copied where it belongs to a higher body; the unit is there for those who must stand back. */
const CONTENT = ['summary', 'problemKind', 'amount'] as const;
const NOT_COPIED = '属上级管辖，内容不录入，原件上报。';

const contentIn = (input: StepContext['input']): string[] =>
  CONTENT.filter(
    (key) => input[key] !== undefined && input[key] !== null && input[key] !== '' && input[key] !== NOT_COPIED,
  );

/** A clue gets its number. One that belongs to a higher body is not copied into the platform (reference 7), any other says what it is about. */
export const received: Effect = async (tx, { stored, input }) => {
  const given = contentIn(input);
  if (input.jurisdiction === 'HIGHER') {
    if (given.length > 0) throw new AppError('clue.copied');
    stored.summary = NOT_COPIED;
  } else if (!given.includes('summary')) {
    const { RECEIVE } = intakeActions;
    throw new AppError('matter.fields', { action: RECEIVE.words, fields: RECEIVE.fields.summary.words });
  }
  stored.serial_no = await nextSerial(tx, String(input.receivedOn).slice(0, 4));
};

export const registered: Effect = async (_tx, { stored, now }) => {
  stored.registered_at = now.toISOString();
};

/**
 * A clue leaves its batch where the form says so, and never because somebody said nothing of it: a batch must tie to its list. What was
 * not copied when it came in is not copied afterwards either.
 */
export const corrected: Effect = async (_tx, { before, stored, input }) => {
  if (before!.summary === NOT_COPIED && contentIn(input).length > 0) throw new AppError('clue.copied');
  if (input.batch === undefined) stored.batch = before!.batch;
};

/** One clue leads, the others are joined to it: neither to itself nor to one that is itself joined, and none that others are joined to. */
export const joined: Effect = async (tx, { record, stored }) => {
  const { rows } = await tx.client.query<{ state: string }>(
    'select state from clues.clues where record = $1 and retired_at is null',
    [stored.duplicate_of],
  );
  const into = rows[0]?.state;
  if (stored.duplicate_of === record || !into || into === 'DUPLICATE' || (await joinedTo(tx, record)).length > 0)
    throw new AppError('clue.duplicate');
};

export const parted: Effect = async (_tx, { stored }) => {
  stored.duplicate_of = null;
};

/** Whoever reported what was reported before is told the result all the same: at once where there is one already. */
export const afterJoining: Effect = async (tx, { record, stored, also }) => {
  const { rows } = await tx.client.query<{ state: string }>(
    'select state from clues.clues where record = $1 and retired_at is null',
    [stored.duplicate_of],
  );
  if (CLOSED.some((state) => state === rows[0]!.state)) await also(record, 'MAIN_CLOSED');
};

export const afterClosing: Effect = async (tx, { record, also }) => {
  for (const duplicate of await joinedTo(tx, record)) await also(duplicate, 'MAIN_CLOSED');
};

export const afterReopening: Effect = async (tx, { record, also }) => {
  for (const duplicate of await joinedTo(tx, record)) await also(duplicate, 'MAIN_REOPENED');
};

/** Names the two handlers, and nobody who must stand back; those who handled it before lose it at once. */
export const assigned: Effect = async (tx, { record, before, stored }) => {
  const handlers = [stored.first_handler, stored.second_handler] as string[];
  if (handlers[0] === handlers[1]) throw new AppError('clue.handlers');
  const barred = await barredFrom(tx, record, stored.unit as string | null, handlers);
  if (barred.length > 0)
    throw new AppError('clue.barred', {
      names: barred.map(({ name }) => name).join('、'),
      grounds: toldGrounds(barred.flatMap((one) => one.grounds)),
    });
  const list = { register: clues.name, record };
  const earlier = [before?.first_handler, before?.second_handler].filter(
    (one) => one && !handlers.includes(String(one)),
  );
  await endNamed(tx, list, await accountsOf(tx, earlier as string[]));
  await grantNamed(tx, list, await accountsOf(tx, handlers));
};

function mustBeStudied(people: unknown, day: unknown, now: Date): void {
  if (!(Number(people) >= STUDY && day && String(day) <= dayOf(now))) throw new AppError('clue.study');
}

/** A proposal comes from a collective study, and those who decide on it and need not stand back may now read the clue. */
export const proposed: Effect = async (tx, { record, input, now }) => {
  mustBeStudied(input.studiedBy, input.studiedOn, now);
  await grantNamed(tx, { register: clues.name, record }, await freeAccountsWith(tx, 'APPROVER', record));
};

export const approved: Effect = async (_tx, { before, stored, now }) => {
  mustConfirm(before, stored, 'disposal');
  stored.approved_on = dayOf(now);
};

/** That a report was false is found collectively, and of what proved true nobody finds it (reference 7). */
export const closed: Effect = async (tx, { record, before, stored, input, now }) => {
  mustConfirm(before, stored, 'conclusion');
  if (stored.false_report === true) {
    if (stored.conclusion !== 'UNSUBSTANTIATED') throw new AppError('clue.notFalse');
    mustBeStudied(input.falseStudiedBy, input.falseStudiedOn, now);
  }
  await mustBeHeard(tx, record, { form: stored.form });
};

/** Whoever decides confirms what was proposed, so that an approval of one thing cannot be passed off as one of another. */
function mustConfirm(
  before: StepContext['before'],
  stored: StepContext['stored'],
  key: 'disposal' | 'conclusion',
): void {
  if (before![key] !== stored[key]) throw new AppError('clue.differs', { column: clues.columns[key].words });
}

const STANDS = ['conclusion', 'form', 'false_report', 'closed_on'] as const;
const HANDLING = ['handling_unit', 'first_handler', 'second_handler', 'due_on', 'extended_to'] as const;
const DISPOSAL = ['disposal', 'studied_on', 'approved_on'] as const;

/**
 * Nothing of the first answer stands any longer, and those who gave it are off the clue: others will handle it (`clues.barred`). What it
 * said stays in the history of the record.
 */
export const overturned: Effect = async (tx, { record, before, stored }) => {
  for (const column of [...STANDS, ...HANDLING, ...DISPOSAL]) stored[column] = null;
  const first = [before!.first_handler, before!.second_handler].filter((one) => one) as string[];
  await endNamed(tx, { register: clues.name, record }, await accountsOf(tx, first));
};

export const referred: Effect = async (tx, { record, before, input }) => {
  await mustBeHeard(tx, record, null);
  const stored = {
    number: `${before!.serial_no}-${before!.version}`,
    clue: record,
    to_department: input.toDepartment,
    referred_on: input.referredOn,
    reason: null,
    persons: null,
    received_on: null,
    result: null,
    result_on: null,
  };
  await writeVersions(tx, referrals, [{ record: uuidv7(), version: 1, stored }]);
};

export const supervised: Effect = async (tx, { record, input, now }) => {
  const letterNo = String(input.letterNo).trim();
  if ((await standingSupervisions(tx, record)).some(({ letter_no }) => letter_no === letterNo))
    throw new AppError('clue.letterTwice', { letter: letterNo });
  const stored = {
    clue: record,
    supervisor: input.supervisor,
    letter_no: letterNo,
    way: input.way ?? null,
    issued_on: dayOf(now),
    due_on: input.dueOn,
    reported_on: null,
    reports: null,
    lifted_on: null,
  };
  await writeVersions(tx, supervisions, [{ record: uuidv7(), version: 1, stored }]);
};

/** A report back stands with the letter it answers. */
export const answered: Effect = (tx, { record, now, input }) =>
  ofLetter(tx, record, input, '', ({ reports }) => ({
    reported_on: dayOf(now),
    reports: [...(reports === null ? [] : [reports]), `${dayOf(now)} ${input.progress}`].join('\n'),
  }));

export const lifted: Effect = (tx, { record, now, input }) =>
  ofLetter(tx, record, input, String(input.reason), () => ({ lifted_on: dayOf(now) }));

/** Writes on the supervision that a form names by its letter. @throws AppError `clue.letter` where none of that letter stands */
async function ofLetter(
  tx: WriteTx,
  clue: string,
  input: StepContext['input'],
  reason: string,
  change: (row: StandingSupervision) => Readonly<Record<string, unknown>>,
): Promise<void> {
  const letter = String(input.letterNo).trim();
  const row = (await standingSupervisions(tx, clue)).find(({ letter_no }) => letter_no === letter);
  if (!row) throw new AppError('clue.letter', { letter });
  await supersede(tx, supervisions, row, change(row), reason);
}
