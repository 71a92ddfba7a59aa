import type { LedgerView } from '../../../api/ledger.ts';
import { FoldingTable } from '../../../kit/FoldingTable.tsx';
import { formatMoment, formatNumber } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';

/** Who did what, when, and at which place of the log it stands. */
export function RecentActs({ acts }: { acts: LedgerView['recent'] }) {
  const { t, say, language } = useSpeech();
  const actors: Readonly<Record<string, string>> = {
    system: t.ledger.system,
    public: t.ledger.public,
    withheld: t.ledger.withheld,
  };
  if (acts.length === 0) return <p className="card-hint">{t.ledger.none}</p>;
  return (
    <FoldingTable
      label={t.ledger.recent}
      rows={acts}
      keyOf={({ at, act, subject }) => `${at} ${act} ${subject}`}
      columns={[
        {
          head: t.ledger.place,
          number: true,
          cell: ({ seq }) => (seq === null ? t.ledger.waiting : formatNumber(seq)),
        },
        { head: t.ledger.act, names: true, cell: ({ act, words }) => (words ? say(words) : act) },
        {
          head: t.ledger.actor,
          cell: ({ actor, actorName }) => actorName ?? actors[actor] ?? actor,
        },
        { head: t.ledger.at, cell: ({ at }) => formatMoment(at, language) },
        { head: t.ledger.subject, look: 'quiet break', cell: ({ subject }) => subject ?? '—' },
      ]}
    />
  );
}
