import { expect, it } from 'vitest';
import { officeWork } from '../../../../platform/access/policies.ts';
import { date, integer, text } from '../../../../platform/register/columns.ts';
import { register } from '../../../../platform/register/declare.ts';
import { words } from '../../../../platform/words.ts';
import type { SheetPlan } from '../../../api/imports.ts';
import { doubled, draftOf, isSame, lacking, planChangeOf, withRegister } from './plan.ts';

const talks = register('sample.talks', {
  words: words('谈话', 'Talks'),
  record: words('次', 'talk'),
  key: ['number'],
  policy: officeWork,
  columns: {
    number: text('谈话编号', 'Talk no.', { aliases: ['编号'] }),
    heldOn: date('谈话日期', 'Held on'),
    people: integer('人数', 'People', { optional: true }),
  },
});

const plan: SheetPlan = {
  sheet: '台账',
  register: 'sample.talks',
  headerRow: 2,
  columns: [
    { letter: 'A', header: '编号', key: 'number', by: 'alias' },
    { letter: 'B', header: 'Held On ', key: null, by: 'none' },
    { letter: 'C', header: '谈话编号', key: null, by: 'none' },
  ],
  missing: ['heldOn'],
};

it('starts from the proposal and tells when it was changed', () => {
  const draft = draftOf(plan);
  expect(isSame(plan, draft)).toBe(true);
  expect(isSame(plan, { ...draft, keys: { ...draft.keys, B: 'heldOn' } })).toBe(false);
  expect(isSame(plan, { ...draft, register: null })).toBe(false);
});

it('names required columns that are not fed, and those fed twice', () => {
  const draft = draftOf(plan);
  expect(lacking(draft, talks)).toEqual(['heldOn']);
  expect(doubled({ ...draft, keys: { A: 'number', B: 'heldOn', C: 'number' } })).toEqual(['number']);
  expect(doubled({ ...draft, keys: { A: null, B: null, C: null } })).toEqual([]);
});

it('finds columns of another register by label and alias, each once', () => {
  expect(withRegister(plan, talks)).toEqual({ register: 'sample.talks', keys: { A: 'number', B: 'heldOn', C: null } });
  expect(withRegister(plan, undefined)).toEqual({ register: null, keys: { A: null, B: null, C: null } });
});

it('sends every sheet with its columns by letter', () => {
  expect(planChangeOf({ 台账: { register: null, keys: { A: null } } })).toEqual({
    sheets: [{ sheet: '台账', register: null, columns: { A: null } }],
  });
});
