import { DownloadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Card, Empty, Tag } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../platform/words.ts';
import { get, isMissing } from '../../../web/api/client.ts';
import { meQuery } from '../../../web/api/me.ts';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { formatDay, formatMoment } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Notice } from '../../../web/kit/Notice.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import type { PaperView } from '../papers/contract.ts';
import { CoverageTable } from './coverage.tsx';
import { DeliverDialog } from './DeliverDialog.tsx';
import { partsOf } from './PapersPage.tsx';
import { kindOf, paperTexts } from './papers-words.ts';
import { WaitingCard } from './WaitingCard.tsx';

const texts = {
  missing: words('没有这份文书', 'There is no such paper'),
  back: words('文书签阅', 'Papers to officers'),
  deliver: words('发放', 'Hand out'),
  from: words('启用日期', 'Valid from'),
  published: words('发布时间', 'Published at'),
  content: words('内容', 'Content'),
  units: words('各单位进度', 'Progress of the units'),
  unit: words('单位', 'Unit'),
  progress: words('进度', 'Progress'),
  noneYet: words('还没有发放。', 'Not handed out yet.'),
};

const deliverers = ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'UNIT_HEAD', 'UNIT_STAFF'];

/** One version: what it says, how far each unit is, who has not answered. */
export default function PaperPage() {
  const { say, language } = useSpeech();
  const cache = useQueryClient();
  const { record = '' } = useParams({ strict: false }) as { record?: string };
  const [delivering, setDelivering] = useState(false);
  const roles = useQuery(meQuery).data?.roles ?? [];
  const query = useQuery({
    queryKey: ['conduct', 'papers', record],
    queryFn: () => get<PaperView>(`/api/conduct/papers/${record}`),
  });
  const back = { to: paths.paperDesk, label: say(texts.back) };
  if (isMissing(query.error)) return <Notice title={say(texts.missing)} link={back} />;
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const paper = query.data;
  const facts = [
    [say(texts.from), formatDay(paper.validFrom, language)],
    [say(texts.published), paper.publishedAt ? formatMoment(paper.publishedAt, language) : '—'],
    [say(paperTexts.hash), paper.sha256 ?? say(paperTexts.unpublished)],
  ] as const;
  return (
    <Page
      title={paper.title}
      back={back}
      lead={
        <>
          {say(kindOf(paper.kind))} · {fill(say(paperTexts.edition), { n: paper.edition })}{' '}
          {paper.asks !== null && <Tag>{say(paper.asks === 'SIGN' ? paperTexts.asksSign : paperTexts.asksRead)}</Tag>}
          {paper.superseded && <Tag color="warning">{say(paperTexts.superseded)}</Tag>}
        </>
      }
      actions={
        !paper.superseded &&
        paper.sha256 !== null &&
        roles.some((role) => deliverers.includes(role)) && (
          <Button type="primary" onClick={() => setDelivering(true)}>
            {say(texts.deliver)}
          </Button>
        )
      }
    >
      <div className="stack">
        <Card size="small" title={<h2>{say(texts.content)}</h2>}>
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="break">{value}</dd>
              </div>
            ))}
          </dl>
          {paper.body !== null && <div className="paper-text">{paper.body}</div>}
          {paper.fileName !== null && (
            <Button icon={<DownloadOutlined aria-hidden />} href={`/api/conduct/papers/${record}/file`} download>
              {say(paperTexts.file)} {paper.fileName}
            </Button>
          )}
        </Card>
        <Card size="small" title={<h2>{say(texts.units)}</h2>}>
          {paper.units.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.noneYet)} />
          ) : (
            <CoverageTable
              label={say(texts.units)}
              heads={[say(texts.unit), say(texts.progress), say(paperTexts.delivered)]}
              rows={paper.units.map(({ unit, name, counts }) => ({
                key: unit,
                name,
                total: counts.delivered,
                parts: partsOf(counts, paper.asks, say),
              }))}
            />
          )}
        </Card>
        {paper.units.length > 0 && <WaitingCard paper={paper} />}
      </div>
      {delivering && (
        <DeliverDialog
          paper={paper}
          onDone={() => cache.invalidateQueries({ queryKey: ['conduct', 'papers'] })}
          onClose={() => setDelivering(false)}
        />
      )}
    </Page>
  );
}
