import { Alert, Button, Drawer, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { post } from '../../../../web/api/client.ts';
import { DayPicker } from '../../../../web/kit/DayPicker.tsx';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { RecordField } from '../../../../web/kit/RecordField.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { surveyRounds } from '../../registers.ts';
import { texts } from './texts.ts';

interface Entry {
  readonly number: string;
  readonly unit: string;
  readonly closesOn: string;
  readonly codes: number;
}

/** What a round needs to be opened; its codes come back once. */
export function OpenRound({
  onOpened,
  onClose,
}: {
  onOpened: (codes: readonly string[]) => void;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<Entry>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const rules = [{ required: true, message: say(texts.required) }];
  const open = async (entry: Entry) => {
    setBusy(true);
    setError(null);
    try {
      onOpened((await post<{ codes: string[] }>('/api/interference/surveys', entry)).codes);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={say(texts.open)}
      size={480}
      footer={
        <Button type="primary" loading={busy} onClick={() => form.submit()}>
          {say(texts.open)}
        </Button>
      }
    >
      <Form form={form} layout="vertical" name="survey-round" onFinish={open}>
        {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
        <Form.Item name="number" label={say(texts.number)} rules={rules}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="unit" label={say(texts.unit)} rules={rules}>
          <RecordField column={surveyRounds.columns.unit} />
        </Form.Item>
        <Form.Item name="closesOn" label={say(texts.closesOn)} rules={rules}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="codes" label={say(texts.codes)} extra={say(texts.codesHint)} rules={rules}>
          <InputNumber min={1} max={20_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
