import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { roles } from '../../../platform/access/roles.ts';
import { meQuery } from '../../api/me.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { FactorCard } from './account/FactorCard.tsx';

/** One's own account: who one is here, the password, the second factor. */
export default function AccountPage() {
  const { t, say } = useSpeech();
  const { data: me } = useQuery(meQuery);
  if (!me) return <Loading />;
  return (
    <Page title={t.account.title}>
      <div className="stack account-page">
        <Card size="small" title={<h2>{t.account.who}</h2>}>
          <dl className="definition">
            <dt>{t.accounts.name}</dt>
            <dd>{me.account.name}</dd>
            <dt>{t.accounts.username}</dt>
            <dd>{me.account.username}</dd>
            <dt>{t.accounts.roles}</dt>
            <dd>{me.roles.map((role) => say(roles[role])).join(t.figures.or) || t.accounts.noRoles}</dd>
            <dt>{t.accounts.unit}</dt>
            <dd>{me.unit?.name ?? '—'}</dd>
          </dl>
        </Card>
        <Card size="small" title={<h2>{t.account.password}</h2>}>
          <p className="card-hint">{t.account.passwordHint}</p>
          <Anchor to={paths.password}>{t.app.changePassword}</Anchor>
        </Card>
        <FactorCard has={me.account.secondFactor} />
      </div>
    </Page>
  );
}
