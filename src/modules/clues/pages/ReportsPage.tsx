import './reports/reports.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { reportsQuery } from '../../../web/api/reports.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { KeyCard } from '../../../web/kit/desk-key/KeyCard.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { reports } from '../registers/reports.ts';
import { DeskKeysCard } from './reports/DeskKeysCard.tsx';

type Which = 'waiting' | 'all';

/** The discipline desk's reports: what waits, the key that opens them, and the public keys they are sealed to. */
export default function ReportsPage() {
  const { t, say, language } = useSpeech();
  const [which, setWhich] = useState<Which>('waiting');
  const [cursor, setCursor] = useState<string>();
  const query = useQuery(reportsQuery(which, cursor));
  const rows = query.data?.reports ?? [];
  const { mode, state } = reports.columns;
  return (
    <Page title={t.reports.title} lead={t.reports.lead}>
      <KeyCard />
      <Card
        size="small"
        className="card-gap"
        title={
          <Segmented<Which>
            aria-label={t.reports.title}
            value={which}
            onChange={(next) => {
              setWhich(next);
              setCursor(undefined);
            }}
            options={[
              { value: 'waiting', label: t.reports.waiting },
              { value: 'all', label: t.reports.all },
            ]}
          />
        }
      >
        <Asked query={query} />
        {query.isSuccess && rows.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.reports.none} />
        )}
        {rows.length > 0 && (
          <ScrollBox label={t.reports.title}>
            <table className="plain folding">
              <thead>
                <tr>
                  <th scope="col">{t.reports.number}</th>
                  <th scope="col">{t.reports.received}</th>
                  <th scope="col">{t.reports.mode}</th>
                  <th scope="col">{t.reports.state}</th>
                  <th scope="col">{t.reports.unread}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((each) => (
                  <tr key={each.record}>
                    <th scope="row">
                      <Anchor to={paths.report(each.record)}>{each.number}</Anchor>
                    </th>
                    <td data-label={t.reports.received}>{formatDay(each.receivedOn, language)}</td>
                    <td data-label={t.reports.mode}>{say(mode.choices![each.mode]!)}</td>
                    <td data-label={t.reports.state}>{say(state.choices![each.state]!)}</td>
                    <td data-label={t.reports.unread}>
                      {each.unread > 0 ? <Tag color="blue">{each.unread}</Tag> : '—'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
        {query.data?.next && <Button onClick={() => setCursor(query.data.next!)}>{t.reports.more}</Button>}
      </Card>
      <DeskKeysCard />
    </Page>
  );
}
