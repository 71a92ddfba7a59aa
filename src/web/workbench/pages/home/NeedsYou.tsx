import './needs-you.css';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { findMatter } from '../../../../modules/pages.ts';
import { byNeed } from '../../../../platform/desk/need.ts';
import { type DeskItemView, deskItemsQuery } from '../../../api/desk.ts';
import type { DeskOfMatter } from '../../../api/matters.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatNumber } from '../../../kit/format.ts';
import { Loading } from '../../../kit/Loading.tsx';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

/** A kind of matter at a glance, as the items beside it are. */
function glanceOf({ register, waiting, late, changed }: DeskOfMatter): DeskItemView[] {
  const matter = findMatter(register);
  if (!matter) return [];
  const page = matter.list ?? paths.matters(register);
  return [{ name: register, words: matter.register.words, page, waiting, late, changed }];
}

/** What needs the reader now, of matters and of all else: late first, then what waits, then what changed since yesterday. */
export function NeedsYou({ matters }: { matters: readonly DeskOfMatter[] }) {
  const { t, say } = useSpeech();
  const query = useQuery(deskItemsQuery);
  const items = [...(query.data?.items ?? []), ...matters.flatMap(glanceOf)].sort(byNeed);
  if (query.isPending) return <Loading />;
  if (!query.isSuccess || items.length === 0) return null;
  const [needed, rest] = [items.filter(isNeeded), items.filter((item) => !isNeeded(item))];
  return (
    <Card size="small" title={<h2>{t.home.needsYou}</h2>}>
      <ul className="needs-you">
        {needed.map((item) => (
          <li key={item.name}>
            <Item item={item} />
          </li>
        ))}
        {rest.length > 0 && (
          <li className="needs-rest">
            <span className="quiet">{t.home.needsNothing}</span>
            <ul>
              {rest.map((item) => (
                <li key={item.name}>
                  <Anchor to={item.page} className="need">
                    {say(item.words)}
                  </Anchor>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </Card>
  );
}

const isNeeded = ({ late, waiting, changed }: DeskItemView): boolean => late + waiting + changed > 0;

/** The whole item leads to its page, so that a thumb finds it. */
function Item({ item }: { item: DeskItemView }) {
  const { t, say } = useSpeech();
  const numbers = (
    [
      ['late', item.late, t.home.late],
      ['waiting', item.waiting, t.home.waits],
      ['changed', item.changed, t.home.changed],
    ] as const
  ).filter(([, number]) => number > 0);
  return (
    <Anchor to={item.page} className="need">
      <span className="need-name">{say(item.words)}</span>
      <span className="need-numbers">
        {numbers.map(([kind, number, label]) => (
          <span key={kind} className={`need-${kind}`}>
            <strong>{formatNumber(number)}</strong> {label}
          </span>
        ))}
      </span>
    </Anchor>
  );
}
