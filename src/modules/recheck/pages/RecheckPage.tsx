import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Descriptions } from 'antd';
import { useState } from 'react';
import { fill } from '../../../platform/words.ts';
import { isMissing } from '../../../web/api/client.ts';
import {
  type AuditReport,
  auditPlan,
  type PlanView,
  planQuery,
  recheckFileAt,
  unreadyQuery,
} from '../../../web/api/recheck.ts';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { formatDay, formatMoment, formatNumber } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Notice } from '../../../web/kit/Notice.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { DrawnCard } from './DrawnCard.tsx';
import { GroupTable } from './GroupTable.tsx';
import { ResultsCard } from './ResultsCard.tsx';
import { SeedCard } from './SeedCard.tsx';
import { StateTag } from './StateTag.tsx';
import { UnreadyAlert } from './UnreadyAlert.tsx';
import { useHolds } from './use-holds.ts';

/** One re-check: its plan, its seed, what was drawn and what came of it. */
export default function RecheckPage() {
  const { t } = useSpeech();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(planQuery(id));
  if (isMissing(query.error)) {
    return <Notice title={t.recheck.missing} link={{ to: paths.rechecks, label: t.recheck.back }} />;
  }
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return <Desk view={query.data} />;
}

function Desk({ view }: { view: PlanView }) {
  const { t, language } = useSpeech();
  const [maySeed, mayOversee, mayAudit] = [useHolds('seed'), useHolds('oversee'), useHolds('audit')];
  const mayPlan = useHolds('plan');
  const own = t.recheck;
  const { plan } = view;
  const source =
    plan.seed.kind === 'beacon'
      ? `${own.seedKinds.beacon} drand quicknet · ${fill(own.round, { n: plan.seed.round })}`
      : `${own.seedKinds.dice} · ${plan.seed.place} · ${own.rolls} ${plan.seed.rolls}`;
  const facts = [
    [own.state, <StateTag key="state" state={view.state} />],
    [own.population, own.populations[view.population]],
    [own.asOf, formatDay(view.asOf, language)],
    [own.committedAt, formatMoment(view.committedAt, language)],
    [own.seed, source],
    [plan.seed.kind === 'dice' ? own.diceAt : own.seedAt, formatMoment(view.seedAt, language)],
    ...(view.drawnAt ? [[own.drawnAt, formatMoment(view.drawnAt, language)] as const] : []),
    [own.cases, formatNumber(view.cases)],
    [own.size, formatNumber(view.size)],
    ...(plan.limit === undefined ? [] : [[own.limit.name, fill(own.limit.workingDays, { n: plan.limit })] as const]),
  ] as const;
  return (
    <Page
      title={`${fill(own.number, { n: view.number })} ${view.title}`}
      back={{ to: paths.rechecks, label: own.back }}
      actions={
        <Button icon={<DownloadOutlined aria-hidden />} href={recheckFileAt(view.id)} download>
          {own.file}
        </Button>
      }
    >
      {plan.replaces && (
        <Alert
          type="warning"
          showIcon
          className="card-alert"
          title={fill(own.replaces, { n: plan.replaces.number, reason: plan.replaces.reason })}
        />
      )}
      {view.replacedBy !== null && (
        <Alert type="info" showIcon className="card-alert" title={fill(own.replacedBy, { n: view.replacedBy })} />
      )}
      <Card size="small" style={{ marginBottom: 16 }}>
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={facts.map(([label, children]) => ({ key: label, label, children }))}
        />
      </Card>
      {view.late > 0 && (
        <Alert
          type="error"
          showIcon
          className="card-alert"
          title={fill(own.limit.lateLine, { n: view.late, open: view.waiting.open })}
          description={mayPlan ? own.limit.lateHint : undefined}
        />
      )}
      {view.waiting.soon > 0 && (
        <Alert
          type="warning"
          showIcon
          className="card-alert"
          title={fill(own.limit.soonLine, { n: view.waiting.soon })}
        />
      )}
      {mayOversee && view.state !== 'DONE' && <Unready id={view.id} />}
      {!view.seed && maySeed && <SeedCard view={view} />}
      {view.seed && <ResultsCard results={view.results} />}
      {view.seed && mayOversee && <DrawnCard id={view.id} mayReplace={mayPlan} />}
      <Card size="small" title={<h2>{own.groups}</h2>} style={{ marginBottom: 16 }}>
        <GroupTable groups={view.groups} />
      </Card>
      <ProofCard view={view} mayAudit={mayAudit} />
    </Page>
  );
}

/** Who of the pool has no account to do the work with, for as long as it may matter. */
function Unready({ id }: { id: string }) {
  const { data } = useQuery(unreadyQuery(id));
  return data ? <UnreadyAlert officers={data.officers} fixed /> : null;
}

/** What an outsider compares, and for the auditor the frame built again out of the register. */
function ProofCard({ view, mayAudit }: { view: PlanView; mayAudit: boolean }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<AuditReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const own = t.recheck;

  const audit = async () => {
    setBusy(true);
    setError(null);
    try {
      setReport(await auditPlan(view.id));
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };

  return (
    <Card size="small" title={<h2>{own.proof}</h2>}>
      {view.planned && (
        <p style={{ overflowWrap: 'anywhere' }}>
          {own.planned}: <code>{`${view.planned.size} ${view.planned.root}`}</code>
          <br />
          <span className="quiet">{own.plannedHint}</span>
        </p>
      )}
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      {report && (
        <Alert
          type={report.holds ? 'success' : 'error'}
          showIcon
          className="card-alert"
          title={
            report.holds
              ? fill(own.auditHolds, { n: report.cases })
              : fill(own.auditFails, { n: report.findings.length })
          }
          description={
            !report.holds && (
              <ul>
                {report.findings.slice(0, 50).map(({ kind, what }) => (
                  <li key={`${kind}/${what}`}>
                    {what}: {own.auditKinds[kind]}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
      {mayAudit && (
        <Button onClick={() => void audit()} loading={busy}>
          {own.audit}
        </Button>
      )}
    </Card>
  );
}
