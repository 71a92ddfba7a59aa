import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { get, withQuery } from '../../../web/api/client.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay, formatNumber } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { Pager } from '../../../web/kit/Pager.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { LifeMeeting } from '../meetings/contract.ts';

const texts = {
  title: words('生活会问题', 'Life meetings'),
  lead: words(
    '民主生活会、组织生活会查摆的问题：提出、认领到人、整改、由他人验收销号。',
    'Points raised at democratic-life and organisational-life meetings: raised, claimed by one owner, followed up, verified by another.',
  ),
  none: words('没有生活会记录。', 'No life meeting yet.'),
  meeting: words('会议', 'Meeting'),
  unit: words('单位', 'Unit'),
  heldOn: words('日期', 'Held on'),
  points: words('问题', 'Points'),
  unclaimed: words('待认领', 'Unclaimed'),
  verified: words('已销号', 'Verified'),
};
const LIMIT = 20;

/** Life meetings, newest first, with what became of their points. */
export default function MeetingsPage() {
  const { say, language } = useSpeech();
  const [offset, setOffset] = useState(0);
  const query = useQuery({
    queryKey: ['conduct', 'meetings', offset],
    queryFn: () =>
      get<{ meetings: LifeMeeting[]; more: boolean }>(
        withQuery('/api/conduct/life-meetings', { offset, limit: LIMIT }),
      ),
  });
  const meetings = query.data?.meetings ?? [];
  const heads = [texts.meeting, texts.unit, texts.heldOn, texts.points, texts.unclaimed, texts.verified];
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <Card size="small">
        <Asked query={query} />
        {query.isSuccess && meetings.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />
        )}
        {meetings.length > 0 && (
          <>
            <ScrollBox label={say(texts.title)}>
              <table className="plain folding">
                <thead>
                  <tr>
                    {heads.map((head) => (
                      <th key={head.en} scope="col">
                        {say(head)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {meetings.map((one) => (
                    <tr key={one.record}>
                      <th scope="row">
                        <Anchor to={paths.meeting(one.record)}>{one.title}</Anchor>
                      </th>
                      <td data-label={say(texts.unit)}>{one.unitName}</td>
                      <td data-label={say(texts.heldOn)}>{formatDay(one.heldOn, language)}</td>
                      {[one.points, one.unclaimed, one.verified].map((number, at) => (
                        <td key={heads[3 + at]!.en} data-label={say(heads[3 + at]!)} className="numbers right">
                          {formatNumber(number)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
            <Pager
              from={offset + 1}
              shown={meetings.length}
              onPrevious={offset > 0 ? () => setOffset(offset - LIMIT) : undefined}
              onNext={query.data?.more ? () => setOffset(offset + LIMIT) : undefined}
            />
          </>
        )}
      </Card>
    </Page>
  );
}
