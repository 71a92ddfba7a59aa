import { describe, expect, it } from 'vitest';
import { choice, date, decimal, ref, time, yesNo } from '../../platform/register/columns.ts';
import { formatCell, formatDay, formatFigure, formatMoment, formatNumber, formatSize } from './format.ts';
import { formatMonth, formatMonthName } from './format-values.ts';

describe('days and moments', () => {
  it('are written as each language writes them', () => {
    expect(formatDay('2021-03-01', 'zh')).toBe('2021年3月1日');
    expect(formatDay('2021-03-01', 'en')).toBe('1 Mar 2021');
  });
  it('names a month of any year', () => {
    expect([formatMonth('2021-03', 'zh'), formatMonth('2021-03', 'en')]).toEqual(['2021年3月', 'Mar 2021']);
    expect([formatMonthName(12, 'zh'), formatMonthName(12, 'en')]).toEqual(['12月', 'Dec']);
  });
  it('leaves what is no day as it stands', () => {
    expect(formatDay('2021年春', 'zh')).toBe('2021年春');
    expect(formatMoment('soon', 'en')).toBe('soon');
  });
  it('shows moments in Shanghai, whatever the zone of the browser', () => {
    expect(formatMoment('2021-02-28T16:05:00Z', 'zh')).toBe('2021年3月1日 00:05');
    expect(formatMoment('2021-03-01T00:05:00+08:00', 'en')).toBe('1 Mar 2021 00:05');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [3_214_567, '3,214,567'],
    [-12_345, '-12,345'],
    ['90071992547409931.50', '90,071,992,547,409,931.50'],
    ['n/a', 'n/a'],
  ])('%s reads %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
  it('says sizes in powers of 1024', () => {
    expect(formatSize(512)).toBe('512 B');
    expect(formatSize(1536)).toBe('1.5 KiB');
    expect(formatSize(5 * 1024 ** 3)).toBe('5.0 GiB');
  });
});

describe('cells', () => {
  it('shows what each kind of column holds', () => {
    expect(formatCell(date('日期', 'Day'), '2021-06-22', undefined, 'zh')).toBe('2021年6月22日');
    expect(formatCell(time('时间', 'Time'), '2021-06-22T01:00:00Z', undefined, 'en')).toBe('22 Jun 2021 09:00');
    expect(formatCell(decimal('金额', 'Amount'), '1234567.80', undefined, 'zh')).toBe('1,234,567.80');
    expect(formatCell(yesNo('是否', 'Whether'), false, undefined, 'zh')).toBe('否');
    expect(formatCell(choice('类', 'Kind', { A: ['甲', 'First'] }), 'A', undefined, 'en')).toBe('First');
    expect(formatCell(choice('类', 'Kind', { A: ['甲', 'First'] }), 'GONE', undefined, 'en')).toBe('GONE');
    expect(formatCell(ref('单位', 'Unit', 'organisation.units'), '01', '市局', 'zh')).toBe('市局');
    const hidden = '01a2088b-e3c4-7035-bf30-1f7063f12990';
    expect(formatCell(ref('线索', 'Clue', 'clues.clues'), hidden, undefined, 'zh')).toBe('（名称不在可见范围）');
  });
  it('tells an empty cell from a no and a zero', () => {
    expect(formatCell(yesNo('是否', 'Whether'), null, undefined, 'zh')).toBeNull();
    expect(formatCell(decimal('金额', 'Amount'), '0', undefined, 'zh')).toBe('0');
  });
});

describe('figures', () => {
  it('shows the value and its unit', () => {
    expect(formatFigure(43_379, '人次', 'zh')).toEqual({ value: '43,379', unit: '人次' });
    expect(formatFigure(1, '场次', 'en')).toEqual({ value: '1', unit: 'session' });
    expect(formatFigure(2, '场次', 'en')).toEqual({ value: '2', unit: 'sessions' });
  });
  it('shows ratios in per cent, days as days, and nothing as a dash', () => {
    expect(formatFigure(0.9632, 'ratio', 'zh')).toEqual({ value: '96.32%', unit: '' });
    expect(formatFigure(1, 'ratio', 'zh')).toEqual({ value: '100%', unit: '' });
    expect(formatFigure('2021-03-01', 'date', 'en')).toEqual({ value: '1 Mar 2021', unit: '' });
    expect(formatFigure(null, '件', 'zh')).toEqual({ value: '—', unit: '' });
  });
});
