import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { type BulletinView, bundleAddress, reevaluateBulletin } from '../../../../web/api/bulletins.ts';
import { CopyText } from '../../../../web/kit/CopyText.tsx';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { useMayTake } from '../use-may-take.ts';

type Asked = { readonly how: 'success' | 'error'; readonly says: string } | undefined;

/** The bundle to take away, the command that checks it, the checkpoint to keep, and the figures computed once more. */
export function ProofCard({ view }: { view: BulletinView }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const mayAsk = useMayTake('FREEZE');
  const [asked, setAsked] = useState<Asked>();
  const [busy, setBusy] = useState(false);

  const again = async () => {
    setBusy(true);
    try {
      const { figures } = await reevaluateBulletin(view.id);
      const other = figures.filter(({ same }) => !same).map(({ id }) => id);
      setAsked(
        other.length === 0
          ? { how: 'success', says: fill(t.bulletins.againSame, { n: figures.length }) }
          : { how: 'error', says: fill(t.bulletins.againDiffers, { n: other.length, list: other.join(t.figures.or) }) },
      );
    } catch (failure) {
      setAsked({ how: 'error', says: errorText(failure) });
    }
    setBusy(false);
  };

  return (
    <Card size="small" title={<h2>{t.bulletins.proof}</h2>}>
      <div className="stack">
        <div>{t.bulletins.proofHint}</div>
        <div>
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden />}
            href={bundleAddress('/api/bulletins', view.id)}
            download
          >
            {t.bulletins.bundle}
          </Button>
        </div>
        <CopyText text="npx mingjing verify FILE.mingjing.json" label={t.bulletins.proof} />
        {view.checkpoint && (
          <div>
            <p className="card-hint">{t.bulletins.proofKnown}</p>
            <CopyText text={view.checkpoint} label={t.ledger.checkpoint} />
          </div>
        )}
        {mayAsk && (
          <div>
            <Button loading={busy} onClick={() => void again()}>
              {t.bulletins.again}
            </Button>
            <div role="status">
              {asked && <Alert type={asked.how} showIcon title={asked.says} style={{ marginTop: 8 }} />}
            </div>
          </div>
        )}
      </div>
    </Card>
  );
}
