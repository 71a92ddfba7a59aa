import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import { importsQuery, sendWorkbooks } from '../../api/imports.ts';
import { Asked } from '../../kit/Asked.tsx';
import { useErrorText } from '../../kit/error-text.ts';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { DropZone } from './import/DropZone.tsx';
import { ImportTable } from './import/ImportTable.tsx';

/** Handing in workbooks, and all that were handed in before. */
export default function ImportsPage() {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const imports = useInfiniteQuery(importsQuery);
  const all = imports.data?.pages.flatMap((page) => page.imports) ?? [];

  const send = async (files: File[]) => {
    setBusy(true);
    setError(null);
    try {
      const started = await sendWorkbooks(files);
      await queries.invalidateQueries({ queryKey: importsQuery.queryKey });
      if (started.length === 1) await navigate({ to: paths.import(started[0]!.id) });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page title={t.imports.title}>
      <div className="stack">
        <DropZone busy={busy} onFiles={(files) => void send(files)} />
        {error !== null && <Alert type="error" showIcon title={t.errors.title} description={errorText(error)} />}
        <Card size="small" title={<h2>{t.imports.earlier}</h2>}>
          <Asked query={imports} none={{ when: () => all.length === 0, says: t.imports.none }}>
            {() => <ImportTable imports={all} />}
          </Asked>
          {imports.hasNextPage && (
            <Button onClick={() => void imports.fetchNextPage()} loading={imports.isFetchingNextPage} className="more">
              {t.imports.more}
            </Button>
          )}
        </Card>
      </div>
    </Page>
  );
}
