import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Empty, Space, Tag } from 'antd';
import { useState } from 'react';
import { fill } from '../../../platform/words.ts';
import { get, post } from '../../../web/api/client.ts';
import { meQuery } from '../../../web/api/me.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { type Bar, Bars } from '../../../web/kit/Bars.tsx';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { formatDay, formatNumber } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { Round, Rounds } from '../contract.ts';
import { FEWEST_ANSWERS } from '../rules.ts';
import { CodeSheet } from './survey/CodeSheet.tsx';
import { OpenRound } from './survey/OpenRound.tsx';
import { texts } from './survey/texts.ts';
import './interference.css';

const roundsKey = ['interference', 'surveys'];

/** The office opens rounds and hands out codes; all who oversee see how many answered, and what came of it. */
export default function SurveyPage() {
  const { say } = useSpeech();
  const { data: me } = useQuery(meQuery);
  const cache = useQueryClient();
  const [opening, setOpening] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const query = useQuery({ queryKey: roundsKey, queryFn: () => get<Rounds>('/api/interference/surveys') });
  const holds = me?.roles.some((role) => role === 'OFFICE_DIRECTOR' || role === 'OFFICE_STAFF') ?? false;
  return (
    <Page
      title={say(texts.title)}
      lead={say(texts.lead)}
      actions={
        holds && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {say(texts.open)}
          </Button>
        )
      }
    >
      <div className="stack">
        {codes && <CodeSheet codes={codes} onDone={() => setCodes(undefined)} />}
        <Card size="small" title={<h2>{say(texts.rounds)}</h2>}>
          <Asked query={query} />
          {query.data?.rounds.length === 0 && (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />
          )}
          <ul className="own-records">
            {query.data?.rounds.map((one) => (
              <RoundLine key={one.round} of={one} holds={holds} />
            ))}
          </ul>
        </Card>
        {query.data && query.data.others.length > 0 && (
          <Card size="small" title={<h2>{say(texts.others)}</h2>}>
            <ul className="own-records">
              {query.data.others.map((one) => (
                <OtherLine key={one.record} of={one} />
              ))}
            </ul>
          </Card>
        )}
      </div>
      {opening && (
        <OpenRound
          onOpened={async (made) => {
            setOpening(false);
            setCodes(made);
            await cache.invalidateQueries({ queryKey: roundsKey });
          }}
          onClose={() => setOpening(false)}
        />
      )}
    </Page>
  );
}

/** A number out of a whole as a bar with both, and their share. */
function useShareBar(): (key: string, label: string, n: number, all: number) => Bar {
  const { say, language } = useSpeech();
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (key, label, n, all) => {
    const share = all === 0 ? 0 : n / all;
    const text = fill(say(texts.of), { n: formatNumber(n), all: formatNumber(all), share: percent.format(share) });
    return { key, label, value: share, text };
  };
}

function RoundLine({ of, holds }: { of: Round; holds: boolean }) {
  const { say, language } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const cache = useQueryClient();
  const bar = useShareBar();
  const closing = useMutation({
    mutationFn: () => post(`/api/interference/surveys/${of.round}/close`),
    onSuccess: () => message.success(say(texts.closed)),
    onError: (error) => message.error(errorText(error)),
    onSettled: () => cache.invalidateQueries({ queryKey: roundsKey }),
  });
  const { answers, result } = of;
  const bars = [
    bar('rate', say(texts.rate), answers, of.codes),
    ...(result
      ? [
          bar('aware', say(texts.aware), result.aware, answers),
          bar('supportive', say(texts.supportive), result.supportive, answers),
        ]
      : []),
  ];
  return (
    <li className="own-record">
      <Space wrap>
        <strong>{of.number}</strong>
        <span>{of.unitName}</span>
        <Tag color={of.state === 'OPEN' ? 'processing' : of.state === 'ENDED' ? 'purple' : 'default'}>
          {say(texts.states[of.state])}
        </Tag>
        <span className="quiet">
          {fill(say(texts.until), { from: formatDay(of.openedOn, language), to: formatDay(of.closesOn, language) })}
        </span>
        {of.state === 'ENDED' && holds && (
          <Button size="small" type="primary" loading={closing.isPending} onClick={() => closing.mutate()}>
            {say(texts.close)}
          </Button>
        )}
      </Space>
      <Bars label={of.number} bars={bars} most={1} />
      {of.state !== 'CLOSED' && <p className="quiet card-hint">{say(texts.during)}</p>}
      {of.state === 'CLOSED' && !result && (
        <p className="quiet card-hint">{fill(say(texts.tooFew), { n: FEWEST_ANSWERS })}</p>
      )}
    </li>
  );
}

function OtherLine({ of }: { of: Rounds['others'][number] }) {
  const { say, language } = useSpeech();
  const bar = useShareBar();
  return (
    <li className="own-record">
      <Space wrap>
        <strong>{of.number}</strong>
        <span>{of.unitName}</span>
        <span className="quiet">{formatDay(of.surveyedOn, language)}</span>
      </Space>
      <Bars
        label={of.number}
        most={1}
        bars={[
          bar('aware', say(texts.aware), of.aware, of.answers),
          bar('supportive', say(texts.supportive), of.supportive, of.answers),
        ]}
      />
    </li>
  );
}
