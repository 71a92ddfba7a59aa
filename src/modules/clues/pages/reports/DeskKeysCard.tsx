import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { type DeskKey, deskKeysQuery, endDeskKey } from '../../../../web/api/reports.ts';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { FoldingTable } from '../../../../web/kit/FoldingTable.tsx';
import { formatMoment } from '../../../../web/kit/format.ts';
import { ReasonDialog } from '../../../../web/kit/ReasonDialog.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { MakeKey } from './MakeKey.tsx';

/** The public keys that reports are sealed to; here they are made and ended. */
export function DeskKeysCard() {
  const { t, language } = useSpeech();
  const queries = useQueryClient();
  const query = useQuery(deskKeysQuery);
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<DeskKey | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: deskKeysQuery.queryKey });
  return (
    <Card
      size="small"
      title={<h2>{t.reports.keys}</h2>}
      extra={<Button onClick={() => setMaking(true)}>{t.reports.make}</Button>}
      className="card-gap"
    >
      <p className="card-hint">{t.reports.keysHint}</p>
      {query.isError && <ErrorNotice error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <FoldingTable
          label={t.reports.keys}
          rows={query.data}
          keyOf={({ record }) => record}
          columns={[
            { head: t.reports.fingerprint, names: true, cell: ({ fingerprint }) => <code>{fingerprint}</code> },
            { head: t.reports.holder, cell: ({ holder }) => holder },
            { head: t.reports.since, cell: ({ validFrom }) => formatMoment(validFrom, language) },
            {
              head: t.reports.state,
              cell: (key) =>
                key.endedAt ? (
                  fill(t.reports.endedAt, { moment: formatMoment(key.endedAt, language) })
                ) : (
                  <>
                    {t.reports.inForce}{' '}
                    <Button
                      size="small"
                      aria-label={`${t.reports.end} ${key.fingerprint}`}
                      onClick={() => setEnding(key)}
                    >
                      {t.reports.end}
                    </Button>
                  </>
                ),
            },
          ]}
        />
      )}
      {making && <MakeKey onClose={() => setMaking(false)} onMade={refresh} />}
      {ending && (
        <ReasonDialog
          title={t.reports.endTitle}
          hint={t.reports.endHint}
          action={t.reports.end}
          onClose={() => setEnding(null)}
          onConfirm={async (reason) => {
            await endDeskKey(ending, reason);
            await refresh();
            setEnding(null);
          }}
        />
      )}
    </Card>
  );
}
