import type { ReactNode } from 'react';
import { formatNumber } from '../../../kit/format.ts';

interface Props {
  readonly title: string;
  readonly items: readonly { readonly key: string; readonly name: ReactNode; readonly note: string }[];
}

const shown = 6;

/** One kind of thing that waits, the first few of it; nothing at all when none does. */
export function WaitingGroup({ title, items }: Props) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} <span className="count">{formatNumber(items.length)}</span>
      </h3>
      <ul className="waiting-list">
        {items.slice(0, shown).map(({ key, name, note }) => (
          <li key={key}>
            <span className="break">{name}</span>
            <span className="quiet">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
