import { Card, Tag } from 'antd';
import { dayOf } from '../../../../platform/calendar/day.ts';
import type { AnyLifecycle } from '../../../../platform/lifecycle/declare.ts';
import { fill } from '../../../../platform/words.ts';
import type { LimitView } from '../../../api/matters.ts';
import { formatDay, formatNumber } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';
import { lastDay, rungWords } from './DeskLines.tsx';

const colours = { GREEN: 'success', YELLOW: 'warning', RED: 'error' } as const;

interface Props {
  readonly lifecycle: AnyLifecycle;
  readonly limits: readonly LimitView[];
}

/** The limits of a matter: those that run, then those that were passed; the ones kept in time are folded away. */
export function Limits({ lifecycle, limits }: Props) {
  const { t } = useSpeech();
  const ordered = limits.toSorted(
    (a, b) => Number(a.stoppedAt !== null) - Number(b.stoppedAt !== null) || (a.dueAt < b.dueAt ? -1 : 1),
  );
  const [shown, kept] = [ordered.filter((limit) => !isKept(limit)), ordered.filter(isKept)];
  return (
    <Card size="small" title={<h2>{t.matters.limits}</h2>}>
      {ordered.length === 0 && <p className="card-hint">{t.matters.noLimits}</p>}
      {ordered.length > 0 && shown.length === 0 && <p className="card-hint">{t.matters.nothingRuns}</p>}
      <Lines lifecycle={lifecycle} limits={shown} />
      {kept.length > 0 && (
        <details className="card-fold">
          <summary>{fill(t.matters.keptLimits, { n: formatNumber(kept.length) })}</summary>
          <Lines lifecycle={lifecycle} limits={kept} />
        </details>
      )}
    </Card>
  );
}

const isKept = ({ stoppedAt, colour }: LimitView): boolean => stoppedAt !== null && colour !== 'RED';

function Lines({ lifecycle, limits }: Props) {
  const { t, say, language } = useSpeech();
  if (limits.length === 0) return null;
  return (
    <ul className="matter-lines">
      {limits.map((limit) => (
        <li key={`${limit.id} ${limit.of ?? ''} ${limit.startedAt}`}>
          {say(lifecycle.clocks[limit.id]!.at(-1)!.words)}
          {limit.of && ` ${limit.of}`} <LimitTag limit={limit} />
          <span className="quiet">
            {fill(t.matters.dueAt, { day: formatDay(lastDay(limit.dueAt), language) })} ·{' '}
            {/* Rules are cited by the names they have. */}
            <span lang="zh">{lifecycle.clocks[limit.id]!.at(-1)!.source}</span>
          </span>
          {limit.rungs.length > 0 && (
            <span className="quiet matter-others">
              {rungWords(lifecycle, limit.rungs.at(-1)!.id, say)} ·{' '}
              {formatDay(dayOf(new Date(limit.rungs.at(-1)!.at)), language)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How a limit stands; one that is paused is neither in time nor late. */
function LimitTag({ limit }: { limit: LimitView }) {
  const { t, language } = useSpeech();
  if (isKept(limit)) return <Tag>{t.matters.stopped}</Tag>;
  if (limit.pausedUntil)
    return <Tag>{fill(t.matters.paused, { day: formatDay(lastDay(limit.pausedUntil), language) })}</Tag>;
  return <Tag color={colours[limit.colour]}>{t.matters.colour[limit.colour]}</Tag>;
}
