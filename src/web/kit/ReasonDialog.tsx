import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../locales/index.ts';
import { useErrorText } from './error-text.ts';
import { reasonRules } from './record-rules.ts';
import { useAskedClose } from './use-asked-close.ts';

interface Props {
  readonly title: string;
  readonly hint: string;
  /** What the button that does it says. */
  readonly action: string;
  /** Fewest characters that are taken for a reason: 2 when left out. */
  readonly atLeast?: number;
  /** What the button says after a refusal that a second confirmation overcomes; undefined where it does not. */
  readonly actionAfter?: (refusal: unknown) => string | undefined;
  /** @param refusal why it was refused before, if it was */
  readonly onConfirm: (reason: string, refusal: unknown) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the reason of an act that takes something out of force. */
export function ReasonDialog({ title, hint, action, atLeast = 2, actionAfter, onConfirm, onClose }: Props) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ reason: string }>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = useAskedClose(() => !busy && form.isFieldsTouched(), onClose);

  const confirm = async ({ reason }: { reason: string }) => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm(reason.trim(), error);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={title}
      okText={(error !== null && actionAfter?.(error)) || action}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{hint}</p>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} style={{ marginBottom: 16 }} />}
      <Form form={form} layout="vertical" onFinish={confirm} requiredMark={false}>
        <Form.Item name="reason" label={t.record.reasonLabel} rules={reasonRules(t.record, atLeast)}>
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
