import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (event: React.ChangeEvent<HTMLInputElement>) => void;
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password field that can be shown; pasting works, and the button can be reached by keyboard. */
export function ShownPassword(props: Props) {
  const { t } = useSpeech();
  const [shown, setShown] = useState(false);
  return (
    <Space.Compact block>
      <Input {...props} type={shown ? 'text' : 'password'} size="large" spellCheck={false} autoCapitalize="none" />
      <Button
        size="large"
        icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
        aria-label={shown ? t.signIn.hide : t.signIn.show}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      />
    </Space.Compact>
  );
}
