import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, columnIndex, columnLetter, DateCell, ErrorCell, FormulaCell } from './cells.ts';
import { cellsOf, newPath, problemsOf, readAll, refusal, sheetXml, workbookOf } from './fixtures.ts';
import { openSheets } from './open.ts';
import { formatKind } from './xlsx/styles.ts';
import { mainNamespace, workbook, xmlHead } from './xlsx/template.ts';
import { sheetName, writeXlsx } from './xlsx/write.ts';

const styled = (...codes: string[]): Record<string, string> => ({
  'xl/styles.xml': `${xmlHead}<styleSheet xmlns="${mainNamespace}"><numFmts>${codes
    .map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes
    .map((_, at) => `<xf numFmtId="${170 + at}"/>`)
    .join('')}<xf numFmtId="31"/></cellXfs></styleSheet>`,
});

describe('reading', () => {
  test('each type of cell', async () => {
    const strings = `<sst><si><t>共享</t></si><si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r><rPh sb="0" eb="1"><t>cu</t></rPh></si></sst>`;
    const relation = '<Relationship Id="s" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const { workbookRelations } = await import('./xlsx/template.ts');
    const path = await workbookOf(
      sheetXml(
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3"><v>1.5</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#REF!</v></c>' +
          '<c r="G3" t="str"><f>A1&amp;B1</f><v>x_x000D_y</v></c><c r="H3" t="inlineStr"><is><t>行&lt;内</t><rPh><t>hang</t></rPh></is></c><c r="I3" t="d"><v>2021-03-01T12:00:00</v></c><c r="J3"><f>1+1</f></c></row>',
      ),
      {
        'xl/sharedStrings.xml': strings,
        'xl/_rels/workbook.xml.rels': workbookRelations(1).replace('</Relationships>', relation),
      },
    );
    const [sheet] = await readAll(path);
    expect(sheet?.rows.map((row) => row.number)).toEqual([3]);
    expect(sheet?.rows[0]?.cells).toEqual([
      '共享',
      '粗 细',
      null,
      1.5,
      true,
      new ErrorCell('#REF!'),
      new FormulaCell('A1&B1', 'x\ry'),
      '行<内',
      new DateCell(44256.5),
      new FormulaCell('1+1', null),
    ]);
    expect(await refusal(path, { strings: 3 })).toBe('sheet.tooMuchText');
  });

  test('rows and cells without addresses, under any namespace prefix', async () => {
    const path = await workbookOf(
      `<x:worksheet xmlns:x="${mainNamespace}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    expect(await cellsOf(path)).toEqual([[1, 2], [3]]);
  });

  test.each([
    '<row r="0"><c><v>1</v></c></row>',
    '<row r="1048577"><c><v>1</v></c></row>',
    '<row r="x"><c><v>1</v></c></row>',
    '<row><c r="1"><v>1</v></c></row>',
    '<row><c t="s"><v>7</v></c></row>',
  ])('an address or a string that cannot be is damage, not an empty cell: %s', async (row) => {
    expect(await refusal(await workbookOf(sheetXml(row)))).toBe('sheet.damaged');
  });

  test('dates by number format, in both date systems', async () => {
    const rows = sheetXml(
      '<row><c s="1"><v>44256</v></c><c s="2"><v>44256</v></c><c s="3"><v>44256</v></c><c s="4"><v>7</v></c></row>',
    );
    const formats = styled('yyyy"年"m"月"d"日"', '0.00"d"', '[$-804]aaaa', '0000');
    // Style 3 names a weekday with a letter that is no part of a date.
    expect(await cellsOf(await workbookOf(rows, formats))).toEqual([[new DateCell(44256), 44256, 44256, '0007']]);
    const from1904 = workbook(['名单']).replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const path = await workbookOf(sheetXml('<row><c s="1"><v>42794</v></c></row>'), {
      ...formats,
      'xl/workbook.xml': from1904,
    });
    expect(await cellsOf(path)).toEqual([[new DateCell(44256)]]);
  });

  test.each([
    ['yyyy\\-mm\\-dd', -1],
    ['[h]:mm', -1],
    ['General', 0],
    ['#,##0.00_);[Red](#,##0.00)', 0],
    ['"共"0"天"', 0],
    ['0.00E+00', 0],
    ['[DBNum1][$-804]yyyy"年"', -1],
    ['000000', 6],
  ])('format %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  test('hidden sheets and rows are read and flagged', async () => {
    const hidden = workbook(['名单']).replace('sheetId', 'state="veryHidden" sheetId');
    const path = await workbookOf(sheetXml('<row hidden="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>'), {
      'xl/workbook.xml': hidden,
    });
    const [sheet] = await readAll(path);
    expect(sheet?.state).toBe('veryHidden');
    expect(sheet?.rows.map((row) => row.hidden)).toEqual([true, false]);
  });

  test('merged areas, also where the list of them is cut by a chunk', async () => {
    for (const padding of [0, 65_000, 65_520, 65_536]) {
      const filler = `<row r="2"><c r="A2" t="str"><v>${'名'.repeat(padding / 3)}</v></c></row>`;
      const path = await workbookOf(
        sheetXml(
          `<row r="1"><c r="A1" t="str"><v>标题</v></c></row>${filler}`,
          '<mergeCells count="2"><mergeCell ref="A1:H1"/><mergeCell ref="B2:B3"/></mergeCells>',
        ),
      );
      await using file = await openSheets(path);
      for await (const sheet of file.sheets()) {
        expect(await sheet.merges()).toEqual([
          { row: 1, column: 0, lastRow: 1, lastColumn: 7 },
          { row: 2, column: 1, lastRow: 3, lastColumn: 1 },
        ]);
      }
    }
  });

  test('16,384 phantom columns and 200,000 empty styled rows leave nothing behind', async () => {
    const wide = Array.from({ length: 16_384 }, (_, at) => `<c r="${columnLetter(at)}1" s="1"/>`).join('');
    function* rows() {
      yield `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>${wide}</row>`;
      for (let at = 2; at < 200_000; at += 1000) {
        yield Array.from(
          { length: Math.min(1000, 200_000 - at) },
          (_, row) =>
            `<row r="${at + row}" s="1" customFormat="1"><c r="A${at + row}" s="1"/><c r="B${at + row}" s="1"/></row>`,
        ).join('');
      }
      yield '<row r="200000"><c r="B200000"><v>2</v></c></row></sheetData></worksheet>';
    }
    const [sheet] = await readAll(await workbookOf(rows()));
    expect(sheet?.rows.map((row) => [row.number, row.cells])).toEqual([
      [1, [1]],
      [200_000, [null, 2]],
    ]);
  });

  test('content too far right, cells too long and numbers too long are reported with their address', async () => {
    const path = await workbookOf(
      sheetXml(
        `<row r="2"><c r="A2" t="str"><v>${'长'.repeat(40_000)}</v></c><c r="B2"><v>370123198001011000</v></c><c r="XFC2"><v>1</v></c><c r="XFD2"><v>1</v></c></row>`,
      ),
    );
    expect((await problemsOf(path)).map(({ code, row, column }) => [code, row, column])).toEqual([
      ['sheet.cellTooLong', 2, 0],
      ['sheet.numberTooLong', 2, 1],
      ['sheet.tooManyColumns', 2, columnIndex('XFC')],
    ]);
    expect((await cellsOf(path))[0]?.[0]).toHaveLength(32_767);
    expect((await cellsOf(path, { cell: 50_000 }))[0]?.[0]).toHaveLength(40_000);
  });
});

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '@x',
    '\t',
    'a\r\nb',
    ' 两边 ',
    '370123198001011234',
    '_x0041_',
    '𠮷',
    '\u0000',
    '\ud800',
    '<&">',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }).map((value) => value || 0),
  fc.boolean(),
  fc.integer({ min: 61, max: 60_000 }).map((serial) => new DateCell(serial)),
  fc.constant(null),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 });

const trimmed = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1)).filter((row) => row.length > 0);

describe('writing', () => {
  test('what is written is read again, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const path = newPath();
        await writeXlsx(path, [{ name: '表', rows: [rows] }]);
        expect(await cellsOf(path)).toEqual(trimmed(rows));
      }),
      { numRuns: 60 },
    );
  });

  test('another program reads the same: title, header, dates, long numbers, formulas as text', async () => {
    const path = newPath();
    await writeXlsx(path, [
      {
        name: '花名册',
        title: '标题',
        header: [['姓名', '日期', '证件', '备注']],
        widths: [10, 12, 22, 30],
        rows: [[['张三', new DateCell(44256), 370123198001011260, '=1+1']]],
      },
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.getWorksheet('花名册')!;
    expect(sheet.getCell('A1').value).toBe('标题');
    expect(sheet.getCell('D1').isMerged).toBe(true);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(sheet.getCell('B3').value).toEqual(new Date('2021-03-01T00:00:00Z'));
    expect(sheet.getCell('C3').value).toBe('370123198001011260');
    expect(sheet.getCell('D3').value).toBe('=1+1');
    expect(sheet.getColumn(3).width).toBe(22);
  });

  test('we read what another program writes', async () => {
    const path = newPath();
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('甲');
    sheet.addRow(['姓名', new Date('2021-03-01T00:00:00Z'), 1.5, true, { formula: 'C1*2', result: 3 }]);
    sheet.addRow([{ richText: [{ text: '张' }, { text: '三', font: { bold: true } }] }]);
    await book.xlsx.writeFile(path);
    expect(await cellsOf(path)).toEqual([
      ['姓名', new DateCell(44256), 1.5, true, new FormulaCell('C1*2', 3)],
      ['张三'],
    ]);
  });

  test('rows beyond one sheet go on under the same header', async () => {
    function* rows() {
      for (let at = 0; at < 1049; at++) yield Array.from({ length: 1000 }, (_, row) => [at * 1000 + row]);
    }
    const path = newPath();
    await writeXlsx(path, [{ name: '长', header: [['序号']], rows: rows() }]);
    await using file = await openSheets(path);
    const found: [string, number, Cell | undefined][] = [];
    for await (const sheet of file.sheets()) {
      let count = 0;
      let last: Cell | undefined;
      for await (const batch of sheet.rows()) {
        count += batch.length;
        last = batch.at(-1)?.cells[0];
      }
      found.push([sheet.name, count, last]);
    }
    expect(found).toEqual([
      ['长', 1_048_576, 1_048_574],
      ['长 (2)', 426, 1_048_999],
    ]);
  });

  test('a failing source leaves no file, a receiver that goes away ends the writing', async () => {
    const path = newPath();
    async function* broken() {
      yield [['1']];
      throw new Error('source');
    }
    await expect(writeXlsx(path, [{ name: 'a', rows: broken() }])).rejects.toThrow('source');
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readFile(`${path}.part`)).rejects.toMatchObject({ code: 'ENOENT' });
    const gone = new PassThrough();
    gone.destroy();
    await expect(writeXlsx(gone, [{ name: 'a', rows: [[['1']]] }])).rejects.toThrow();
  });

  test('sheet names are what Excel takes', () => {
    expect(sheetName('a/b:c?', [])).toBe('a b c');
    expect(sheetName("''", [])).toBe('Sheet');
    expect(sheetName('名'.repeat(40), ['名'.repeat(31)])).toBe(`${'名'.repeat(27)} (2)`);
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  test.skipIf(!office)(`LibreOffice opens it${office ? '' : ' (skipped: soffice is not installed)'}`, async () => {
    const path = newPath();
    await writeXlsx(path, [
      {
        name: '甲',
        title: '标题',
        header: [['姓名', '日期']],
        rows: [
          [
            ['=张三', new DateCell(44256)],
            ['a\nb', 12.5],
          ],
        ],
      },
    ]);
    const folder = dirname(path);
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      folder,
      path,
    ]);
    expect(await readFile(path.replace('.xlsx', '.csv'), 'utf8')).toBe(
      '标题,\n姓名,日期\n=张三,2021-03-01\n"a\nb",12.5\n',
    );
  });
});
