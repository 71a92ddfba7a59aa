import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { signIn, singleSignOnAddress, waysQuery } from '../../../api/me.ts';
import { useErrorText } from '../../../kit/error-text.ts';
import { useSpeech } from '../../../locales/index.ts';
import { ShownPassword } from './ShownPassword.tsx';

interface Props {
  /** The reader wanted a page that only opens to who is signed in, or the session ended on it. */
  readonly comesBack: boolean;
  /** Told whether the server asks for a second factor too. */
  readonly onPassed: (asksSecondFactor: boolean) => void;
}

export function PasswordForm({ comesBack, onPassed }: Props) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const ways = useQuery(waysQuery);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async ({ username, password }: { username: string; password: string }) => {
    setBusy(true);
    setError(null);
    try {
      const { secondFactor } = await signIn(username.trim(), password);
      onPassed(secondFactor);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  const required = [{ required: true, message: t.signIn.required }];
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit}>
      <h1>{t.signIn.title}</h1>
      {comesBack && <p className="quiet">{t.signIn.comesBack}</p>}
      {error !== null && <Alert type="error" showIcon title={errorText(error)} style={{ marginBottom: 16 }} />}
      <Form.Item name="username" label={t.signIn.username} rules={required}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" />
      </Form.Item>
      <Form.Item name="password" label={t.signIn.password} rules={required}>
        <ShownPassword autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t.signIn.submit}
      </Button>
      {ways.data?.singleSignOn && (
        <Button href={singleSignOnAddress} size="large" block style={{ marginTop: 12 }}>
          {t.signIn.singleSignOn}
        </Button>
      )}
    </Form>
  );
}
