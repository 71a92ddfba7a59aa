import { fill } from '../../../../platform/words.ts';
import { type ImportView, isAtWork } from '../../../api/imports.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatMoment, formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { ScrollBox } from '../../../kit/ScrollBox.tsx';
import { useSpeech } from '../../../locales/index.ts';
import { ImportStateTag } from './ImportStateTag.tsx';

/** Imports, newest first as the server gives them. On a phone each row becomes a block of lines. */
export function ImportTable({ imports }: { imports: readonly ImportView[] }) {
  const { t, language } = useSpeech();
  return (
    <ScrollBox label={t.imports.earlier}>
      <table className="plain folding">
        <thead>
          <tr>
            <th scope="col">{t.imports.file}</th>
            <th scope="col">{t.imports.state}</th>
            <th scope="col" className="right">
              {t.imports.rows}
            </th>
            <th scope="col" className="right">
              {t.imports.faults}
            </th>
            <th scope="col">{t.imports.by}</th>
            <th scope="col">{t.imports.when}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Anchor to={paths.import(each.id)}>{each.file}</Anchor>
              </th>
              <td data-label={t.imports.state}>
                <ImportStateTag state={each.state} />
                {isAtWork(each) && each.progress > 0 && (
                  <span className="quiet numbers beside">
                    {fill(t.import.progress, { n: formatNumber(each.progress) })}
                  </span>
                )}
              </td>
              <td className="right numbers" data-label={t.imports.rows}>
                {each.counts ? formatNumber(each.counts.rows) : '—'}
              </td>
              <td className="right numbers" data-label={t.imports.faults}>
                {each.counts ? formatNumber(each.faults) : '—'}
              </td>
              <td data-label={t.imports.by}>{each.by ?? t.record.bySystem}</td>
              <td data-label={t.imports.when}>{formatMoment(each.at, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
