import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import { AppError } from '../../platform/errors.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import { defineMatter } from '../../platform/lifecycle/matter.ts';
import type { Register } from '../../platform/register/declare.ts';
import { snake, tableOf } from '../../platform/register/tables.ts';
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
  selfReportSteps,
  selfReports,
  talkClocks,
  talkSteps,
  talks,
} from './registers.ts';

/** The officer a record is about, if it exists and names one. */
async function officerOf(tx: Tx, register: Register, record: string): Promise<string[]> {
  const column = sql.ref(`t.${snake(register.officer!)}`);
  const { rows } = await sql<{ officer: string | null }>`
    select ${column} as officer from ${sql.raw(tableOf(register).sql)} t
    where t.record = ${record} and t.retired_at is null`.execute(tx.db);
  return rows.flatMap(({ officer }) => officer ?? []);
}

export const talkMatter = defineMatter({
  lifecycle: talkLifecycle,
  register: talks,
  companions: { steps: talkSteps, clocks: talkClocks },
  subjects: (tx, record) => officerOf(tx, talks, record),
});

export const problemItemMatter = defineMatter({
  lifecycle: problemItemLifecycle,
  register: problemItems,
  companions: { steps: problemItemSteps, clocks: problemItemClocks },
  subjects: (tx, record) => officerOf(tx, problemItems, record),
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
