import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { roles } from '../../../../platform/access/roles.ts';
import { type Account, placesQuery } from '../../../api/accounts.ts';
import { formatMoment } from '../../../kit/format.ts';
import { ScrollBox } from '../../../kit/ScrollBox.tsx';
import { useSpeech } from '../../../locales/index.ts';
import type { Asked } from './AccountDialogs.tsx';

interface Props {
  readonly accounts: readonly Account[];
  readonly onAsk: (asked: Asked) => void;
}

/** Accounts with what can be done to each. */
export function AccountTable({ accounts, onAsk }: Props) {
  const { t, say, language } = useSpeech();
  const units = useQuery(placesQuery('units'));
  const titles = new Map(units.data?.places.map(({ record, title }) => [record, title]));
  return (
    <ScrollBox label={t.accounts.title}>
      <table className="plain folding">
        <thead>
          <tr>
            <th scope="col">{t.accounts.name}</th>
            <th scope="col">{t.accounts.roles}</th>
            <th scope="col">{t.accounts.unit}</th>
            <th scope="col">{t.accounts.state}</th>
            <th scope="col">{t.accounts.factor}</th>
            <th scope="col">{t.accounts.signedIn}</th>
            <th scope="col">{t.accounts.actions}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                <strong>{account.name}</strong>
                <div className="quiet break">{account.username}</div>
              </th>
              <td data-label={t.accounts.roles}>
                {account.roles.map((role) => say(roles[role])).join(t.figures.or) || t.accounts.noRoles}
              </td>
              <td data-label={t.accounts.unit}>{account.unit ? (titles.get(account.unit) ?? '…') : '—'}</td>
              <td data-label={t.accounts.state}>
                {account.active ? <CheckCircleOutlined aria-hidden /> : <StopOutlined aria-hidden />}{' '}
                {account.active ? t.accounts.active : t.accounts.inactive}
              </td>
              <td data-label={t.accounts.factor}>
                {account.secondFactor ? t.accounts.factorOn : t.accounts.factorOff}
              </td>
              <td data-label={t.accounts.signedIn}>
                {account.signedInAt ? formatMoment(account.signedInAt, language) : t.accounts.never}
              </td>
              <td>
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
