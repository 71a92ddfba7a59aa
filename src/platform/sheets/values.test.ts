import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, columnIndex, columnLetter, DateCell, ErrorCell, FormulaCell } from './cells.ts';
import { isoSerial, serialText } from './serial.ts';
import {
  isFault,
  parseBoolean,
  parseDate,
  parseDateTime,
  parseDecimal,
  parseInteger,
  toHalfWidth,
  valueFaults,
} from './values.ts';

const said = (value: unknown) => (isFault(value) ? value.code : value);

test.each([
  ['2021-03-01', '2021-03-01'],
  ['2021年3月1日', '2021-03-01'],
  ['2021 年 3 月 1 日', '2021-03-01'],
  ['2021年3月1号', '2021-03-01'],
  ['2021.3.1', '2021-03-01'],
  ['2021-3-1', '2021-03-01'],
  ['2021/3/1', '2021-03-01'],
  ['２０２１．３．１', '2021-03-01'],
  ['20210301', '2021-03-01'],
  [20210301, '2021-03-01'],
  [44256, '2021-03-01'],
  ['44256', '2021-03-01'],
  [new DateCell(44256), '2021-03-01'],
  [new FormulaCell('TODAY()', new DateCell(44256)), '2021-03-01'],
  ['2021/3/1 0:00:00', '2021-03-01'],
  ['2020-02-29', '2020-02-29'],
  [' 2021-03-01 ', '2021-03-01'],
  ['2021-02-29', 'date.missing'],
  ['2021年2月30日', 'date.missing'],
  ['1900-02-29', 'date.missing'],
  ['20211301', 'date.missing'],
  [new DateCell(60), 'date.missing'],
  [new DateCell(-1), 'date.missing'],
  ['21.3.1', 'date.shortYear'],
  ['21年3月1日', 'date.shortYear'],
  ['3/1/2021', 'date.unreadable'],
  ['2021-3-1-4', 'time.unreadable'],
  ['2021年3月', 'date.noDay'],
  ['2021年', 'date.noDay'],
  [2021.3, 'date.noDay'],
  [2021, 'date.noDay'],
  ['202103', 'date.noDay'],
  ['待定', 'date.unreadable'],
  [12, 'date.unreadable'],
  ['2021-3-1 8:00', 'date.hasTime'],
  [44256.5, 'date.hasTime'],
  [null, 'value.empty'],
  ['　', 'value.empty'],
  [new ErrorCell('#REF!'), 'value.error'],
])('date %j is %s', (cell, expected) => {
  expect(said(parseDate(cell))).toBe(expected);
});

test.each([
  ['2021年3月1日 14:30', '2021-03-01T14:30:00+08:00'],
  ['2019/2/14 20:00:00', '2019-02-14T20:00:00+08:00'],
  ['2021-03-01', '2021-03-01T00:00:00+08:00'],
  ['2021年3月1日14时5分6秒', '2021-03-01T14:05:06+08:00'],
  ['2021年3月1日下午2点30分', '2021-03-01T14:30:00+08:00'],
  ['2021-03-01T14:30:00Z', '2021-03-01T22:30:00+08:00'],
  ['2021-03-01T14:30:00.5+08:00', '2021-03-01T14:30:00+08:00'],
  [new DateCell(44256.604166666664), '2021-03-01T14:30:00+08:00'],
  ['2021-03-01 24:00', 'time.missing'],
  ['2021-03-01 14:60', 'time.missing'],
  ['2021-03-01 下班后', 'time.unreadable'],
])('moment %j is %s', (cell, expected) => {
  expect(said(parseDateTime(cell))).toBe(expected);
});

test.each([
  [12, 12, '12'],
  ['１，２３４', 1234, '1234'],
  ['1,234,567', 1234567, '1234567'],
  ['12.0', 12, '12'],
  ['-007', -7, '-7'],
  ['-0', 0, '0'],
  ['1,23', 'number.unreadable', 'number.unreadable'],
  ['1,2345', 'number.unreadable', 'number.unreadable'],
  ['12万', 'number.unreadable', 'number.unreadable'],
  ['1e5', 'number.unreadable', 'number.unreadable'],
  ['.5', 'number.unreadable', 'number.unreadable'],
  [1.5, 'number.notWhole', '1.5'],
  [0.1 + 0.2, 'number.notWhole', '0.3'],
  ['1.234', 'number.notWhole', 'number.tooFine'],
  ['99999999999999999999', 'number.tooLarge', '99999999999999999999'],
  ['9'.repeat(31), 'number.tooLarge', 'number.tooLarge'],
  [new DateCell(3), 'number.unreadable', 'number.unreadable'],
  [true, 'number.unreadable', 'number.unreadable'],
])('number %j is %s and %s', (cell, integer, decimal) => {
  expect([said(parseInteger(cell)), said(parseDecimal(cell))]).toEqual([integer, decimal]);
});

test('yes and no', () => {
  for (const cell of ['是', '√', 'Y', 'ｙｅｓ', 'TRUE', 1, true, ' 有 ']) expect(parseBoolean(cell)).toBe(true);
  for (const cell of ['否', '×', 'n', 'FALSE', 0, false, '无']) expect(parseBoolean(cell)).toBe(false);
  for (const cell of ['也许', 2, new DateCell(1)]) expect(said(parseBoolean(cell))).toBe('boolean.unreadable');
});

test('full-width signs become half-width, Chinese punctuation stays', () => {
  expect(toHalfWidth('ＡＢ１２（３）　。、张')).toBe('AB12(3) 。、张');
});

test('every day there is is read from every way to write it, and its serial leads back', () => {
  const days = fc.integer({ min: Date.UTC(1900, 2, 1) / 864e5, max: Date.UTC(2099, 11, 31) / 864e5 });
  fc.assert(
    fc.property(days, (day) => {
      const iso = new Date(day * 864e5).toISOString().slice(0, 10);
      const [year, month, date] = iso.split('-').map(Number);
      for (const text of [
        iso,
        `${year}年${month}月${date}日`,
        `${year}.${month}.${date}`,
        `${year}/${month}/${date}`,
        iso.replaceAll('-', ''),
      ]) {
        expect(parseDate(text)).toBe(iso);
      }
      expect(serialText(isoSerial(iso)!)).toBe(iso);
      expect(parseDate(new DateCell(isoSerial(iso)!))).toBe(iso);
    }),
  );
});

test('serials count the day that 1900 never had', () => {
  expect([isoSerial('1900-01-01'), isoSerial('1900-02-28'), isoSerial('1900-03-01')]).toEqual([1, 59, 61]);
  expect([serialText(1), serialText(59), serialText(60), serialText(61)]).toEqual([
    '1900-01-01',
    '1900-02-28',
    '60',
    '1900-03-01',
  ]);
  expect([serialText(0.5), serialText(44256.5)]).toEqual(['12:00:00', '2021-03-01 12:00:00']);
});

test('no text takes long to refuse', () => {
  for (const text of [
    '1,'.repeat(50_000),
    '2021-'.repeat(20_000),
    `2021-03-01 ${' '.repeat(50_000)}x`,
    '9'.repeat(100_000),
  ]) {
    expect(isFault(parseDate(text))).toBe(true);
    expect(isFault(parseInteger(text))).toBe(true);
  }
});

test('every fault has both languages', () => {
  for (const { text } of Object.values(valueFaults)) {
    expect(text.zh).toMatch(/。$/);
    expect(text.en).toMatch(/^[A-Z].*\.$/);
  }
});

test('cells as a person reads them', () => {
  expect([1e21, 1.5e-7, 0.1, -3].map(cellText)).toEqual(['1000000000000000000000', '0.00000015', '0.1', '-3']);
  expect([true, null, new ErrorCell('#N/A'), new FormulaCell('A1', 2)].map(cellText)).toEqual([
    'TRUE',
    null,
    '#N/A',
    '2',
  ]);
});

test('column letters', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  fc.assert(
    fc.property(fc.nat(20_000), (column) => {
      expect(columnIndex(`${columnLetter(column)}7`)).toBe(column);
    }),
  );
});
