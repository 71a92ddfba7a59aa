import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card } from 'antd';
import type { LedgerView } from '../../../api/ledger.ts';
import { CopyText } from '../../../kit/CopyText.tsx';
import { useSpeech } from '../../../locales/index.ts';

/** The signed tree head and the key that checks it, to be kept outside. */
export function CheckpointCard({ ledger }: { ledger: LedgerView }) {
  const { t } = useSpeech();
  return (
    <Card size="small" title={<h2>{t.ledger.checkpoint}</h2>}>
      <p className="card-hint">{t.ledger.checkpointHint}</p>
      {ledger.checkpoint === null ? (
        <p className="quiet">{t.ledger.noCheckpoint}</p>
      ) : (
        <CopyText
          text={ledger.checkpoint}
          label={t.ledger.checkpoint}
          actions={
            <Button
              icon={<DownloadOutlined aria-hidden />}
              href="/ledger/checkpoint"
              download={`checkpoint-${ledger.size}.txt`}
            >
              {t.ledger.download}
            </Button>
          }
        />
      )}
      <h3>{t.ledger.verifierKey}</h3>
      <p className="card-hint">{t.ledger.verifierHint}</p>
      <CopyText text={ledger.publicKey} label={t.ledger.verifierKey} />
    </Card>
  );
}
