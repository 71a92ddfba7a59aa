import { hotlineMonths } from '../demo/hotline.ts';
import { csvRow, layOut, plainStyle } from '../demo/layout.ts';
import { appealMonth, appealTables } from '../demo/rooms/appeals.ts';
import { unitTable } from '../demo/rooms/organisation.ts';
import type { Table, Values } from '../demo/rows.ts';
import { defaultSeed } from '../demo/story.ts';
import { writeCsv } from '../src/platform/sheets/csv/write.ts';
import { writeXlsx } from '../src/platform/sheets/xlsx/write.ts';

/** The first appeals of the full demo hotline, one month after the other. */
function* firstAppeals(number: number): Generator<Values> {
  let left = number;
  for (const month of hotlineMonths) {
    for (const row of appealMonth(defaultSeed, month, true).rows()) {
      if (left === 0) return;
      left -= 1;
      yield row;
    }
  }
}

const appealTable = (number: number): Table => ({
  ...appealMonth(defaultSeed, hotlineMonths[0]!, true),
  rows: () => firstAppeals(number),
});

/** Appeals as the hotline's own program exports them. */
export async function writeAppealsCsv(path: string, number: number): Promise<void> {
  const table = appealTable(number);
  await writeCsv(path, csvBatches(table));
}

function* csvBatches(table: Table): Generator<ReturnType<typeof csvRow>[]> {
  let batch = [table.columns.map((key) => table.register.columns[key]!.words.zh) as ReturnType<typeof csvRow>];
  for (const row of table.rows()) {
    batch.push(csvRow(table, row));
    if (batch.length < 1000) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** The same appeals as a workbook of one sheet. */
export const writeAppealsXlsx = (path: string, number: number): Promise<void> =>
  writeWorkbook(path, [appealTable(number)]);

/** What appeals name: the units, the categories and the channels. */
export const writeNamed = (path: string): Promise<void> => writeWorkbook(path, [unitTable(), ...appealTables()]);

const writeWorkbook = (path: string, tables: readonly Table[]): Promise<void> =>
  writeXlsx(
    path,
    tables.map((table) =>
      layOut(table, {
        style: plainStyle,
        title: table.register.words.zh,
        tab: table.register.words.zh,
        reporter: '测算',
        reportedOn: '2021-06-30',
      }),
    ),
  );
