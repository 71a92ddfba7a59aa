import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Popconfirm } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { cancelImport, type ImportView, registerImport } from '../../../api/imports.ts';
import { useErrorText } from '../../../kit/error-text.ts';
import { formatNumber } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';

type Act = 'all' | 'good' | 'cancel';

/** The two ways to register a checked workbook, and the way out. */
export function DecisionCard({ view }: { view: ImportView }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<Act | undefined>();
  const [error, setError] = useState<unknown>(null);
  const { rows, faulty } = view.counts ?? { rows: 0, faulty: 0 };
  const good = rows - faulty;

  const act = async (chosen: Act) => {
    setBusy(chosen);
    setError(null);
    try {
      await (chosen === 'cancel' ? cancelImport(view.id) : registerImport(view.id, chosen));
      await queries.invalidateQueries({ queryKey: ['imports'] });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(undefined);
    }
  };

  const cancel = (
    <Popconfirm
      title={t.import.cancelAsk}
      description={t.import.cancelHint}
      okText={t.import.cancel}
      cancelText={t.import.keep}
      onConfirm={() => void act('cancel')}
    >
      <Button loading={busy === 'cancel'}>{t.import.cancel}</Button>
    </Popconfirm>
  );

  return (
    <Card size="small" title={<h2>{t.import.decide}</h2>}>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      {good === 0 && <p>{t.import.nothing}</p>}
      <div className="decisions">
        {good > 0 && (
          <div>
            <Button
              type={faulty === 0 ? 'primary' : 'default'}
              disabled={faulty > 0 || busy !== undefined}
              loading={busy === 'all'}
              onClick={() => void act('all')}
            >
              {t.import.registerAll}
            </Button>
            <span className="quiet">
              {faulty > 0 ? fill(t.import.allBlocked, { n: formatNumber(faulty) }) : t.import.registerAllHint}
            </span>
          </div>
        )}
        {good > 0 && faulty > 0 && (
          <div>
            <Button
              type="primary"
              disabled={busy !== undefined}
              loading={busy === 'good'}
              onClick={() => void act('good')}
            >
              {t.import.registerGood}
            </Button>
            <span className="quiet">{fill(t.import.registerGoodHint, { n: formatNumber(faulty) })}</span>
          </div>
        )}
        <div>{cancel}</div>
      </div>
    </Card>
  );
}
