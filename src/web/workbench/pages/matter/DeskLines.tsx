import { Tag } from 'antd';
import type { AnyLifecycle } from '../../../../platform/lifecycle/declare.ts';
import { fill, type Words } from '../../../../platform/words.ts';
import type { DeskLine } from '../../../api/matters.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatDay } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

const colours = { GREEN: 'success', YELLOW: 'warning', RED: 'error' } as const;

/** Matters in a row of lines: what they are called, where they stand, which limit ends first. */
export function DeskLines({ name, lifecycle, lines, mine }: Props) {
  const { t, say, language } = useSpeech();
  return (
    <ul className="matter-lines">
      {lines.map((line) => (
        <li key={`${line.record} ${line.clock ?? ''}`}>
          <Anchor to={paths.matter(name, line.record)}>{line.title}</Anchor>{' '}
          <span className="quiet">{say(lifecycle.states[line.state]!)}</span>{' '}
          {line.clock && line.colour && line.dueAt ? (
            <>
              <Tag color={colours[line.colour]}>{t.matters.colour[line.colour]}</Tag>
              <span className="quiet">
                {say(lifecycle.clocks[line.clock]!.at(-1)!.words)} ·{' '}
                {line.pausedUntil
                  ? fill(t.matters.paused, { day: formatDay(lastDay(line.pausedUntil), language) })
                  : fill(t.matters.dueAt, { day: formatDay(lastDay(line.dueAt), language) })}
              </span>
            </>
          ) : (
            <span className="quiet">{t.matters.noLimit}</span>
          )}
          {mine?.has(line.record) && <Tag color="blue">{t.matters.waiting}</Tag>}
          {line.rung && <Tag color="error">{rungWords(lifecycle, line.rung, say)}</Tag>}
          {line.others.length > 0 && (
            <span className="quiet matter-others">
              {t.matters.otherLimits}
              {line.others
                .map(
                  ({ clock, dueAt, pausedUntil }) =>
                    `${say(lifecycle.clocks[clock]!.at(-1)!.words)} ${
                      pausedUntil
                        ? fill(t.matters.paused, { day: formatDay(lastDay(pausedUntil), language) })
                        : fill(t.matters.dueAt, { day: formatDay(lastDay(dueAt), language) })
                    }`,
                )
                .join(' · ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a rung of any version of the ladder is called. */
export const rungWords = ({ escalation = [] }: AnyLifecycle, id: string, say: (words: Words) => string): string => {
  const rung = escalation.flatMap(({ rungs }) => rungs).findLast((one) => one.id === id);
  return rung ? say(rung.words) : id;
};

interface Props {
  /** Name of the matter's register. */
  readonly name: string;
  readonly lifecycle: AnyLifecycle;
  readonly lines: readonly DeskLine[];
  /** Those among them that wait for the reader, where others stand beside them. */
  readonly mine?: ReadonlySet<string>;
}

/** A limit that ends at 24:00 ends with the day before: people read the last day on which it can be kept. */
export const lastDay = (end: string): string =>
  new Date(new Date(end).getTime() - 1 + 8 * 3_600_000).toISOString().slice(0, 10);
