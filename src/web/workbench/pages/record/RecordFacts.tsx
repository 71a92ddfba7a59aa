import type { Register } from '../../../../platform/register/declare.ts';
import type { Version } from '../../../api/registers.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { CellValue } from '../../../kit/CellValue.tsx';
import { isProse } from '../../../kit/columns-shown.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly register: Register;
  readonly version: Version;
  /** Only what holds something: for a page on which the empty columns are of no use. */
  readonly filled?: boolean;
}

/** Everything a version holds, by column; references lead to their records. */
export function RecordFacts({ register, version, filled = false }: Props) {
  const { t, say } = useSpeech();
  if (version.erased) return <p>{t.record.erased}</p>;
  return (
    <dl className="facts">
      {Object.entries(register.columns).map(([key, column]) => {
        const value = version.values[key];
        if (filled && (value ?? null) === null) return null;
        const shown = <CellValue column={column} value={value} title={version.titles[key]} />;
        const leads = column.kind === 'ref' && typeof value === 'string' && version.titles[key] !== undefined;
        return (
          <div key={key} className={isProse(column) ? 'facts-wide' : undefined}>
            <dt>{say(column.words)}</dt>
            <dd className={isProse(column) ? 'prewrap' : undefined}>
              {leads ? <Anchor to={paths.record(column.to!, value)}>{shown}</Anchor> : shown}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
