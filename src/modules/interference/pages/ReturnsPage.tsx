import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Empty, Modal, Segmented, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { dayOf } from '../../../platform/calendar/day.ts';
import { fill } from '../../../platform/words.ts';
import { get, post, withQuery } from '../../../web/api/client.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay, formatNumber } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { DueReturn } from '../contract.ts';
import { CheckDialog } from './returns/CheckDialog.tsx';
import { texts } from './returns/texts.ts';
import { usePeriodName } from './returns/use-period-name.ts';
import './interference.css';

type Shown = 'all' | 'missing' | 'late' | 'signed';
const shows: Readonly<Record<Shown, (one: DueReturn) => boolean>> = {
  all: () => true,
  missing: ({ state }) => state === 'DUE' || state === 'OVERDUE',
  late: ({ state }) => state === 'OVERDUE' || state === 'SIGNED_LATE',
  signed: ({ submittedOn }) => submittedOn !== null,
};
const colours: Readonly<Record<DueReturn['state'], string>> = {
  OPEN: 'default',
  DUE: 'processing',
  OVERDUE: 'red',
  SIGNED: 'green',
  SIGNED_LATE: 'purple',
};

/** What each unit must report, who signed when, what is missing; the head signs here, and overseers hold it against the store. */
export default function ReturnsPage() {
  const { say } = useSpeech();
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [shown, setShown] = useState<Shown>('all');
  const query = useQuery({
    queryKey: ['interference', 'returns', year],
    queryFn: () => get<{ returns: DueReturn[] }>(withQuery('/api/interference/returns', { year })),
  });
  const returns = query.data?.returns ?? [];
  const numbers = (['DUE', 'OVERDUE', 'SIGNED', 'SIGNED_LATE'] as const).map(
    (state) => [state, returns.filter((one) => one.state === state).length] as const,
  );
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <div className="stack">
        <Space wrap>
          <Select
            aria-label={say(texts.year)}
            value={year}
            onChange={setYear}
            style={{ width: 120 }}
            options={Array.from({ length: thisYear - 2014 }, (_, at) => ({
              value: thisYear - at,
              label: String(thisYear - at),
            }))}
          />
          <Segmented<Shown>
            value={shown}
            onChange={setShown}
            options={(['all', 'missing', 'late', 'signed'] as const).map((one) => ({
              value: one,
              label: say(texts[one]),
            }))}
          />
        </Space>
        <Asked query={query} />
        {query.isSuccess && (
          <>
            <dl className="desk-numbers">
              {numbers.map(([state, number]) => (
                <div key={state}>
                  <dt>{say(texts.states[state])}</dt>
                  <dd>{formatNumber(number)}</dd>
                </div>
              ))}
            </dl>
            <ReturnTable key={`${year} ${shown}`} returns={returns.filter(shows[shown])} />
          </>
        )}
      </div>
    </Page>
  );
}

/** Lines shown at once: a city has hundreds of periods in a year. */
const PAGE = 60;

function ReturnTable({ returns }: { returns: readonly DueReturn[] }) {
  const { say, language } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const periodName = usePeriodName();
  const cache = useQueryClient();
  const [signing, setSigning] = useState<DueReturn>();
  const [checking, setChecking] = useState<DueReturn>();
  const [busy, setBusy] = useState(false);
  const [most, setMost] = useState(PAGE);
  const sign = async ({ unit, start }: DueReturn) => {
    setBusy(true);
    try {
      await post('/api/interference/returns', { unit, start });
      message.success(say(texts.done));
      setSigning(undefined);
    } catch (error) {
      message.error(errorText(error));
    }
    setBusy(false);
    await cache.invalidateQueries({ queryKey: ['interference', 'returns'] });
  };
  const hasSteps = returns.some(({ maySign, record }) => maySign || record !== null);
  return (
    <Card size="small">
      {returns.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />
      ) : (
        <FoldingTable
          label={say(texts.title)}
          look="whole-words"
          rows={returns.slice(0, most)}
          keyOf={({ unit, start }) => `${unit} ${start}`}
          columns={[
            { head: say(texts.unit), names: true, cell: ({ unitName }) => unitName },
            { head: say(texts.period), cell: periodName },
            { head: say(texts.due), cell: ({ due }) => formatDay(due, language) },
            {
              head: say(texts.state),
              cell: ({ state }) => <Tag color={colours[state]}>{say(texts.states[state])}</Tag>,
            },
            {
              head: say(texts.signed),
              cell: ({ submittedOn, signedBy }) =>
                submittedOn ? `${signedBy ?? ''} ${formatDay(submittedOn, language)}`.trim() : '—',
            },
            ...(hasSteps
              ? [
                  {
                    head: say(texts.step),
                    cell: (one: DueReturn) => (
                      <>
                        {one.maySign && (
                          <Button type="primary" size="small" onClick={() => setSigning(one)}>
                            {say(texts.sign)}
                          </Button>
                        )}
                        {one.record && (
                          <Button
                            size="small"
                            onClick={() => setChecking(one)}
                            aria-label={`${say(texts.check)} ${one.unitName} ${periodName(one)}`}
                          >
                            {say(texts.check)}
                          </Button>
                        )}
                        {!one.maySign && !one.record && '—'}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {returns.length > most && (
        <Button className="more" onClick={() => setMost(most + PAGE)}>
          {fill(say(texts.more), { n: formatNumber(returns.length - most) })}
        </Button>
      )}
      {signing && (
        <Modal
          open
          title={fill(say(texts.signing), { unit: signing.unitName, period: periodName(signing) })}
          okText={say(texts.sign)}
          confirmLoading={busy}
          onOk={() => void sign(signing)}
          onCancel={() => setSigning(undefined)}
        >
          <p>{say(texts.signHint)}</p>
        </Modal>
      )}
      {checking?.record && (
        <CheckDialog of={checking} record={checking.record} onClose={() => setChecking(undefined)} />
      )}
    </Card>
  );
}
