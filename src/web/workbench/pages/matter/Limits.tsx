import { Card, Tag } from 'antd';
import { dayOf } from '../../../../platform/calendar/day.ts';
import type { AnyLifecycle } from '../../../../platform/lifecycle/declare.ts';
import { fill } from '../../../../platform/words.ts';
import type { LimitView } from '../../../api/matters.ts';
import { formatDay } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';
import { lastDay, rungWords } from './DeskLines.tsx';

const colours = { GREEN: 'success', YELLOW: 'warning', RED: 'error' } as const;

/** The limits of a matter, those that run first. */
export function Limits({ lifecycle, limits }: { lifecycle: AnyLifecycle; limits: readonly LimitView[] }) {
  const { t, say, language } = useSpeech();
  const ordered = limits.toSorted(
    (a, b) => Number(a.stoppedAt !== null) - Number(b.stoppedAt !== null) || (a.dueAt < b.dueAt ? -1 : 1),
  );
  return (
    <Card size="small" title={<h2>{t.matters.limits}</h2>}>
      {ordered.length === 0 && <p className="card-hint">{t.matters.noLimits}</p>}
      <ul className="matter-lines">
        {ordered.map((limit) => (
          <li key={`${limit.id} ${limit.of ?? ''} ${limit.startedAt}`}>
            {say(lifecycle.clocks[limit.id]!.at(-1)!.words)}
            {limit.of && ` ${limit.of}`}{' '}
            <Tag color={limit.stoppedAt && limit.colour !== 'RED' ? 'default' : colours[limit.colour]}>
              {limit.stoppedAt && limit.colour !== 'RED' ? t.matters.stopped : t.matters.colour[limit.colour]}
            </Tag>
            <span className="quiet">
              {fill(t.matters.dueAt, { day: formatDay(lastDay(limit.dueAt), language) })}
              {limit.pausedUntil &&
                ` · ${fill(t.matters.paused, { day: formatDay(lastDay(limit.pausedUntil), language) })}`}
              {` · ${lifecycle.clocks[limit.id]!.at(-1)!.source}`}
            </span>
            {limit.rungs.length > 0 && (
              <span className="quiet matter-others">
                {t.matters.rungs} {rungWords(lifecycle, limit.rungs.at(-1)!.id, say)} ·{' '}
                {fill(t.matters.reached, { moment: formatDay(dayOf(new Date(limit.rungs.at(-1)!.at)), language) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
