import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Grid, Layout } from 'antd';
import { meQuery } from '../../api/me.ts';
import { ErrorNotice } from '../../kit/ErrorNotice.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { DemoMark } from './DemoMark.tsx';
import { DeskHeader } from './DeskHeader.tsx';
import { Redirect } from './Redirect.tsx';
import { SideMenu } from './SideMenu.tsx';

/** Everything behind the sign-in: lets only a signed-in account with a password of its own pass. */
export function Desk() {
  const { t } = useSpeech();
  const me = useQuery(meQuery);
  const wide = Grid.useBreakpoint().lg ?? true;

  if (me.isPending) return <Loading />;
  if (me.isError) return <ErrorNotice error={me.error} retry={() => void me.refetch()} />;
  if (!me.data) return <Redirect to={paths.signIn} comeBack />;
  if (me.data.account.mustChangePassword) return <Redirect to={paths.password} />;

  return (
    <Layout className="desk">
      <a className="skip" href="#main">
        {t.app.skip}
      </a>
      {me.data.demo && <DemoMark />}
      <DeskHeader me={me.data} wide={wide} />
      <Layout>
        {wide && (
          <Layout.Sider width={216} className="desk-sider">
            <SideMenu />
          </Layout.Sider>
        )}
        <main id="main" className="desk-main" tabIndex={-1} style={{ flex: 1 }}>
          <Outlet />
        </main>
      </Layout>
    </Layout>
  );
}
