import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { openBulletin } from '../../../web/api/bulletins.ts';
import { figuresQuery } from '../../../web/api/figures.ts';
import { DayPicker } from '../../../web/kit/DayPicker.tsx';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';

interface Entry {
  asOf: string;
  sequence?: number | null;
}

/** Asks for the cut-off day and the press conference, and opens the draft. */
export function NewBulletin({ onClose }: { onClose: () => void }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const figures = useQuery(figuresQuery());
  const [form] = Form.useForm<Entry>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const open = async ({ asOf, sequence }: Entry) => {
    setBusy(true);
    setError(null);
    try {
      const { id } = await openBulletin(asOf, sequence ?? null);
      await queries.invalidateQueries({ queryKey: ['bulletins', 'list'] });
      await navigate({ to: paths.bulletin(id) });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t.bulletins.new}
      okText={t.bulletins.open}
      okButtonProps={{ loading: busy || figures.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <p>{t.bulletins.newHint}</p>
      {!figures.isPending && (
        <Form<Entry>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ asOf: figures.data?.asOf }}
          onFinish={open}
        >
          <Form.Item name="asOf" label={t.bulletins.asOf} rules={[{ required: true, message: t.signIn.required }]}>
            <DayPicker />
          </Form.Item>
          <Form.Item name="sequence" label={t.bulletins.sequence}>
            <InputNumber min={1} max={999} precision={0} />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
