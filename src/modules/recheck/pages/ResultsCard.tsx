import { Card } from 'antd';
import { fill } from '../../../platform/words.ts';
import type { PlanView } from '../../../web/api/recheck.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { tooFew } from '../bundle/few.ts';

type Tally = Omit<PlanView['results'], 'byUnit'>;

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** What came of the cases, over all and by the unit that handled first, each rate with its interval drawn to one scale. */
export function ResultsCard({ results }: { results: PlanView['results'] }) {
  const { t, say } = useSpeech();
  const own = t.recheck;
  const { error, weighted } = results;
  const drawn = results.byUnit.filter((one) => one.drawn > 0);
  const undrawn = results.byUnit.length - drawn.length;
  const top = Math.max(0.05, ...[results, ...results.byUnit].map((one) => one.error?.high ?? 0));
  return (
    <Card size="small" title={<h2>{own.results}</h2>} style={{ marginBottom: 16 }}>
      {error ? (
        <p>
          <strong>
            {fill(tooFew(results.done) ? own.fewLine : own.errorLine, {
              n: results.done,
              rate: percent(error.rate),
              low: percent(error.low),
              high: percent(error.high),
            })}
          </strong>
          <br />
          <span className="quiet">{weighted ? own.weighted : own.exact}</span>
        </p>
      ) : (
        <p className="quiet">{own.noResult}</p>
      )}
      <ScrollBox label={own.byUnit}>
        <table className="plain folding">
          <thead>
            <tr>
              <th scope="col">{own.byUnit}</th>
              {[own.list, own.done, own.upheld, own.changed].map((name) => (
                <th key={name} scope="col" className="right">
                  {name}
                </th>
              ))}
              <th scope="col">{error ? fill(own.interval, { top: percent(top) }) : own.error}</th>
            </tr>
          </thead>
          <tbody>
            <Row name={own.group.all} of={results} top={top} />
            {drawn.map((one) => (
              <Row key={one.unit?.zh ?? ''} name={one.unit ? say(one.unit) : own.noUnit} of={one} top={top} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {undrawn > 0 && <p className="quiet">{fill(own.undrawn, { n: undrawn })}</p>}
    </Card>
  );
}

function Row({ name, of, top }: { name: string; of: Tally; top: number }) {
  const { t } = useSpeech();
  const own = t.recheck;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="right numbers" data-label={own.list}>
        {of.drawn}
      </td>
      <td className="right numbers" data-label={own.done}>
        {of.done}
      </td>
      <td className="right numbers" data-label={own.upheld}>
        {of.upheld}
      </td>
      <td className="right numbers" data-label={own.changed}>
        {of.changed}
      </td>
      <td data-label={own.error}>{of.error ? <IntervalBar interval={of.error} top={top} n={of.done} /> : '—'}</td>
    </tr>
  );
}

/** A rate as a point on its interval; said in words beside it. */
function IntervalBar({
  interval: { rate, low, high },
  top,
  n,
}: {
  interval: NonNullable<Tally['error']>;
  top: number;
  n: number;
}) {
  const { t } = useSpeech();
  const at = (share: number): number => 4 + (share / top) * 152;
  const few = tooFew(n);
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8, flexWrap: 'wrap' }}>
      <svg width="160" height="16" aria-hidden="true">
        <line x1={4} y1={8} x2={156} y2={8} stroke="#d0d5dd" />
        <line x1={at(low)} y1={8} x2={at(high)} y2={8} stroke={few ? '#9aa6b5' : '#1b4079'} strokeWidth={4} />
        {!few && <circle cx={at(rate)} cy={8} r={4} fill="#1c2430" />}
      </svg>
      <span>
        {few ? '' : `${percent(rate)} · `}
        {percent(low)} – {percent(high)}
        {few && <div className="quiet">{fill(t.recheck.few, { n })}</div>}
      </span>
    </span>
  );
}
