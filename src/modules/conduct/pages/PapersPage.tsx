import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Empty, Tag } from 'antd';
import { fill, words } from '../../../platform/words.ts';
import { get } from '../../../web/api/client.ts';
import { meQuery } from '../../../web/api/me.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay, formatNumber } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
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
  const papers = query.data?.papers ?? [];
  const mayPublish = roles.includes('OFFICE_STAFF') || roles.includes('OFFICE_DIRECTOR');
  const heads = [texts.name, texts.kind, texts.from, texts.asks, paperTexts.delivered, texts.progress];
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
        <Asked query={query} />
        {query.isSuccess && papers.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />
        )}
        {papers.length > 0 && (
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
                {papers.map((paper) => (
                  <tr key={paper.record}>
                    <th scope="row">
                      <Anchor to={paths.paper(paper.record)}>{paper.title}</Anchor>
                      <div className="quiet">
                        {fill(say(paperTexts.edition), { n: paper.edition })}{' '}
                        {paper.superseded && <Tag>{say(paperTexts.superseded)}</Tag>}
                      </div>
                    </th>
                    <td data-label={say(texts.kind)}>{say(kindOf(paper.kind))}</td>
                    <td data-label={say(texts.from)}>{formatDay(paper.validFrom, language)}</td>
                    <td data-label={say(texts.asks)}>
                      {paper.asks === null
                        ? '—'
                        : say(paper.asks === 'SIGN' ? paperTexts.asksSign : paperTexts.asksRead)}
                    </td>
                    <td data-label={say(paperTexts.delivered)} className="numbers">
                      {formatNumber(paper.counts.delivered)}
                    </td>
                    <td data-label={say(texts.progress)}>
                      {paper.counts.delivered === 0 ? (
                        '—'
                      ) : (
                        <>
                          <span className="numbers">
                            {formatNumber(paper.asks === 'READ' ? paper.counts.opened : paper.counts.signed)} /{' '}
                            {formatNumber(paper.counts.delivered)}
                          </span>
                          <CoverageBar total={paper.counts.delivered} parts={partsOf(paper.counts, paper.asks, say)} />
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Card>
    </Page>
  );
}
