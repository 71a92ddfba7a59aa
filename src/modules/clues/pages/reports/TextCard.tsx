import { Alert, Card } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { fileAddress } from '../../../../web/api/reports.ts';
import { Attachment } from '../../../../web/kit/attachments/Attachment.tsx';
import { formatDay } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
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
            <Attachment key={file.hash} file={file} address={fileAddress(record, file.hash)} />
          ))}
        </ul>
      )}
    </Card>
  );
}
