import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Select } from 'antd';
import { useState } from 'react';
import { fill } from '../../../platform/words.ts';
import { get, withQuery } from '../../../web/api/client.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { Bars } from '../../../web/kit/Bars.tsx';
import { formatMonthName, formatNumber } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { Statistics } from '../contract.ts';
import { records } from '../registers.ts';
import { PromptsCard } from './statistics/PromptsCard.tsx';
import { texts } from './statistics/texts.ts';
import './interference.css';

type Group = Statistics['months'][number];

/** What overseers read of a year: how much, how fast, which units differ from the city beyond chance, and by how much. */
export default function StatisticsPage() {
  const { say } = useSpeech();
  const [year, setYear] = useState<number>();
  const query = useQuery({
    queryKey: ['interference', 'statistics', year],
    queryFn: () => get<Statistics>(withQuery('/api/interference/statistics', { year })),
  });
  return (
    <Page
      title={say(texts.title)}
      lead={say(texts.lead)}
      actions={
        query.data &&
        query.data.years.length > 0 && (
          <Select
            aria-label={say(texts.year)}
            value={query.data.year}
            onChange={setYear}
            style={{ width: 120 }}
            options={query.data.years.map((one) => ({ value: one, label: String(one) }))}
          />
        )
      }
    >
      <Asked query={query} />
      {query.data && <Year of={query.data} />}
    </Page>
  );
}

function Year({ of }: { of: Statistics }) {
  const { say } = useSpeech();
  const numbers = [
    [texts.total, of.total],
    [texts.backFilled, of.backFilled],
    [texts.briefings, of.briefings.number],
    [texts.byHeads, of.briefings.byHeads],
    [texts.audience, of.briefings.audience],
  ] as const;
  return (
    <div className="stack">
      <Card size="small">
        <dl className="desk-numbers" style={{ margin: 0 }}>
          {numbers.map(([name, number]) => (
            <div key={name.en}>
              <dt>{say(name)}</dt>
              <dd>{formatNumber(number)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {of.total === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.empty)} />
      ) : (
        <Charts of={of} />
      )}
    </div>
  );
}

function Charts({ of }: { of: Statistics }) {
  const { say, language } = useSpeech();
  const { category, stage, way, state } = records.columns;
  const chosen = { category, stage, way, state };
  const named = (name: keyof typeof chosen, key: string): string => {
    const choices = chosen[name].choices as Readonly<Record<string, { zh: string; en: string }>>;
    return say(choices[key] ?? texts.none);
  };
  return (
    <>
      <PromptsCard of={of} />
      <div className="chart-cards">
        <Card size="small" title={<h2>{say(texts.months)}</h2>}>
          <GroupBars
            label={say(texts.months)}
            groups={of.months}
            nameOf={(key) => formatMonthName(Number(key), language)}
          />
        </Card>
        <Card size="small" title={<h2>{say(texts.lag)}</h2>}>
          <p className="quiet card-hint">{say(texts.lagHint)}</p>
          <GroupBars
            label={say(texts.lag)}
            groups={of.lag}
            nameOf={(key) => (key === '1' ? say(texts.lagDay) : fill(say(texts.lagDays), { n: key.replace('-', '–') }))}
          />
        </Card>
      </div>
      <UnitsCard of={of} />
      <div className="chart-cards">
        {(['category', 'stage', 'way', 'state'] as const).map((name) => (
          <Card key={name} size="small" title={<h2>{say(texts.groups[name])}</h2>}>
            <GroupBars
              label={say(texts.groups[name])}
              groups={of.groups[name] ?? []}
              nameOf={(key) => named(name, key)}
            />
          </Card>
        ))}
      </div>
    </>
  );
}

interface GroupProps {
  readonly label: string;
  readonly groups: readonly Group[];
  readonly nameOf: (key: string) => string;
}

function GroupBars({ label, groups, nameOf }: GroupProps) {
  const { say } = useSpeech();
  const bars = groups.map(({ key, number }) => ({
    key,
    label: nameOf(key),
    value: number,
    text: number === null ? say(texts.hiddenToo) : formatNumber(number),
  }));
  return <Bars label={label} bars={bars} />;
}

function UnitsCard({ of }: { of: Statistics }) {
  const { say } = useSpeech();
  const bars = of.units.map(({ unit, name, number, expected }) => ({
    key: unit,
    label: name,
    value: number,
    mark: expected,
    text:
      number === null
        ? fill(say(texts.unitHidden), { expected })
        : fill(say(texts.unitText), { number: formatNumber(number), expected }),
  }));
  return (
    <Card size="small" title={<h2>{say(texts.units)}</h2>}>
      <p className="quiet card-hint">{say(texts.unitsHint)}</p>
      <Bars label={say(texts.units)} bars={bars} />
    </Card>
  );
}
