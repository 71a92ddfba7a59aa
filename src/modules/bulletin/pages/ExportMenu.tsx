import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type BulletinView, bundleAddress, exportAddressOf } from '../../../web/api/bulletins.ts';
import { useSpeech } from '../../../web/locales/index.ts';

const door = '/api/bulletins';

/** The bulletin as a file; the offline bundle exists once it is frozen. */
export function ExportMenu({ view }: { view: BulletinView }) {
  const { t } = useSpeech();
  const link = (key: string, href: string, label: string) => ({
    key,
    label: (
      <a href={href} download>
        {label}
      </a>
    ),
  });
  const items = (['docx', 'html', 'json'] as const).map((format) =>
    link(format, exportAddressOf(door, view.id, format), t.bulletins[format]),
  );
  return (
    <Dropdown
      trigger={['click']}
      getPopupContainer={(button) => button.parentElement!}
      menu={{
        items: view.frozenAt ? [...items, link('bundle', bundleAddress(door, view.id), t.bulletins.bundle)] : items,
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />}>{t.bulletins.export}</Button>
    </Dropdown>
  );
}
