import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Tag } from 'antd';
import { fill, words } from '../../../platform/words.ts';
import { get } from '../../../web/api/client.ts';
import { meQuery } from '../../../web/api/me.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay, formatNumber } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import type { Counts, Paper } from '../papers/contract.ts';
import { CoverageBar, type Part } from './coverage.tsx';
import { kindOf, paperTexts } from './papers-words.ts';

const texts = {
  title: words('文书签阅', 'Papers to officers'),
  lead: words(
    '每个版本发布后不再改变。修改即发布新版本，并重新请干警签署。',
    'A published version never changes. A change is a new version, which officers are asked to sign again.',
  ),
  publish: words('发布文书', 'Publish a paper'),
  none: words('还没有发布文书。', 'No paper yet.'),
  name: words('文书', 'Paper'),
  kind: words('种类', 'Kind'),
  from: words('启用日期', 'Valid from'),
  asks: words('办理要求', 'Asks for'),
  progress: words('进度', 'Progress'),
};

/** Signed, or read where reading is all that is asked; then begun, then refused. */
export function partsOf(
  { opened, signed, refused }: Counts,
  asks: Paper['asks'],
  say: (w: typeof texts.name) => string,
) {
  const read: Part[] = [{ kind: 'done', label: say(paperTexts.opened), number: opened }];
  const sign: Part[] = [
    { kind: 'done', label: say(paperTexts.signed), number: signed },
    { kind: 'begun', label: say(paperTexts.unsigned), number: Math.max(0, opened - signed - refused) },
    { kind: 'against', label: say(paperTexts.refused), number: refused },
  ];
  return asks === 'READ' ? read : sign;
}

/** All versions of all papers, with how far the signatures are. */
export default function PapersPage() {
  const { say, language } = useSpeech();
  const navigate = useNavigate();
  const roles = useQuery(meQuery).data?.roles ?? [];
  const query = useQuery({
    queryKey: ['conduct', 'papers'],
    queryFn: () => get<{ papers: Paper[] }>('/api/conduct/papers'),
  });
  const mayPublish = roles.includes('OFFICE_STAFF') || roles.includes('OFFICE_DIRECTOR');
  return (
    <Page
      title={say(texts.title)}
      lead={say(texts.lead)}
      actions={
        mayPublish && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => void navigate({ to: paths.newPaper })}
          >
            {say(texts.publish)}
          </Button>
        )
      }
    >
      <Card size="small">
        <Asked query={query} none={{ when: ({ papers }) => papers.length === 0, says: say(texts.none) }}>
          {({ papers }) => (
            <FoldingTable
              label={say(texts.title)}
              rows={papers}
              keyOf={({ record }) => record}
              columns={[
                {
                  head: say(texts.name),
                  names: true,
                  cell: ({ record, title, edition, superseded }) => (
                    <>
                      <Anchor to={paths.paper(record)}>{title}</Anchor>
                      <div className="quiet">
                        {fill(say(paperTexts.edition), { n: edition })}{' '}
                        {superseded && <Tag>{say(paperTexts.superseded)}</Tag>}
                      </div>
                    </>
                  ),
                },
                { head: say(texts.kind), cell: ({ kind }) => say(kindOf(kind)) },
                { head: say(texts.from), cell: ({ validFrom }) => formatDay(validFrom, language) },
                {
                  head: say(texts.asks),
                  cell: ({ asks }) =>
                    asks === null ? '—' : say(asks === 'SIGN' ? paperTexts.asksSign : paperTexts.asksRead),
                },
                {
                  head: say(paperTexts.delivered),
                  look: 'numbers',
                  cell: ({ counts }) => formatNumber(counts.delivered),
                },
                {
                  head: say(texts.progress),
                  cell: ({ counts, asks }) =>
                    counts.delivered === 0 ? (
                      '—'
                    ) : (
                      <>
                        <span className="numbers">
                          {formatNumber(asks === 'READ' ? counts.opened : counts.signed)} /{' '}
                          {formatNumber(counts.delivered)}
                        </span>
                        <CoverageBar total={counts.delivered} parts={partsOf(counts, asks, say)} />
                      </>
                    ),
                },
              ]}
            />
          )}
        </Asked>
      </Card>
    </Page>
  );
}
