import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { type QuarterLine, quarterQuery, reportQuarter } from '../../../../web/api/clues.ts';
import { meQuery } from '../../../../web/api/me.ts';
import { exportAddress } from '../../../../web/api/registers.ts';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { FoldingTable } from '../../../../web/kit/FoldingTable.tsx';
import { formatDay, formatNumber } from '../../../../web/kit/format.ts';
import { Page } from '../../../../web/kit/Page.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { clues } from '../../registers/clues.ts';
import { quarterReports } from '../../registers/quarters.ts';

const colours = {
  RUNNING: 'default',
  DUE: 'warning',
  LATE: 'error',
  REPORTED: 'success',
  REPORTED_LATE: 'orange',
} as const satisfies Record<QuarterLine['state'], string>;

/** The quarters since the programme began, newest first. */
function recentQuarters(): string[] {
  const now = new Date(Date.now() + 8 * 3_600_000);
  const current = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3);
  const first = 2021 * 4;
  return Array.from({ length: current - first + 1 }, (_, at) => current - at).map(
    (index) => `${Math.floor(index / 4)}Q${(index % 4) + 1}`,
  );
}

/** What each handling unit closed in a quarter, reported by the clue desk; the late ones stand out. */
export default function QuartersPage() {
  const { t, language } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const own = t.clues;
  const quarters = recentQuarters();
  const [quarter, setQuarter] = useState(quarters[1] ?? quarters[0]!);
  const [error, setError] = useState<unknown>(null);
  const query = useQuery(quarterQuery(quarter));
  const me = useQuery(meQuery).data;
  const may = Object.keys(quarterReports.policy.write).some((role) =>
    (me?.roles as string[] | undefined)?.includes(role),
  );
  const view = query.data;
  const isDue = (line: QuarterLine): boolean =>
    may && line.state !== 'RUNNING' && (line.reportedOn === null || line.changed);
  const hasSteps = view?.lines.some((line) => isDue(line) || line.closed > 0) ?? false;
  const called = (name: string): string => fill(own.quarterName, { year: name.slice(0, 4), n: name.slice(5) });

  const report = async (unit: string) => {
    setError(null);
    try {
      await reportQuarter(unit, quarter);
      message.success(own.quarterReported);
      await queries.invalidateQueries({ queryKey: ['clues', 'quarters'] });
    } catch (failure) {
      setError(failure);
    }
  };
  const list = (unit: string): string =>
    exportAddress(clues.name, 'xlsx', {
      handlingUnit: [unit],
      state: ['CLOSED', 'RECHECKED'],
      closedOn: { from: view!.from, to: view!.to },
    });

  return (
    <Page title={own.quarters} lead={own.quartersLead}>
      <Card size="small">
        <Space wrap className="card-alert">
          <Select
            aria-label={own.quarter}
            value={quarter}
            onChange={setQuarter}
            options={quarters.map((name) => ({ value: name, label: called(name) }))}
            style={{ minWidth: 180 }}
          />
          {view && (
            <span className="quiet">
              {fill(own.quarterSpan, {
                from: formatDay(view.from, language),
                to: formatDay(view.to, language),
                due: formatDay(view.dueOn, language),
              })}{' '}
              · <span lang="zh">{view.source}</span>
            </span>
          )}
        </Space>
        {may && <p className="card-hint">{own.reportHint}</p>}
        {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
        <Asked query={query} none={{ when: ({ lines }) => lines.length === 0, says: own.noQuarter }}>
          {({ lines }) => (
            <FoldingTable
              label={own.quarters}
              rows={lines}
              keyOf={({ unit }) => unit}
              columns={[
                { head: own.unit, names: true, cell: ({ unitName }) => unitName },
                { head: own.closed, number: true, cell: ({ closed }) => formatNumber(closed) },
                { head: own.substantiated, number: true, cell: ({ substantiated }) => formatNumber(substantiated) },
                { head: own.inHand, number: true, cell: ({ inHand }) => formatNumber(inHand) },
                {
                  head: own.reportState,
                  cell: ({ state, changed, reportedOn, reportedBy }) => (
                    <>
                      <Tag color={colours[state]}>{own.reportStates[state]}</Tag>
                      {changed && <Tag color="warning">{own.changed}</Tag>}
                      {reportedOn && (
                        <span className="quiet">
                          {fill(own.reportedOn, { day: formatDay(reportedOn, language), name: reportedBy ?? '' })}
                        </span>
                      )}
                    </>
                  ),
                },
                ...(hasSteps
                  ? [
                      {
                        head: own.act,
                        bare: true,
                        cell: (line: QuarterLine) => (
                          <Space wrap>
                            {isDue(line) && (
                              <Button size="small" type="primary" onClick={() => void report(line.unit)}>
                                {line.reportedOn === null ? own.reportQuarter : own.reportAgain}
                              </Button>
                            )}
                            {line.closed > 0 && (
                              <Button size="small" href={list(line.unit)}>
                                {own.exportList}
                              </Button>
                            )}
                          </Space>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Asked>
      </Card>
    </Page>
  );
}
