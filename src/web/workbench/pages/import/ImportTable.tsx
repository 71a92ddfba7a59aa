import { fill } from '../../../../platform/words.ts';
import { type ImportView, isAtWork } from '../../../api/imports.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { FoldingTable } from '../../../kit/FoldingTable.tsx';
import { formatMoment, formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';
import { ImportStateTag } from './ImportStateTag.tsx';

/** Imports, newest first as the server gives them. On a phone each row becomes a block of lines. */
export function ImportTable({ imports }: { imports: readonly ImportView[] }) {
  const { t, language } = useSpeech();
  return (
    <FoldingTable
      label={t.imports.earlier}
      rows={imports}
      keyOf={({ id }) => id}
      columns={[
        { head: t.imports.file, names: true, cell: ({ id, file }) => <Anchor to={paths.import(id)}>{file}</Anchor> },
        {
          head: t.imports.state,
          cell: (each) => (
            <>
              <ImportStateTag state={each.state} />
              {isAtWork(each) && each.progress > 0 && (
                <span className="quiet numbers beside">
                  {fill(t.import.progress, { n: formatNumber(each.progress) })}
                </span>
              )}
            </>
          ),
        },
        { head: t.imports.rows, number: true, cell: ({ counts }) => (counts ? formatNumber(counts.rows) : '—') },
        {
          head: t.imports.faults,
          number: true,
          cell: ({ counts, faults }) => (counts ? formatNumber(faults) : '—'),
        },
        { head: t.imports.by, cell: ({ by }) => by ?? t.record.bySystem },
        { head: t.imports.when, cell: ({ at }) => formatMoment(at, language) },
      ]}
    />
  );
}
