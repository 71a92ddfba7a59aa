import { Button, Card } from 'antd';
import { useState } from 'react';
import { SealError, unseal } from '../../../../platform/sealing/envelope.ts';
import { fill } from '../../../../platform/words.ts';
import { type OpenedReport, openContact } from '../../../../web/api/reports.ts';
import { useHeldKeys } from '../../../../web/kit/desk-key/desk-secret.ts';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { belongsTo, type ContactInside, contactInside } from '../../contract/report.ts';

/** Who reported: asked for by itself, because seeing it is an act of its own. */
export function ContactCard({ report }: { report: OpenedReport }) {
  const { t } = useSpeech();
  const held = useHeldKeys();
  const [found, setFound] = useState<ContactInside | string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    setError(null);
    try {
      const { contacts } = await openContact(report.record);
      const secrets = held.map(({ secret }) => secret);
      setFound(fill(t.reports.unopened['other-key'], { keys: contacts.flatMap((one) => one.sealedTo).join('；') }));
      for (const { envelope } of contacts) {
        const inside = await unseal(envelope, belongsTo.contact(report.answerTo), secrets).catch((failure: unknown) => {
          if (!(failure instanceof SealError)) throw failure;
          return null;
        });
        const read = contactInside.safeParse(inside);
        if (read.success) setFound(read.data);
      }
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Card size="small" title={<h2>{t.reports.contact}</h2>} className="card-gap">
      {error !== null && <ErrorNotice error={error} />}
      {found === null && (
        <>
          <p className="card-hint">{t.reports.contactHint}</p>
          <Button onClick={() => void open()}>{t.reports.contactOpen}</Button>
        </>
      )}
      {typeof found === 'string' && <p>{found}</p>}
      {found !== null && typeof found === 'object' && (
        <p className="report-text">
          <strong>{found.name}</strong> {found.contact}
        </p>
      )}
    </Card>
  );
}
