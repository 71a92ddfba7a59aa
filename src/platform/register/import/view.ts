import { PassThrough, type Readable } from 'node:stream';
import type { z } from 'zod';
import type { Session } from '../../database/session.ts';
import { type Tx, transact } from '../../database/transact.ts';
import { AppError, type ErrorCode, errors } from '../../errors.ts';
import { columnLetter } from '../../sheets/cells.ts';
import { type MarkedFault, markFaults } from '../../sheets/mark.ts';
import { fillIn, type Language } from '../../words.ts';
import { explain, type FaultCode } from '../faults.ts';
import { lookInto, opensContent, takesBack } from './content.ts';
import type { faultList, ImportView, importList } from './contract.ts';
import type { ImportDesk } from './service.ts';
import { type ImportRow, readFindings, readImport, recentImports, type StoredFinding } from './store.ts';

/** What showing imports needs beside the desk. */
export interface Reader {
  readonly language: Language;
  /** What accounts are called; one that is not known is left out. */
  nameOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Imports as the wire shows them to the session. */
export async function showImports(
  { registry }: Pick<ImportDesk, 'registry'>,
  session: Session,
  rows: readonly ImportRow[],
  reader: Reader,
): Promise<ImportView[]> {
  const accounts = rows.map(({ account }) => account).filter((account) => account !== null);
  const names = accounts.length === 0 ? new Map<string, string>() : await reader.nameOf([...new Set(accounts)]);
  return rows.map((row) => ({
    id: row.id,
    file: row.file_name,
    size: Number(row.size),
    sha256: row.sha256,
    state: row.state,
    by: row.account && (names.get(row.account) ?? row.account),
    at: row.created_at.toISOString(),
    progress: Number(row.progress),
    counts: row.counts,
    refusal: row.refusal && fillIn(errors[row.refusal.code as ErrorCode].text, reader.language, row.refusal.params),
    sheets: row.plan.map((sheet) => ({
      sheet: sheet.sheet,
      register: sheet.register,
      headerRow: sheet.headerRow,
      columns: sheet.columns.map(({ index, header, key, by }) => ({ letter: columnLetter(index), header, key, by })),
      missing: [...sheet.missing],
    })),
    faults: Number(row.faults),
    opens: opensContent(registry.catalogue, session, row),
    takesBack: row.state === 'registered' && takesBack(registry.catalogue, session, row),
  }));
}

/** One import. Throws AppError `record.missing` when there is none, or it is somebody else's. */
export async function viewImport(desk: ImportDesk, session: Session, id: string, reader: Reader): Promise<ImportView> {
  const row = await transact(desk.pools, session, 'read', (tx) => readImport(tx, id));
  return (await showImports(desk, session, [row], reader))[0]!;
}

/** The imports the session may see, newest first. */
export async function listImports(
  desk: ImportDesk,
  session: Session,
  page: { readonly cursor?: string; readonly limit: number },
  reader: Reader,
): Promise<z.infer<typeof importList>> {
  const before = page.cursor === undefined ? undefined : new Date(page.cursor);
  if (before && Number.isNaN(before.getTime())) throw new AppError('request.invalid', { detail: 'cursor' });
  const rows = await transact(desk.pools, session, 'read', (tx) => recentImports(tx, before, page.limit + 1));
  const shown = rows.slice(0, page.limit);
  const next = rows.length > page.limit ? shown.at(-1)!.created_at.toISOString() : null;
  return { imports: await showImports(desk, session, shown, reader), next };
}

const told = ({ code, params }: StoredFinding, language: Language): string =>
  explain({ code: code as FaultCode, params }, language);

/** What was found in a file, cell by cell, in the reader's words. @throws AppError `record.missing`, `import.closed` */
export function listFaults(
  desk: ImportDesk,
  session: Session,
  id: string,
  page: { readonly cursor?: string; readonly limit: number; readonly language: Language },
): Promise<z.infer<typeof faultList>> {
  const after = page.cursor === undefined ? -1 : Number(page.cursor);
  if (!Number.isSafeInteger(after)) throw new AppError('request.invalid', { detail: 'cursor' });
  return lookInto(desk, session, id, async (tx, row) => {
    const rows = await readFindings(tx, row, after, page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const faults = shown.map((one) => ({
      sheet: one.sheet,
      row: one.row,
      column: one.letter,
      header: one.header,
      value: one.value,
      code: one.code,
      message: told(one, page.language),
    }));
    return { faults, next: rows.length > page.limit ? String(shown.at(-1)!.number) : null };
  });
}

const READ_AT_ONCE = 2_000;

async function allFaults(tx: Tx, row: ImportRow, language: Language): Promise<MarkedFault[]> {
  const faults: MarkedFault[] = [];
  for (let after = -1; ; ) {
    const rows = await readFindings(tx, row, after, READ_AT_ONCE);
    for (const one of rows) {
      // A note tells what was rightly left out: nothing to be corrected.
      if (one.severity === 'fault') {
        faults.push({ sheet: one.sheet, row: one.row, column: one.letter, message: told(one, language) });
      }
    }
    if (rows.length < READ_AT_ONCE) return faults;
    after = rows.at(-1)!.number;
  }
}

/** The file as it was handed in, with its faults in red: to be corrected and handed in again. @throws AppError as `listFaults` */
export async function markedWorkbook(
  desk: ImportDesk,
  session: Session,
  id: string,
  language: Language,
): Promise<{ readonly name: string; readonly body: Readable }> {
  const { row, faults } = await lookInto(
    desk,
    session,
    id,
    async (tx, found) => ({ row: found, faults: await allFaults(tx, found, language) }),
    { taken: true },
  );
  const body = new PassThrough();
  markFaults(desk.pathOf(row.sha256), faults, body, { language, name: row.file_name }).catch((error: Error) =>
    body.destroy(error),
  );
  return {
    name: row.file_name.replace(/\.[^.]*$/, '') + (language === 'zh' ? '（标注）.xlsx' : ' (marked).xlsx'),
    body,
  };
}
