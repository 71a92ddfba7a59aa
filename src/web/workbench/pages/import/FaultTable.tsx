import { fill } from '../../../../platform/words.ts';
import type { Fault } from '../../../api/imports.ts';
import { ScrollBox } from '../../../kit/ScrollBox.tsx';
import { useSpeech } from '../../../locales/index.ts';

const longestShown = 80;

/** A cell may hold 40,000 characters; its beginning is enough to find it. */
const begin = (value: string): string => (value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);

/** Faults by sheet, row and cell, as the server found them. */
export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const { t } = useSpeech();
  return (
    <ScrollBox label={t.import.faults}>
      <table className="plain folding">
        <thead>
          <tr>
            <th scope="col">{t.import.cell}</th>
            <th scope="col">{t.import.sheet}</th>
            <th scope="col">{t.import.header}</th>
            <th scope="col">{t.import.value}</th>
            <th scope="col">{t.import.message}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, index) => (
            // One cell can have several faults of one kind, so only the place in the list tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list only ever grows at its end
            <tr key={index}>
              <th scope="row" className="numbers">
                {fault.column ? `${fault.column}${fault.row}` : fill(t.import.rowPlace, { row: fault.row })}
              </th>
              <td data-label={t.import.sheet}>{fault.sheet}</td>
              <td data-label={t.import.header}>{fault.header ?? '—'}</td>
              <td data-label={t.import.value}>{fault.value === null ? '—' : begin(fault.value)}</td>
              <td data-label={t.import.message}>{fault.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
