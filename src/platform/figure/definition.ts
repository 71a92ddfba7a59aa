import type { z } from 'zod';
import type { definition } from './contract.ts';
import type { Measure, Value } from './declare.ts';

type Definition = z.input<typeof definition>;
type Part = Definition['parts'][number];

const columnsOf = (asked: Measure): string[] => {
  switch (asked.how) {
    case 'count':
      return [];
    case 'filled':
      return [...asked.columns];
    default:
      return [asked.column];
  }
};

const partOf = (asked: Measure): Part => ({
  how: asked.how,
  register: asked.set.register.name,
  where: { ...asked.set.where } as Part['where'],
  columns: columnsOf(asked),
});

/**
 * What a figure asks, by the names of registers and columns, so that a page can say it in words. In the order of the record
 * sets that the figure opens: its records first, its base second.
 */
export function definitionOf(value: Value): Definition {
  switch (value.how) {
    case 'total':
      return { how: 'total', parts: [], figures: [...value.figures] };
    case 'ratio':
      return { how: 'ratio', parts: [partOf(value.part), partOf(value.base)], figures: [] };
    case 'least':
      return {
        how: 'least',
        parts: [
          { ...partOf({ how: 'count', set: value.set }), columns: [value.by] },
          partOf({ how: 'count', set: value.each }),
        ],
        figures: [],
      };
    default:
      return { how: value.how, parts: [partOf(value)], figures: [] };
  }
}
