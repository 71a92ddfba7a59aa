import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Tag } from 'antd';
import { fill, words } from '../../../platform/words.ts';
import { get } from '../../../web/api/client.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import type { OwnPaper } from '../papers/contract.ts';
import { kindOf, paperTexts } from './papers-words.ts';
import './conduct.css';

const texts = {
  title: words('我的文书', 'My papers'),
  lead: words(
    '发放给您的承诺书、告知书和公开信。签署只能由您本人在此完成，任何人不能代签。',
    'Letters of commitment, notices and open letters handed to you. You alone sign them, here; nobody can sign for you.',
  ),
  waiting: words('待办理', 'To be answered'),
  done: words('已办理', 'Answered'),
  nothing: words('没有待办理的文书。', 'Nothing waits for you.'),
  none: words('还没有办理过文书。', 'Nothing answered yet.'),
  handed: words('{day} 发放', 'Handed out {day}'),
  onPaper: words('{day} 纸质签署', 'Signed by hand {day}'),
};

export const ownPapersQuery = {
  queryKey: ['conduct', 'own-papers'],
  queryFn: () => get<{ papers: OwnPaper[] }>('/api/conduct/own-papers'),
};

/** Whether the officer still has something to do with it. Papers without content here are for the record only. */
const waits = (paper: OwnPaper): boolean =>
  paper.sha256 !== null &&
  !paper.superseded &&
  (paper.asks === 'SIGN' ? paper.signedAt === null && paper.signedOnPaper === null : paper.openedAt === null);

/** An officer's papers on a phone: what waits first. */
export default function OwnPapersPage() {
  const { say } = useSpeech();
  const query = useQuery(ownPapersQuery);
  const papers = query.data?.papers ?? [];
  const lists = [
    [texts.waiting, texts.nothing, papers.filter(waits)],
    [texts.done, texts.none, papers.filter((paper) => !waits(paper))],
  ] as const;
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <Asked query={query} />
      {query.isSuccess && (
        <div className="stack">
          {lists.map(([title, none, shown]) => (
            <Card key={title.en} size="small" title={<h2>{say(title)}</h2>}>
              {shown.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(none)} />}
              <ul className="paper-cards">
                {shown.map((paper) => (
                  <PaperLine key={paper.delivery} paper={paper} />
                ))}
              </ul>
            </Card>
          ))}
        </div>
      )}
    </Page>
  );
}

function PaperLine({ paper }: { paper: OwnPaper }) {
  const { say, language } = useSpeech();
  return (
    <li>
      <Anchor to={paths.ownPaper(paper.delivery)}>{paper.title}</Anchor>
      <p className="quiet">
        {say(kindOf(paper.kind))} · {fill(say(paperTexts.edition), { n: paper.edition })} ·{' '}
        {fill(say(texts.handed), { day: formatDay(paper.deliveredOn, language) })}
      </p>
      <p>
        <PaperTags paper={paper} />
      </p>
    </li>
  );
}

/** How the officer stands to a paper, in one or two tags. */
export function PaperTags({ paper }: { paper: OwnPaper }) {
  const { say, language } = useSpeech();
  return (
    <>
      {paper.signedAt !== null && <Tag color="success">{say(paperTexts.signed)}</Tag>}
      {paper.signedAt === null && paper.signedOnPaper !== null && (
        <Tag color="success">{fill(say(texts.onPaper), { day: formatDay(paper.signedOnPaper, language) })}</Tag>
      )}
      {paper.signedAt === null && paper.refusedAt !== null && <Tag color="error">{say(paperTexts.refused)}</Tag>}
      {waits(paper) && (
        <Tag color="warning">{say(paper.asks === 'SIGN' ? paperTexts.asksSign : paperTexts.asksRead)}</Tag>
      )}
      {paper.asks !== 'SIGN' && paper.openedAt !== null && <Tag color="success">{say(paperTexts.opened)}</Tag>}
      {paper.superseded && <Tag>{say(paperTexts.superseded)}</Tag>}
      {paper.sha256 === null && <Tag>{say(paperTexts.unpublished)}</Tag>}
    </>
  );
}
