import './needs-you.css';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { type DeskItemView, deskItemsQuery } from '../../../api/desk.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatNumber } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';

/** What needs the reader now, beside the matters: late first, then what waits, then what changed since yesterday. */
export function NeedsYou() {
  const { t } = useSpeech();
  const items = useQuery(deskItemsQuery).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card size="small" title={<h2>{t.home.needsYou}</h2>}>
      <ul className="needs-you">
        {items.map((item) => (
          <li key={item.name}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The whole item leads to its page, so that a thumb finds it. */
function Item({ item }: { item: DeskItemView }) {
  const { t, say } = useSpeech();
  const numbers = (
    [
      ['late', item.late, t.matters.late],
      ['waiting', item.waiting, t.home.waits],
      ['changed', item.changed, t.matters.changed],
    ] as const
  ).filter(([, number]) => number > 0);
  return (
    <Anchor to={item.page} className="need">
      <span className="need-name">{say(item.words)}</span>
      {numbers.length === 0 && <span className="quiet">{t.home.needsNothing}</span>}
      {numbers.length > 0 && (
        <span className="need-numbers">
          {numbers.map(([kind, number, label]) => (
            <span key={kind} className={`need-${kind}`}>
              <strong>{formatNumber(number)}</strong> {label}
            </span>
          ))}
        </span>
      )}
    </Anchor>
  );
}
