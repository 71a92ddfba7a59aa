import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Space } from 'antd';
import { useState } from 'react';
import { findMatter } from '../../../modules/pages.ts';
import { fill } from '../../../platform/words.ts';
import { type LateReport, lateAddress, lateQuery } from '../../api/matters.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { Asked } from '../../kit/Asked.tsx';
import { type Bar, Bars } from '../../kit/Bars.tsx';
import { FoldingTable } from '../../kit/FoldingTable.tsx';
import { formatDay, formatNumber } from '../../kit/format.ts';
import { MonthPicker } from '../../kit/MonthPicker.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { lastDay } from './matter/DeskLines.tsx';

/** Lines shown at once; the workbook has all of them. */
const SHOWN = 100;

/** The month that runs in Shanghai. */
const thisMonth = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

/** Sums by a key, the largest first. */
function sums(entries: readonly (readonly [key: string, amount: number])[]): [string, number][] {
  const found = new Map<string, number>();
  for (const [key, amount] of entries) found.set(key, (found.get(key) ?? 0) + amount);
  return [...found].sort(([, one], [, other]) => other - one);
}

/** Days that matters lay in each state, the longest first: each matter once, however many of its limits are overdue. */
function layIn(rows: LateReport['rows']): [state: string, days: number][] {
  const found = new Map<string, Map<string, number>>();
  for (const { record, lay } of rows)
    for (const { state, days } of lay) {
      const matters = found.get(state) ?? new Map<string, number>();
      found.set(state, matters.set(record, Math.max(days, matters.get(record) ?? 0)));
    }
  return sums([...found].flatMap(([state, matters]) => [...matters.values()].map((days) => [state, days] as const)));
}

/** The monthly report (逾期月报): which limits were overdue, where their matters lay and how long. */
export default function LatePage() {
  const { t, say, language } = useSpeech();
  const { name = '' } = useParams({ strict: false }) as { name?: string };
  const [month, setMonth] = useState(thisMonth);
  const [shown, setShown] = useState(SHOWN);
  const matter = findMatter(name);
  const query = useQuery({ ...lateQuery(name, month), enabled: !!matter });
  if (!matter) return <Notice title={t.matters.missing} link={{ to: paths.home, label: t.app.backHome }} />;
  const own = t.matters;
  const { lifecycle, register } = matter;
  const unitWords = register.unit ? say(register.columns[register.unit]!.words) : '';
  const called = (state: string): string => say(lifecycle.states[state]!);
  const days = (number: number): string => fill(own.days, { n: formatNumber(Math.ceil(number)) });
  const byState = (rows: LateReport['rows']): Bar[] =>
    layIn(rows).map(([state, value]) => ({ key: state, label: called(state), value, text: days(value) }));
  const byUnit = (rows: LateReport['rows']): Bar[] =>
    sums(rows.map(({ unit }) => [unit ?? own.noUnit, 1] as const)).map(([unit, value]) => ({
      key: unit,
      label: unit,
      value,
      text: fill(own.items, { n: formatNumber(value) }),
    }));

  return (
    <Page
      title={fill(own.lateReportOf, { name: say(register.words) })}
      lead={own.lateLead}
      back={{ to: paths.matters(name), label: say(register.words) }}
    >
      <Card size="small">
        <Space wrap className="card-alert">
          <MonthPicker
            label={own.month}
            value={month}
            last={thisMonth()}
            onChange={(chosen) => {
              setMonth(chosen);
              setShown(SHOWN);
            }}
          />
          {query.data && query.data.rows.length > 0 && (
            <Button href={lateAddress(name, month)}>{own.lateExport}</Button>
          )}
        </Space>
        <Asked query={query} none={{ when: ({ rows }) => rows.length === 0, says: own.noLate }}>
          {({ rows, cut }) => (
            <div className="stack">
              {cut && <Alert type="warning" showIcon title={fill(own.lateCut, { n: formatNumber(rows.length) })} />}
              <p>
                {fill(own.lateCount, {
                  n: formatNumber(rows.length),
                  m: formatNumber(new Set(rows.map(({ record }) => record)).size),
                })}
              </p>
              <section>
                <h2>{own.layByState}</h2>
                <Bars label={own.layByState} bars={byState(rows)} />
              </section>
              {register.unit && (
                <section>
                  <h2>{fill(own.lateByUnit, { unit: unitWords })}</h2>
                  <Bars label={fill(own.lateByUnit, { unit: unitWords })} bars={byUnit(rows)} />
                </section>
              )}
              <FoldingTable
                label={own.lateReport}
                rows={rows.slice(0, shown)}
                keyOf={({ limit }) => limit}
                columns={[
                  {
                    head: say(register.words),
                    names: true,
                    cell: ({ record, title }) => <Anchor to={paths.matter(name, record)}>{title}</Anchor>,
                  },
                  { head: own.limit, cell: ({ clock }) => say(lifecycle.clocks[clock]!.at(-1)!.words) },
                  { head: own.ends, cell: ({ dueAt }) => formatDay(lastDay(dueAt), language) },
                  { head: own.daysLate, number: true, cell: ({ daysLate }) => formatNumber(Math.ceil(daysLate)) },
                  ...(register.unit
                    ? [{ head: unitWords, cell: ({ unit }: LateReport['rows'][number]) => unit ?? own.noUnit }]
                    : []),
                  {
                    head: own.layWhere,
                    cell: ({ lay }) =>
                      lay
                        .flatMap((one) => (one.days > 0 ? [`${called(one.state)} ${days(one.days)}`] : []))
                        .join(' · '),
                  },
                  { head: own.stateNow, cell: ({ state }) => called(state) },
                ]}
              />
              {rows.length > shown && (
                <Button onClick={() => setShown(shown + SHOWN)}>
                  {fill(own.showMore, { n: formatNumber(Math.min(SHOWN, rows.length - shown)) })}
                </Button>
              )}
            </div>
          )}
        </Asked>
      </Card>
    </Page>
  );
}
