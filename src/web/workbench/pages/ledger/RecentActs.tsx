import type { LedgerView } from '../../../api/ledger.ts';
import { formatMoment, formatNumber } from '../../../kit/format.ts';
import { ScrollBox } from '../../../kit/ScrollBox.tsx';
import { useSpeech } from '../../../locales/index.ts';

/** Who did what, when, and at which place of the log it stands. */
export function RecentActs({ acts }: { acts: LedgerView['recent'] }) {
  const { t, say, language } = useSpeech();
  if (acts.length === 0) return <p className="card-hint">{t.ledger.none}</p>;
  return (
    <ScrollBox label={t.ledger.recent}>
      <table className="plain folding">
        <thead>
          <tr>
            <th scope="col" className="right">
              {t.ledger.place}
            </th>
            <th scope="col">{t.ledger.act}</th>
            <th scope="col">{t.ledger.actor}</th>
            <th scope="col">{t.ledger.at}</th>
            <th scope="col">{t.ledger.subject}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={`${act.at} ${act.act} ${act.subject}`}>
              <td className="right numbers" data-label={t.ledger.place}>
                {act.seq === null ? t.ledger.waiting : formatNumber(act.seq)}
              </td>
              <th scope="row">{act.words ? say(act.words) : act.act}</th>
              <td data-label={t.ledger.actor}>
                {act.actorName ?? (act.actor === 'system' ? t.ledger.system : act.actor)}
              </td>
              <td data-label={t.ledger.at}>{formatMoment(act.at, language)}</td>
              <td className="quiet break" data-label={t.ledger.subject}>
                {act.subject ?? '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
