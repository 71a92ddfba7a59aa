import { Tag } from 'antd';
import { useSpeech } from '../../../web/locales/index.ts';
import { talkLifecycle } from '../lifecycle.ts';
import type { Talk } from '../talks/contract.ts';
import { talkTexts } from './talks-words.ts';

/** Where a talk stands; one that waits says for whom. */
export function TalkState({ talk }: { talk: Pick<Talk, 'state' | 'talkerConfirmedOn'> }) {
  const { say } = useSpeech();
  if (talk.state === 'CONFIRMED') return <Tag color="success">{say(talkTexts.confirmed)}</Tag>;
  if (talk.state === 'HELD')
    return (
      <Tag color="warning">{say(talk.talkerConfirmedOn === null ? talkTexts.waitsTalker : talkTexts.waitsOfficer)}</Tag>
    );
  return <Tag>{say(talkLifecycle.states[talk.state as keyof typeof talkLifecycle.states])}</Tag>;
}
