import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { type DeskKey, deskKeysQuery, endDeskKey } from '../../../../web/api/reports.ts';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { formatMoment } from '../../../../web/kit/format.ts';
import { ReasonDialog } from '../../../../web/kit/ReasonDialog.tsx';
import { ScrollBox } from '../../../../web/kit/ScrollBox.tsx';
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
      <ScrollBox label={t.reports.keys}>
        <table className="plain folding">
          <thead>
            <tr>
              <th scope="col">{t.reports.fingerprint}</th>
              <th scope="col">{t.reports.holder}</th>
              <th scope="col">{t.reports.since}</th>
              <th scope="col">{t.reports.ended}</th>
            </tr>
          </thead>
          <tbody>
            {query.data?.map((key) => (
              <tr key={key.record}>
                <th scope="row">
                  <code>{key.fingerprint}</code>
                </th>
                <td data-label={t.reports.holder}>{key.holder}</td>
                <td data-label={t.reports.since}>{formatMoment(key.validFrom, language)}</td>
                <td data-label={t.reports.ended}>
                  {key.endedAt ? (
                    formatMoment(key.endedAt, language)
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
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
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
