import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Segmented } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../platform/words.ts';
import { meQuery } from '../../../web/api/me.ts';
import { deskReportsQuery } from '../../../web/api/self-reports.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { KeyCard } from '../../../web/kit/desk-key/KeyCard.tsx';
import { formatMoment } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
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
  const rows = query.data?.reports ?? [];
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
        <Asked query={query} />
        {query.isSuccess && rows.length === 0 && (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={say(which === 'all' ? texts.noneAtAll : texts.none)}
          />
        )}
        {rows.length > 0 && (
          <ScrollBox label={say(texts.title)}>
            <table className="plain folding">
              <thead>
                <tr>
                  {(['number', 'officer', 'unit', 'submitted', 'place', 'state', 'opened'] as const).map((key) => (
                    <th key={key} scope="col">
                      {say(texts[key])}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((each) => (
                  <tr key={each.record}>
                    <th scope="row">
                      <Anchor to={paths.matter(selfReports.name, each.record)}>{each.number}</Anchor>
                      {each.amends && <div className="quiet">{fill(say(texts.amends), { number: each.amends })}</div>}
                    </th>
                    <td data-label={say(texts.officer)}>
                      {each.officerName} {each.officerNo}
                    </td>
                    <td data-label={say(texts.unit)}>{each.unitName}</td>
                    <td data-label={say(texts.submitted)}>{formatMoment(each.submittedAt, language)}</td>
                    <td data-label={say(texts.place)}>
                      {!each.sealed ? say(texts.paper) : each.seq === null ? say(texts.pending) : `#${each.seq}`}
                    </td>
                    <td data-label={say(texts.state)}>{say(states[each.state]!)}</td>
                    <td data-label={say(texts.opened)}>{each.sealed ? each.opened : '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
        {query.data?.next && <Button onClick={() => setCursor(query.data.next!)}>{say(texts.more)}</Button>}
      </Card>
    </Page>
  );
}
