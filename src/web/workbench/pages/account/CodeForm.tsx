import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly label: string;
  readonly action: string;
  readonly onCode: (code: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks for a code of the authenticator, or a recovery code. */
export function CodeForm({ label, action, onCode, onCancel }: Props) {
  const { t } = useSpeech();
  const [busy, setBusy] = useState(false);
  const submit = async ({ code }: { code: string }) => {
    setBusy(true);
    await onCode(code.replace(/\s/g, ''));
    setBusy(false);
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit} className="code-form">
      <Form.Item name="code" label={label} rules={[{ required: true, min: 6, message: t.account.codeShort }]}>
        <Input autoComplete="one-time-code" maxLength={40} autoFocus />
      </Form.Item>
      <Space>
        <Button type="primary" htmlType="submit" loading={busy}>
          {action}
        </Button>
        <Button onClick={onCancel}>{t.account.cancel}</Button>
      </Space>
    </Form>
  );
}
