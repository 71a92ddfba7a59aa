import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from './cells.ts';
import { DateCell } from './cells.ts';
import { guard, unguard } from './csv/guard.ts';
import { findDialect } from './csv/read.ts';
import { Splitter } from './csv/split.ts';
import { writeCsv } from './csv/write.ts';
import { cellsOf, fileOf, newPath, problemsOf, readAll, refusal } from './fixtures.ts';
import { defaultLimits } from './limits.ts';
import { openSheets } from './open.ts';

/** GB18030 bytes of a text, found by asking the decoder: Node has no encoder for it. */
const gbTable = new Map<string, Buffer>();
const gbDecoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const bytes = Buffer.from([lead, trail]);
    const text = gbDecoder.decode(bytes);
    if (text.length === 1 && text !== '\ufffd') gbTable.set(text, bytes);
  }
}
const gb = (text: string): Buffer =>
  Buffer.concat([...text].map((sign) => gbTable.get(sign) ?? Buffer.from(sign, 'latin1')));

const table = '姓名,单位\r\n张三,长沙市公安局\r\n';
const read = [
  ['姓名', '单位'],
  ['张三', '长沙市公安局'],
];

describe('encodings', () => {
  test.each([
    ['utf-8', Buffer.from(table)],
    ['utf-8', Buffer.from(`\ufeff${table}`)],
    ['utf-16le', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(`id,name,unit\n${'1,abc,def\n'.repeat(10)}`, 'utf16le')],
    ['gb18030', gb(table)],
    ['gb18030', Buffer.concat([gb('名\n'), Buffer.from('8130813095308230', 'hex')])],
  ])('%s', async (encoding, bytes) => {
    const path = await fileOf(bytes);
    await using file = await openSheets(path);
    expect([file.encoding, file.notes]).toEqual([encoding, []]);
    const cells = await cellsOf(path);
    if (bytes.length < 80 && cells.length === 2 && cells[0]?.length === 2) expect(cells).toEqual(read);
    expect(cells.flat().join('')).not.toContain('\ufffd');
  });

  test('a short word that GB18030 shares with UTF-8 does not mislead', async () => {
    expect(await cellsOf(await fileOf(gb('张三,公安局\n联通,移动\n')))).toEqual([
      ['张三', '公安局'],
      ['联通', '移动'],
    ]);
  });

  test('GBK lines in a UTF-8 file are read as what they are and named, also across line breaks in cells', async () => {
    const parts = [
      Buffer.from('姓名,单位\n张三,公安局\n'),
      gb('李四,检察院\n'),
      Buffer.from('王五,"法院\n'),
      gb('二庭"\n'),
      Buffer.from('赵六,司法局\n'),
    ];
    const path = await fileOf(Buffer.concat(parts));
    expect(await cellsOf(path)).toEqual([
      ['姓名', '单位'],
      ['张三', '公安局'],
      ['李四', '检察院'],
      ['王五', '法院\n二庭'],
      ['赵六', '司法局'],
    ]);
    expect(await problemsOf(path)).toMatchObject([
      { code: 'sheet.otherEncoding', row: 3, params: { found: 'gb18030', expected: 'utf-8' } },
      { code: 'sheet.otherEncoding', row: 4 },
    ]);
    await using file = await openSheets(path);
    expect(file.notes.map((note) => note.code)).toEqual(['sheet.mixedEncoding']);
  });

  test('UTF-8 lines in a GBK file likewise', async () => {
    const path = await fileOf(
      Buffer.concat([gb('姓名,单位\n张三,长沙市公安局\n李四,检察院\n'), Buffer.from('王五,法院\n')]),
    );
    expect((await cellsOf(path)).at(-1)).toEqual(['王五', '法院']);
    expect((await problemsOf(path)).map(({ row, params }) => [row, params.found])).toEqual([[4, 'utf-8']]);
  });

  test('a damaged character is never replaced without a word', async () => {
    const bytes = Buffer.from('姓名,单位\n张三,长沙市公安局\n李四,检察院\n');
    const cut = bytes.indexOf(Buffer.from('公安局')) + 2;
    const path = await fileOf(Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut + 1)]));
    expect((await cellsOf(path))[1]?.[0]).toBe('张三');
    expect(await problemsOf(path)).toMatchObject([{ code: 'sheet.undecodable', row: 2, column: 1 }]);
  });

  test('a mixed file far larger than a chunk keeps every line', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => {
      const line = `${at},张三,长沙市公安局\n`;
      return at % 1000 === 7 ? gb(line) : Buffer.from(line);
    });
    const path = await fileOf(Buffer.concat(lines));
    const cells = await cellsOf(path);
    expect(cells).toHaveLength(30_000);
    expect(cells.every(([id, name, unit], at) => id === String(at) && name === '张三' && unit === '长沙市公安局')).toBe(
      true,
    );
    expect(await problemsOf(path)).toHaveLength(30);
  });
});

describe('rows', () => {
  test.each([
    [
      'comma',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolon with commas in text',
      'a;b\n1,5;2\n3;4',
      [
        ['a', 'b'],
        ['1,5', '2'],
        ['3', '4'],
      ],
    ],
    [
      'tab',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['told separator', 'sep=|\r\na|b\r\n', [['a', 'b']]],
    [
      'carriage returns alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['one column', '姓名\n张三', [['姓名'], ['张三']]],
    [
      'quotes, separators and breaks in cells',
      'a,"x,""y""\r\nz"\r\n"",2\r\n',
      [
        ['a', 'x,"y"\r\nz'],
        [null, '2'],
      ],
    ],
    [
      'a quote inside a cell',
      'a,5" disk\n1,2',
      [
        ['a', '5" disk'],
        ['1', '2'],
      ],
    ],
    [
      'trailing empty cells',
      'a,b,,\n1,2,,',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', async (_, text, rows) => {
    expect(await cellsOf(await fileOf(text))).toEqual(rows);
    expect(await problemsOf(await fileOf(text))).toEqual([]);
  });

  test('blank lines and breaks in cells count as Excel counts them', async () => {
    const [sheet] = await readAll(await fileOf('a,b\n\n"1\n1",2\n,\n3,4\n'));
    expect(sheet?.rows.map((row) => row.number)).toEqual([1, 3, 5]);
  });

  test.each([
    [
      'never closed',
      'a,b\n1,"x\n3,4\n',
      [
        ['a', 'b'],
        ['1', '"x'],
        ['3', '4'],
      ],
      [[2, 1]],
    ],
    [
      'closed in the middle',
      'a,b\n"x"y,2\n3,4\n',
      [
        ['a', 'b'],
        ['"x"y', '2'],
        ['3', '4'],
      ],
      [[2, 0]],
    ],
    [
      'closed by a later row',
      'a,b\n"x,2\n"y",4\n',
      [
        ['a', 'b'],
        ['"x', '2'],
        ['y', '4'],
      ],
      [[2, 0]],
    ],
  ])('a lone quote %s loses no row', async (_, text, rows, places) => {
    const path = await fileOf(text);
    expect(await cellsOf(path)).toEqual(rows);
    const problems = await problemsOf(path);
    expect(problems.map(({ code }) => code)).toEqual(places.map(() => 'sheet.loneQuote'));
    expect(problems.map(({ row, column }) => [row, column])).toEqual(places);
  });

  test('a lone quote that a far row closes swallows nothing', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `${at},x\n`).join('');
    const cells = await cellsOf(await fileOf(`a,b\n1,"x\n${rows}2,3"\n4,5\n`));
    expect(cells).toHaveLength(2004);
  });

  test('a lone quote that nothing closes costs no row, however long the file', async () => {
    for (const tail of ['x'.repeat(10), 'x'.repeat(9000)]) {
      const rows = Array.from({ length: 3000 }, (_, at) => `${at},${tail}\n`).join('');
      const path = await fileOf(`a,b\n1,"x\n${rows}`);
      expect(await cellsOf(path, { record: 1_000_000 })).toHaveLength(3002);
      expect((await problemsOf(path)).map(({ code, row }) => [code, row])).toEqual([['sheet.loneQuote', 2]]);
    }
  });

  test('a file of nothing but stray quotes is read in one pass', async () => {
    const line = 'a,"b,"c,"d\n';
    const cells = await cellsOf(await fileOf(line.repeat(100_000)));
    expect(cells).toHaveLength(100_000);
    expect(cells[99_999]).toEqual(['a', '"b', '"c', '"d']);
  });

  test('NUL characters are taken out and named', async () => {
    const path = await fileOf('a,b\n1\0,2\n\0,\0\n');
    expect(await cellsOf(path)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      [null, null],
    ]);
    expect((await problemsOf(path)).map(({ code, row, column }) => [code, row, column])).toEqual([
      ['sheet.nul', 2, 0],
      ['sheet.nul', 3, 0],
      ['sheet.nul', 3, 1],
    ]);
  });

  test('long cells and many columns are reported, a row without end is refused', async () => {
    const path = await fileOf(`a,b\n${'x'.repeat(40_000)},2\n${'1,'.repeat(2000)}\n`);
    expect((await problemsOf(path)).map(({ code, row, column }) => [code, row, column])).toEqual([
      ['sheet.cellTooLong', 2, 0],
      ['sheet.tooManyColumns', 3, 1000],
    ]);
    expect(await refusal(await fileOf(`a,b\n${'x'.repeat(600_000)}\n`), { record: 100_000 })).toBe(
      'sheet.recordTooLong',
    );
    expect(await refusal(await fileOf(`a,b\n"${'x'.repeat(600_000)}`), { record: 100_000 })).toBe(
      'sheet.recordTooLong',
    );
  });

  test('rows do not depend on how the text arrives', () => {
    const sign = fc.constantFrom('a', ',', '"', '\n', '\r', '名', ' ');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (signs, size) => {
        const text = signs.join('');
        const dialect = { separator: ',', eol: '\n' } as const;
        const whole = new Splitter(dialect, '', defaultLimits);
        whole.write(text);
        whole.end();
        const pieces = new Splitter(dialect, '', defaultLimits);
        for (let at = 0; at < text.length; at += size) pieces.write(text.slice(at, at + size));
        pieces.end();
        expect(pieces.rows).toEqual(whole.rows);
      }),
      { numRuns: 500 },
    );
  });

  test('the separator is the one the rows agree on', () => {
    expect(findDialect('标题,一\n甲\t乙\t丙\n1\t2\t3\n4\t5\t6\n').dialect.separator).toBe('\t');
  });
});

describe('writing', () => {
  const text = fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      '=1+1',
      "'=1",
      "''",
      '@x',
      '-5',
      '＝1',
      '\t',
      '\r',
      'a\r\nb',
      'x,y',
      'a\tb',
      '"',
      ' 两边 ',
      'sep=;',
      '370123198001011234',
    ),
  );

  test('what is written is read again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const path = newPath('csv');
          await writeCsv(path, [rows]);
          expect(await cellsOf(path)).toEqual(rows);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('the guard against formulas is exactly reversible', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(unguard(guard(value))).toBe(value);
        expect(guard(value)).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  test('Excel finds its mark, its line ends, plain numbers and no formula', async () => {
    const path = newPath('csv');
    const row: Cell[] = ['=cmd()', -5, new DateCell(44256.5), true, null, 1e21];
    await writeCsv(path, [[row]]);
    expect(await readFile(path, 'utf8')).toBe("\ufeff'=cmd(),-5,2021-03-01 12:00:00,TRUE,,1000000000000000000000\r\n");
  });
});

test('a text that is called a workbook is read as the text it is, with a note that says so', async () => {
  for (const [name, notes] of [
    ['花名册.XLSX', [{ code: 'sheet.textNotWorkbook', params: { extension: '.xlsx' } }]],
    ['花名册.csv', []],
  ] as const) {
    await using file = await openSheets(await fileOf(Buffer.from(table)), { name });
    expect([file.kind, file.notes]).toEqual(['csv', notes]);
  }
});
