import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { cellsOf, fileOf, newPath, readAll, sheetXml, workbookOf, zipOf } from './fixtures.ts';
import { defaultLimits } from './limits.ts';
import { isFaultList, isFaultNote, markFaults } from './mark.ts';
import { Zip } from './zip.ts';

const red = 'FFFFC7CE';
const fault = (sheet: string, row: number, column: string | null, message: string) => ({ sheet, row, column, message });

/** A workbook as a unit hands it in, with what must survive: formats, formulas, comments, widths, a picture, validation. */
async function handedIn(): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('花名册');
  sheet.mergeCells('A1:C1');
  sheet.getCell('A1').value = '花名册 𠮷\r\n第二行';
  sheet.addRow(['姓名', '日期', '次数']);
  sheet.addRow(['张三', new Date('2021-03-01T00:00:00Z'), { formula: '1+1', result: 2 }]);
  sheet.addRow(['李四', new Date('2021-03-02T00:00:00Z'), 3]);
  sheet.getCell('B3').numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getCell('B3').font = { bold: true };
  sheet.getCell('A4').note = '核对过';
  sheet.getColumn(2).width = 33;
  sheet.getCell('C4').dataValidation = { type: 'whole', operator: 'greaterThan', formulae: [0] };
  const other = book.addWorksheet('别的');
  other.addRow(['不动']);
  const path = newPath();
  await book.xlsx.writeFile(path);
  return path;
}

async function opened(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

const fillOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;

test('faulty cells turn red with their messages beside them, and everything else survives', async () => {
  const original = await handedIn();
  const path = newPath();
  const faults = [
    fault('花名册', 3, 'B', '没有这一天。'),
    fault('花名册', 3, 'C', '不是整数。'),
    fault('花名册', 4, null, '重复 <&>'),
    fault('花名册', 7, 'A', '姓名是空的。'),
  ];
  await markFaults(original, faults, path, { language: 'zh' });
  const book = await opened(path);
  const sheet = book.getWorksheet('花名册')!;
  expect([fillOf(sheet.getCell('B3')), fillOf(sheet.getCell('C3')), fillOf(sheet.getCell('A7'))]).toEqual([
    red,
    red,
    red,
  ]);
  expect([fillOf(sheet.getCell('A3')), fillOf(sheet.getCell('B4'))]).toEqual([undefined, undefined]);
  expect(sheet.getCell('B3').numFmt).toBe('yyyy"年"m"月"d"日"');
  expect(sheet.getCell('B3').font.bold).toBe(true);
  expect(sheet.getCell('B3').value).toEqual(new Date('2021-03-01T00:00:00Z'));
  expect(sheet.getCell('C3').value).toMatchObject({ formula: '1+1', result: 2 });
  expect(sheet.getCell('D3').value).toBe('⚠ B3: 没有这一天。\nC3: 不是整数。');
  expect(sheet.getCell('D4').value).toBe('⚠ 重复 <&>');
  expect(sheet.getCell('D7').value).toBe('⚠ A7: 姓名是空的。');
  expect(sheet.getCell('A4').note).toBeTruthy();
  expect(sheet.getColumn(2).width).toBe(33);
  expect(sheet.getCell('C4').dataValidation.type).toBe('whole');
  expect(sheet.getCell('A1').isMerged).toBe(true);
  const list = book.getWorksheet('问题清单')!;
  expect([list.rowCount, list.getCell('C2').value, list.getCell('D4').value]).toEqual([5, 'B3', '重复 <&>']);
});

test('parts that bear no fault are the same bytes', async () => {
  const original = await handedIn();
  const path = newPath();
  await markFaults(original, [fault('花名册', 3, 'B', 'x')], path, { language: 'en' });
  const before = await Zip.open(original, defaultLimits);
  const after = await Zip.open(path, defaultLimits);
  const changed = [...before.entries.values()]
    .filter((entry) => after.entries.get(entry.fileName.toLowerCase())?.crc32 !== entry.crc32)
    .map((entry) => entry.fileName)
    .sort();
  before.close();
  after.close();
  expect(changed).toEqual([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
});

test('our reader finds the content where it was, the notes and the list, and knows them for what they are', async () => {
  const original = await handedIn();
  const path = newPath();
  await markFaults(original, [fault('花名册', 4, 'A', '没有此人。'), fault('没有的表', 1, null, '缺表')], path, {
    language: 'en',
  });
  const before = await readAll(original);
  const after = await readAll(path);
  expect(after.map((sheet) => [sheet.name, isFaultList(sheet.name)])).toEqual([
    ['花名册', false],
    ['别的', false],
    ['Faults', true],
  ]);
  const cells = (sheets: typeof after) => sheets[0]?.rows.map((row) => row.cells.slice(0, 3));
  expect(cells(after)).toEqual(cells(before));
  expect(after[0]?.rows.map((row) => row.cells[3]).filter((cell) => cell != null && isFaultNote(String(cell)))).toEqual(
    ['⚠ A4: 没有此人。'],
  );
});

test('rows without cells, without addresses or not there at all can be marked', async () => {
  for (const rows of [
    '<row r="2"/><row r="5" spans="1:2"><c r="A5"><v>1</v></c><c s="1"><v>2</v></c><extLst/></row>',
    '',
  ]) {
    const sheet = rows === '' ? sheetXml('').replace('<sheetData></sheetData>', '<sheetData/>') : sheetXml(rows);
    const path = newPath();
    const faults = [1, 2, 5, 9].map((row) => fault('名单', row, 'B', '错'));
    await markFaults(await workbookOf(sheet), faults, path, { language: 'zh' });
    const [marked] = await readAll(path);
    expect(marked?.rows.map((row) => [row.number, row.cells.at(-1)])).toEqual(
      [1, 2, 5, 9].map((row) => [row, `⚠ B${row}: 错`]),
    );
    expect(fillOf((await opened(path)).getWorksheet('名单')!.getCell('B5'))).toBe(red);
  }
});

test('a sheet larger than many chunks comes out whole', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="str"><v>名&amp;${at}𠮷</v></c></row>`,
  );
  const original = await workbookOf(sheetXml(rows.join('\r\n')));
  const path = newPath();
  const faults = Array.from({ length: 2000 }, (_, at) => fault('名单', at * 10 + 1, 'A', String(at)));
  await markFaults(original, faults, path, { language: 'zh' });
  const [sheet] = await readAll(path);
  expect(sheet?.rows.map((row) => row.cells[0])).toEqual((await cellsOf(original)).map((cells) => cells[0]));
  expect(sheet?.rows.filter((row) => row.cells.length === 2).map((row) => row.cells[1])).toEqual(
    faults.map(({ row }, at) => `⚠ A${row}: ${at}`),
  );
});

test('from a csv file a workbook is made, each row where it was', async () => {
  const original = await fileOf('姓名,日期\n\n张三,2021-02-30\n=1+1,x\n');
  const path = newPath();
  await markFaults(original, [fault('名单', 3, 'B', '没有这一天。')], path, { language: 'zh', name: '名单.csv' });
  const sheet = (await opened(path)).getWorksheet('名单')!;
  expect(sheet.getCell('B3').value).toBe('2021-02-30');
  expect(fillOf(sheet.getCell('B3'))).toBe(red);
  expect(sheet.getCell('C3').value).toBe('⚠ B3: 没有这一天。');
  expect(sheet.getCell('A4').value).toBe('=1+1');
});

const office = spawnSync('soffice', ['--version']).status === 0;
test.skipIf(!office)(`LibreOffice opens it${office ? '' : ' (skipped: soffice is not installed)'}`, async () => {
  const path = newPath();
  await markFaults(await handedIn(), [fault('花名册', 3, 'B', '没有这一天。')], path, { language: 'zh' });
  const folder = dirname(path);
  execFileSync('soffice', [
    `-env:UserInstallation=file://${folder}/office-mark`,
    '--headless',
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76',
    '--outdir',
    folder,
    path,
  ]);
  const text = await readFile(path.replace('.xlsx', '.csv'), 'utf8');
  expect(text).toContain('张三,2021年3月1日,2,⚠ B3: 没有这一天。');
});

test('a file that is no table is refused before anything is written', async () => {
  const path = newPath();
  await expect(markFaults(await zipOf({ 'a.txt': 'x' }), [], path, { language: 'zh' })).rejects.toMatchObject({
    code: 'sheet.otherKind',
  });
  await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
});
