import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { fill } from '../../../platform/words.ts';
import type { DrawnCase } from '../../../web/api/recheck.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { paths } from '../../../web/kit/paths.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../web/locales/index.ts';

interface Props {
  readonly cases: readonly DrawnCase[];
  /** Cases of one re-checker, of any plan: the plan is named instead of the person. */
  readonly ofOne?: boolean;
  /** Whether the clue's number leads to it: for those who may ask for it by their office. */
  readonly linked?: boolean;
  readonly actions?: (one: DrawnCase) => ReactNode;
}

/** Cases that were drawn, with their re-checkers and results. */
export function CaseTable({ cases, ofOne = false, linked = false, actions }: Props) {
  const { t } = useSpeech();
  const own = t.recheck;
  const heads = [
    ofOne ? own.name : '#',
    own.serialNo,
    own.group.unit,
    own.group.risk,
    ...(ofOne ? [] : [own.rechecker]),
    own.limit.name,
    own.outcome,
  ];
  return (
    <ScrollBox label={own.list}>
      <table className="plain folding">
        <thead>
          <tr>
            {heads.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {actions && <th scope="col" aria-label={own.record} />}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={`${one.plan}/${one.number}`}>
              <th scope="row">{ofOne ? `${fill(own.number, { n: one.planNumber })} · ${one.number}` : one.number}</th>
              <td data-label={own.serialNo}>
                {linked ? <Anchor to={paths.matter('clues.clues', one.clue)}>{one.serialNo}</Anchor> : one.serialNo}
              </td>
              <td data-label={own.group.unit}>{one.unit ?? '—'}</td>
              <td data-label={own.group.risk}>{own.risks[one.risk]}</td>
              {!ofOne && (
                <td data-label={own.rechecker}>
                  {one.rechecker ? `${one.rechecker.name} ${one.rechecker.unit ?? ''}` : own.nobody}
                  {one.rechecker && !one.rechecker.ready && <div className="quiet">{own.unready.mark}</div>}
                  {one.excluded > 0 && <div className="quiet">{fill(own.excluded, { n: one.excluded })}</div>}
                </td>
              )}
              <td data-label={own.limit.name}>{one.limit ? <LimitTag limit={one.limit} /> : '—'}</td>
              <td data-label={own.outcome}>{one.outcome ? own.outcomes[one.outcome] : '—'}</td>
              {actions && <td>{actions(one)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const colours = { GREEN: 'success', YELLOW: 'warning', RED: 'error' } as const;

/** The last day of a re-checker, in the colour of its warning. */
function LimitTag({ limit: { lastDay, colour, late } }: { limit: NonNullable<DrawnCase['limit']> }) {
  const { t, language } = useSpeech();
  const { limit } = t.recheck;
  return (
    <Tag color={colours[colour]}>{fill(late ? limit.late : limit.until, { day: formatDay(lastDay, language) })}</Tag>
  );
}
