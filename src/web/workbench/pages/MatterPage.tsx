import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, App, Button, Card, Tag } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { findMatter } from '../../../modules/pages.ts';
import { EMERGENCY_REASON } from '../../../platform/lifecycle/contract.ts';
import { fill } from '../../../platform/words.ts';
import { isMissing, isStatus, Problem } from '../../api/client.ts';
import { breakGlass, matterQuery, takeStep } from '../../api/matters.ts';
import { ErrorNotice } from '../../kit/ErrorNotice.tsx';
import { formatMoment } from '../../kit/format.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { useSpeech } from '../../locales/index.ts';
import { Beside } from './matter/Beside.tsx';
import { Limits } from './matter/Limits.tsx';
import { MattersOf } from './matter/MattersOf.tsx';
import { StepButtons } from './matter/StepButtons.tsx';
import { StepForm } from './matter/StepForm.tsx';
import { Steps } from './matter/Steps.tsx';
import { RecordFacts } from './record/RecordFacts.tsx';

/** One matter: where it stands, its limits, what was done, and what the reader may do now. */
export default function MatterPage() {
  const { t, say, language } = useSpeech();
  const { message } = App.useApp();
  const { name = '', record = '' } = useParams({ strict: false }) as { name?: string; record?: string };
  const queries = useQueryClient();
  const [taking, setTaking] = useState<{
    readonly action: string;
    readonly start?: Readonly<Record<string, string>>;
  }>();
  const [breaking, setBreaking] = useState(false);
  const matter = findMatter(name);
  const view = useQuery({ ...matterQuery(name, record), enabled: !!matter });
  const Part = useMemo(() => matter?.part && lazy(matter.part), [matter]);
  const refresh = () => queries.invalidateQueries({ queryKey: ['matters'] });
  const back = {
    to: matter ? (matter.list ?? paths.matters(name)) : paths.home,
    label: matter ? say(matter.register.words) : t.menu.home,
  };
  const closed = view.error instanceof Problem && view.error.code === 'record.closed';
  if (closed && !matter?.emergency) return <Notice title={t.matters.closed} link={back} />;
  if (closed)
    return (
      <Page title={t.matters.closed} back={back}>
        <p>{t.matters.breakGlassHint}</p>
        <Button danger onClick={() => setBreaking(true)}>
          {t.matters.breakGlass}
        </Button>
        {breaking && (
          <ReasonDialog
            title={t.matters.breakGlass}
            hint={t.matters.breakGlassHint}
            action={t.matters.breakGlass}
            atLeast={EMERGENCY_REASON}
            onConfirm={async (reason) => {
              await breakGlass(record, reason);
              setBreaking(false);
              await refresh();
            }}
            onClose={() => setBreaking(false)}
          />
        )}
      </Page>
    );
  if (!matter || isMissing(view.error) || isStatus(view.error, 403))
    return <Notice title={t.matters.missing} link={back} />;
  if (view.isPending) return <Loading />;
  if (view.isError) return <ErrorNotice error={view.error} retry={() => void view.refetch()} />;
  const { current, state, limits, steps, actions, standingBack, named, beside } = view.data;
  const offered = actions.filter((action) => !matter.takes?.includes(action));
  const title = String(current.values[matter.register.title ?? matter.register.key[0]!] ?? '');
  return (
    <Page
      title={title}
      lead={
        <Tag color={state === null ? undefined : 'processing'}>
          {state === null ? t.matters.noState : say(matter.lifecycle.states[state]!)}
        </Tag>
      }
      back={back}
      actions={
        offered.length > 0 && (
          <StepButtons matter={matter} actions={offered} limits={limits} onTake={(action) => setTaking({ action })} />
        )
      }
    >
      <div className="stack">
        {standingBack && <Alert type="warning" showIcon title={say(standingBack)} />}
        {Part && (
          <Suspense fallback={<Loading />}>
            <Part view={view.data} refresh={refresh} take={(action, start) => setTaking({ action, start })} />
          </Suspense>
        )}
        <Limits lifecycle={matter.lifecycle} limits={limits} />
        <MattersOf name={name} record={record} />
        <Card size="small" title={<h2>{t.record.values}</h2>}>
          <RecordFacts register={matter.register} version={current} filled />
        </Card>
        <Beside matter={matter} record={record} beside={beside} onAdded={refresh} />
        <Steps matter={matter} steps={steps} />
        {named.length > 0 && (
          <Card size="small" title={<h2>{t.matters.named}</h2>}>
            <ul className="matter-lines">
              {named.map((one) => (
                <li key={`${one.name} ${one.since}`}>
                  {one.name}{' '}
                  <span className="quiet">
                    {fill(t.matters.namedSince, { moment: formatMoment(one.since, language) })}
                    {one.until && ` ${fill(t.matters.namedUntil, { moment: formatMoment(one.until, language) })}`}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
      {taking && (
        <StepForm
          matter={matter}
          action={taking.action}
          start={{ ...current.values, ...taking.start }}
          onTake={async (input) => {
            try {
              await takeStep(name, record, taking.action, { version: current.version, input });
            } catch (error) {
              // Somebody was faster: the page behind the form shows what they did, and the form keeps what was typed.
              if (isStatus(error, 409)) await refresh();
              throw error;
            }
            message.success(fill(t.matters.done, { action: say(matter.lifecycle.actions[taking.action]!.words) }));
            setTaking(undefined);
            await refresh();
          }}
          onClose={() => setTaking(undefined)}
        >
          <Limits lifecycle={matter.lifecycle} limits={limits.filter(({ stoppedAt }) => stoppedAt === null)} />
          <Steps matter={matter} steps={steps} />
          <Beside matter={matter} record={record} beside={beside} />
        </StepForm>
      )}
    </Page>
  );
}
