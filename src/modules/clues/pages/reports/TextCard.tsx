import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import { openFile } from '../../../../platform/sealing/files.ts';
import { fill } from '../../../../platform/words.ts';
import { fileAddress } from '../../../../web/api/reports.ts';
import { formatDay } from '../../../../web/kit/format.ts';
import { saveFile } from '../../../../web/kit/save-file.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { SealedFileNote } from '../../contract/report.ts';
import { fits, kindOf, safeName } from './file-kind.ts';
import type { DeskText } from './open-texts.ts';

/** One text of the conversation, shown as text and never as a page. */
export function TextCard({ record, text }: { record: string; text: DeskText }) {
  const { t, language } = useSpeech();
  const { inside, fault } = text;
  return (
    <Card
      size="small"
      className="card-gap"
      title={<h2>{text.author === 'DESK' ? t.reports.desk : t.reports.reporter}</h2>}
      extra={formatDay(text.sentOn, language)}
    >
      {fault && (
        <Alert type="warning" showIcon title={fill(t.reports.unopened[fault], { keys: text.sealedTo.join('；') })} />
      )}
      {inside?.about && (
        <p>
          {t.reports.about} <strong>{inside.about}</strong>
        </p>
      )}
      {inside?.text && <p className="report-text">{inside.text}</p>}
      {inside && inside.files.length > 0 && (
        <ul className="report-files" aria-label={t.reports.files}>
          {inside.files.map((file) => (
            <Attachment key={file.hash} record={record} file={file} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What was found out about an attachment. */
interface Note {
  readonly text: string;
  readonly warns: boolean;
}

/** An attachment: opened in the page, judged by its content, and saved under a name that runs nothing. */
function Attachment({ record, file }: { record: string; file: SealedFileNote }) {
  const { t } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const take = async () => {
    setBusy(true);
    try {
      const bytes = await fetchFile(record, file);
      const kind = kindOf(bytes.subarray(0, 4_096));
      const found = { name: file.name, kind: kind.name };
      setNotes([
        fits(file.name, kind)
          ? { text: fill(t.reports.kind, found), warns: false }
          : { text: fill(t.reports.disagrees, found), warns: true },
        ...(kind.active ? [{ text: fill(t.reports.active, found), warns: true }] : []),
      ]);
      saveFile(bytes, safeName(file.name, kind));
    } catch {
      setNotes([{ text: t.reports.notHere, warns: true }]);
    }
    setBusy(false);
  };
  return (
    <li>
      {file.name} ({Math.ceil(file.size / 1_024)} KB){' '}
      <Button size="small" loading={busy} aria-label={`${t.reports.take} ${file.name}`} onClick={() => void take()}>
        {t.reports.take}
      </Button>
      {notes.map(({ text, warns }) => (
        <Alert key={text} type={warns ? 'warning' : 'success'} showIcon title={text} />
      ))}
    </li>
  );
}

async function fetchFile(record: string, { hash, secret, size }: SealedFileNote): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(fileAddress(record, hash), { credentials: 'same-origin' });
  if (!answer.ok || !answer.body) throw new Error(String(answer.status));
  const plain = await openFile(answer.body, secret, size);
  return new Uint8Array(await new Response(plain as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
