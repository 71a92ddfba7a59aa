import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { roles } from '../../../../platform/access/roles.ts';
import { type Account, placesQuery } from '../../../api/accounts.ts';
import { FoldingTable } from '../../../kit/FoldingTable.tsx';
import { formatMoment } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';
import type { AccountChange } from './AccountDialogs.tsx';

interface Props {
  readonly accounts: readonly Account[];
  readonly onAsk: (asked: AccountChange) => void;
}

/** Accounts with what can be done to each. */
export function AccountTable({ accounts, onAsk }: Props) {
  const { t, say, language } = useSpeech();
  const units = useQuery(placesQuery('units'));
  const titles = new Map(units.data?.places.map(({ record, title }) => [record, title]));
  return (
    <FoldingTable
      label={t.accounts.title}
      rows={accounts}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t.accounts.name,
          names: true,
          cell: ({ name, username }) => (
            <>
              <strong>{name}</strong>
              <div className="quiet break">{username}</div>
            </>
          ),
        },
        {
          head: t.accounts.roles,
          cell: (account) => account.roles.map((role) => say(roles[role])).join(t.figures.or) || t.accounts.noRoles,
        },
        { head: t.accounts.unit, cell: ({ unit }) => (unit ? (titles.get(unit) ?? '…') : '—') },
        {
          head: t.accounts.state,
          cell: ({ active }) => (
            <>
              {active ? <CheckCircleOutlined aria-hidden /> : <StopOutlined aria-hidden />}{' '}
              {active ? t.accounts.active : t.accounts.inactive}
            </>
          ),
        },
        {
          head: t.accounts.factor,
          cell: ({ secondFactor }) => (secondFactor ? t.accounts.factorOn : t.accounts.factorOff),
        },
        {
          head: t.accounts.signedIn,
          cell: ({ signedInAt }) => (signedInAt ? formatMoment(signedInAt, language) : t.accounts.never),
        },
        {
          head: t.accounts.actions,
          bare: true,
          cell: (account) => (
            <div className="actions">
              {(['edit', 'reset', 'end'] as const).map((what) => (
                <Button
                  key={what}
                  size="small"
                  aria-label={`${t.accounts[what]}: ${account.username}`}
                  onClick={() => onAsk({ what, account })}
                >
                  {t.accounts[what]}
                </Button>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}
