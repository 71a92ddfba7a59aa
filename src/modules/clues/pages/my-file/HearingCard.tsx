import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { type OwnHearing, type Statement, waiveOwn } from '../../../../web/api/my-file.ts';
import { formatDay } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { statementAnswer } from '../../officer/lifecycle.ts';
import { hearings } from '../../officer/registers.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Facts } from './Facts.tsx';
import { RightsSection } from './RightsSection.tsx';
import { StatementDialog } from './StatementDialog.tsx';
import { texts } from './texts.ts';

const { columns } = hearings;

/** One hearing: what was told, what was stated, what was decided, and what may be asked for. */
export function HearingCard({ hearing }: { hearing: OwnHearing }) {
  const { say, language } = useSpeech();
  return (
    <Card
      size="small"
      id={hearing.number}
      title={<h2>{hearing.number}</h2>}
      extra={<Tag>{say(columns.state.choices![hearing.state as keyof typeof columns.state.choices]!)}</Tag>}
    >
      <section>
        <h3>{say(texts.told)}</h3>
        <p className="quiet">{fill(say(texts.toldOn), { day: formatDay(hearing.toldOn, language) })}</p>
        <Facts of={columns} values={hearing} keys={['facts', 'grounds', 'proposed']} />
      </section>
      <Statements hearing={hearing} />
      {hearing.droppedFor && (
        <section>
          <h3>{say(texts.decision)}</h3>
          <p className="prewrap">{fill(say(texts.dropped), { reason: hearing.droppedFor })}</p>
        </section>
      )}
      {hearing.decision && (
        <section>
          <h3>{say(texts.decision)}</h3>
          <Facts
            of={columns}
            values={hearing.decision}
            keys={['decisionNo', 'track', 'measure', 'decidedOn', 'findings', 'evidence', 'basis', 'remedies']}
          />
          {hearing.decision.endsOn && (
            <p>
              {say(texts.endsOn)}
              <strong>{formatDay(hearing.decision.endsOn, language)}</strong>
            </p>
          )}
        </section>
      )}
      {hearing.decision && <RightsSection hearing={hearing} />}
    </Card>
  );
}

function Statements({ hearing }: { hearing: OwnHearing }) {
  const { say, language } = useSpeech();
  const [open, setOpen] = useState<'state' | 'waive' | null>(null);
  const closed = hearing.state === 'DECIDED' || hearing.state === 'DROPPED';
  if (closed && hearing.statements.length === 0) return null;
  return (
    <section>
      <h3>{say(texts.hearing)}</h3>
      {!closed && <p className="quiet">{say(texts.hearingHint)}</p>}
      {hearing.limits.map(({ id, lastDay, overdue }) => (
        <p key={id}>
          <Tag color={overdue ? 'red' : 'processing'}>
            {fill(say(id === 'ANSWER' ? texts.answerBy : overdue ? texts.overdue : texts.until), {
              day: formatDay(lastDay, language),
            })}
          </Tag>
        </p>
      ))}
      <ol className="my-file-statements">
        {hearing.statements.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: statements are appended and never move
          <OneStatement key={at} statement={one} />
        ))}
      </ol>
      {!closed && (
        <div className="my-file-actions">
          <Button type="primary" onClick={() => setOpen('state')}>
            {say(hearing.statements.length === 0 ? texts.state : texts.stateMore)}
          </Button>
          {hearing.state === 'TOLD' && <Button onClick={() => setOpen('waive')}>{say(texts.waive)}</Button>}
        </div>
      )}
      {open === 'state' && <StatementDialog hearing={hearing} onClose={() => setOpen(null)} />}
      {open === 'waive' && (
        <ConfirmDialog
          title={say(texts.waiveTitle)}
          hint={say(texts.waiveHint)}
          action={say(texts.confirm)}
          onConfirm={() => waiveOwn(hearing.record, hearing.version)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function OneStatement({ statement }: { statement: Statement }) {
  const { say, language } = useSpeech();
  const { text, evidence, statedOn, answer, reasons, answeredOn } = statement;
  return (
    <li>
      <p className="quiet">{fill(say(texts.statedOn), { day: formatDay(statedOn, language) })}</p>
      <p className="prewrap">{text}</p>
      {evidence && (
        <p className="prewrap">
          <span className="quiet">{say(texts.evidence)}</span>
          {evidence}
        </p>
      )}
      {answer === null || answeredOn === null ? (
        <p className="quiet">{say(texts.notAnswered)}</p>
      ) : (
        <div className="my-file-answer">
          <p>
            <strong>{say(statementAnswer.choices![answer as keyof typeof statementAnswer.choices]!)}</strong>{' '}
            <span className="quiet">{fill(say(texts.answered), { day: formatDay(answeredOn, language) })}</span>
          </p>
          <p className="prewrap">{reasons}</p>
        </div>
      )}
    </li>
  );
}
