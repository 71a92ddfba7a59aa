import type { ImportView } from '../../../api/imports.ts';
import { formatNumber } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';

const order = ['rows', 'added', 'superseded', 'unchanged', 'faulty'] as const;

/** What the check counted, in five numbers. */
export function CountCards({ counts }: { counts: NonNullable<ImportView['counts']> }) {
  const { t } = useSpeech();
  return (
    <section aria-label={t.import.result}>
      <dl className="counts">
        {order.map((name) => (
          <div key={name} className={name === 'faulty' && counts.faulty > 0 ? 'count-bad' : undefined}>
            <dt>{t.import.counts[name]}</dt>
            <dd className="numbers">{formatNumber(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
