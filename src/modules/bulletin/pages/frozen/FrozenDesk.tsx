import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Card, Tabs } from 'antd';
import { useState } from 'react';
import { type BulletinView, publishBulletin } from '../../../../web/api/bulletins.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { formatDay, formatMoment } from '../../../../web/kit/format.ts';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { AnnexCard } from '../AnnexCard.tsx';
import { ComparisonCard } from '../ComparisonCard.tsx';
import { ExportMenu } from '../ExportMenu.tsx';
import type { ShownFigure } from '../prose/Prose.tsx';
import { Sheet } from '../prose/Sheet.tsx';
import { StateTag } from '../StateTag.tsx';
import { StepDialog } from '../StepDialog.tsx';
import { useMayTake } from '../use-may-take.ts';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import { Corrections } from './Corrections.tsx';
import { FrozenRecords } from './FrozenRecords.tsx';
import { ProofCard } from './ProofCard.tsx';

/** A bulletin whose values no longer change: each mark opens the records that were frozen with it. */
export function FrozenDesk({ view }: { view: BulletinView }) {
  const { t, language } = useSpeech();
  const mayPublish = useMayTake('PUBLISH');
  const [asking, ask] = useState<'publish' | 'correct' | undefined>();
  const released = view.publishedAt !== null;
  const navigate = useNavigate();
  const here = paths.bulletin(view.id);
  // The opened figure stands in the address, so that a colleague can be shown exactly these records.
  const { figure: wanted } = useSearch({ strict: false }) as { figure?: unknown };
  const opened = view.figures.find(({ id }) => id === wanted);
  const mark = (figure: ShownFigure, printed: string) => (
    <Anchor to={here} search={{ figure: figure.id }} className="mark">
      {printed}
    </Anchor>
  );
  const moments = [
    `${t.bulletins.asOf} ${formatDay(view.text.asOf, language)}`,
    ...(view.frozenAt ? [`${t.bulletins.frozenAt} ${formatMoment(view.frozenAt, language)}`] : []),
    ...(view.publishedAt ? [`${t.bulletins.publishedAt} ${formatMoment(view.publishedAt, language)}`] : []),
  ];
  return (
    <Page
      title={view.text.title}
      back={{ to: paths.bulletins, label: t.bulletins.back }}
      lead={
        <span className="bulletin-lead">
          <StateTag state={view.state} /> {moments.join(' · ')}
        </span>
      }
      actions={
        <>
          <ExportMenu view={view} />
          {released && <Button href={`/public/bulletins/${view.id}`}>{t.bulletins.viewPublic}</Button>}
          {mayPublish && !released && (
            <Button type="primary" onClick={() => ask('publish')}>
              {t.bulletins.publish}
            </Button>
          )}
          {mayPublish && released && <Button onClick={() => ask('correct')}>{t.bulletins.correct}</Button>}
        </>
      }
    >
      {view.corrections.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="card-alert"
          title={t.bulletins.corrections}
          description={<Corrections view={view} door="/api/bulletins" />}
        />
      )}
      <div className="bulletin-layout">
        <Card size="small">
          <Sheet text={view.text} figures={view.figures} renderMark={mark} />
        </Card>
        <Tabs
          items={[
            { key: 'proof', label: t.bulletins.proof, children: <ProofCard view={view} /> },
            { key: 'annex', label: t.bulletins.annex, children: <AnnexCard view={view} renderMark={mark} /> },
            { key: 'compare', label: t.bulletins.compare, children: <ComparisonCard view={view} /> },
          ]}
        />
      </div>
      {opened && <FrozenRecords view={view} figure={opened} onClose={() => void navigate({ to: here })} />}
      {asking === 'publish' && (
        <StepDialog
          title={t.bulletins.publishTitle}
          action={t.bulletins.publish}
          onConfirm={() => publishBulletin(view.id)}
          onClose={() => ask(undefined)}
        >
          <p>{t.bulletins.publishHint}</p>
        </StepDialog>
      )}
      {asking === 'correct' && <CorrectionDialog view={view} onClose={() => ask(undefined)} />}
    </Page>
  );
}
