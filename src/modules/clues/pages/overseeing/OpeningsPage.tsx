import { useQuery } from '@tanstack/react-query';
import { Button, Card, Space, Tag } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../../platform/words.ts';
import { get, withQuery } from '../../../../web/api/client.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../../web/kit/FoldingTable.tsx';
import { formatMoment } from '../../../../web/kit/format.ts';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { Emergencies } from '../../contract/overseeing.ts';
import { clues } from '../../registers/clues.ts';
import { openings } from '../../registers/recusal.ts';

const texts = {
  title: words('紧急查阅', 'Emergency openings'),
  lead: words(
    '不在知悉范围内的人员紧急打开线索的全部记录。每次均须说明理由，24小时后自动失效，并已写入存证。',
    'Every time somebody who was not named for a clue opened it. Each needs a reason, ends after a day, and stands in the ledger.',
  ),
  none: words('没有紧急查阅记录。', 'No clue was opened in an emergency.'),
  by: words('查阅人', 'Opened by'),
  running: words('有效至{moment}', 'Runs until {moment}'),
  over: words('已失效', 'Ended'),
  more: words('更早', 'Earlier'),
  first: words('回到最新', 'Back to the latest'),
};

/** What the overseers look at: who opened which clue in an emergency, when and why, the latest first. */
export default function OpeningsPage() {
  const { say, language } = useSpeech();
  const [cursor, setCursor] = useState<string>();
  const query = useQuery({
    queryKey: ['clues', 'openings', cursor],
    queryFn: () => get<Emergencies>(withQuery('/api/clue-openings', { cursor })),
  });
  const { openedAt, reason, until } = openings.columns;
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <Card size="small">
        <Asked query={query} none={{ when: (data) => data.openings.length === 0, says: say(texts.none) }}>
          {(data) => (
            <FoldingTable
              label={say(texts.title)}
              rows={data.openings}
              keyOf={({ record }) => record}
              columns={[
                { head: say(openedAt.words), names: true, cell: (row) => formatMoment(row.openedAt, language) },
                { head: say(texts.by), cell: ({ by }) => by },
                {
                  head: say(clues.columns.serialNo.words),
                  cell: ({ clue, serialNo }) => <Anchor to={paths.matter(clues.name, clue)}>{serialNo}</Anchor>,
                },
                { head: say(reason.words), look: 'prewrap', cell: (row) => row.reason },
                {
                  head: say(until.words),
                  cell: (row) =>
                    row.running ? (
                      <Tag color="warning">
                        {fill(say(texts.running), { moment: formatMoment(row.until, language) })}
                      </Tag>
                    ) : (
                      <Tag>{say(texts.over)}</Tag>
                    ),
                },
              ]}
            />
          )}
        </Asked>
        {(cursor || query.data?.next) && (
          <Space>
            {cursor && <Button onClick={() => setCursor(undefined)}>{say(texts.first)}</Button>}
            {query.data?.next && <Button onClick={() => setCursor(query.data.next!)}>{say(texts.more)}</Button>}
          </Space>
        )}
      </Card>
    </Page>
  );
}
