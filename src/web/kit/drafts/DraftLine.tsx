import { Alert, Button } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../platform/words.ts';
import { useSpeech } from '../../locales/index.ts';
import { formatMoment } from '../format.ts';
import type { Draft } from './use-draft.ts';

const texts = {
  found: words('已恢复 {at} 没有提交的内容', 'What you had not sent on {at} is here again'),
  discard: words('丢弃', 'Discard'),
  saved: words('草稿已加密存于本机：{at}', 'Draft kept on this device, encrypted: {at}'),
  unkept: words(
    '此浏览器不能保存草稿，关闭页面后内容会丢失。',
    'This browser keeps no draft: closing the page loses it.',
  ),
  forget: words('清除草稿', 'Forget the draft'),
};

interface Props {
  readonly draft: Omit<Draft<unknown>, 'keep' | 'forget'>;
  readonly onForget: () => void;
}

/** Stands above a form that was filled in from its draft: what was resumed may be discarded. */
export function DraftFound({ draft: { start, at }, onForget }: Props) {
  const { say, language } = useSpeech();
  const [from] = useState(at);
  if (start === null || at === null || from === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="card-alert"
      title={fill(say(texts.found), { at: formatMoment(from, language) })}
      action={
        <Button size="small" onClick={onForget}>
          {say(texts.discard)}
        </Button>
      }
    />
  );
}

/** Stands beside the button that sends: that there is a draft, or can be none. */
export function DraftLine({ draft: { at, failed }, onForget }: Props) {
  const { say, language } = useSpeech();
  if (failed) return <Alert type="warning" showIcon title={say(texts.unkept)} className="card-alert" />;
  if (at === null) return null;
  return (
    <div className="draft-line">
      <span className="quiet" role="status">
        {fill(say(texts.saved), { at: formatMoment(at, language) })}
      </span>
      <Button size="small" onClick={onForget}>
        {say(texts.forget)}
      </Button>
    </div>
  );
}
