import { sql } from 'kysely';
import { dayOf } from '../../platform/calendar/day.ts';
import type { Tx } from '../../platform/database/transact.ts';
import { AppError } from '../../platform/errors.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import { defineMatter, type Effect, type StepContext } from '../../platform/lifecycle/matter.ts';
import type { Register } from '../../platform/register/declare.ts';
import { current } from '../../platform/register/records/current.ts';
import { snake, tableOf } from '../../platform/register/tables.ts';
import { officers } from '../organisation/index.ts';
import { meetings } from '../programme/index.ts';
import { approved, decided } from './leniency/effects.ts';
import { leniencyLifecycle, problemItemLifecycle, selfReportLifecycle, talkLifecycle } from './lifecycle.ts';
import {
  leniencyDecisionClocks,
  leniencyDecisionSteps,
  leniencyDecisions,
  problemItemClocks,
  problemItemSteps,
  problemItems,
  selfReportClocks,
  selfReportItems,
  selfReportSteps,
  selfReports,
  talkClocks,
  talkSteps,
  talks,
} from './registers.ts';
import { reportRests } from './self-reports/rests.ts';

/** The officer a record is about, if it exists and names one. */
async function officerOf(tx: Tx, register: Register, record: string): Promise<string[]> {
  const column = sql.ref(`t.${snake(register.officer!)}`);
  const { rows } = await sql<{ officer: string | null }>`
    select ${column} as officer from ${sql.raw(tableOf(register).sql)} t
    where t.record = ${record} and t.retired_at is null`.execute(tx.db);
  return rows.flatMap(({ officer }) => officer ?? []);
}

/** Nobody opens a matter on himself in another role (Sanctions Law art. 47). */
const notOnOneself: Effect = async (tx, { stored }) => {
  if (tx.session.officer !== null && stored.officer === tx.session.officer) throw new AppError('matter.subject');
};

/** A number of its own without a counter that units would wait for: the day, and the end of the record's id. */
const numbered = (mark: string, { record, now }: StepContext): string =>
  `${mark}-${dayOf(now).replaceAll('-', '')}-${record.slice(-8)}`;

/** Who confirms as the talker is the talker: staff may type that a talk was held, and nothing more. */
const asTalker: Effect = async (tx, { stored, now }) => {
  if (tx.session.officer === null || tx.session.officer !== stored.talker) throw new AppError('talk.talker');
  stored.talker_confirmed_on = dayOf(now);
};

export const talkMatter = defineMatter({
  lifecycle: talkLifecycle,
  register: talks,
  companions: { steps: talkSteps, clocks: talkClocks },
  subjects: (tx, record) => officerOf(tx, talks, record),
  effects: {
    PLAN: async (tx, step) => {
      const { stored } = step;
      await notOnOneself(tx, step);
      if (stored.officer === stored.talker) throw new AppError('talk.self');
      stored.number = numbered('TH', step);
      stored.unit = (await current(tx, officers, String(stored.officer))).unit;
      stored.kind = stored.mandatory_kind || stored.trigger ? 'MANDATORY' : 'REGULAR';
    },
    HOLD: async (tx, step) => {
      if (String(step.stored.held_on) > dayOf(step.now)) throw new AppError('talk.future');
      step.stored.officer_confirmed_on = null;
      step.stored.talker_confirmed_on = null;
      if (tx.session.officer === step.stored.talker) await asTalker(tx, step);
    },
    TALKER_CONFIRM: asTalker,
    CONFIRM: async (_tx, { stored, now }) => {
      if (stored.talker_confirmed_on === null) throw new AppError('talk.talkerFirst');
      stored.officer_confirmed_on = dayOf(now);
    },
    OBJECT: async (_tx, { stored }) => {
      stored.talker_confirmed_on = null;
    },
  },
});

export const problemItemMatter = defineMatter({
  lifecycle: problemItemLifecycle,
  register: problemItems,
  companions: { steps: problemItemSteps, clocks: problemItemClocks },
  subjects: (tx, record) => officerOf(tx, problemItems, record),
  effects: {
    RAISE: async (tx, step) => {
      const { stored, now } = step;
      stored.number = numbered('MZ', step);
      stored.unit = (await current(tx, meetings, String(stored.meeting))).unit;
      stored.found_on = dayOf(now);
    },
    CLAIM: async (_tx, { stored, now }) => {
      stored.claimed_on = dayOf(now);
    },
  },
});

/** Transactions that carry a sealed text with the report: without one no report can be opened, whatever route asks for it. */
export const carriesSeal = new WeakSet<WriteTx>();

export const selfReportMatter = defineMatter({
  lifecycle: selfReportLifecycle,
  register: selfReports,
  companions: { steps: selfReportSteps, clocks: selfReportClocks },
  // A report that is being handed in concerns whoever hands it in.
  subjects: async (tx, record) => {
    const found = await officerOf(tx, selfReports, record);
    return found.length > 0 || tx.session.officer === null ? found : [tx.session.officer];
  },
  rests: reportRests,
  beside: [{ register: selfReportItems, column: 'report' }],
  effects: {
    SUBMIT: async (tx) => {
      if (!carriesSeal.has(tx)) throw new AppError('seal.size');
    },
  },
});

export const leniencyMatter = defineMatter({
  lifecycle: leniencyLifecycle,
  register: leniencyDecisions,
  companions: { steps: leniencyDecisionSteps, clocks: leniencyDecisionClocks },
  subjects: (tx, record) => officerOf(tx, leniencyDecisions, record),
  effects: { DECIDE: decided, DECIDE_AGAIN: decided, APPROVE: approved },
});

export const conductMatters = [talkMatter, problemItemMatter, selfReportMatter, leniencyMatter] as const;
