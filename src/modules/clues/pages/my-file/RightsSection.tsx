import { Button, Tag } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { type OwnHearing, type OwnRequest, withdrawRequest } from '../../../../web/api/my-file.ts';
import { formatDay } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { reviewRequests } from '../../officer/registers.ts';
import { AskDialog } from './AskDialog.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Facts } from './Facts.tsx';
import { midSentence, texts } from './texts.ts';

const { columns } = reviewRequests;
type Kind = keyof typeof columns.kind.choices;

/** What may be asked for against a decision, until when, and what became of what was asked for. */
export function RightsSection({ hearing }: { hearing: OwnHearing }) {
  const { say, language } = useSpeech();
  const [asking, setAsking] = useState<Kind | null>(null);
  const kindOf = (kind: string): string => say(columns.kind.choices![kind as Kind]!);
  return (
    <>
      <section>
        <h3>{say(texts.rights)}</h3>
        <p className="quiet">{say(texts.rightsHint)}</p>
        {hearing.rights.length === 0 && <p>{say(texts.noRights)}</p>}
        <ul className="my-file-lines">
          {hearing.rights.map(({ kind, lastDay, open, silentSince, source }) => (
            <li key={kind}>
              {open ? (
                <>
                  <Button type="primary" onClick={() => setAsking(kind as Kind)}>
                    {fill(say(texts.ask), { kind: midSentence(kindOf(kind), language) })}
                  </Button>
                  {silentSince ? (
                    <span>{fill(say(texts.silent), { day: formatDay(silentSince, language) })}</span>
                  ) : (
                    <Tag color="processing">{fill(say(texts.until), { day: formatDay(lastDay, language) })}</Tag>
                  )}
                </>
              ) : (
                <span>{fill(say(texts.gone), { kind: kindOf(kind), day: formatDay(lastDay, language) })}</span>
              )}
              <span className="quiet" lang="zh">
                {source}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {hearing.requests.length > 0 && (
        <section>
          <h3>{say(texts.requests)}</h3>
          {hearing.requests.map((request) => (
            <OneRequest key={request.record} request={request} called={kindOf(request.kind)} />
          ))}
        </section>
      )}
      {asking && (
        <AskDialog
          hearing={hearing.record}
          kind={asking}
          title={fill(say(texts.ask), { kind: midSentence(kindOf(asking), language) })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function OneRequest({ request, called }: { request: OwnRequest; called: string }) {
  const { say, language } = useSpeech();
  const [withdrawing, setWithdrawing] = useState(false);
  const { state, limit, result, measure } = request;
  const open = state === 'ASKED' || state === 'IN_REVIEW';
  return (
    <div className="my-file-request">
      <p>
        <strong>{called}</strong> <Tag>{say(columns.state.choices![state as keyof typeof columns.state.choices]!)}</Tag>
        <span className="quiet">{fill(say(texts.askedOn), { day: formatDay(request.askedOn, language) })}</span>
      </p>
      {limit && (
        <p>
          <Tag color={limit.overdue ? 'red' : 'processing'}>
            {fill(say(limit.overdue ? texts.decideLate : texts.decideBy), { day: formatDay(limit.lastDay, language) })}
          </Tag>
        </p>
      )}
      <Facts
        of={columns}
        values={{ ...request }}
        keys={[
          'grounds',
          ...(request.body ? ['body'] : []),
          ...(result ? ['result', ...(measure ? ['measure'] : []), 'decidedOn', 'reasons'] : []),
        ]}
      />
      {open && <Button onClick={() => setWithdrawing(true)}>{say(texts.withdraw)}</Button>}
      {withdrawing && (
        <ConfirmDialog
          title={say(texts.withdrawTitle)}
          hint={say(texts.withdrawHint)}
          action={say(texts.withdraw)}
          onConfirm={() => withdrawRequest(request.record, request.version)}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </div>
  );
}
