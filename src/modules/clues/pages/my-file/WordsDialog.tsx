import { Alert, Form, Input, Modal } from 'antd';
import type { Column } from '../../../../platform/register/columns.ts';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { texts } from './texts.ts';
import { useOwnStep } from './use-own-step.ts';

interface Props {
  readonly title: string;
  readonly hint: string;
  /** What is asked for in words, and the evidence beside it. */
  readonly columns: { readonly words: Column; readonly evidence: Column };
  readonly onSend: (words: string, evidence: string | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Takes what the officer has to say, and the evidence for it. */
export function WordsDialog({ title, hint, columns, onSend, onClose }: Props) {
  const { say } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ words: string; evidence?: string }>();
  const step = useOwnStep(
    (given: { words: string; evidence?: string }) => onSend(given.words.trim(), given.evidence?.trim() || null),
    onClose,
  );
  return (
    <Modal
      open
      title={title}
      okText={say(texts.send)}
      okButtonProps={{ loading: step.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{hint}</p>
      {step.isError && <Alert type="error" showIcon title={errorText(step.error)} className="card-alert" />}
      <Form form={form} layout="vertical" onFinish={(given) => step.mutate(given)}>
        <Form.Item
          name="words"
          label={say(columns.words.words)}
          rules={[{ required: true, whitespace: true, message: say(texts.needed) }]}
        >
          <Input.TextArea maxLength={20_000} autoSize={{ minRows: 5 }} />
        </Form.Item>
        <Form.Item name="evidence" label={say(columns.evidence.words)}>
          <Input.TextArea maxLength={20_000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
