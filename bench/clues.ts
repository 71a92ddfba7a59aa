import { v7 as uuidv7 } from 'uuid';
import type { Installation } from '../src/commands/installation.ts';
import { clueMatter } from '../src/modules/clues/matter.ts';
import { grantNamed } from '../src/platform/access/named.ts';
import { dayOf } from '../src/platform/calendar/day.ts';
import { workCalendar } from '../src/platform/calendar/working-days.ts';
import { systemSession } from '../src/platform/database/session.ts';
import { defineAct } from '../src/platform/ledger/acts.ts';
import { perform } from '../src/platform/ledger/perform.ts';
import { dueOf, startClock, stopClock } from '../src/platform/lifecycle/clock.ts';
import { type NewVersion, writeVersions } from '../src/platform/register/write.ts';
import { words } from '../src/platform/words.ts';

/** Clues put into the registers in one act. */
const BATCH = 1_000;
const DAY_MS = 86_400_000;
/** Steps of a clue that was closed; one in verification has two fewer. */
const LIFE = [
  [null, 'RECEIVED', 'RECEIVE'],
  ['RECEIVED', 'REGISTERED', 'REGISTER'],
  ['REGISTERED', 'IN_VERIFICATION', 'ASSIGN'],
  ['IN_VERIFICATION', 'REPORTED', 'REPORT'],
  ['REPORTED', 'CLOSED', 'CLOSE'],
] as const;

const filling = defineAct({
  name: 'bench.clues',
  words: words('测算线索', 'Clues to measure'),
  permission: null,
  rule: null,
});
const calendar = workCalendar();

export interface Filling {
  readonly number: number;
  readonly state: 'IN_VERIFICATION' | 'CLOSED';
  /** Whoever is named for every so manieth of them. */
  readonly named: { readonly account: string; readonly every: number };
}

/**
 * Puts clues with their steps and limits into the registers, as the program writes them but many in one act: five steps and three
 * ended limits for a closed one, three steps and a running limit for one that is being verified.
 */
export async function fillClues({ database }: Installation, { number, state, named }: Filling): Promise<void> {
  for (let from = 0; from < number; from += BATCH) {
    await perform(database, systemSession, filling, async (tx) => {
      const made = Array.from({ length: Math.min(BATCH, number - from) }, (_, at) => inventClue(from + at, state));
      await writeVersions(
        tx,
        clueMatter.register,
        made.map(({ clue }) => clue),
      );
      await writeVersions(
        tx,
        clueMatter.companions.steps,
        made.flatMap(({ steps }) => steps),
      );
      await writeVersions(
        tx,
        clueMatter.companions.clocks,
        made.flatMap(({ clocks }) => clocks),
      );
      for (const [at, { clue }] of made.entries())
        if ((from + at) % named.every === 0)
          await grantNamed(tx, { register: clueMatter.register.name, record: clue.record }, [named.account]);
      return { result: undefined, subject: null };
    });
  }
}

function inventClue(at: number, state: Filling['state']) {
  const record = uuidv7();
  const closed = state === 'CLOSED';
  // Spread over a year before today for closed ones; over two months for open ones, so that some are late and some are not.
  const received = new Date(Date.now() - ((at % (closed ? 365 : 60)) + (closed ? 60 : 0)) * DAY_MS);
  const stored = {
    serial_no: `B${closed ? 'C' : 'O'}${uuidv7()}`,
    source: 'PETITION',
    received_on: dayOf(received),
    registered_at: received.toISOString(),
    reporter_mode: 'ANONYMOUS',
    summary: '反映某单位工作人员在办理业务时收受礼品，时间地点均有说明，请予核实。',
    state,
    conclusion: closed ? 'UNSUBSTANTIATED' : null,
    closed_on: closed ? dayOf(new Date(received.getTime() + 40 * DAY_MS)) : null,
  };
  const moment = (step: number): Date => new Date(received.getTime() + step * 8 * DAY_MS);
  const steps = LIFE.slice(0, closed ? 5 : 3).map(([from, to, action], step) =>
    version({
      matter: record,
      number: step + 1,
      action,
      from_state: from,
      to_state: to,
      account: 'system',
      taken_at: moment(step).toISOString(),
      reason: null,
      input: '{}',
      rule: 'clues.clue@1',
    }),
  );
  const clocks = (closed ? (['PROPOSE_AGAIN', 'VERIFY', 'REVIEW'] as const) : (['VERIFY'] as const)).map((id) =>
    clockRow(record, id, received, closed ? moment(4) : null),
  );
  return { clue: { record, version: 1, stored }, steps, clocks };
}

function clockRow(matter: string, id: string, started: Date, stopped: Date | null): NewVersion {
  const begun = startClock(clueMatter.lifecycle, id, {}, started);
  const clock = stopped ? stopClock(begun, stopped.toISOString()) : begun;
  const due = dueOf(clueMatter.lifecycle, calendar, clock);
  return version({
    matter,
    clock: id,
    number: 1,
    rule_from: clock.version,
    started_at: clock.startedAt,
    warn_at: due.yellowAt.toISOString(),
    due_at: due.dueAt.toISOString(),
    late_at: due.redAt.toISOString(),
    stopped_at: clock.stoppedAt,
    paused_until: null,
    course: JSON.stringify(clock),
  });
}

const version = (stored: NewVersion['stored']): NewVersion => ({ record: uuidv7(), version: 1, stored });
