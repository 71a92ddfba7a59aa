import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type Account, changeAccount, createAccount, endSessions, resetPassword } from '../../../api/accounts.ts';
import { useSpeech } from '../../../locales/index.ts';
import { AccountForm } from './AccountForm.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { HandedPassword } from './HandedPassword.tsx';

/** What is being done to the accounts: one dialog at a time. */
export type AccountChange =
  | { readonly what: 'create' }
  | { readonly what: 'edit' | 'reset' | 'end'; readonly account: Account }
  | { readonly what: 'handed'; readonly username: string; readonly name: string; readonly password: string };

interface Props {
  readonly asked: AccountChange;
  readonly ask: (next: AccountChange | undefined) => void;
}

/** The dialog of what is asked; the list is read again after every change. */
export function AccountDialogs({ asked, ask }: Props) {
  const { t } = useSpeech();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const close = () => ask(undefined);
  const done = (next?: AccountChange, say?: string) => {
    ask(next);
    if (say) message.success(say);
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };

  switch (asked.what) {
    case 'create':
      return (
        <AccountForm
          onClose={close}
          onSave={async ({ username, active: _, ...details }) => {
            const { password } = await createAccount({ ...details, username });
            done({ what: 'handed', username, name: details.name, password });
          }}
        />
      );
    case 'edit':
      return (
        <AccountForm
          account={asked.account}
          onClose={close}
          onSave={async ({ username: _, ...details }) => {
            await changeAccount(asked.account.id, { ...details, version: asked.account.version });
            done(undefined, t.accounts.saved);
          }}
        />
      );
    case 'reset':
      return (
        <ConfirmDialog
          title={t.accounts.resetTitle}
          hint={t.accounts.resetHint}
          action={t.accounts.reset}
          account={asked.account}
          option={asked.account.secondFactor ? t.accounts.resetFactor : undefined}
          onClose={close}
          onConfirm={async (secondFactor) => {
            const { username, name, id } = asked.account;
            const { password } = await resetPassword(id, secondFactor);
            done({ what: 'handed', username, name, password });
          }}
        />
      );
    case 'end':
      return (
        <ConfirmDialog
          title={t.accounts.endTitle}
          hint={t.accounts.endHint}
          action={t.accounts.end}
          account={asked.account}
          onClose={close}
          onConfirm={async () => {
            await endSessions(asked.account.id);
            done(undefined, t.accounts.ended);
          }}
        />
      );
    case 'handed':
      return <HandedPassword {...asked} onClose={close} />;
  }
}
