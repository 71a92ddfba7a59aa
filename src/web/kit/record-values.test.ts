import { expect, it } from 'vitest';
import { decimal, integer, mobile, text, yesNo } from '../../platform/register/columns.ts';
import { entryOf, valuesOf } from './record-values.ts';

const columns = {
  title: text('名称', 'Title'),
  people: integer('人数', 'People'),
  amount: decimal('金额', 'Amount'),
  open: yesNo('公开', 'Open'),
  phone: mobile('手机', 'Mobile'),
};

it('sends trimmed text, numbers as numbers, money as text, and null for what is empty', () => {
  const entry = { title: ' 党课 ', people: '12', amount: '100.10', open: false, phone: '' };
  expect(valuesOf(entry, columns, false)).toEqual({
    title: '党课',
    people: 12,
    amount: '100.10',
    open: false,
    phone: null,
  });
});

it('never sends a mask back, and leaves a secret alone that was not typed anew', () => {
  const entry = entryOf({ title: '党课', people: 1, amount: null, open: true, phone: '138****0000' }, columns);
  expect(entry.phone).toBeUndefined();
  expect(valuesOf(entry, columns, true)).not.toHaveProperty('phone');
  expect(valuesOf({ ...entry, phone: '13800000000' }, columns, true).phone).toBe('13800000000');
});
