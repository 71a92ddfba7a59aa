import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { meQuery } from '../../api/me.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { useSpeech } from '../../locales/index.ts';
import { type MenuEntry, type MenuGroup, menu } from '../table-of-pages.ts';

/** Of this many entries on, a room stands under its name; what is alone needs no heading. */
const HEADED = 2;

/** The pages of the menu as plain links, by room; the one in which the reader stands is marked. */
export function SideMenu({ onChosen }: { onChosen?: () => void }) {
  const { t, say } = useSpeech();
  const { data: me } = useQuery(meQuery);
  const here = useRouterState({ select: (state) => state.location.pathname });
  const groups = arranged((roles) => !roles || roles.some((role) => me?.roles.includes(role)));
  const current = groups
    .flatMap(({ entries }) => entries)
    .filter(({ path }) => here === path || (path !== '/' && here.startsWith(`${path}/`)))
    .at(-1)?.path;
  return (
    <nav aria-label={t.app.menu} className="side-menu">
      {groups.map(({ words, entries }) => (
        <div key={entries[0]!.path}>
          {words && <p className="quiet">{say(words)}</p>}
          <ul aria-label={words && say(words)}>
            {entries.map(({ path, words: name }) => (
              <li key={path}>
                <Anchor to={path} aria-current={path === current ? 'page' : undefined} onClick={onChosen}>
                  {say(name)}
                </Anchor>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The groups a reader has something in: rooms of several entries each by itself, single ones with what stands at the end. */
function arranged(mine: (roles: MenuEntry['roles']) => boolean): MenuGroup[] {
  const seen = menu.map(({ words, entries }) => ({ words, entries: entries.filter(({ roles }) => mine(roles)) }));
  const single = ({ words, entries }: MenuGroup): boolean => words !== undefined && entries.length < HEADED;
  const last = seen.at(-1)!;
  const alone = seen.filter(single).flatMap(({ entries }) => entries);
  return [...seen.slice(0, -1).filter((group) => !single(group)), { entries: [...alone, ...last.entries] }].filter(
    ({ entries }) => entries.length > 0,
  );
}
