import { useQuery } from '@tanstack/react-query';
import { Button, Card, Segmented } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../platform/words.ts';
import { meQuery } from '../../../web/api/me.ts';
import { deskReportsQuery } from '../../../web/api/self-reports.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { KeyCard } from '../../../web/kit/desk-key/KeyCard.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatMoment } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { selfReports } from '../registers.ts';

type Which = 'waiting' | 'all';

const texts = {
  title: words('自查报告', 'Self-reports'),
  lead: words(
    '这里只显示谁在什么时候提交；内容须逐份拆阅，每次拆阅都有记录，本人看得到。',
    'This list shows who handed in and when. What a report says is opened one by one; each opening is recorded, and the officer sees it.',
  ),
  waiting: words('待办', 'Waiting'),
  all: words('全部', 'All'),
  none: words('没有待办的自查报告。', 'No self-report waits.'),
  noneAtAll: words('还没有收到自查报告。', 'No self-report came in yet.'),
  number: words('报告编号', 'Number'),
  officer: words('报告人', 'Officer'),
  unit: words('单位', 'Unit'),
  submitted: words('提交时间', 'Handed in'),
  place: words('存证位次', 'Place'),
  paper: words('纸面', 'On paper'),
  pending: words('待写入', 'Waiting'),
  state: words('状态', 'State'),
  opened: words('拆阅次数', 'Times opened'),
  amends: words('补充 {number}', 'adds to {number}'),
  more: words('下一页', 'Next page'),
};

/** Which self-reports came in, from whom and when, in the order of the ledger. */
export default function SelfReportsPage() {
  const { say, language } = useSpeech();
  const [which, setWhich] = useState<Which>('waiting');
  const [cursor, setCursor] = useState<string>();
  const query = useQuery(deskReportsQuery(which, cursor));
  const opens = useQuery(meQuery).data?.roles.includes('DISCIPLINE_LIAISON');
  const states = selfReports.columns.state.choices!;
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      {opens && <KeyCard />}
      <Card
        size="small"
        title={
          <Segmented<Which>
            aria-label={say(texts.title)}
            value={which}
            onChange={(next) => {
              setWhich(next);
              setCursor(undefined);
            }}
            options={[
              { value: 'waiting', label: say(texts.waiting) },
              { value: 'all', label: say(texts.all) },
            ]}
          />
        }
      >
        <Asked
          query={query}
          none={{
            when: ({ reports }) => reports.length === 0,
            says: say(which === 'all' ? texts.noneAtAll : texts.none),
          }}
        >
          {({ reports }) => (
            <FoldingTable
              label={say(texts.title)}
              rows={reports}
              keyOf={({ record }) => record}
              columns={[
                {
                  head: say(texts.number),
                  names: true,
                  cell: ({ record, number, amends }) => (
                    <>
                      <Anchor to={paths.matter(selfReports.name, record)}>{number}</Anchor>
                      {amends && <div className="quiet">{fill(say(texts.amends), { number: amends })}</div>}
                    </>
                  ),
                },
                { head: say(texts.officer), cell: ({ officerName, officerNo }) => `${officerName} ${officerNo}` },
                { head: say(texts.unit), cell: ({ unitName }) => unitName },
                { head: say(texts.submitted), cell: ({ submittedAt }) => formatMoment(submittedAt, language) },
                {
                  head: say(texts.place),
                  cell: ({ sealed, seq }) =>
                    !sealed ? say(texts.paper) : seq === null ? say(texts.pending) : `#${seq}`,
                },
                { head: say(texts.state), cell: ({ state }) => say(states[state]!) },
                { head: say(texts.opened), cell: ({ sealed, opened }) => (sealed ? opened : '—') },
              ]}
            />
          )}
        </Asked>
        {query.data?.next && <Button onClick={() => setCursor(query.data.next!)}>{say(texts.more)}</Button>}
      </Card>
    </Page>
  );
}
