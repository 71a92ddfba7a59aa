import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Tag } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { get, withQuery } from '../../../web/api/client.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Pager } from '../../../web/kit/Pager.tsx';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
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
  const duties = query.data?.duties ?? [];
  const heads = [talkTexts.officer, talkTexts.unit, talkTexts.kind, talkTexts.dueOn, ...(onRecord ? [texts.act] : [])];
  return (
    <Card size="small" title={<h2>{say(texts.title)}</h2>}>
      <Asked query={query} />
      {query.isSuccess && duties.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />
      )}
      {duties.length > 0 && (
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
                {duties.map((duty) => (
                  <tr key={`${duty.officer} ${duty.kind} ${duty.trigger} ${duty.occurredOn}`}>
                    <th scope="row">
                      {duty.name} <span className="quiet">{duty.officerNo}</span>
                    </th>
                    <td data-label={say(talkTexts.unit)}>{duty.unitName}</td>
                    <td data-label={say(talkTexts.kind)}>{duty.kindName ?? say(talkTexts.asked)}</td>
                    <td data-label={say(talkTexts.dueOn)}>
                      {formatDay(duty.dueOn, language)}{' '}
                      {duty.overdue && <Tag color="error">{say(talkTexts.overdue)}</Tag>}
                    </td>
                    {onRecord && (
                      <td>
                        <Button size="small" onClick={() => onRecord(duty)}>
                          {say(texts.record)}
                        </Button>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <Pager
            from={offset + 1}
            shown={duties.length}
            onPrevious={offset > 0 ? () => setOffset(Math.max(0, offset - LIMIT)) : undefined}
            onNext={query.data?.more ? () => setOffset(offset + LIMIT) : undefined}
          />
        </>
      )}
    </Card>
  );
}
