import { writeFile } from 'node:fs/promises';
import { at, type DirtyFile } from './fault.ts';
import { cutOff, gb18030, lockedWorkbook, rawWorkbook, textCell, textRow, workbook } from './write.ts';

const heading = ['活动编号', '活动类型', '活动名称', '活动日期', '地点', '牵头单位', '参加人数'];
const good = (number: string, day = '2021-05-11'): string[] => [
  `ZD-${number}`,
  '党性锻炼',
  `主题党日${number}`,
  day,
  '三楼会议室',
  '市司法局',
  '12',
];

const csvText = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\r\n`).join('');

/** A file refused as a whole. */
const refused = (
  path: string,
  about: string,
  code: NonNullable<DirtyFile['refused']>,
  write: DirtyFile['write'],
): DirtyFile => ({
  path,
  about,
  refused: code,
  faults: [],
  notes: [],
  good: 0,
  write,
});

/** Files that are not readable tables, or read in another way than they look. */
export const wholeFiles: readonly DirtyFile[] = [
  refused('01-不是工作簿.xlsx', 'a PDF that somebody renamed', 'sheet.isPdf', (path) =>
    writeFile(path, '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
  ),
  refused('02-设了密码.xlsx', 'protected with a password', 'sheet.locked', lockedWorkbook),
  refused('03-没有存完.xlsx', 'copied to two thirds', 'sheet.truncated', async (path) => {
    await workbook(path, '学习教育活动', [heading, ...Array.from({ length: 400 }, (_, index) => good(`03-${index}`))]);
    await cutOff(path, 2 / 3);
  }),
  refused('04-压缩炸弹.xlsx', 'a sheet of few bytes that unpacks to hundreds of megabytes', 'sheet.bomb', (path) =>
    rawWorkbook(path, '学习教育活动', bomb()),
  ),
  {
    path: '05-一万六千列.xlsx',
    about: 'sixteen thousand columns, filled far to the right in one row',
    faults: at('学习教育活动', 'ALM2 cell.problem sheet.tooManyColumns'),
    notes: [],
    good: 2,
    write: (path) =>
      rawWorkbook(path, '学习教育活动', [textRow(1, heading), wideRow(2, good('05-1')), textRow(3, good('05-2'))]),
  },
  {
    path: '06-六万五千空行.xlsx',
    about: 'sixty-five thousand formatted rows without content between the records',
    faults: [],
    notes: [],
    good: 2,
    write: (path) => rawWorkbook(path, '学习教育活动', emptyRows()),
  },
  {
    path: '07-国标编码.csv',
    about: 'csv in GB18030; nothing is wrong with it',
    faults: [],
    notes: [],
    good: 2,
    write: (path) => writeFile(path, gb18030(csvText([heading, good('07-1'), good('07-2')]))),
  },
  {
    path: '08-混合编码.csv',
    about: 'lines of UTF-8 and of GB18030 in one file, and a character lost in conversion',
    faults: [
      ...at('08-混合编码', '3 cell.problem sheet.otherEncoding'),
      ...at('08-混合编码', 'C5 cell.problem sheet.undecodable'),
    ],
    notes: [],
    good: 4,
    write: (path) =>
      writeFile(
        path,
        Buffer.concat([
          Buffer.from(csvText([heading, good('08-1')])),
          gb18030(csvText([good('08-2')])),
          Buffer.from(
            csvText([
              good('08-3'),
              ['ZD-08-4', '党性锻炼', '主题\ufffd日', '2021-05-11', '三楼会议室', '市司法局', '12'],
            ]),
          ),
        ]),
      ),
  },
  {
    path: '09-说明文档.xlsx',
    about: 'a page of text in a workbook; no register fits',
    faults: at('填报说明', '1 sheet.notRecognised'),
    notes: [],
    good: 0,
    write: (path) => workbook(path, '填报说明', [['填报说明'], ['一、请于每月底前报送'], ['二、联系人见通讯录']]),
  },
];

/** Rows of nothing but spaces in attributes: 300 MB of XML that pack into a few hundred kilobytes. */
function* bomb(): Generator<string> {
  yield textRow(1, heading);
  const row = `<row r="2"><c r="A2"><v>${'0'.repeat(1_000_000)}</v></c></row>`;
  for (let index = 0; index < 300; index++) yield row;
}

/** A good row, with text again in every column from the thousandth to the last one Excel has. */
function wideRow(number: number, texts: readonly string[]): string {
  const inner = texts.map((text, index) => textCell(`${String.fromCharCode(65 + index)}${number}`, text)).join('');
  const phantom = Array.from({ length: 16_384 - 1000 }, (_, index) =>
    textCell(`${letters(1000 + index)}${number}`, 'x'),
  ).join('');
  return `<row r="${number}">${inner}${phantom}</row>`;
}

const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

function* emptyRows(): Generator<string> {
  yield textRow(1, heading);
  yield textRow(2, good('06-1'));
  for (let number = 3; number <= 65_003; number++)
    yield `<row r="${number}" s="1" customFormat="1"><c r="A${number}" s="1"/></row>`;
  yield textRow(65_004, good('06-2'));
}

export { good, heading };
