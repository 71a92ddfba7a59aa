import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown } from 'antd';
import { roles } from '../../../platform/access/roles.ts';
import { fill } from '../../../platform/words.ts';
import { type Me, meQuery, signOut } from '../../api/me.ts';
import { useErrorText } from '../../kit/error-text.ts';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';

/** Who is signed in, as what and for which unit; change password and sign out. */
export function AccountMenu({ me }: { me: Me }) {
  const { t, say } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();

  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      message.error(errorText(error));
      return;
    }
    // Nothing that one person has read may stay in memory for the next.
    queries.clear();
    queries.setQueryData(meQuery.queryKey, null);
    // The session is over: there is nothing left to stay for.
    await navigate({ to: paths.signIn, ignoreBlocker: true });
  };

  const about = [
    fill(t.app.account, { name: me.account.username }),
    me.unit?.name,
    ...me.roles.map((role) => say(roles[role])),
  ].filter((line) => line !== undefined);

  return (
    <div className="account">
      <Dropdown
        trigger={['click']}
        getPopupContainer={(button) => button.parentElement!}
        menu={{
          items: [
            {
              type: 'group',
              label: about.map((line) => <div key={line}>{line}</div>),
              children: [
                { key: 'account', label: t.menu.account, onClick: () => void navigate({ to: paths.account }) },
                { key: 'password', label: t.app.changePassword, onClick: () => void navigate({ to: paths.password }) },
                { key: 'leave', label: t.app.signOut, onClick: () => void leave() },
              ],
            },
          ],
        }}
      >
        <Button type="text">
          <span className="account-name">{me.account.name}</span> <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </div>
  );
}
