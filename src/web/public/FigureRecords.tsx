import { useCallback, useEffect, useState } from 'react';
import { fill } from '../../platform/words.ts';
import { get } from '../api/client.ts';
import { open, type Part, type PublicFigure, type PublicRows } from '../api/public.ts';
import { formatNumber } from '../kit/format-values.ts';
import { Failure } from './Answered.tsx';
import { RecordCards } from './RecordCards.tsx';
import { RecordTable } from './RecordTable.tsx';
import { useSpeech } from './speech.ts';
import { useWide } from './use-wide.ts';

interface Props {
  readonly bulletin: string;
  readonly figure: PublicFigure;
}

/** The masked records behind a figure; for a ratio those of its base too. */
export function FigureRecords({ bulletin, figure }: Props) {
  const { t } = useSpeech();
  const [part, setPart] = useState<Part>('records');
  return (
    <section className="records">
      <h3>{t.records.title}</h3>
      {figure.base !== null && (
        <fieldset className="parts">
          <legend>{t.records.part}</legend>
          {(['records', 'base'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="part" checked={part === one} onChange={() => setPart(one)} />
              {t.records[one]}
            </label>
          ))}
        </fieldset>
      )}
      <PartRecords key={part} bulletin={bulletin} figure={figure} part={part} />
    </section>
  );
}

/** Records of one part, page after page in the order of the frozen tree. */
function PartRecords({ bulletin, figure: { id }, part }: Props & { part: Part }) {
  const { t } = useSpeech();
  const wide = useWide();
  const [got, setGot] = useState<PublicRows>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const load = useCallback(
    async (before?: PublicRows) => {
      setError(undefined);
      setBusy(true);
      try {
        const page = await get<PublicRows>(open.records(bulletin, id, part, before?.next ?? undefined));
        setGot(before ? { ...page, rows: [...before.rows, ...page.rows] } : page);
      } catch (failed) {
        setError(failed);
      }
      setBusy(false);
    },
    [bulletin, id, part],
  );
  useEffect(() => void load(), [load]);
  const failure = error !== undefined && <Failure error={error} retry={() => load(got)} />;
  if (!got) {
    return (
      failure || (
        <p className="loading" role="status">
          {t.loading}
        </p>
      )
    );
  }
  if (got.rows.length === 0) {
    return <p>{got.total === 0 ? t.records.none : fill(t.records.unlisted, { n: formatNumber(got.total) })}</p>;
  }
  const Rows = wide ? RecordTable : RecordCards;
  const counts = { shown: formatNumber(got.rows.length), total: formatNumber(got.total) };
  return (
    <>
      <p className="hint">
        <span role="status">{fill(t.records.shown, counts)}</span> {t.records.masked}
      </p>
      <Rows columns={got.columns} rows={got.rows} />
      {failure}
      {got.next !== null && error === undefined && (
        <button type="button" className="more" aria-disabled={busy} onClick={() => busy || load(got)}>
          {busy ? t.loading : fill(t.records.more, { n: Math.min(PAGE, got.total - got.rows.length) })}
        </button>
      )}
    </>
  );
}

/** Rows of one answer, as the contract has it. */
const PAGE = 50;
