import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { meQuery } from '../../api/me.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { useSpeech } from '../../locales/index.ts';
import { menu } from '../table-of-pages.ts';

/** The pages of the menu as plain links; the one in which the reader stands is marked. */
export function SideMenu({ onChosen }: { onChosen?: () => void }) {
  const { t, say } = useSpeech();
  const { data: me } = useQuery(meQuery);
  const mine = menu.filter(({ roles }) => !roles || roles.some((role) => me?.roles.includes(role)));
  const here = useRouterState({ select: (state) => state.location.pathname });
  const current = mine
    .filter(({ path }) => here === path || (path !== '/' && here.startsWith(`${path}/`)))
    .at(-1)?.path;
  return (
    <nav aria-label={t.app.menu}>
      <ul className="side-menu">
        {mine.map(({ path, words }) => (
          <li key={path}>
            <Anchor to={path} aria-current={path === current ? 'page' : undefined} onClick={onChosen}>
              {say(words)}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
