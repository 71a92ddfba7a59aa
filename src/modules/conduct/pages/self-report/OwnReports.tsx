import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Tag } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../../platform/words.ts';
import { type OwnReport, ownReportsQuery } from '../../../../web/api/self-reports.ts';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { formatMoment } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { selfReportLifecycle } from '../../lifecycle.ts';
import type { Draft } from './draft.ts';
import { saveReceipt } from './receipt-file.ts';

const texts = {
  title: words('我的自查报告', 'My self-reports'),
  none: words('还没有提交过。', 'Nothing handed in yet.'),
  place: words('存证第 {seq} 位，{at} 封存', 'Place {seq} in the ledger, sealed {at}'),
  waiting: words('等待写入存证', 'Waiting for the ledger'),
  paper: words('纸面报告，未封存', 'On paper, not sealed'),
  amends: words('补充 {number}', 'adds to {number}'),
  unread: words('尚未拆阅', 'Not opened yet'),
  took: words('经手记录', 'What was done with it'),
  prove: words('位次证明', 'Proof of its place'),
  amend: words('补充', 'Add to it'),
};

interface Props {
  readonly onAmend: (amends: NonNullable<Draft['amends']>) => void;
}

/** The officer's own reports: their places, everybody who opened them and why, and the way to add to one. */
export function OwnReports({ onAmend }: Props) {
  const { say } = useSpeech();
  const query = useQuery(ownReportsQuery);
  const [error, setError] = useState<unknown>(null);
  return (
    <Card size="small" className="card-gap" title={<h2>{say(texts.title)}</h2>}>
      <Asked query={query} />
      {error !== null && <ErrorNotice error={error} />}
      {query.data?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />}
      <ul className="record-cards">
        {query.data?.map((report) => (
          <Own key={report.record} report={report} onAmend={onAmend} onError={setError} />
        ))}
      </ul>
    </Card>
  );
}

function Own({ report, onAmend, onError }: Props & { report: OwnReport; onError: (error: unknown) => void }) {
  const { say, language } = useSpeech();
  const { actions, states } = selfReportLifecycle;
  const { record, number, sealed, seq, sealedAt, steps } = report;
  const later = steps.filter(({ action }) => action !== 'SUBMIT');
  return (
    <li>
      <div className="record-card-title">
        {number} <Tag>{say(states[report.state as keyof typeof states])}</Tag>
      </div>
      <div className="quiet">
        {formatMoment(report.submittedAt, language)}
        {report.amends && ` · ${fill(say(texts.amends), { number: report.amends })}`}
      </div>
      <div className="quiet">
        {!sealed
          ? say(texts.paper)
          : seq === null || sealedAt === null
            ? say(texts.waiting)
            : fill(say(texts.place), { seq, at: formatMoment(sealedAt, language) })}
      </div>
      {sealed && (
        <>
          {later.length === 0 ? (
            <p>{say(texts.unread)}</p>
          ) : (
            <ul className="self-steps" aria-label={say(texts.took)}>
              {later.map(({ action, by, at, reason }) => (
                <li key={`${at} ${action}`}>
                  <strong>{say(actions[action as keyof typeof actions].words)}</strong> {by} ·{' '}
                  {formatMoment(at, language)}
                  {reason && <div className="prewrap">{reason}</div>}
                </li>
              ))}
            </ul>
          )}
          <div className="self-below">
            <Button size="small" onClick={() => void saveReceipt(record, null).then(() => onError(null), onError)}>
              {say(texts.prove)}
            </Button>
            <Button size="small" onClick={() => onAmend({ record, number })}>
              {say(texts.amend)}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
