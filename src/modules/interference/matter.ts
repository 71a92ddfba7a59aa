import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { dayNumber, dayOf } from '../../platform/calendar/day.ts';
import type { Tx } from '../../platform/database/transact.ts';
import { AppError } from '../../platform/errors.ts';
import { defineMatter, type StepContext } from '../../platform/lifecycle/matter.ts';
import { settledOnPaper } from '../../platform/lifecycle/on-paper.ts';
import { physicalColumns } from '../../platform/register/tables.ts';
import { recordCompanions, recordSteps } from './companions.ts';
import { interferenceLifecycle } from './lifecycle.ts';
import { records } from './registers.ts';
import { FILING_DAYS } from './rules.ts';

/** A number that says nothing of how many records there are, nor in which order they came. */
export const newNumber = (now: Date): string =>
  `GY-${dayOf(now).slice(0, 4)}-${randomBytes(5).toString('hex').toUpperCase()}`;

/** The roster entry of an officer number, past row security: an officer may name anybody and browse nobody. */
async function officerNumbered(tx: Tx, number: string): Promise<string> {
  const { rows } = await sql<{ record: string }>`
    select record from interference.people(${number}) where officer_no = ${number}`.execute(tx.db);
  if (!rows[0]) throw new AppError('interference.unknownOfficer', { number });
  return rows[0].record;
}

/** Columns a recorder gives. All others of a new record are the program's, whatever a request says. */
const given = new Set(Object.keys(interferenceLifecycle.actions.RECORD.fields ?? {}));

async function file(tx: Tx, { stored, input, now }: StepContext): Promise<void> {
  for (const [key, column] of Object.entries(records.columns))
    if (!given.has(key)) for (const { name } of physicalColumns(key, column)) if (key !== 'state') stored[name] = null;
  const { rows } = await sql<{ unit: string }>`select unit from organisation.officers
    where record = ${tx.session.officer} and retired_at is null`.execute(tx.db);
  if (!rows[0]) throw new AppError('access.denied', { permission: records.words });
  const lag = dayNumber(dayOf(now)) - dayNumber(String(stored.asked_on));
  if (lag < 0) throw new AppError('interference.future');
  stored.number = newNumber(now);
  stored.recorder = tx.session.officer;
  stored.unit = rows[0].unit;
  stored.filed_at = now.toISOString();
  stored.lag_days = lag;
  stored.back_filled = lag > FILING_DAYS;
  stored.asker_officer = input.askerNumber ? await officerNumbered(tx, String(input.askerNumber)) : null;
}

/** Amendments add: what is not given stays, and additions are appended. Earlier versions stay to be read in any case. */
async function amend(tx: Tx, { before, stored, input, now }: StepContext): Promise<void> {
  for (const [key, column] of Object.entries(records.columns))
    if (input[key] === undefined || input[key] === null || input[key] === '')
      for (const { name } of physicalColumns(key, column)) if (key !== 'state') stored[name] = before![name];
  if (input.addition)
    stored.addition = [before!.addition, `${dayOf(now)} ${input.addition}`].filter(Boolean).join('\n');
  if (input.askerNumber) stored.asker_officer = await officerNumbered(tx, String(input.askerNumber));
}

/** An interference record as a matter. The officer it concerns, in the sense of the lifecycle, is the one who recorded. */
export const interferenceMatter = defineMatter({
  lifecycle: interferenceLifecycle,
  register: records,
  companions: recordCompanions,
  async subjects(tx, record) {
    const { rows } = await sql<{ recorder: string }>`
      select recorder from interference.records where record = ${record} and retired_at is null`.execute(tx.db);
    if (rows[0]) return [rows[0].recorder];
    return tx.session.officer ? [tx.session.officer] : [];
  },
  rests: settledOnPaper(records, recordSteps, ['CLASSIFIED', 'VERIFIED', 'INTERFERENCE', 'CIRCULAR']),
  effects: { RECORD: file, AMEND: amend },
});
