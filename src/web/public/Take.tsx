import { open, type PublicBulletin } from '../api/public.ts';
import { Go } from './Go.tsx';
import { places } from './place.ts';
import { useSpeech } from './speech.ts';

/** What a reader can take away: the bundle to check, the documents, and the checkpoint to keep. */
export function Take({ bulletin: { id, checkpoint } }: { bulletin: PublicBulletin }) {
  const { t } = useSpeech();
  return (
    <section>
      <h2 className="screen">{t.bulletin.take}</h2>
      <p className="buttons screen">
        <a className="button main" href={open.bundle(id)} download>
          {t.bulletin.bundle}
        </a>
        <a className="button" href={open.document(id, 'docx')} download>
          {t.bulletin.docx}
        </a>
        <a className="button" href={open.document(id, 'html')} download>
          {t.bulletin.html}
        </a>
      </p>
      <p className="screen">
        <Go to={places.verify}>{t.bulletin.verify}</Go>
      </p>
      {checkpoint && <Checkpoint title={t.bulletin.checkpoint} note={checkpoint} />}
    </section>
  );
}

/** A signed tree head as it is printed and kept. */
export function Checkpoint({ title, note }: { title: string; note: string }) {
  const { t } = useSpeech();
  return (
    <>
      <h3>{title}</h3>
      <p className="hint">{t.bulletin.checkpointHint}</p>
      <pre className="note">{note.trim()}</pre>
    </>
  );
}
