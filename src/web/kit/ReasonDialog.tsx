import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../locales/index.ts';
import { useErrorText } from './error-text.ts';

interface Props {
  readonly title: string;
  readonly hint: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the reason of an act that takes something out of force. */
export function ReasonDialog({ title, hint, action, onConfirm, onClose }: Props) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ reason: string }>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const confirm = async ({ reason }: { reason: string }) => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm(reason.trim());
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={title}
      okText={action}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{hint}</p>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} style={{ marginBottom: 16 }} />}
      <Form form={form} layout="vertical" onFinish={confirm} requiredMark={false}>
        <Form.Item
          name="reason"
          label={t.record.reasonLabel}
          rules={[{ required: true, min: 2, whitespace: true, message: t.record.reasonShort }]}
        >
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
