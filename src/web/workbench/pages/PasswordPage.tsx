import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Form, Space } from 'antd';
import { useState } from 'react';
import { changePassword, meQuery } from '../../api/me.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { useErrorText } from '../../kit/error-text.ts';
import { Loading } from '../../kit/Loading.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { Gate } from '../layout/Gate.tsx';
import { Redirect } from '../layout/Redirect.tsx';
import { ShownPassword } from './sign-in/ShownPassword.tsx';

interface Entry {
  current: string;
  next: string;
  again: string;
}

/** Changing one's password: by choice, or forced at the first sign-in with a generated one. */
export default function PasswordPage() {
  const { t } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const me = useQuery(meQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  if (me.isPending) return <Loading />;
  if (!me.data) return <Redirect to={paths.signIn} />;
  const forced = me.data.account.mustChangePassword;

  const submit = async ({ current, next }: Entry) => {
    setBusy(true);
    setError(null);
    try {
      await changePassword(current, next);
      message.success(t.password.saved);
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      await navigate({ to: paths.home, replace: true });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  const required = { required: true, message: t.signIn.required };
  return (
    <Gate demo={me.data.demo}>
      <Form<Entry> layout="vertical" requiredMark={false} onFinish={submit}>
        <h1>{forced ? t.password.mustTitle : t.password.title}</h1>
        {forced && <p className="page-lead">{t.password.mustHint}</p>}
        {error !== null && <Alert type="error" showIcon title={errorText(error)} style={{ marginBottom: 16 }} />}
        <Form.Item name="current" label={t.password.current} rules={[required]}>
          <ShownPassword autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t.password.next}
          extra={t.password.rule}
          rules={[
            required,
            { min: 12, message: t.password.short },
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value && value === getFieldValue('current')
                  ? Promise.reject(new Error(t.password.same))
                  : Promise.resolve(),
            }),
          ]}
        >
          <ShownPassword autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t.password.again}
          dependencies={['next']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t.password.differs)),
            }),
          ]}
        >
          <ShownPassword autoComplete="new-password" />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" size="large" loading={busy}>
            {t.password.submit}
          </Button>
          {!forced && <Anchor to={paths.home}>{t.app.backHome}</Anchor>}
        </Space>
      </Form>
    </Gate>
  );
}
