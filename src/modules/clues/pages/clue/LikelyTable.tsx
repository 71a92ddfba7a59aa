import { Button, Tag } from 'antd';
import { fill } from '../../../../platform/words.ts';
import type { LikelyDuplicate } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { FoldingTable } from '../../../../web/kit/FoldingTable.tsx';
import { formatDay } from '../../../../web/kit/format.ts';
import { paths } from '../../../../web/kit/paths.ts';
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
    <FoldingTable
      label={own.likely}
      rows={found}
      keyOf={({ record }) => record}
      columns={[
        {
          head: own.serial,
          names: true,
          cell: ({ record, serialNo }) => <Anchor to={paths.matter(clues.name, record)}>{serialNo}</Anchor>,
        },
        {
          head: own.reasons,
          cell: ({ sameOfficer, sameReporter, alike }) => (
            <>
              {sameOfficer && <Tag color="red">{own.sameOfficer}</Tag>}
              {sameReporter && <Tag color="orange">{own.sameReporter}</Tag>}
              {alike !== null && <Tag color="blue">{fill(own.alike, { n: Math.floor(alike * 100) })}</Tag>}
            </>
          ),
        },
        { head: own.state, cell: (one) => say(state.choices![one.state]!) },
        { head: own.received, cell: ({ receivedOn }) => formatDay(receivedOn, language) },
        { head: own.source, cell: (one) => say(source.choices![one.source]!) },
        ...(onJoin
          ? [
              {
                head: own.act,
                bare: true,
                cell: ({ record, duplicateOf }: LikelyDuplicate) =>
                  duplicateOf === null ? (
                    <Button size="small" onClick={() => onJoin(record)}>
                      {own.join}
                    </Button>
                  ) : (
                    <span className="quiet">{own.joinedAlready}</span>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
