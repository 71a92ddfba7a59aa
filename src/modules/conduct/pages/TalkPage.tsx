import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouterState } from '@tanstack/react-router';
import { App, Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { isMissing } from '../../../web/api/client.ts';
import { matterQuery, takeStep } from '../../../web/api/matters.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { formatDay, formatMoment } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Notice } from '../../../web/kit/Notice.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { talkLifecycle } from '../lifecycle.ts';
import { selfReports, talkNotes } from '../registers.ts';
import { TalkState } from './TalkState.tsx';
import { talkQuery } from './talk-query.ts';
import { talkTexts } from './talks-words.ts';

const MATTER = 'conduct.talks';
const { CONFIRM, TALKER_CONFIRM, OBJECT, HOLD } = talkLifecycle.actions;

const texts = {
  missing: words('没有这次谈话', 'There is no such talk'),
  own: words('我的谈话', 'My talks'),
  desk: words('必谈落实', 'Talks due and held'),
  title: words('谈话', 'Talk'),
  open: words('打开谈话记录（留痕）', 'Open the notes (leaves a trace)'),
  notesHint: words(
    '只有谈话双方和纪委监委联络员能看，每次打开都留痕。',
    'For the two who talked and the discipline desk; each opening leaves a trace.',
  ),
  none: words('没有填写谈话记录，或您无权查看。', 'There are no notes, or they are not for you.'),
  objectHint: words(
    '写明与实际不符之处；谈话须重新进行。',
    'Say what is not as it was; the talk has to be held again.',
  ),
  report: words('有情况需要说明？填写自查报告', 'Something to report? Write a self-report'),
  reports: words('由此谈话引起的自查报告', 'Self-reports that follow from this talk'),
  reportsHint: words(
    '只有本人和纪检能看到，谈话单位看不到。',
    'Seen by the officer and the discipline desk, not by the unit.',
  ),
  steps: words('办理过程', 'Steps'),
};

/** One talk, for the officer on a phone and for the unit: who confirmed, what was objected, the notes for whom they are. */
export default function TalkPage() {
  const { t, say, language } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const cache = useQueryClient();
  const { record = '' } = useParams({ strict: false }) as { record?: string };
  const isOwn = useRouterState({ select: ({ location }) => location.pathname.startsWith(`${paths.ownTalks}/`) });
  const [objecting, setObjecting] = useState(false);
  const talk = useQuery(talkQuery(record));
  const matter = useQuery({ ...matterQuery(MATTER, record), retry: false });
  const back = isOwn ? { to: paths.ownTalks, label: say(texts.own) } : { to: paths.talks, label: say(texts.desk) };
  if (isMissing(talk.error)) return <Notice title={say(texts.missing)} link={back} />;
  if (talk.isPending || matter.isPending) return <Loading />;
  const broken = talk.error ?? matter.error;
  if (broken) return <ErrorNotice error={broken} retry={() => void talk.refetch()} />;
  const view = talk.data!;
  const { actions, steps, current } = matter.data!;
  const take = async (action: string, input: Readonly<Record<string, unknown>> = {}) => {
    await takeStep(MATTER, record, action, { version: current.version, input });
    await cache.invalidateQueries({ queryKey: ['matters'] });
    await cache.invalidateQueries({ queryKey: ['conduct', 'talks'] });
  };
  const button = (action: string) => () => {
    take(action).catch((error: unknown) => message.error(errorText(error)));
  };
  const facts = [
    [say(talkTexts.officer), view.officerName],
    [say(talkTexts.talker), view.talkerName],
    [say(talkTexts.heldOn), formatDay(view.heldOn, language)],
    [say(talkTexts.kind), view.kindName ?? '—'],
    [say(talkTexts.place), view.place ?? '—'],
    [say(talkTexts.topics), view.topics ?? '—'],
  ] as const;
  return (
    <Page
      title={`${say(texts.title)} ${view.number}`}
      back={back}
      lead={<TalkState talk={view} />}
      actions={
        <>
          {actions.includes('TALKER_CONFIRM') && view.talkerConfirmedOn === null && (
            <Button type="primary" onClick={button('TALKER_CONFIRM')}>
              {say(TALKER_CONFIRM.words)}
            </Button>
          )}
          {actions.includes('CONFIRM') && view.talkerConfirmedOn !== null && (
            <Button type="primary" onClick={button('CONFIRM')}>
              {say(CONFIRM.words)}
            </Button>
          )}
          {actions.includes('OBJECT') && <Button onClick={() => setObjecting(true)}>{say(OBJECT.words)}</Button>}
          {actions.includes('HOLD') && <Anchor to={paths.matter(MATTER, record)}>{say(HOLD.words)}</Anchor>}
        </>
      }
    >
      <div className="stack">
        <Card size="small">
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="prewrap">{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card size="small" title={<h2>{say(talkTexts.notes)}</h2>}>
          {view.notes === null ? (
            <p className="quiet card-hint">{say(texts.none)}</p>
          ) : (
            <>
              <p className="quiet card-hint">{say(texts.notesHint)}</p>
              <Anchor to={paths.record(talkNotes.name, view.notes)}>{say(texts.open)}</Anchor>
            </>
          )}
        </Card>
        <Card size="small" title={<h2>{say(texts.steps)}</h2>}>
          {steps.length === 0 && <p className="quiet card-hint">{t.matters.noSteps}</p>}
          <ol className="steps" reversed>
            {steps.toReversed().map((step) => (
              <li key={step.number}>
                <strong>{say(talkLifecycle.actions[step.action as keyof typeof talkLifecycle.actions].words)}</strong>{' '}
                <span className="quiet">
                  {step.by} · {formatMoment(step.at, language)}
                </span>
                {step.reason && <p className="prewrap">{step.reason}</p>}
              </li>
            ))}
          </ol>
        </Card>
        {view.reports.length > 0 && (
          <Card size="small" title={<h2>{say(texts.reports)}</h2>}>
            <p className="quiet card-hint">{say(texts.reportsHint)}</p>
            <ul className="matter-lines">
              {view.reports.map(({ record: report, number, submittedAt, state }) => (
                <li key={report}>
                  {isOwn ? number : <Anchor to={paths.matter(selfReports.name, report)}>{number}</Anchor>}{' '}
                  <Tag>{say(selfReports.columns.state.choices![state]!)}</Tag>
                  <span className="quiet">{formatMoment(submittedAt, language)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {isOwn && (
          <Card size="small">
            <Anchor to={paths.selfReport} search={{ talk: record }}>
              {say(texts.report)}
            </Anchor>
          </Card>
        )}
      </div>
      {objecting && (
        <ReasonDialog
          title={say(OBJECT.words)}
          hint={say(texts.objectHint)}
          action={say(OBJECT.words)}
          onConfirm={async (reason) => {
            await take('OBJECT', { reason });
            setObjecting(false);
          }}
          onClose={() => setObjecting(false)}
        />
      )}
    </Page>
  );
}
