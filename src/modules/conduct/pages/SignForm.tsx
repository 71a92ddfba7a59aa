import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Form, Input, Segmented, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { words } from '../../../platform/words.ts';
import { post } from '../../../web/api/client.ts';
import { meQuery } from '../../../web/api/me.ts';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import type { OwnText } from '../papers/contract.ts';

const texts = {
  title: words('签署', 'Sign'),
  read: words('我已阅读全文，自愿签署本版本。', 'I have read all of it and sign this version of my own free will.'),
  mustRead: words('请先阅读并勾选', 'Read it and tick this first'),
  how: words('本人确认方式', 'Show that it is you by'),
  password: words('登录密码', 'Password'),
  code: words('双重验证码', 'Second factor'),
  given: words('请填写', 'Fill this in'),
  sign: words('签署', 'Sign'),
};

interface Props {
  readonly paper: OwnText;
  readonly onSigned: () => Promise<void>;
  /** What else may be done instead. */
  readonly more: ReactNode;
}

/** Signs what was read: the password or a code of the second factor is asked for once more. */
export function SignForm({ paper, onSigned, more }: Props) {
  const { say } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ given: string; read: boolean }>();
  const hasFactor = useQuery(meQuery).data?.account.secondFactor ?? false;
  const [chosen, setChosen] = useState<'password' | 'code'>();
  const by = chosen ?? (hasFactor ? 'code' : 'password');
  const signing = useMutation({
    mutationFn: ({ given }: { given: string }) =>
      post(`/api/conduct/own-papers/${paper.delivery}/sign`, { sha256: paper.sha256, presence: { [by]: given } }),
    onSuccess: onSigned,
    onError: () => form.resetFields(['given']),
  });
  return (
    <Card size="small" title={<h2>{say(texts.title)}</h2>}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(entry) => signing.mutate(entry)}>
        <Form.Item
          name="read"
          valuePropName="checked"
          rules={[
            {
              validator: (_rule, ticked) =>
                ticked ? Promise.resolve() : Promise.reject(new Error(say(texts.mustRead))),
            },
          ]}
        >
          <Checkbox>{say(texts.read)}</Checkbox>
        </Form.Item>
        {hasFactor && (
          <Form.Item label={say(texts.how)}>
            <Segmented
              value={by}
              onChange={setChosen}
              options={[
                { value: 'code' as const, label: say(texts.code) },
                { value: 'password' as const, label: say(texts.password) },
              ]}
            />
          </Form.Item>
        )}
        <Form.Item name="given" label={say(texts[by])} rules={[{ required: true, message: say(texts.given) }]}>
          {by === 'password' ? (
            <Input.Password autoComplete="current-password" />
          ) : (
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={40} />
          )}
        </Form.Item>
        {signing.isError && <Alert type="error" showIcon title={errorText(signing.error)} className="card-alert" />}
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={signing.isPending}>
            {say(texts.sign)}
          </Button>
          {more}
        </Space>
      </Form>
    </Card>
  );
}
