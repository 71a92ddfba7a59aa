import type { z } from 'zod';
import type { Session } from '../../database/session.ts';
import { transact } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import { columnIndex } from '../../sheets/cells.ts';
import { openSheets } from '../../sheets/open.ts';
import type { Register } from '../declare.ts';
import { mustOpenContent } from './content.ts';
import type { planChange } from './contract.ts';
import { type MappedColumn, recognise, requiredColumns, type SheetPlan } from './recognise.ts';
import { headOf } from './run.ts';
import { changePlan, type ImportDesk } from './service.ts';
import { type ImportRow, readImport, readMemory } from './store.ts';

type SheetChange = z.infer<typeof planChange>['sheets'][number];

/**
 * Takes a person's corrections of what was recognised: the register of a sheet and what its columns stand for. Sheets that
 * are not named stay as they were recognised.
 * @throws AppError `request.invalid` for a sheet, register or column that does not exist, or one column given twice, `import.closed`: whoever
 *   may not look into a workbook cannot say that it is for a register that opens
 */
export async function correctPlan(
  desk: ImportDesk,
  session: Session,
  id: string,
  changes: readonly SheetChange[],
): Promise<ImportRow> {
  const { row, memory } = await transact(desk.pools, session, 'read', async (tx) => ({
    row: await readImport(tx, id),
    memory: await readMemory(tx, session.unit),
  }));
  mustOpenContent(desk.registry.catalogue, session, row);
  const unknown = changes.find(({ sheet }) => !row.plan.some((one) => one.sheet === sheet));
  if (unknown) throw new AppError('request.invalid', { detail: unknown.sheet });
  const plan: SheetPlan[] = [];
  for (const before of row.plan) {
    const change = changes.find(({ sheet }) => sheet === before.sheet);
    if (!change) plan.push(before);
    else if (change.register === null) plan.push({ ...before, register: null, decided: true });
    else {
      const register = desk.registry.catalogue.find(change.register);
      if (!register) throw new AppError('request.invalid', { detail: change.register });
      const same = before.register === register.name && before.headerRow !== null;
      const found = same ? before : await recogniseAs(desk, row, before.sheet, register, memory);
      plan.push(corrected(register, found, change.columns));
    }
  }
  return changePlan(desk, session, id, plan);
}

/** A sheet looked at anew, now that a person said what it is. */
async function recogniseAs(
  desk: ImportDesk,
  row: ImportRow,
  name: string,
  register: Register,
  memory: Parameters<typeof recognise>[3],
): Promise<SheetPlan> {
  const sheets = await openSheets(desk.pathOf(row.sha256), { name: row.file_name });
  try {
    for await (const sheet of sheets.sheets()) {
      if (sheet.name === name)
        return recognise(desk.registry.catalogue, name, await headOf(sheet), memory, register.name);
    }
  } finally {
    sheets.close();
  }
  throw new AppError('request.invalid', { detail: name });
}

function corrected(register: Register, before: SheetPlan, given: Readonly<Record<string, string | null>>): SheetPlan {
  const keys = new Map<number, string | null>();
  for (const [letter, key] of Object.entries(given)) {
    const index = columnIndex(letter);
    const known = before.columns.some((column) => column.index === index) && (key === null || register.columns[key]);
    if (!known) throw new AppError('request.invalid', { detail: `${before.sheet} ${letter}: ${key}` });
    keys.set(index, key);
  }
  const columns = before.columns.map((column): MappedColumn => {
    const key = keys.get(column.index);
    return key === undefined || key === column.key ? column : { ...column, key, by: 'person' };
  });
  const taken = columns.map(({ key }) => key).filter((key) => key !== null);
  const twice = taken.find((key, at) => taken.indexOf(key) !== at);
  if (twice) throw new AppError('request.invalid', { detail: `${before.sheet}: ${register.columns[twice]!.words.zh}` });
  return {
    ...before,
    columns,
    missing: requiredColumns(register).filter((key) => !taken.includes(key)),
    decided: true,
  };
}
