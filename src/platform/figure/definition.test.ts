import { expect, test } from 'vitest';
import { activities, attendance } from '../../modules/education/registers.ts';
import { officers } from '../../modules/organisation/registers.ts';
import { of } from '../register/sets.ts';
import { definition } from './contract.ts';
import { count, distinct, least, ratio, total } from './declare.ts';
import { definitionOf } from './definition.ts';

test('a count tells its register and its conditions', () => {
  expect(definitionOf(count(of(activities, { kind: 'PARTY_LECTURE', heldOn: { to: '2021-06-22' } })))).toEqual({
    how: 'count',
    parts: [
      {
        how: 'count',
        register: 'education.activities',
        where: { kind: 'PARTY_LECTURE', heldOn: { to: '2021-06-22' } },
        columns: [],
      },
    ],
    figures: [],
  });
});

test('a ratio tells its part before its base, as its record sets are opened', () => {
  const { how, parts } = definitionOf(ratio(distinct(of(attendance), 'officer'), count(of(officers))));
  expect(how).toBe('ratio');
  expect(parts.map((part) => [part.how, part.register, part.columns])).toEqual([
    ['distinct', 'education.attendance', ['officer']],
    ['count', 'organisation.officers', []],
  ]);
});

test('a least tells what is counted, through which column, and for whom', () => {
  const { parts } = definitionOf(least(of(officers), of(attendance), 'officer'));
  expect(parts.map(({ register, columns }) => [register, columns])).toEqual([
    ['education.attendance', ['officer']],
    ['organisation.officers', []],
  ]);
});

test('a total names the figures it adds up and has no records of its own', () => {
  expect(definitionOf(total('a.b', 'c.d'))).toEqual({ how: 'total', parts: [], figures: ['a.b', 'c.d'] });
});

test('every shape of condition passes the contract', () => {
  const where = { kind: { not: ['PARTY_LECTURE'] }, title: { contains: '党' }, heldOn: { filled: true } } as const;
  const made = definitionOf(count(of(activities, where)));
  expect(definition.parse(made)).toEqual(made);
});
