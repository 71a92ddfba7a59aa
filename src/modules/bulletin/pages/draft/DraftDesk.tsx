import { LockOutlined, SaveOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Segmented, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import {
  type BulletinView,
  findingsQuery,
  freezeBulletin,
  freezeQuery,
  isFreezing,
} from '../../../../web/api/bulletins.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { formatDay } from '../../../../web/kit/format.ts';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { AnnexCard } from '../AnnexCard.tsx';
import { ComparisonCard } from '../ComparisonCard.tsx';
import { ExportMenu } from '../ExportMenu.tsx';
import { Sheet } from '../prose/Sheet.tsx';
import { StateTag } from '../StateTag.tsx';
import { StepDialog } from '../StepDialog.tsx';
import { useMayTake } from '../use-may-take.ts';
import { FindingsCard } from './FindingsCard.tsx';
import { FreezeNotice } from './FreezeNotice.tsx';
import { SavingLine } from './SavingLine.tsx';
import { TextEditor } from './TextEditor.tsx';
import { useDraft } from './use-draft.ts';

/** A draft at work: the words on one side; what speaks against freezing, the annex and the comparison on the other. */
export function DraftDesk({ view }: { view: BulletinView }) {
  const { t, language } = useSpeech();
  const mayFreeze = useMayTake('FREEZE');
  const run = useFreezeRun(view.id, mayFreeze);
  // Words changed now would stop the freeze: whoever wants to change them cancels it first.
  const mayEdit = useMayTake('EDIT') && !isFreezing(run);
  const draft = useDraft(view);
  const [shown, show] = useState<'edit' | 'preview'>('edit');
  const [freezing, setFreezing] = useState(false);
  const findings = useQuery({ ...findingsQuery(view.id, view.version), enabled: mayFreeze });
  const stopped = findings.data?.findings.some(({ severity }) => severity === 'stop') ?? true;
  const editing = shown === 'edit' && mayEdit;
  const live = (figure: { readonly id: string }, printed: string) => (
    <Anchor to={paths.figure(figure.id)} search={{ asOf: view.text.asOf }} className="mark">
      {printed}
    </Anchor>
  );

  return (
    <Page
      title={draft.text.title}
      back={{ to: paths.bulletins, label: t.bulletins.back }}
      lead={
        <span className="bulletin-lead">
          <StateTag state={view.state} /> {t.bulletins.asOf} {formatDay(draft.text.asOf, language)}
          {view.by && ` · ${fill(t.bulletins.by, { name: view.by })}`}
          <span role="status"> · {t.bulletins[sayings[draft.saving]]}</span>
        </span>
      }
      actions={
        <>
          {mayEdit && (
            <>
              <Segmented
                value={shown}
                onChange={show}
                options={[
                  { value: 'edit', label: t.bulletins.edit },
                  { value: 'preview', label: t.bulletins.preview },
                ]}
              />
              <Button
                icon={<SaveOutlined aria-hidden />}
                disabled={draft.saving !== 'changed'}
                loading={draft.saving === 'saving'}
                onClick={() => void draft.saveNow()}
              >
                {t.bulletins.saveNow}
              </Button>
            </>
          )}
          <ExportMenu view={view} />
          {mayFreeze && (
            <Button
              type="primary"
              icon={<LockOutlined aria-hidden />}
              disabled={draft.saving !== 'saved' || isFreezing(run)}
              onClick={() => setFreezing(true)}
            >
              {t.bulletins.freeze}
            </Button>
          )}
        </>
      }
    >
      <SavingLine draft={draft} />
      {run && <FreezeNotice id={view.id} run={run} version={view.version} />}
      <div className="bulletin-layout">
        <Card size="small">
          {editing ? (
            <TextEditor text={draft.text} figures={view.figures} onChange={draft.change} />
          ) : (
            <Sheet text={draft.text} figures={view.figures} renderMark={live} />
          )}
        </Card>
        <Tabs
          items={[
            {
              key: 'findings',
              label: t.bulletins.findings,
              disabled: !mayFreeze,
              children: <FindingsCard id={view.id} version={view.version} asOf={view.text.asOf} />,
            },
            { key: 'annex', label: t.bulletins.annex, children: <AnnexCard view={view} renderMark={live} /> },
            { key: 'compare', label: t.bulletins.compare, children: <ComparisonCard view={view} /> },
          ].filter(({ disabled }) => !disabled)}
        />
      </div>
      {freezing && (
        <StepDialog
          title={t.bulletins.freezeTitle}
          action={t.bulletins.freeze}
          allowed={!stopped}
          onConfirm={() => freezeBulletin(view.id)}
          onClose={() => setFreezing(false)}
        >
          <p>{t.bulletins.freezeHint}</p>
          {stopped && <p>{t.bulletins.freezeStopped}</p>}
        </StepDialog>
      )}
    </Page>
  );
}

/** The freeze of this draft as the server tells it; when it is done, the page is asked for anew and shows what was frozen. */
function useFreezeRun(id: string, enabled: boolean) {
  const queries = useQueryClient();
  const run = useQuery({ ...freezeQuery(id), enabled }).data?.run;
  const done = run?.state === 'done';
  useEffect(() => {
    if (done) void queries.invalidateQueries({ queryKey: ['bulletins'] });
  }, [done, queries]);
  return run;
}

const sayings = {
  saved: 'saved',
  changed: 'changed',
  saving: 'saving',
  failed: 'notSaved',
  conflict: 'changed',
} as const;
