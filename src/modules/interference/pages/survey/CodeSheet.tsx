import { Alert, Button, Card, Space } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { texts } from './texts.ts';

/** The codes of a round, this once, to be printed or saved; nothing of them is kept anywhere but as keyed hashes. */
export function CodeSheet({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { say } = useSpeech();
  const address = `${location.origin}/public/survey`;
  const answerAt = fill(say(texts.answerAt), { address });
  const text = `data:text/plain;charset=utf-8,${encodeURIComponent([answerAt, ...codes].join('\r\n'))}`;
  return (
    <Card size="small" title={<h2>{fill(say(texts.sheet), { n: codes.length })}</h2>}>
      <Alert type="warning" showIcon title={say(texts.once)} description={answerAt} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the focus */}
      <ul className="code-sheet" tabIndex={0} aria-label={fill(say(texts.sheet), { n: codes.length })}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Space wrap>
        <Button onClick={() => print()}>{say(texts.print)}</Button>
        <Button href={text} download="codes.txt">
          {say(texts.download)}
        </Button>
        <Button type="primary" onClick={onDone}>
          {say(texts.kept)}
        </Button>
      </Space>
    </Card>
  );
}
