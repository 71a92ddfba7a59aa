import './reports/reports.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Card } from 'antd';
import { useEffect, useState } from 'react';
import { isMissing } from '../../../web/api/client.ts';
import { deskKeysQuery, type OpenedReport, openedReportQuery } from '../../../web/api/reports.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { useHeldKeys } from '../../../web/kit/desk-key/desk-secret.ts';
import { KeyCard } from '../../../web/kit/desk-key/KeyCard.tsx';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Notice } from '../../../web/kit/Notice.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { reports } from '../registers/reports.ts';
import { AnswerCard } from './reports/AnswerCard.tsx';
import { ContactCard } from './reports/ContactCard.tsx';
import { type DeskText, openTexts } from './reports/open-texts.ts';
import { ResealNotice } from './reports/ResealNotice.tsx';
import { StepsCard } from './reports/StepsCard.tsx';
import { TextCard } from './reports/TextCard.tsx';

/** One report, opened with the key that this page holds. Nothing is asked of the server before there is a key. */
export default function ReportPage() {
  const { t } = useSpeech();
  const { record = '' } = useParams({ strict: false }) as { record?: string };
  const held = useHeldKeys();
  const query = useQuery({ ...openedReportQuery(record), enabled: held.length > 0 });
  if (held.length === 0) {
    // The key is loaded on the spot, so that whoever came for this report finds it afterwards.
    return (
      <Page title={t.reports.locked} back={{ to: paths.reports, label: t.reports.back }}>
        <KeyCard />
      </Page>
    );
  }
  if (isMissing(query.error)) {
    return <Notice title={t.reports.missing} link={{ to: paths.reports, label: t.reports.back }} />;
  }
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return <OpenReport report={query.data} refresh={async () => void (await query.refetch())} />;
}

function OpenReport({ report, refresh }: { report: OpenedReport; refresh: () => Promise<void> }) {
  const { t, say, language } = useSpeech();
  const held = useHeldKeys();
  const keys = useQuery(deskKeysQuery);
  const [texts, setTexts] = useState<readonly DeskText[] | null>(null);
  useEffect(() => {
    let stale = false;
    void openTexts(report, held).then((opened) => !stale && setTexts(opened));
    return () => {
      stale = true;
    };
  }, [report, held]);
  const inForce = keys.data?.filter(({ endedAt }) => !endedAt) ?? [];
  const { mode, state } = reports.columns;
  return (
    <Page
      title={report.number}
      lead={
        <>
          {formatDay(report.receivedOn, language)} · {say(mode.choices![report.mode]!)} ·{' '}
          {say(state.choices![report.state]!)}
        </>
      }
      back={{ to: paths.reports, label: t.reports.back }}
    >
      <div className="report-layout">
        <div>
          {texts === null && <Loading />}
          {texts && <ResealNotice report={report} texts={texts} inForce={inForce} refresh={refresh} />}
          {texts?.map((text) => (
            <TextCard key={text.hash} record={report.record} text={text} />
          ))}
        </div>
        <div>
          {report.reason && <Alert type="info" showIcon title={report.reason} className="card-alert" />}
          {report.clue && (
            <Card size="small" className="card-gap">
              <Anchor to={paths.matter('clues.clues', report.clue)}>{t.reports.handedOn}</Anchor>
            </Card>
          )}
          {report.hasContact && <ContactCard report={report} />}
          <AnswerCard report={report} inForce={inForce} refresh={refresh} />
          <StepsCard report={report} refresh={refresh} />
        </div>
      </div>
    </Page>
  );
}
