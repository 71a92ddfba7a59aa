import { describe, expect, it } from 'vitest';
import { choice, citizenId, date, integer, ref, text, yesNo } from '../../platform/register/columns.ts';
import { encodeWhere } from '../api/registers.ts';
import { filterShape, sayCondition, tidyWhere } from './where.ts';

const columns = {
  title: text('名称', 'Title'),
  kind: choice('类型', 'Kind', { LECTURE: ['党课', 'Lecture'], FILM: ['教育片', 'Film'] }),
  heldOn: date('日期', 'Held on'),
  people: integer('人数', 'People'),
  open: yesNo('公开', 'Open'),
  unit: ref('单位', 'Unit', 'organisation.units'),
  idNo: citizenId('公民身份号码', 'Id number'),
};

describe('tidyWhere', () => {
  it('keeps conditions that ask something', () => {
    const where = {
      title: { contains: ' 党课 ' },
      kind: ['LECTURE'],
      heldOn: { from: '2021-03-01', to: '' },
      people: { from: 0 },
      open: false,
    };
    expect(tidyWhere(where, columns)).toEqual({
      title: { contains: '党课' },
      kind: ['LECTURE'],
      heldOn: { from: '2021-03-01' },
      people: { from: 0 },
      open: false,
    });
  });
  it('drops empty conditions, unknown columns and secrets', () => {
    const where = { title: { contains: ' ' }, kind: [], heldOn: {}, gone: ['X'], idNo: { contains: '3702' } };
    expect(tidyWhere(where, columns)).toBeUndefined();
  });
  it.each([[null], ['text'], [['list']], [undefined]])('takes %j from an address for no filter', (value) => {
    expect(tidyWhere(value, columns)).toBeUndefined();
  });
});

describe('encodeWhere', () => {
  it('writes the JSON the server reads, and nothing for no conditions', () => {
    expect(encodeWhere({ kind: ['LECTURE'] })).toBe('{"kind":["LECTURE"]}');
    expect(encodeWhere({})).toBeUndefined();
    expect(encodeWhere(undefined)).toBeUndefined();
  });
});

describe('sayCondition', () => {
  const titleOf = (record: string): string => `<${record}>`;
  it('says filters in the language of the reader', () => {
    expect(sayCondition(columns.kind, ['LECTURE', 'FILM'], 'zh', titleOf)).toBe('党课、教育片');
    expect(sayCondition(columns.kind, ['LECTURE', 'FILM'], 'en', titleOf)).toBe('Lecture, Film');
    expect(sayCondition(columns.unit, ['7'], 'en', titleOf)).toBe('<7>');
    expect(sayCondition(columns.heldOn, { from: '2021-03-01' }, 'zh', titleOf)).toBe('2021年3月1日起');
    expect(sayCondition(columns.heldOn, { to: '2021-03-01' }, 'en', titleOf)).toBe('to 1 Mar 2021');
    expect(sayCondition(columns.people, { from: 1000, to: 2000 }, 'en', titleOf)).toBe('1,000 – 2,000');
    expect(sayCondition(columns.open, false, 'zh', titleOf)).toBe('否');
    expect(sayCondition(columns.title, { contains: '党' }, 'zh', titleOf)).toBe('“党”');
  });
  it('has a filter for every kind but secrets', () => {
    expect(filterShape(columns.idNo)).toBeUndefined();
    expect(filterShape(columns.unit)).toBe('records');
  });
});
