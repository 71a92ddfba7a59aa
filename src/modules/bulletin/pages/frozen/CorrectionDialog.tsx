import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type BulletinView, correctBulletin } from '../../../../web/api/bulletins.ts';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { useAskedClose } from '../../../../web/kit/use-asked-close.ts';
import { useSpeech } from '../../../../web/locales/index.ts';

interface Entry {
  figure: string;
  cause: string;
}

/** Corrects one figure of a published bulletin: the server computes the new value, the person gives the cause. */
export function CorrectionDialog({ view, onClose }: { view: BulletinView; onClose: () => void }) {
  const { t, say } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [form] = Form.useForm<Entry>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = useAskedClose(() => !busy && form.isFieldsTouched(), onClose);
  const correct = async ({ figure, cause }: Entry) => {
    setBusy(true);
    setError(null);
    try {
      await correctBulletin(view.id, figure, cause.trim());
      message.success(t.bulletins.corrected);
      onClose();
      await queries.invalidateQueries({ queryKey: ['bulletins'] });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t.bulletins.correctTitle}
      okText={t.bulletins.correct}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <p>{t.bulletins.correctHint}</p>
      <Form<Entry> form={form} layout="vertical" requiredMark={false} onFinish={correct}>
        <Form.Item
          name="figure"
          label={t.bulletins.figure}
          rules={[{ required: true, message: t.bulletins.chooseFigure }]}
        >
          <Select
            options={view.figures.map(({ id, words }) => ({ value: id, label: say(words) }))}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t.bulletins.chooseFigure}
          />
        </Form.Item>
        <Form.Item
          name="cause"
          label={t.bulletins.cause}
          rules={[{ required: true, min: 4, whitespace: true, message: t.bulletins.causeShort }]}
        >
          <Input.TextArea maxLength={1_000} showCount autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
