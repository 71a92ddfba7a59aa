import { Alert, Button } from 'antd';
import { useState } from 'react';
import { seal } from '../../../../platform/sealing/envelope.ts';
import { type DeskKey, type OpenedReport, resealText } from '../../../../web/api/reports.ts';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { belongsTo } from '../../contract/report.ts';
import type { DeskText } from './open-texts.ts';

interface Props {
  readonly report: OpenedReport;
  readonly texts: readonly DeskText[];
  readonly inForce: readonly DeskKey[];
  readonly refresh: () => Promise<void>;
}

/** After a change of keys: what was opened with an old key can be sealed to those in force. */
export function ResealNotice({ report, texts, inForce, refresh }: Props) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const old = texts.filter(
    ({ inside, sealedTo }) => inside && inForce.some(({ fingerprint }) => !sealedTo.includes(fingerprint)),
  );
  if (old.length === 0) return null;
  const sealAnew = async () => {
    setBusy(true);
    setError(null);
    try {
      for (const { hash, author, inside } of old) {
        const belongs = author === 'DESK' ? belongsTo.answer(report.answerTo) : belongsTo.text(report.answerTo);
        const keys = inForce.map(({ publicKey }) => publicKey);
        const envelope = await seal(inside, belongs, keys);
        await resealText(report.record, hash, {
          envelope,
          sealedTo: inForce.map(({ fingerprint }) => fingerprint),
        });
      }
      await refresh();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <Alert
      type="info"
      showIcon
      className="card-alert"
      title={error === null ? t.reports.resealHint : errorText(error)}
      action={
        <Button loading={busy} onClick={() => void sealAnew()}>
          {t.reports.reseal}
        </Button>
      }
    />
  );
}
