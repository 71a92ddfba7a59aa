import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Space, Tag } from 'antd';
import { useState } from 'react';
import { words } from '../../../../platform/words.ts';
import { get, withQuery } from '../../../../web/api/client.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../../web/kit/FoldingTable.tsx';
import { formatDay, formatNumber } from '../../../../web/kit/format.ts';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { SupervisedClue, SupervisionBoard } from '../../contract/overseeing.ts';
import { clues } from '../../registers/clues.ts';
import { supervisions } from '../../registers/handling.ts';

const texts = {
  title: words('督办看板', 'Supervised clues'),
  lead: words(
    '尚未解除的督办，逾期未报告的在前。已报告的等待督办主体解除或再次督办。',
    'Supervisions that stand, those late without a report on top. What was reported on waits to be lifted or asked again.',
  ),
  late: words('逾期未报告', 'Late, no report'),
  due: words('办理中', 'Under way'),
  answered: words('已报告，待解除', 'Reported, to be lifted'),
  none: words('没有尚未解除的督办。', 'No supervision stands.'),
  state: words('线索状态', 'State of the clue'),
  standing: words('督办进度', 'Standing'),
  more: words('下一页', 'Next page'),
  first: words('回到第一页', 'Back to the first page'),
};

const colours = { LATE: 'error', DUE: 'processing', ANSWERED: 'success' } as const;
const named = { LATE: texts.late, DUE: texts.due, ANSWERED: texts.answered };

/** The board of those who supervise: each letter that stands, when it is due, and what came back. */
export default function SupervisedPage() {
  const { say } = useSpeech();
  const [offset, setOffset] = useState(0);
  const query = useQuery({
    queryKey: ['clues', 'supervisions', offset],
    queryFn: () => get<SupervisionBoard>(withQuery('/api/clue-supervisions', { offset })),
  });
  const board = query.data;
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <Card size="small">
        <Asked query={query} />
        {board && (
          <dl className="desk-numbers">
            {(
              [
                [texts.late, board.late],
                [texts.due, board.due],
                [texts.answered, board.answered],
              ] as const
            ).map(([label, number]) => (
              <div key={label.en}>
                <dt>{say(label)}</dt>
                <dd>{formatNumber(number)}</dd>
              </div>
            ))}
          </dl>
        )}
        {board?.rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />}
        {board && board.rows.length > 0 && <Letters rows={board.rows} />}
        {(offset > 0 || board?.more) && (
          <Space>
            {offset > 0 && <Button onClick={() => setOffset(0)}>{say(texts.first)}</Button>}
            {board?.more && <Button onClick={() => setOffset(offset + board.rows.length)}>{say(texts.more)}</Button>}
          </Space>
        )}
      </Card>
    </Page>
  );
}

function Letters({ rows }: { rows: readonly SupervisedClue[] }) {
  const { say, language } = useSpeech();
  const { letterNo, supervisor, issuedOn, dueOn, reportedOn } = supervisions.columns;
  const day = (value: string | null): string => (value === null ? '—' : formatDay(value, language));
  return (
    <FoldingTable
      label={say(texts.title)}
      rows={rows}
      keyOf={({ record }) => record}
      columns={[
        { head: say(letterNo.words), names: true, cell: (row) => row.letterNo },
        {
          head: say(texts.standing),
          cell: ({ standing }) => <Tag color={colours[standing]}>{say(named[standing])}</Tag>,
        },
        {
          head: say(clues.columns.serialNo.words),
          cell: ({ clue, serialNo }) => <Anchor to={paths.matter(clues.name, clue)}>{serialNo}</Anchor>,
        },
        { head: say(texts.state), cell: ({ state }) => say(clues.columns.state.choices![state]!) },
        { head: say(supervisor.words), cell: (row) => say(supervisor.choices![row.supervisor]!) },
        { head: say(issuedOn.words), cell: (row) => day(row.issuedOn) },
        { head: say(dueOn.words), cell: (row) => day(row.dueOn) },
        { head: say(reportedOn.words), cell: (row) => day(row.reportedOn) },
      ]}
    />
  );
}
