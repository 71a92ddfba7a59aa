import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../../database/session.ts';
import { AppError } from '../../errors.ts';
import type { Act } from '../../ledger/acts.ts';
import { type Done, perform, type WriteTx } from '../../ledger/perform.ts';
import type { Register } from '../declare.ts';
import { checkSets } from '../import/set-checks.ts';
import type { Cell, StoredRow } from '../rows.ts';
import { handsIn, mustReach } from '../scope.ts';
import { snake, tableOf } from '../tables.ts';
import { retireVersions, writeVersions } from '../write.ts';
import { creating, superseding, voiding } from './acts.ts';
import { current } from './current.ts';
import type { RecordDesk } from './desk.ts';
import { mustWrite, readForm, wrongValues } from './form.ts';
import { referringTo } from './referring.ts';

/** The version that came of a use case. */
export interface Written {
  readonly record: string;
  readonly version: number;
}

type Given = Readonly<Record<string, Cell>>;

/**
 * Adds a record by hand. It keeps every rule that workbooks keep.
 * @throws AppError `record.values` naming the columns, `record.duplicate` when the natural key is taken
 */
export function createRecord(desk: RecordDesk, session: Session, register: Register, given: Given): Promise<Written> {
  return change(desk, session, register, creating, async (tx) => {
    const stored = await readForm(tx, desk.registry, register, given);
    await mustWrite(tx, register, [stored]);
    return write(tx, desk, register, { record: uuidv7(), version: 1, stored });
  });
}

/**
 * Supersedes the version a person saw by one with other values; columns that are not given stay as they are.
 * @throws AppError `record.changed` when there is a newer version by now, and those of `createRecord`
 */
export function changeRecord(
  desk: RecordDesk,
  session: Session,
  register: Register,
  record: string,
  asked: { readonly version: number; readonly values: Given; readonly reason: string },
): Promise<Written> {
  return change(desk, session, register, superseding, async (tx) => {
    const before = await current(tx, register, record, asked.version);
    const stored = await readForm(tx, desk.registry, register, asked.values, before);
    await mustWrite(tx, register, [before, stored]);
    mustStay(register, before, stored);
    await retire(tx, register, before, 'superseded', asked.reason);
    return write(tx, desk, register, { record, version: before.version + 1, stored });
  });
}

/**
 * Voids a record: it counts no longer and stays to be seen, with the reason. While other records name it, that takes a second
 * confirmation: they would name something that is no longer in force.
 * @param asked.referring how many records name it, as the person was told
 * @throws AppError `record.referred` when records name it and the person was told nothing, or another number
 */
export function voidRecord(
  desk: RecordDesk,
  session: Session,
  register: Register,
  record: string,
  asked: { readonly version: number; readonly reason: string; readonly referring?: number },
): Promise<Written> {
  const known = asked.referring === undefined ? {} : { referring: asked.referring };
  const body = async (tx: WriteTx): Promise<Written> => {
    const before = await current(tx, register, record, asked.version);
    await mustWrite(tx, register, [before]);
    const { count, list } = await referringTo(
      tx,
      desk.registry.catalogue,
      register,
      sql`select ${record}::uuid as record`,
    );
    if (count > 0 && count !== asked.referring) throw new AppError('record.referred', { count, list });
    await retire(tx, register, before, 'voided', asked.reason);
    await mustHold(tx, desk, register);
    return { record, version: before.version };
  };
  return change(desk, session, register, voiding, body, known);
}

/** The state of a matter is where its steps led; whoever could write it into a form would skip them. */
function mustStay(register: Register, before: StoredRow, stored: Readonly<Record<string, unknown>>): void {
  if (register.state && stored[snake(register.state)] !== before[snake(register.state)])
    throw new AppError('matter.byHand', { column: register.columns[register.state]!.words });
}

async function change(
  desk: RecordDesk,
  session: Session,
  register: Register,
  act: Act,
  body: (tx: WriteTx) => Promise<Written>,
  told: { readonly referring?: number } = {},
): Promise<Written> {
  mustReach(session, register, 'write');
  if (!handsIn(session, register)) throw new AppError('access.denied', { permission: register.words });
  try {
    return await perform(desk.pools, session, act, async (tx): Promise<Done<Written>> => {
      const result = await body(tx);
      return { result, subject: result.record, detail: { register: register.name, version: result.version, ...told } };
    });
  } catch (error) {
    throw sameKey(register, error);
  }
}

async function retire(
  tx: WriteTx,
  register: Register,
  { record, version }: StoredRow,
  as: 'superseded' | 'voided',
  reason: string,
): Promise<void> {
  if ((await retireVersions(tx, register, [{ record, version }], as, reason)) !== 1)
    throw new AppError('record.changed');
}

async function write(
  tx: WriteTx,
  desk: RecordDesk,
  register: Register,
  { record, version, stored }: Written & { readonly stored: Readonly<Record<string, unknown>> },
): Promise<Written> {
  await writeVersions(tx, register, [{ record, version, stored }]);
  await mustHold(tx, desk, register);
  return { record, version };
}

/** @throws AppError `record.values` where the act broke a rule over many records */
async function mustHold(tx: WriteTx, desk: RecordDesk, register: Register): Promise<void> {
  const breaches = await checkSets(tx, desk.registry.catalogue, register);
  if (breaches.length > 0) throw wrongValues(register, breaches);
}

/** The database says it last and for certain: two people may add the same key at the same moment. */
function sameKey(register: Register, error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505') return error;
  if (constraint !== `${tableOf(register).table}_key`) return new AppError('record.changed', {}, { cause: error });
  const named = (language: 'zh' | 'en'): string =>
    register.key.map((key) => register.columns[key]!.words[language]).join('、');
  return new AppError('record.duplicate', { columns: { zh: named('zh'), en: named('en') } }, { cause: error });
}
