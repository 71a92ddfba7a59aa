import type { Session } from '../../database/session.ts';
import { type Tx, transact } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import { perform } from '../../ledger/perform.ts';
import type { Catalogue } from '../catalogue.ts';
import { opensAll } from '../closed.ts';
import type { Register } from '../declare.ts';
import { exporting, reading } from '../records/acts.ts';
import type { RecordDesk } from '../records/desk.ts';
import { handsIn, SYSTEM } from '../scope.ts';
import { type ImportRow, readImport } from './store.ts';

/** The registers a workbook is for, as far as they were recognised. */
const registersOf = (catalogue: Catalogue, { plan }: Pick<ImportRow, 'plan'>): Register[] =>
  [...new Set(plan.map(({ register }) => register))].filter((name) => name !== null).map((name) => catalogue.get(name));

/**
 * Whether the session may look into a workbook. Whoever handed it in has it; anybody else only where each register it is for opens to
 * that office as a whole. A workbook names people past every list of whom a protected store must not open to, so none of such a
 * store is opened by others, and neither is one with a sheet that was not recognised: nobody can say whom it names.
 */
export function opensContent(
  catalogue: Catalogue,
  session: Session,
  row: Pick<ImportRow, 'plan' | 'account'>,
): boolean {
  if (session.roles.includes(SYSTEM) || (row.account !== null && row.account === session.account)) return true;
  return (
    row.plan.length > 0 &&
    row.plan.every(({ register }) => register !== null && opensAll(session, catalogue.get(register)))
  );
}

/** Whether the session may take back what a workbook brought: it hands in workbooks of each register the workbook is for. */
export const takesBack = (catalogue: Catalogue, session: Session, row: Pick<ImportRow, 'plan'>): boolean =>
  registersOf(catalogue, row).every((register) => handsIn(session, register));

/** @throws AppError `import.closed` where the session may know of the import, but not look into it */
export function mustOpenContent(catalogue: Catalogue, session: Session, row: ImportRow): void {
  if (!opensContent(catalogue, session, row)) throw new AppError('import.closed');
}

/**
 * Looks into a workbook: at its cells, or at what it changed. Where it is for a confidential register that is an act, as opening a record is.
 * @param taken the workbook itself is taken along
 * @throws AppError `record.missing`, `import.closed`
 */
export async function lookInto<T>(
  { pools, registry }: Pick<RecordDesk, 'pools' | 'registry'>,
  session: Session,
  id: string,
  look: (tx: Tx, row: ImportRow) => Promise<T>,
  { taken = false }: { readonly taken?: boolean } = {},
): Promise<T> {
  const row = await transact(pools, session, 'read', (tx) => readImport(tx, id));
  mustOpenContent(registry.catalogue, session, row);
  const closed = registersOf(registry.catalogue, row).filter(({ policy }) => policy.confidential);
  if (closed.length === 0) return transact(pools, session, 'read', (tx) => look(tx, row));
  return perform(pools, session, taken ? exporting : reading, async (tx) => ({
    result: await look(tx, row),
    subject: id,
    detail: { import: true, registers: closed.map(({ name }) => name) },
  }));
}
