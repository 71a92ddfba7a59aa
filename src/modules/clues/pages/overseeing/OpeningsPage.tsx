import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Space, Tag } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../../platform/words.ts';
import { get, withQuery } from '../../../../web/api/client.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { formatMoment } from '../../../../web/kit/format.ts';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { ScrollBox } from '../../../../web/kit/ScrollBox.tsx';
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
  const rows = query.data?.openings ?? [];
  const { openedAt, reason, until } = openings.columns;
  const serial = clues.columns.serialNo.words;
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <Card size="small">
        <Asked query={query} />
        {query.isSuccess && rows.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />
        )}
        {rows.length > 0 && (
          <ScrollBox label={say(texts.title)}>
            <table className="plain folding">
              <thead>
                <tr>
                  {[openedAt.words, texts.by, serial, reason.words, until.words].map((name) => (
                    <th key={name.en} scope="col">
                      {say(name)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.record}>
                    <th scope="row">{formatMoment(row.openedAt, language)}</th>
                    <td data-label={say(texts.by)}>{row.by}</td>
                    <td data-label={say(serial)}>
                      <Anchor to={paths.matter(clues.name, row.clue)}>{row.serialNo}</Anchor>
                    </td>
                    <td data-label={say(reason.words)} className="prewrap">
                      {row.reason}
                    </td>
                    <td data-label={say(until.words)}>
                      {row.running ? (
                        <Tag color="warning">
                          {fill(say(texts.running), { moment: formatMoment(row.until, language) })}
                        </Tag>
                      ) : (
                        <Tag>{say(texts.over)}</Tag>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
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
