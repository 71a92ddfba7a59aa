import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { get, withQuery } from '../../../web/api/client.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Pager } from '../../../web/kit/Pager.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { Duty } from '../talks/contract.ts';
import { talkTexts } from './talks-words.ts';

const texts = {
  title: words('应谈名单', 'Talks that are due'),
  none: words('没有应谈未谈的对象。', 'Every talk that is due was held.'),
  record: words('登记', 'Record'),
  act: words('办理', 'Action'),
};
const LIMIT = 20;

/** Who must be talked to, what arose first on top. */
export function DueCard({ onRecord }: { onRecord: ((duty: Duty) => void) | undefined }) {
  const { say, language } = useSpeech();
  const [offset, setOffset] = useState(0);
  const query = useQuery({
    queryKey: ['conduct', 'talks', 'due', offset],
    queryFn: () =>
      get<{ duties: Duty[]; more: boolean }>(withQuery('/api/conduct/talks/due', { offset, limit: LIMIT })),
  });
  return (
    <Card size="small" title={<h2>{say(texts.title)}</h2>}>
      <Asked query={query} none={{ when: ({ duties }) => duties.length === 0, says: say(texts.none) }}>
        {({ duties, more }) => (
          <>
            <FoldingTable
              label={say(texts.title)}
              rows={duties}
              keyOf={({ officer, kind, trigger, occurredOn }) => `${officer} ${kind} ${trigger} ${occurredOn}`}
              columns={[
                {
                  head: say(talkTexts.officer),
                  names: true,
                  cell: ({ name, officerNo }) => (
                    <>
                      {name} <span className="quiet">{officerNo}</span>
                    </>
                  ),
                },
                { head: say(talkTexts.unit), cell: ({ unitName }) => unitName },
                { head: say(talkTexts.kind), cell: ({ kindName }) => kindName ?? say(talkTexts.asked) },
                {
                  head: say(talkTexts.dueOn),
                  cell: ({ dueOn, overdue }) => (
                    <>
                      {formatDay(dueOn, language)} {overdue && <Tag color="error">{say(talkTexts.overdue)}</Tag>}
                    </>
                  ),
                },
                ...(onRecord
                  ? [
                      {
                        head: say(texts.act),
                        bare: true,
                        cell: (duty: Duty) => (
                          <Button size="small" onClick={() => onRecord(duty)}>
                            {say(texts.record)}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <Pager
              from={offset + 1}
              shown={duties.length}
              onPrevious={offset > 0 ? () => setOffset(Math.max(0, offset - LIMIT)) : undefined}
              onNext={more ? () => setOffset(offset + LIMIT) : undefined}
            />
          </>
        )}
      </Asked>
    </Card>
  );
}
