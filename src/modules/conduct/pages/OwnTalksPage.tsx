import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { fill, words } from '../../../platform/words.ts';
import { get } from '../../../web/api/client.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import type { Talk } from '../talks/contract.ts';
import { TalkState } from './TalkState.tsx';
import './conduct.css';

const texts = {
  title: words('我的谈话', 'My talks'),
  lead: words(
    '与您谈过的话。记录由您本人确认；与实际不符的，可以提出异议。',
    'Talks that were held with you. You confirm the record yourself, or object to what is not as it was.',
  ),
  none: words('还没有谈话记录。', 'No talk recorded yet.'),
  line: words('谈话人：{talker} · {day}', 'Talker: {talker} · {day}'),
  regular: words('日常谈话', 'Everyday talk'),
};

/** The officer's own talks on a phone. */
export default function OwnTalksPage() {
  const { say, language } = useSpeech();
  const query = useQuery({
    queryKey: ['conduct', 'talks', 'own'],
    queryFn: () => get<{ talks: Talk[] }>('/api/conduct/own-talks'),
  });
  const talks = query.data?.talks ?? [];
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <Card size="small">
        <Asked query={query} />
        {query.isSuccess && talks.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />
        )}
        <ul className="paper-cards">
          {talks.map((talk) => (
            <li key={talk.record}>
              <Anchor to={paths.ownTalk(talk.record)}>{talk.kindName ?? say(texts.regular)}</Anchor>
              <p className="quiet">
                {fill(say(texts.line), { talker: talk.talkerName, day: formatDay(talk.heldOn, language) })}
              </p>
              <p>
                <TalkState talk={talk} />
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
