import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ImportView } from '../../../api/imports.ts';
import { useSpeech } from '../../../locales/index.ts';

type State = ImportView['state'];

const looks: Readonly<Record<State, readonly [color: string, icon: ReactNode]>> = {
  waiting: ['default', <SyncOutlined key="i" aria-hidden />],
  checking: ['processing', <SyncOutlined key="i" spin aria-hidden />],
  checked: ['warning', <ExclamationCircleOutlined key="i" aria-hidden />],
  registering: ['processing', <SyncOutlined key="i" spin aria-hidden />],
  registered: ['success', <CheckCircleOutlined key="i" aria-hidden />],
  refused: ['error', <CloseCircleOutlined key="i" aria-hidden />],
  cancelled: ['default', <MinusCircleOutlined key="i" aria-hidden />],
  takenBack: ['default', <MinusCircleOutlined key="i" aria-hidden />],
};

/** Where an import stands: words first, sign and colour beside them. */
export function ImportStateTag({ state }: { state: State }) {
  const { t } = useSpeech();
  const [color, icon] = looks[state];
  return (
    <Tag color={color} icon={icon}>
      {t.imports.states[state]}
    </Tag>
  );
}
