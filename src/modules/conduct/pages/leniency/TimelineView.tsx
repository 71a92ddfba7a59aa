import { Alert, Tag } from 'antd';
import { fill, words } from '../../../../platform/words.ts';
import { formatMoment } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { clockFaults, type Moment, moments, type Position, type Timeline } from '../../leniency/rules.ts';

const texts = {
  label: words('时间线', 'Timeline'),
  place: words('存证第 {seq} 位', 'Place {seq}'),
  line: words('界线', 'The line'),
  report: words('本报告', 'This report'),
  fault: words(
    '“{later}”位次在后，时间却早于“{earlier}”：时钟可能被拨动。先后以位次为准。',
    '"{later}" stands after "{earlier}" but bears an earlier time: a clock may have been moved. The places decide.',
  ),
};

/** The moments in the order of their places in the ledger, with the line that the rule draws. */
export function TimelineView({ timeline, line }: { timeline: Timeline; line: Moment | null }) {
  const { say, language } = useSpeech();
  const ordered = (Object.entries(timeline) as [Moment, Position][]).toSorted(([, a], [, b]) => a.seq - b.seq);
  const kind = (moment: Moment) =>
    moment === 'sealed' ? 'timeline-sealed' : moment === line ? 'timeline-line' : undefined;
  return (
    <>
      <ol className="timeline" aria-label={say(texts.label)}>
        {ordered.map(([moment, { seq, at }]) => (
          <li key={moment} className={kind(moment)}>
            <strong>{say(moments[moment])}</strong> {moment === 'sealed' && <Tag color="blue">{say(texts.report)}</Tag>}
            {moment === line && <Tag color="red">{say(texts.line)}</Tag>}
            <div className="quiet">
              {fill(say(texts.place), { seq })} · {formatMoment(at, language)}
            </div>
          </li>
        ))}
      </ol>
      {clockFaults(timeline).map(([earlier, later]) => (
        <Alert
          key={later}
          type="warning"
          showIcon
          className="card-alert"
          title={fill(say(texts.fault), { earlier: say(moments[earlier]), later: say(moments[later]) })}
        />
      ))}
    </>
  );
}
