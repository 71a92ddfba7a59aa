import { Alert, Button, Drawer, Form, Input, Radio, Select, Switch } from 'antd';
import { useState } from 'react';
import { type Role, roles } from '../../../../platform/access/roles.ts';
import { fill } from '../../../../platform/words.ts';
import type { Account } from '../../../api/accounts.ts';
import { useErrorText } from '../../../kit/error-text.ts';
import { useAskedClose } from '../../../kit/use-asked-close.ts';
import { useSpeech } from '../../../locales/index.ts';
import { PlacePicker } from './PlacePicker.tsx';

export interface AccountEntry {
  username: string;
  name: string;
  roles: Role[];
  unit: string | null;
  officer: string | null;
  language: 'zh' | 'en';
  active: boolean;
}

interface Props {
  /** The account that is changed; a new one when left out. */
  readonly account?: Account;
  readonly onSave: (entry: AccountEntry) => Promise<void>;
  readonly onClose: () => void;
}

const fresh: AccountEntry = {
  username: '',
  name: '',
  roles: [],
  unit: null,
  officer: null,
  language: 'zh',
  active: true,
};

/** Everything an account is, in a drawer. A user name never changes: the ledger knows its owner by it. */
export function AccountForm({ account, onSave, onClose }: Props) {
  const { t, say } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<AccountEntry>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = useAskedClose(() => !busy && form.isFieldsTouched(), onClose);
  const chosen: Role[] = Form.useWatch('roles', form) ?? account?.roles ?? [];

  const save = async (entry: AccountEntry) => {
    setBusy(true);
    setError(null);
    try {
      await onSave({ ...fresh, ...entry, unit: entry.unit ?? null, officer: entry.officer ?? null });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  const required = { required: true, message: t.signIn.required };
  return (
    <Drawer
      open
      size={480}
      title={account ? fill(t.accounts.editTitle, { username: account.username }) : t.accounts.new}
      onClose={close}
      footer={
        <Button type="primary" loading={busy} onClick={() => form.submit()}>
          {account ? t.accounts.save : t.accounts.create}
        </Button>
      }
    >
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <Form form={form} layout="vertical" requiredMark={false} initialValues={account ?? fresh} onFinish={save}>
        {!account && (
          <Form.Item
            name="username"
            label={t.accounts.username}
            extra={t.accounts.usernameHint}
            rules={[required, { pattern: /^[a-z0-9][a-z0-9._-]{1,59}$/, message: t.accounts.usernameBad }]}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item name="name" label={t.accounts.name} rules={[{ ...required, whitespace: true }]}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item name="roles" label={t.accounts.roles}>
          <Select
            mode="multiple"
            options={Object.entries(roles).map(([value, words]) => ({ value, label: say(words) }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="unit" label={t.accounts.unit} extra={t.accounts.unitHint}>
          <PlacePicker of="units" />
        </Form.Item>
        {chosen.includes('OFFICER_SELF') && (
          <Form.Item name="officer" label={t.accounts.officer} extra={t.accounts.officerHint}>
            <PlacePicker of="officers" />
          </Form.Item>
        )}
        <Form.Item name="language" label={t.accounts.language}>
          <Radio.Group
            options={[
              { value: 'zh', label: t.accounts.languages.zh },
              { value: 'en', label: t.accounts.languages.en },
            ]}
          />
        </Form.Item>
        {account && (
          <Form.Item name="active" label={t.accounts.active} valuePropName="checked" extra={t.accounts.activeHint}>
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
