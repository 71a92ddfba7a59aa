import { Alert, Card, Spin } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { type ImportView, isAtWork } from '../../../api/imports.ts';
import { formatMoment, formatNumber, formatSize } from '../../../kit/format.ts';
import { Page } from '../../../kit/Page.tsx';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';
import { CountCards } from './CountCards.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import { DifferenceCard } from './DifferenceCard.tsx';
import { FaultCard } from './FaultCard.tsx';
import { ImportStateTag } from './ImportStateTag.tsx';
import { PlanCard } from './PlanCard.tsx';
import { RegisteredNotice } from './RegisteredNotice.tsx';

/** An import from arrival to register: what the state allows is shown, and nothing else. */
export function ImportDesk({ view }: { view: ImportView }) {
  const { t, language } = useSpeech();
  const { state, counts } = view;
  const stage = `${state} ${JSON.stringify(view.sheets)} ${view.faults}`;
  return (
    <Page
      title={view.file}
      back={{ to: paths.imports, label: t.import.all }}
      lead={
        <span className="import-lead">
          <ImportStateTag state={state} />
          <span>{formatMoment(view.at, language)}</span>
          <span>{view.by ?? t.record.bySystem}</span>
          <span className="numbers">{formatSize(view.size)}</span>
        </span>
      }
    >
      <div className="stack">
        {isAtWork(view) && <Progress view={view} />}
        {state === 'refused' && (
          <Alert type="error" showIcon title={t.import.refused} description={view.refusal ?? undefined} />
        )}
        {state === 'cancelled' && <Alert type="info" showIcon title={t.import.cancelled} />}
        {state === 'takenBack' && <Alert type="info" showIcon title={t.import.takenBack} />}
        {state === 'registered' && <RegisteredNotice view={view} />}
        {counts && !isAtWork(view) && <CountCards counts={counts} />}
        {state === 'checked' && view.opens && <DecisionCard view={view} />}
        {view.sheets.length > 0 && !isAtWork(view) && (
          <PlanCard key={stage} view={view} editable={state === 'checked' && view.opens} />
        )}
        {!view.opens && <Alert type="info" showIcon title={t.import.closed} />}
        {view.opens && counts && !isAtWork(view) && <FaultCard view={view} stage={stage} />}
        {view.opens && counts && counts.superseded > 0 && !isAtWork(view) && (
          <DifferenceCard view={view} stage={stage} />
        )}
        <p className="quiet break">
          {t.import.sum}: <code>{view.sha256}</code>
        </p>
      </div>
    </Page>
  );
}

function Progress({ view }: { view: ImportView }) {
  const { t } = useSpeech();
  return (
    <Card>
      <div role="status" className="progress">
        <Spin />
        <strong className="numbers">{fill(t.import.progress, { n: formatNumber(view.progress) })}</strong>
        <span className="quiet">{view.state === 'registering' ? t.import.registeringHint : t.import.checkingHint}</span>
      </div>
    </Card>
  );
}
