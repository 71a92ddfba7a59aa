import './reports/reports.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Segmented, Space, Tag } from 'antd';
import { useState } from 'react';
import { reportsQuery } from '../../../web/api/reports.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { KeyCard } from '../../../web/kit/desk-key/KeyCard.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
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
        <Asked query={query} none={{ when: (data) => data.reports.length === 0, says: t.reports.none[which] }}>
          {(data) => (
            <FoldingTable
              label={t.reports.title}
              rows={data.reports}
              keyOf={({ record }) => record}
              columns={[
                {
                  head: t.reports.number,
                  names: true,
                  cell: ({ record, number }) => <Anchor to={paths.report(record)}>{number}</Anchor>,
                },
                { head: t.reports.received, cell: ({ receivedOn }) => formatDay(receivedOn, language) },
                { head: t.reports.mode, cell: (each) => say(mode.choices![each.mode]!) },
                {
                  head: t.reports.state,
                  cell: (each) => (
                    <>
                      {say(state.choices![each.state]!)}
                      {each.state === 'HANDED_ON' && each.concluded && <Tag color="warning">{t.reports.concluded}</Tag>}
                    </>
                  ),
                },
                { head: t.reports.unread, cell: ({ unread }) => (unread > 0 ? <Tag color="blue">{unread}</Tag> : '—') },
              ]}
            />
          )}
        </Asked>
        {(cursor || query.data?.next) && (
          <Space>
            {cursor && <Button onClick={() => setCursor(undefined)}>{t.matters.first}</Button>}
            {query.data?.next && <Button onClick={() => setCursor(query.data.next!)}>{t.matters.more}</Button>}
          </Space>
        )}
      </Card>
      <DeskKeysCard />
    </Page>
  );
}
