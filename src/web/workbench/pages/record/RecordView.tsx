import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card } from 'antd';
import { useState } from 'react';
import type { RecordHistory } from '../../../../platform/register/contract.ts';
import type { Register } from '../../../../platform/register/declare.ts';
import { Problem } from '../../../api/client.ts';
import { changeRecord, registersQuery, type Version, voidRecord } from '../../../api/registers.ts';
import { titleColumn } from '../../../kit/columns-shown.ts';
import { formatCell } from '../../../kit/format.ts';
import { newestFirst } from '../../../kit/history.ts';
import { Page } from '../../../kit/Page.tsx';
import { paths } from '../../../kit/paths.ts';
import { ReasonDialog } from '../../../kit/ReasonDialog.tsx';
import { RecordForm } from '../../../kit/RecordForm.tsx';
import { VersionTag } from '../../../kit/VersionTag.tsx';
import { useSpeech } from '../../../locales/index.ts';
import { ProofCard } from './ProofCard.tsx';
import { RecordFacts } from './RecordFacts.tsx';
import { VersionHistory } from './VersionHistory.tsx';

/** A record: what it holds, its proof, and everything that ever happened to it. */
export function RecordView({ register, history }: { register: Register; history: RecordHistory }) {
  const { t, say, language } = useSpeech();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'change' | 'void' | undefined>();
  const summaries = useQuery(registersQuery);
  const versions = newestFirst(history.versions);
  const latest = versions[0]!;
  const current = latest.retiredAt === null;
  const mayWrite = current && (summaries.data?.find(({ name }) => name === register.name)?.mayWrite ?? false);

  const done = async (said: string): Promise<void> => {
    setOpen(undefined);
    message.success(said);
    await queries.invalidateQueries({ queryKey: ['registers'] });
  };

  return (
    <Page
      title={nameOf(register, latest, language) ?? t.record.title}
      lead={<VersionTag version={latest} />}
      back={{ to: paths.register(register.name), label: say(register.words) }}
      actions={
        mayWrite && (
          <>
            <Button onClick={() => setOpen('change')}>{t.record.change}</Button>
            <Button danger onClick={() => setOpen('void')}>
              {t.record.void}
            </Button>
          </>
        )
      }
    >
      <div className="stack">
        <Card size="small" title={<h2>{t.record.values}</h2>}>
          <RecordFacts register={register} version={latest} />
        </Card>
        <ProofCard register={register} version={latest} />
        <Card size="small" title={<h2>{t.record.history}</h2>}>
          <VersionHistory register={register} versions={versions} />
        </Card>
      </div>
      {open === 'change' && (
        <RecordForm
          register={register}
          title={`${t.record.change} · ${say(register.words)}`}
          changing={latest.values}
          onSave={async (values, reason) => {
            await changeRecord(register.name, latest.record, { values, version: latest.version, reason });
            await done(t.record.changeSaved);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'void' && (
        <ReasonDialog
          title={t.record.voidTitle}
          hint={t.record.voidHint}
          action={t.record.void}
          actionAfter={(refusal) => (referringIn(refusal) === undefined ? undefined : t.record.voidAnyway)}
          onConfirm={async (reason, refusal) => {
            const referring = referringIn(refusal);
            await voidRecord(register.name, latest.record, { version: latest.version, reason, referring });
            await done(t.record.voidDone);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}

/** How many records name this one, out of the refusal to void it. */
function referringIn(refusal: unknown): number | undefined {
  const said = refusal instanceof Problem && refusal.code === 'record.referred' ? refusal.params.count : undefined;
  return typeof said === 'number' ? said : undefined;
}

function nameOf(register: Register, version: Version, language: 'zh' | 'en'): string | null {
  const key = titleColumn(register);
  return formatCell(register.columns[key]!, version.values[key], version.titles[key], language);
}
