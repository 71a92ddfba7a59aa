import { fill } from '../../../../platform/words.ts';
import type { Version } from '../../../api/registers.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

/** Workbook, sheet and row a version was read from, or who typed it. */
export function VersionSource({ version }: { version: Version }) {
  const { t } = useSpeech();
  const { source, act } = version;
  if (!source) return <>{fill(t.record.byHand, { name: act.actor ?? t.record.bySystem })}</>;
  const place = [
    source.sheet && fill(t.record.sourceSheet, { sheet: source.sheet }),
    source.row && fill(t.record.sourceRow, { row: formatNumber(source.row) }),
  ].filter((part) => part !== null && part !== 0);
  return (
    <>
      <Anchor to={paths.import(source.import)}>{source.file}</Anchor>
      {place.length > 0 && ` · ${place.join(' · ')}`}
    </>
  );
}
