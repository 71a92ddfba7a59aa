import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Layout } from 'antd';
import { useState } from 'react';
import type { Me } from '../../api/me.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { LanguageSwitch } from '../../kit/LanguageSwitch.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { SideMenu } from './SideMenu.tsx';

/** The bar on top: name, menu button on a phone, language, account. */
export function DeskHeader({ me, wide }: { me: Me; wide: boolean }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <Layout.Header className="desk-header">
      {!wide && (
        <Button type="text" icon={<MenuOutlined />} aria-label={t.app.openMenu} onClick={() => setOpen(true)} />
      )}
      <Anchor to={paths.home} className="desk-brand">
        <strong>{t.app.name}</strong>
        <span>{t.app.tagline}</span>
      </Anchor>
      <div className="desk-tools">
        <LanguageSwitch />
        <AccountMenu me={me} />
      </div>
      <Drawer
        open={open && !wide}
        onClose={() => setOpen(false)}
        placement="left"
        size={280}
        title={t.app.menu}
        styles={{ body: { padding: 0 } }}
      >
        <SideMenu onChosen={() => setOpen(false)} />
      </Drawer>
    </Layout.Header>
  );
}
