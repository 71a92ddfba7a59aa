import { Alert, Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { giveSecondFactor } from '../../../api/me.ts';
import { useErrorText } from '../../../kit/error-text.ts';
import { useSpeech } from '../../../locales/index.ts';

/** The six digits of an authenticator app (RFC 6238), or a recovery code. */
export function FactorForm({ onPassed, onBack }: { onPassed: () => Promise<void>; onBack: () => void }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async ({ code }: { code: string }) => {
    setBusy(true);
    setError(null);
    try {
      await giveSecondFactor(code.replace(/\s/g, ''));
      await onPassed();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit}>
      <h1>{t.signIn.factorTitle}</h1>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} style={{ marginBottom: 16 }} />}
      <Form.Item
        name="code"
        label={t.signIn.code}
        extra={t.signIn.factorHint}
        rules={[{ required: true, message: t.signIn.required }]}
      >
        <Input autoComplete="one-time-code" size="large" autoFocus />
      </Form.Item>
      <Space>
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {t.signIn.confirm}
        </Button>
        <Button type="link" onClick={onBack}>
          {t.signIn.back}
        </Button>
      </Space>
    </Form>
  );
}
