import { LockOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { RoomMatter } from '../../../../modules/pages.ts';
import { roles } from '../../../../platform/access/roles.ts';
import type { AnyLifecycle } from '../../../../platform/lifecycle/declare.ts';
import { fill, type Words } from '../../../../platform/words.ts';
import type { DeskLine } from '../../../api/matters.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatDay } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

const colours = { GREEN: 'success', YELLOW: 'warning', RED: 'error' } as const;

/**
 * Matters in a row of lines: what they are called, where they stand, which limit ends first. A lock marks those that the reader was not
 * named for, and a sentence says what to do about them: nobody finds that out by a refusal.
 */
export function DeskLines({ matter, lines, mine }: Props) {
  const { t, say, language } = useSpeech();
  const { lifecycle, register } = matter;
  return (
    <>
      {lines.some(({ opens }) => !opens) && <LockedHint matter={matter} />}
      <ul className="matter-lines">
        {lines.map((line) => (
          <li key={`${line.record} ${line.clock ?? ''}`}>
            <Anchor to={paths.matter(register.name, line.record)}>{line.title}</Anchor> {!line.opens && <Locked />}
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
    </>
  );
}

/** The mark of a matter that the reader was not named for. */
export const Locked = () => <Tag icon={<LockOutlined aria-hidden />}>{useSpeech().t.matters.locked}</Tag>;

/** What somebody does who needs to know more of a matter that is not open to everybody whose list shows it. */
function LockedHint({ matter: { register, emergency } }: Pick<Props, 'matter'>) {
  const { t, say, language } = useSpeech();
  const { confidential } = register.policy;
  const desk = typeof confidential === 'object' ? confidential.desk : [];
  const offices = desk.map((role) => say(roles[role])).join(language === 'zh' ? '、' : ', ');
  return (
    <p className="card-hint">
      {fill(t.matters.lockedHint, { desk: offices })} {emergency && t.matters.lockedEmergency}
    </p>
  );
}

/** What a rung of any version of the ladder is called. */
export const rungWords = ({ escalation = [] }: AnyLifecycle, id: string, say: (words: Words) => string): string => {
  const rung = escalation.flatMap(({ rungs }) => rungs).findLast((one) => one.id === id);
  return rung ? say(rung.words) : id;
};

interface Props {
  readonly matter: RoomMatter;
  readonly lines: readonly DeskLine[];
  /** Those among them that wait for the reader, where others stand beside them. */
  readonly mine?: ReadonlySet<string>;
}

/** A limit that ends at 24:00 ends with the day before: people read the last day on which it can be kept. */
export const lastDay = (end: string): string =>
  new Date(new Date(end).getTime() - 1 + 8 * 3_600_000).toISOString().slice(0, 10);
