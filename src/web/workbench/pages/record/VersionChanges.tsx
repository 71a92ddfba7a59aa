import type { Register } from '../../../../platform/register/declare.ts';
import type { Version } from '../../../api/registers.ts';
import { CellValue } from '../../../kit/CellValue.tsx';
import { changedColumns } from '../../../kit/history.ts';
import { ScrollBox } from '../../../kit/ScrollBox.tsx';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly register: Register;
  readonly before: Version;
  readonly after: Version;
}

/** What a version changed, column by column. */
export function VersionChanges({ register, before, after }: Props) {
  const { t, say } = useSpeech();
  if (before.erased || after.erased) return <div className="quiet">{t.record.erased}</div>;
  const keys = changedColumns(before, after, register.columns);
  if (keys.length === 0) return <div className="quiet">{t.record.noChange}</div>;
  return (
    <ScrollBox label={t.record.changed}>
      <table className="plain">
        <caption className="visually-hidden">{t.record.changed}</caption>
        <thead>
          <tr>
            <th scope="col">{t.record.column}</th>
            <th scope="col">{t.record.before}</th>
            <th scope="col">{t.record.after}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const column = register.columns[key]!;
            return (
              <tr key={key}>
                <th scope="row">{say(column.words)}</th>
                <td>
                  <del>
                    <CellValue column={column} value={before.values[key]} title={before.titles[key]} />
                  </del>
                </td>
                <td>
                  <ins>
                    <CellValue column={column} value={after.values[key]} title={after.titles[key]} />
                  </ins>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
