import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { fill } from '../../../platform/words.ts';
import { ledgerQuery } from '../../api/ledger.ts';
import { CopyText } from '../../kit/CopyText.tsx';
import { ErrorNotice } from '../../kit/ErrorNotice.tsx';
import { formatNumber } from '../../kit/format.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Page } from '../../kit/Page.tsx';
import { useSpeech } from '../../locales/index.ts';
import { CheckpointCard } from './ledger/CheckpointCard.tsx';
import { RecentActs } from './ledger/RecentActs.tsx';

/** The state of the log of acts, what it proves, and how to check it without trusting this page. */
export default function LedgerPage() {
  const { t } = useSpeech();
  const query = useQuery(ledgerQuery);
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const ledger = query.data;
  const { keep, run, read, bulletin } = t.ledger.verifySteps;
  return (
    <Page title={t.ledger.title} lead={`${t.ledger.proves} ${t.ledger.provesToo}`}>
      <div className="stack">
        <Card size="small">
          <dl className="inline-facts">
            <div>
              <dt>{t.ledger.size}</dt>
              <dd className="numbers ledger-size">{formatNumber(ledger.size)}</dd>
            </div>
            <div>
              <dt>{t.ledger.pending}</dt>
              <dd>
                {ledger.pending === 0
                  ? t.ledger.pendingNone
                  : fill(t.ledger.pendingSome, { n: formatNumber(ledger.pending) })}
              </dd>
            </div>
            <div>
              <dt>{t.ledger.origin}</dt>
              <dd>{ledger.origin}</dd>
            </div>
            <div>
              <dt>{t.ledger.root}</dt>
              <dd className="break code">{ledger.root || '—'}</dd>
            </div>
          </dl>
        </Card>
        <div className="halves">
          <CheckpointCard ledger={ledger} />
          <Card size="small" title={<h2>{t.ledger.verify}</h2>}>
            <ol className="steps">
              <li>{keep}</li>
              <li>
                {run}
                <CopyText text="npx mingjing verify --checkpoint checkpoint.txt" label={t.ledger.verify} />
              </li>
              <li>{read}</li>
              <li>{bulletin}</li>
            </ol>
          </Card>
        </div>
        <Card size="small" title={<h2>{t.ledger.recent}</h2>}>
          <RecentActs acts={ledger.recent} />
        </Card>
      </div>
    </Page>
  );
}
