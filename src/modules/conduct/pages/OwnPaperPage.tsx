import { DownloadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../platform/words.ts';
import { isMissing, post } from '../../../web/api/client.ts';
import { proofAddress } from '../../../web/api/registers.ts';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { formatMoment } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Notice } from '../../../web/kit/Notice.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ReasonDialog } from '../../../web/kit/ReasonDialog.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { OwnText } from '../papers/contract.ts';
import { paperAnswers } from '../registers.ts';
import { ownPapersQuery, PaperTags } from './OwnPapersPage.tsx';
import { kindOf, paperTexts } from './papers-words.ts';
import { SignForm } from './SignForm.tsx';

const texts = {
  missing: words('没有这份文书', 'There is no such paper'),
  noText: words(
    '这份文书的内容没有在本系统发布，请以纸质文本为准。',
    'The content of this paper was not published here; the printed text counts.',
  ),
  refuse: words('拒绝签署', 'Refuse to sign'),
  refuseHint: words(
    '写明理由。单位和教育整顿办能看到；之后仍可签署。',
    'Say why. Your unit and the office see it; you may still sign later.',
  ),
  signedAt: words('您已于 {at} 签署本版本。', 'You signed this version {at}.'),
  refusedAt: words('您于 {at} 拒签，理由：{reason}', 'You refused to sign {at}: {reason}'),
  proof: words('下载签署证明', 'Download the proof of your signature'),
  proofHint: words(
    '证明可在没有本系统的机器上核验：它含有您签署的内容哈希和存证位置。',
    'It can be checked on a machine without this system: it holds the hash of what you signed and its place in the ledger.',
  ),
};

/** One paper on a phone: the text, then the signature. */
export default function OwnPaperPage() {
  const { say, language } = useSpeech();
  const cache = useQueryClient();
  const { delivery = '' } = useParams({ strict: false }) as { delivery?: string };
  const [refusing, setRefusing] = useState(false);
  const query = useQuery({
    queryKey: ['conduct', 'own-paper', delivery],
    queryFn: () => post<OwnText>(`/api/conduct/own-papers/${delivery}/open`),
  });
  const back = { to: paths.ownPapers, label: say(words('我的文书', 'My papers')) };
  if (isMissing(query.error)) return <Notice title={say(texts.missing)} link={back} />;
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const paper = query.data;
  const refresh = async () => {
    await cache.invalidateQueries({ queryKey: ownPapersQuery.queryKey });
    await query.refetch();
  };
  const signable = paper.sha256 !== null && paper.asks === 'SIGN' && !paper.superseded && paper.signedAt === null;
  return (
    <Page
      title={paper.title}
      back={back}
      lead={
        <>
          {say(kindOf(paper.kind))} · {fill(say(paperTexts.edition), { n: paper.edition })} <PaperTags paper={paper} />
        </>
      }
    >
      <div className="stack">
        <Card size="small">
          {paper.body !== null && <div className="paper-text">{paper.body}</div>}
          {paper.fileName !== null && (
            <Button icon={<DownloadOutlined aria-hidden />} href={`/api/conduct/own-papers/${delivery}/file`} download>
              {say(paperTexts.file)} {paper.fileName}
            </Button>
          )}
          {paper.sha256 === null && <p className="card-hint">{say(texts.noText)}</p>}
          {paper.sha256 !== null && (
            <p className="quiet break">
              {say(paperTexts.hash)} <span className="code">{paper.sha256}</span>
            </p>
          )}
        </Card>
        {paper.signedAt !== null && (
          <Card size="small">
            <p>{fill(say(texts.signedAt), { at: formatMoment(paper.signedAt, language) })}</p>
            <Button
              type="primary"
              icon={<DownloadOutlined aria-hidden />}
              href={proofAddress(paperAnswers.name, paper.signature!)}
              download={`${paper.signature}.json`}
            >
              {say(texts.proof)}
            </Button>
            <p className="quiet">{say(texts.proofHint)}</p>
          </Card>
        )}
        {paper.refusedAt !== null && paper.signedAt === null && (
          <Card size="small">
            <p>
              {fill(say(texts.refusedAt), { at: formatMoment(paper.refusedAt, language), reason: paper.reason ?? '' })}
            </p>
          </Card>
        )}
        {signable && (
          <SignForm
            paper={paper}
            onSigned={refresh}
            more={paper.refusedAt === null && <Button onClick={() => setRefusing(true)}>{say(texts.refuse)}</Button>}
          />
        )}
      </div>
      {refusing && (
        <ReasonDialog
          title={say(texts.refuse)}
          hint={say(texts.refuseHint)}
          action={say(texts.refuse)}
          onConfirm={async (reason) => {
            await post(`/api/conduct/own-papers/${delivery}/refuse`, { reason });
            setRefusing(false);
            await refresh();
          }}
          onClose={() => setRefusing(false)}
        />
      )}
    </Page>
  );
}
