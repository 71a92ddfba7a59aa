import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Empty, Space, Tag } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { takeStep } from '../../../../web/api/matters.ts';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { formatDay } from '../../../../web/kit/format.ts';
import { RecordForm } from '../../../../web/kit/RecordForm.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { OwnRecord } from '../../contract.ts';
import { interferenceLifecycle } from '../../lifecycle.ts';
import { records } from '../../registers.ts';
import { ownQuery } from './own.ts';
import { ProofButton, SealFacts } from './SealFacts.tsx';
import { texts } from './texts.ts';

const { AMEND } = interferenceLifecycle.actions;
// What is added comes first; the fields that may be filled in late come after it.
const { addition, ...rest } = AMEND.fields!;
const amending = { ...records, name: `${records.name}.AMEND`, columns: { addition: addition!, ...rest } };

/** What the officer recorded, each with its seal, what was added, and the proof to take away. */
export function OwnRecords() {
  const { say, language } = useSpeech();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const query = useQuery(ownQuery);
  const [adding, setAdding] = useState<OwnRecord>();
  return (
    <Card size="small" title={<h2>{say(texts.mine)}</h2>}>
      <Asked query={query} />
      {query.data?.records.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />}
      <ul className="own-records">
        {query.data?.records.map((one) => (
          <li key={one.record} className="own-record">
            <Space wrap>
              <strong>{one.number}</strong>
              <Tag>{say(interferenceLifecycle.states[one.state as keyof typeof interferenceLifecycle.states])}</Tag>
            </Space>
            <div>{fill(say(texts.asked), { name: one.askerName })}</div>
            <SealFacts of={one} />
            {one.addition && (
              <p className="addition quiet prewrap">
                {one.addition.replace(/^\d{4}-\d{2}-\d{2}(?= )/gm, (day) => formatDay(day, language))}
              </p>
            )}
            <Space wrap>
              {AMEND.from.some((state) => state === one.state) && (
                <Button onClick={() => setAdding(one)} aria-label={`${say(texts.amend)} ${one.number}`}>
                  {say(texts.amend)}
                </Button>
              )}
              <ProofButton of={one} />
            </Space>
          </li>
        ))}
      </ul>
      {adding && (
        <RecordForm
          register={amending}
          title={`${say(AMEND.words)} ${adding.number}`}
          saveAs={say(AMEND.words)}
          onSave={async (input) => {
            await takeStep(records.name, adding.record, 'AMEND', { version: adding.version, input });
            message.success(say(texts.amended));
            setAdding(undefined);
            await cache.invalidateQueries({ queryKey: ownQuery.queryKey });
          }}
          onClose={() => setAdding(undefined)}
        />
      )}
    </Card>
  );
}
