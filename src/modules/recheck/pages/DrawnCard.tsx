import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card } from 'antd';
import { useState } from 'react';
import { fill } from '../../../platform/words.ts';
import { type DrawnCase, drawnQuery, replaceLate } from '../../../web/api/recheck.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { CaseTable } from './CaseTable.tsx';

/** The cases of a draw with their re-checkers; whoever plans replaces those who let the limit pass. */
export function DrawnCard({ id, mayReplace }: { id: string; mayReplace: boolean }) {
  const { t } = useSpeech();
  const { modal } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const query = useQuery(drawnQuery(id));
  const [error, setError] = useState<unknown>(null);
  const own = t.recheck;
  const cases = query.data?.cases ?? [];

  const replace = (one: DrawnCase) =>
    modal.confirm({
      title: fill(own.limit.replaceTitle, { n: one.number }),
      content: own.limit.replaceAsk,
      okText: own.limit.replace,
      onOk: async () => {
        setError(null);
        try {
          await replaceLate(one);
          await queries.invalidateQueries({ queryKey: ['recheck'] });
        } catch (failure) {
          setError(failure);
        }
      },
    });

  const replaceable = mayReplace && cases.some(({ limit }) => limit?.late);
  return (
    <Card size="small" title={<h2>{own.list}</h2>} style={{ marginBottom: 16 }}>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <Asked query={query} />
      {query.isSuccess && (
        <CaseTable
          cases={cases}
          linked
          actions={
            replaceable
              ? (one) =>
                  one.limit?.late && (
                    <Button size="small" onClick={() => replace(one)}>
                      {own.limit.replace}
                    </Button>
                  )
              : undefined
          }
        />
      )}
    </Card>
  );
}
