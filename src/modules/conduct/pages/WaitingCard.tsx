import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Select, Tag } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { get, withQuery } from '../../../web/api/client.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Pager } from '../../../web/kit/Pager.tsx';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { PaperView, WaitingOfficer } from '../papers/contract.ts';
import { paperTexts } from './papers-words.ts';

const texts = {
  title: words('提醒名单：尚未办理', 'To be reminded: not answered yet'),
  all: words('全部单位', 'All units'),
  none: words('全部办理完毕。', 'Everybody has answered.'),
  number: words('干警编号', 'Officer no.'),
  name: words('姓名', 'Name'),
  unit: words('单位', 'Unit'),
  department: words('部门', 'Department'),
  handed: words('发放日期', 'Handed out'),
  state: words('状态', 'State'),
};

const colours = { DELIVERED: 'default', OPENED: 'processing', REFUSED: 'error' } as const;
const states = { DELIVERED: paperTexts.delivered, OPENED: paperTexts.opened, REFUSED: paperTexts.refused } as const;
const LIMIT = 20;

/** Who still has to answer a version, to be reminded. */
export function WaitingCard({ paper }: { paper: PaperView }) {
  const { say, language } = useSpeech();
  const [unit, setUnit] = useState<string>();
  const [cursors, setCursors] = useState<string[]>([]);
  const query = useQuery({
    queryKey: ['conduct', 'papers', paper.record, 'waiting', unit, cursors.at(-1)],
    queryFn: () =>
      get<{ officers: WaitingOfficer[]; next: string | null }>(
        withQuery(`/api/conduct/papers/${paper.record}/waiting`, { unit, after: cursors.at(-1), limit: LIMIT }),
      ),
  });
  const officers = query.data?.officers ?? [];
  const next = query.data?.next ?? null;
  const heads = [texts.name, texts.number, texts.unit, texts.department, texts.handed, texts.state];
  return (
    <Card
      size="small"
      title={<h2>{say(texts.title)}</h2>}
      extra={
        paper.units.length > 1 && (
          <Select
            aria-label={say(texts.unit)}
            value={unit ?? ''}
            style={{ minWidth: 160 }}
            popupMatchSelectWidth={false}
            onChange={(chosen) => {
              setUnit(chosen || undefined);
              setCursors([]);
            }}
            options={[
              { value: '', label: say(texts.all) },
              ...paper.units.map((one) => ({ value: one.unit, label: one.name })),
            ]}
          />
        )
      }
    >
      <Asked query={query} />
      {query.isSuccess && officers.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />
      )}
      {officers.length > 0 && (
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
                {officers.map((one) => (
                  <tr key={one.officerNo}>
                    <th scope="row">{one.name}</th>
                    <td data-label={say(texts.number)}>{one.officerNo}</td>
                    <td data-label={say(texts.unit)}>{one.unitName}</td>
                    <td data-label={say(texts.department)}>{one.department ?? '—'}</td>
                    <td data-label={say(texts.handed)}>{formatDay(one.deliveredOn, language)}</td>
                    <td data-label={say(texts.state)}>
                      <Tag color={colours[one.state]}>{say(states[one.state])}</Tag>
                      {one.state === 'REFUSED' && one.reason}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <Pager
            from={cursors.length * LIMIT + 1}
            shown={officers.length}
            onPrevious={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
            onNext={next !== null ? () => setCursors([...cursors, next]) : undefined}
          />
        </>
      )}
    </Card>
  );
}
