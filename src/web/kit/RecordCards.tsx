import type { Row } from '../../platform/register/contract.ts';
import type { Register } from '../../platform/register/declare.ts';
import { fill } from '../../platform/words.ts';
import { useSpeech } from '../locales/index.ts';
import { Anchor } from './Anchor.tsx';
import { CellValue } from './CellValue.tsx';
import { titleColumn } from './columns-shown.ts';
import { paths } from './paths.ts';

interface Props {
  readonly register: Register;
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
}

/** Lines of a card beside its title; the record itself shows the rest. */
const linesShown = 5;

/** Records one under the other, for narrow screens. */
export function RecordCards({ register, rows, columns }: Props) {
  const { t, say } = useSpeech();
  const title = titleColumn(register);
  return (
    <ul className="record-cards" aria-label={fill(t.register.table, { name: say(register.words) })}>
      {rows.map((row) => (
        <li key={row.record}>
          <Anchor to={paths.record(register.name, row.record)} className="record-card-title">
            <CellValue column={register.columns[title]!} value={row.values[title]} title={row.titles[title]} />
          </Anchor>
          <dl className="record-lines">
            {columns
              .filter((key) => key !== title && row.values[key] !== null && row.values[key] !== undefined)
              .slice(0, linesShown)
              .map((key) => (
                <div key={key}>
                  <dt>{say(register.columns[key]!.words)}</dt>
                  <dd>
                    <CellValue column={register.columns[key]!} value={row.values[key]} title={row.titles[key]} />
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
