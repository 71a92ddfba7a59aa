import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Progress } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { cancelFreeze, type FreezeRun, freezeQuery, isFreezing } from '../../../../web/api/bulletins.ts';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { formatNumber } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';

interface Props {
  readonly id: string;
  readonly run: FreezeRun;
  /** Version of the draft on the page: how an older one fared says nothing of it. */
  readonly version: number;
}

/** A freeze under way, with the way to stop it; or why the last one came to nothing. */
export function FreezeNotice({ id, run, version }: Props) {
  const { t } = useSpeech();
  if (isFreezing(run)) return <UnderWay id={id} run={run} />;
  if (run.draft !== version) return null;
  if (run.state === 'refused') {
    return (
      <Alert
        type="error"
        showIcon
        className="card-alert"
        title={t.bulletins.freezeRefused}
        description={run.refusal ?? undefined}
      />
    );
  }
  return run.state === 'cancelled' ? (
    <Alert type="info" showIcon className="card-alert" title={t.bulletins.freezeCancelled} />
  ) : null;
}

function UnderWay({ id, run }: Pick<Props, 'id' | 'run'>) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const cancel = async () => {
    setBusy(true);
    setError(null);
    try {
      queries.setQueryData(freezeQuery(id).queryKey, await cancelFreeze(id));
    } catch (failure) {
      // It may have come to its end in the meantime: then the page shows that.
      setError(failure);
      await queries.invalidateQueries({ queryKey: freezeQuery(id).queryKey });
    }
    setBusy(false);
  };
  const told = { done: run.figures, of: run.of, n: formatNumber(run.records) };
  return (
    <Card size="small" className="freezing">
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <div className="freezing-line">
        <div role="status" className="freezing-words">
          <strong className="numbers">
            {run.state === 'waiting'
              ? t.bulletins.freezeWaiting
              : run.records === 0
                ? t.bulletins.freezeChecking
                : fill(t.bulletins.freezing, told)}
          </strong>
          <span className="quiet">
            {run.by && `${fill(t.bulletins.freezingBy, { name: run.by })} · `}
            {t.bulletins.freezingHint}
          </span>
        </div>
        <Button loading={busy} onClick={() => void cancel()}>
          {t.bulletins.cancelFreeze}
        </Button>
      </div>
      <Progress
        percent={Math.floor((100 * run.figures) / Math.max(run.of, 1))}
        status="active"
        aria-label={t.bulletins.freezeProgress}
      />
    </Card>
  );
}
