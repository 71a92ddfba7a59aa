import { useEffect, useLayoutEffect, useRef } from 'react';
import { fill } from '../../platform/words.ts';
import type { PublicBulletin, PublicFigure } from '../api/public.ts';
import { formatDay, formatFigure, formatNumber } from '../kit/format-values.ts';
import { Corrections } from './Corrections.tsx';
import { DemoMark } from './DemoMark.tsx';
import { FigureRecords } from './FigureRecords.tsx';
import { leave, places } from './place.ts';
import { useSpeech } from './speech.ts';

/** A figure over its bulletin: what it is worth, of what, as of when, and the masked records that make it. */
export function FigureSheet({ bulletin, id }: { bulletin: PublicBulletin; id: string }) {
  const { t, say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const figure = bulletin.figures.find((one) => one.id === id);
  const title = figure ? say(figure.words) : t.figure.missing;
  const close = () => leave(places.bulletin(bulletin.id));
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    // Closing gives the focus back to the mark that opened the sheet.
    return () => shown.close();
  }, []);
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · ${t.name}`;
    return () => {
      document.title = before;
    };
  }, [title, t]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog hears Escape by itself, as `cancel`.
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <DemoMark />
      <div className="sheet-body">
        <header>
          <h2 id="sheet-title">{title}</h2>
          <button type="button" onClick={close}>
            {t.figure.close}
          </button>
        </header>
        {figure && <Facts figure={figure} asOf={bulletin.text.asOf} />}
        {figure && <Corrections bulletin={bulletin} figure={id} />}
        {figure && <FigureRecords bulletin={bulletin.id} figure={figure} />}
      </div>
    </dialog>
  );
}

function Facts({ figure, asOf }: { figure: PublicFigure; asOf: string }) {
  const { t, language } = useSpeech();
  const said = formatFigure(figure.value, figure.unit, language);
  // 个 counts things without naming them and has no English word; then there is no unit to tell.
  const unit = figure.unit === 'ratio' ? t.figure.ratio : typeof figure.value === 'string' ? t.figure.day : said.unit;
  return (
    <dl className="facts-of">
      <Fact label={t.figure.value} className="big">
        {said.value}
        {said.unit && <small> {said.unit}</small>}
      </Fact>
      {unit !== '' && <Fact label={t.figure.unit}>{unit}</Fact>}
      {figure.base !== null && <Fact label={t.figure.base}>{formatNumber(figure.base)}</Fact>}
      <Fact label={t.figure.count}>{formatNumber(figure.records)}</Fact>
      <Fact label={t.figure.asOf}>{formatDay(asOf, language)}</Fact>
      <Fact label={t.figure.version}>{fill(t.figure.versionValue, { n: figure.version })}</Fact>
      {figure.root && (
        <Fact label={t.figure.root} className="wide">
          <code>{figure.root}</code>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, className, children }: { label: string; className?: string; children: React.ReactNode }) {
  return (
    <div className={className}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
