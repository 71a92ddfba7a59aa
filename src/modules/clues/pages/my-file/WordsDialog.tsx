import { Alert, Form, Input, Modal } from 'antd';
import { z } from 'zod';
import type { Column } from '../../../../platform/register/columns.ts';
import { DraftFound, DraftLine } from '../../../../web/kit/drafts/DraftLine.tsx';
import { useFormDraft } from '../../../../web/kit/drafts/use-draft.ts';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { texts } from './texts.ts';
import { useOwnStep } from './use-own-step.ts';

const entry = z.object({ words: z.string().optional(), evidence: z.string().optional() });
type Entry = z.infer<typeof entry>;

interface Props {
  /** What the draft is kept under: what it is, and the record it is about. */
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  /** What is asked for in words, and the evidence beside it. */
  readonly columns: { readonly words: Column; readonly evidence: Column };
  readonly onSend: (words: string, evidence: string | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Takes what the officer has to say, and the evidence for it. Closing loses nothing: the draft is there when it opens again. */
export function WordsDialog({ name, title, hint, columns, onSend, onClose }: Props) {
  const { say } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<Entry>();
  const draft = useFormDraft(name, form, entry);
  const step = useOwnStep(async (given: Entry) => {
    await onSend((given.words ?? '').trim(), given.evidence?.trim() || null);
    draft.forget();
  }, onClose);
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
      <DraftFound draft={draft} onForget={draft.discard} />
      <Form form={form} layout="vertical" onValuesChange={draft.keep} onFinish={(given) => step.mutate(given)}>
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
      <DraftLine draft={draft} onForget={draft.discard} />
    </Modal>
  );
}
