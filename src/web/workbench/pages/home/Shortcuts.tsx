import './needs-you.css';
import { useQuery } from '@tanstack/react-query';
import { rooms } from '../../../../modules/pages.ts';
import { meQuery } from '../../../api/me.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { useSpeech } from '../../../locales/index.ts';

const shortcuts = rooms.flatMap(({ pages }) => pages).filter(({ shortcut }) => shortcut);

/** What the reader begins by own will, one tap away: nothing of it waits, so no number calls for it. */
export function Shortcuts() {
  const { t, say } = useSpeech();
  const me = useQuery(meQuery).data;
  const mine = shortcuts.filter(({ roles }) => !roles || roles.some((role) => me?.roles.includes(role)));
  if (mine.length === 0) return null;
  return (
    <nav aria-label={t.home.shortcuts}>
      <ul className="shortcuts">
        {mine.map(({ path, words }) => (
          <li key={path}>
            <Anchor to={path} className="shortcut">
              {say(words)}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
