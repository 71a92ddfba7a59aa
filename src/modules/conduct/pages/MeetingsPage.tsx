import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { get, withQuery } from '../../../web/api/client.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay, formatNumber } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { Pager } from '../../../web/kit/Pager.tsx';
import { paths } from '../../../web/kit/paths.ts';
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
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <Card size="small">
        <Asked query={query} none={{ when: ({ meetings }) => meetings.length === 0, says: say(texts.none) }}>
          {({ meetings, more }) => (
            <>
              <FoldingTable
                label={say(texts.title)}
                rows={meetings}
                keyOf={({ record }) => record}
                columns={[
                  {
                    head: say(texts.meeting),
                    names: true,
                    cell: ({ record, title }) => <Anchor to={paths.meeting(record)}>{title}</Anchor>,
                  },
                  { head: say(texts.unit), cell: ({ unitName }) => unitName },
                  { head: say(texts.heldOn), cell: ({ heldOn }) => formatDay(heldOn, language) },
                  ...(['points', 'unclaimed', 'verified'] as const).map((which) => ({
                    head: say(texts[which]),
                    number: true,
                    cell: (one: LifeMeeting) => formatNumber(one[which]),
                  })),
                ]}
              />
              <Pager
                from={offset + 1}
                shown={meetings.length}
                onPrevious={offset > 0 ? () => setOffset(offset - LIMIT) : undefined}
                onNext={more ? () => setOffset(offset + LIMIT) : undefined}
              />
            </>
          )}
        </Asked>
      </Card>
    </Page>
  );
}
