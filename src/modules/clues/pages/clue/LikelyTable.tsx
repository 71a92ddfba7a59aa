import { Button, Tag } from 'antd';
import { fill } from '../../../../platform/words.ts';
import type { LikelyDuplicate } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { formatDay } from '../../../../web/kit/format.ts';
import { paths } from '../../../../web/kit/paths.ts';
import { ScrollBox } from '../../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { clues } from '../../registers/clues.ts';

interface Props {
  readonly found: readonly LikelyDuplicate[];
  /** Joins the clue of the page to one of them; left out where it cannot be. */
  readonly onJoin?: (record: string) => void;
}

/** Clues that may be the same matter, with the reasons. */
export function LikelyTable({ found, onJoin }: Props) {
  const { t, say, language } = useSpeech();
  const own = t.clues;
  const { source, state } = clues.columns;
  return (
    <ScrollBox label={own.likely}>
      <table className="plain folding">
        <thead>
          <tr>
            {[own.serial, own.reasons, own.state, own.received, own.source, ...(onJoin ? [own.act] : [])].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <tr key={one.record}>
              <th scope="row">
                <Anchor to={paths.matter(clues.name, one.record)}>{one.serialNo}</Anchor>
              </th>
              <td data-label={own.reasons}>
                {one.sameOfficer && <Tag color="red">{own.sameOfficer}</Tag>}
                {one.sameReporter && <Tag color="orange">{own.sameReporter}</Tag>}
                {one.alike !== null && <Tag color="blue">{fill(own.alike, { n: Math.floor(one.alike * 100) })}</Tag>}
              </td>
              <td data-label={own.state}>{say(state.choices![one.state]!)}</td>
              <td data-label={own.received}>{formatDay(one.receivedOn, language)}</td>
              <td data-label={own.source}>{say(source.choices![one.source]!)}</td>
              {onJoin && (
                <td data-label={own.act}>
                  {one.duplicateOf === null ? (
                    <Button size="small" onClick={() => onJoin(one.record)}>
                      {own.join}
                    </Button>
                  ) : (
                    <span className="quiet">{own.joinedAlready}</span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
