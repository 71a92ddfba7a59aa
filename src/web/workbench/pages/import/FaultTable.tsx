import { fill } from '../../../../platform/words.ts';
import type { Fault } from '../../../api/imports.ts';
import { FoldingTable } from '../../../kit/FoldingTable.tsx';
import { useSpeech } from '../../../locales/index.ts';

const longestShown = 80;

/** A cell may hold 40,000 characters; its beginning is enough to find it. */
const begin = (value: string): string => (value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);

/** Faults by sheet, row and cell, as the server found them. */
export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const { t } = useSpeech();
  return (
    <FoldingTable
      label={t.import.faults}
      rows={faults}
      // One cell can have several faults of one kind, so only the place in the list, which grows at its end, tells them apart.
      keyOf={(_, index) => index}
      columns={[
        {
          head: t.import.cell,
          names: true,
          look: 'numbers',
          cell: ({ column, row }) => (column ? `${column}${row}` : fill(t.import.rowPlace, { row })),
        },
        { head: t.import.sheet, cell: ({ sheet }) => sheet },
        { head: t.import.header, cell: ({ header }) => header ?? '—' },
        { head: t.import.value, cell: ({ value }) => (value === null ? '—' : begin(value)) },
        { head: t.import.message, cell: ({ message }) => message },
      ]}
    />
  );
}
