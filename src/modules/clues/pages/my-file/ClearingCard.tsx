import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { answerClearing, type OwnClearing } from '../../../../web/api/my-file.ts';
import { formatDay } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { clearings } from '../../officer/registers.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Facts } from './Facts.tsx';
import { texts } from './texts.ts';

const { columns } = clearings;

/** Words in which the officer's name is to be cleared: the officer agrees, or not. */
export function ClearingCard({ clearing }: { clearing: OwnClearing }) {
  const { say, language } = useSpeech();
  const [answer, setAnswer] = useState<'agree' | 'decline' | null>(null);
  const { number, state, limit } = clearing;
  const mayDecline = state === 'APPROVED' || state === 'CONSENTED';
  return (
    <Card
      size="small"
      id={number}
      title={<h2>{say(texts.clearing)}</h2>}
      extra={<Tag>{say(columns.state.choices![state as keyof typeof columns.state.choices]!)}</Tag>}
    >
      <p className="quiet">{say(texts.clearingHint)}</p>
      <Facts
        of={columns}
        values={{ ...clearing }}
        keys={['cause', 'scope', ...(clearing.publishedOn ? ['publishedOn'] : []), 'finding']}
      />
      {state === 'APPROVED' && limit && (
        <p>
          <Tag color={limit.overdue ? 'red' : 'processing'}>
            {fill(say(limit.overdue ? texts.overdue : texts.until), { day: formatDay(limit.lastDay, language) })}
          </Tag>
        </p>
      )}
      {mayDecline && (
        <div className="my-file-actions">
          {state === 'APPROVED' && (
            <Button type="primary" onClick={() => setAnswer('agree')}>
              {say(texts.agree)}
            </Button>
          )}
          <Button onClick={() => setAnswer('decline')}>{say(texts.decline)}</Button>
        </div>
      )}
      {answer && (
        <ConfirmDialog
          title={say(answer === 'agree' ? texts.agreeTitle : texts.declineTitle)}
          hint={say(answer === 'agree' ? texts.agreeHint : texts.declineHint)}
          action={say(answer === 'agree' ? texts.agree : texts.decline)}
          onConfirm={() => answerClearing(clearing.record, clearing.version, answer === 'agree')}
          onClose={() => setAnswer(null)}
        />
      )}
    </Card>
  );
}
