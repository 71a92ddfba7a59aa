import { App, Button, Card, Input } from 'antd';
import { useState } from 'react';
import { seal } from '../../../../platform/sealing/envelope.ts';
import { answerReport, type DeskKey, type OpenedReport } from '../../../../web/api/reports.ts';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { useAskedClose } from '../../../../web/kit/use-asked-close.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { belongsTo, MOST_CHARACTERS } from '../../contract/report.ts';

interface Props {
  readonly report: OpenedReport;
  readonly inForce: readonly DeskKey[];
  readonly refresh: () => Promise<void>;
}

/** An answer, sealed here to the holder of the receipt code and to the desk itself. */
export function AnswerCard({ report, inForce, refresh }: Props) {
  const { t } = useSpeech();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useAskedClose(() => !busy && text.trim() !== '');
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      const keys = [report.answerTo, ...inForce.map(({ publicKey }) => publicKey)];
      const envelope = await seal({ text: text.trim(), files: [] }, belongsTo.answer(report.answerTo), keys);
      await answerReport(report.record, { envelope, sealedTo: inForce.map(({ fingerprint }) => fingerprint) });
      setText('');
      message.success(t.reports.answered);
      await refresh();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <Card size="small" title={<h2>{t.reports.answer}</h2>} className="card-gap">
      <p className="card-hint">{t.reports.answerHint}</p>
      {error !== null && <ErrorNotice error={error} />}
      <Input.TextArea
        aria-label={t.reports.answer}
        autoSize={{ minRows: 3 }}
        maxLength={MOST_CHARACTERS}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button
        type="primary"
        style={{ marginTop: 12 }}
        loading={busy}
        disabled={text.trim() === '' || inForce.length === 0}
        onClick={() => void send()}
      >
        {t.reports.answerSend}
      </Button>
    </Card>
  );
}
