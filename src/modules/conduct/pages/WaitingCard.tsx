import { useQuery } from '@tanstack/react-query';
import { Card, Select, Tag } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { get, withQuery } from '../../../web/api/client.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Pager } from '../../../web/kit/Pager.tsx';
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
      <Asked query={query} none={{ when: ({ officers }) => officers.length === 0, says: say(texts.none) }}>
        {({ officers, next }) => (
          <>
            <FoldingTable
              label={say(texts.title)}
              rows={officers}
              keyOf={({ officerNo }) => officerNo}
              columns={[
                { head: say(texts.name), names: true, cell: ({ name }) => name },
                { head: say(texts.number), cell: ({ officerNo }) => officerNo },
                { head: say(texts.unit), cell: ({ unitName }) => unitName },
                { head: say(texts.department), cell: ({ department }) => department ?? '—' },
                { head: say(texts.handed), cell: ({ deliveredOn }) => formatDay(deliveredOn, language) },
                {
                  head: say(texts.state),
                  cell: ({ state, reason }) => (
                    <>
                      <Tag color={colours[state]}>{say(states[state])}</Tag>
                      {state === 'REFUSED' && reason}
                    </>
                  ),
                },
              ]}
            />
            <Pager
              from={cursors.length * LIMIT + 1}
              shown={officers.length}
              onPrevious={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
              onNext={next !== null ? () => setCursors([...cursors, next]) : undefined}
            />
          </>
        )}
      </Asked>
    </Card>
  );
}
