import { useRouterState } from '@tanstack/react-router';
import { Menu } from 'antd';
import { Anchor } from '../../kit/Anchor.tsx';
import { useSpeech } from '../../locales/index.ts';
import { pages } from '../table-of-pages.ts';

const listed = pages.flatMap((page) => (page.menu ? [{ path: page.path, words: page.menu }] : []));

/** The pages of the menu; the one in which the reader stands is marked. */
export function SideMenu({ onChosen }: { onChosen?: () => void }) {
  const { say } = useSpeech();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const current = listed
    .filter(({ path }) => here === path || (path !== '/' && here.startsWith(`${path}/`)))
    .at(-1)?.path;
  return (
    <Menu
      className="desk-menu"
      mode="inline"
      selectedKeys={current ? [current] : []}
      onClick={onChosen}
      items={listed.map(({ path, words }) => ({
        key: path,
        label: (
          <Anchor to={path} aria-current={path === current ? 'page' : undefined}>
            {say(words)}
          </Anchor>
        ),
      }))}
    />
  );
}
