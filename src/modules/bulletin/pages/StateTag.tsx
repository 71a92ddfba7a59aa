import { EditOutlined, GlobalOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { BulletinView } from '../../../web/api/bulletins.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { bulletinLifecycle } from '../lifecycle.ts';

const signs = {
  draft: <EditOutlined aria-hidden />,
  frozen: <LockOutlined aria-hidden />,
  published: <GlobalOutlined aria-hidden />,
  corrected: <WarningOutlined aria-hidden />,
} as const;

/** The state of a bulletin in words and a sign. */
export function StateTag({ state }: { state: BulletinView['state'] }) {
  const { say } = useSpeech();
  return <Tag icon={signs[state]}>{say(bulletinLifecycle.states[state])}</Tag>;
}
