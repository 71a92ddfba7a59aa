import { Card } from 'antd';
import { findMatter } from '../../../../modules/pages.ts';
import { fill } from '../../../../platform/words.ts';
import type { DeskOfMatter } from '../../../api/matters.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';
import { DeskLines } from './DeskLines.tsx';

/** One kind of matter at a glance: what waits for me, what is late, what changed since yesterday. */
export function DeskCard({ desk, titled = true }: { desk: DeskOfMatter; titled?: boolean }) {
  const { t, say } = useSpeech();
  const matter = findMatter(desk.register);
  if (!matter) return null;
  const numbers = [
    [t.matters.waiting, desk.waiting],
    [t.matters.late, desk.late],
    [t.matters.warned, desk.warned],
    [t.matters.changed, desk.changed],
  ] as const;
  const mine = new Set(desk.lines.map(({ record }) => record));
  const raised = new Set(desk.raisedLines.map(({ record }) => record));
  const lines = desk.lines.filter(({ record }) => !raised.has(record));
  const called = say(matter.register.words);
  return (
    <Card
      size="small"
      title={<h2>{titled ? called : t.matters.lines}</h2>}
      extra={titled && <Anchor to={matter.list ?? paths.matters(desk.register)}>{t.matters.wall}</Anchor>}
    >
      <dl className="desk-numbers">
        {numbers.map(([label, number]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(number)}</dd>
          </div>
        ))}
      </dl>
      {desk.raisedLines.length > 0 && (
        <section aria-label={t.matters.raised}>
          <h3>
            {t.matters.raised} <span className="count">{formatNumber(desk.raised)}</span>
          </h3>
          <DeskLines matter={matter} lines={desk.raisedLines} mine={mine} />
        </section>
      )}
      {raised.size > 0 && lines.length > 0 && <h3>{t.matters.lines}</h3>}
      {lines.length === 0 && raised.size === 0 ? (
        <p className="card-hint">{t.matters.nothing}</p>
      ) : (
        <DeskLines matter={matter} lines={lines} />
      )}
      {desk.waiting > desk.lines.length && (
        <p>
          <Anchor to={paths.register(desk.register)}>
            {fill(t.matters.others, { n: formatNumber(desk.waiting - desk.lines.length) })}
          </Anchor>
        </p>
      )}
    </Card>
  );
}
