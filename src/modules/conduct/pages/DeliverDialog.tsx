import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../platform/words.ts';
import { post } from '../../../web/api/client.ts';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { formatNumber } from '../../../web/kit/format.ts';
import { RecordPicker } from '../../../web/kit/RecordPicker.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { Circle, PaperView } from '../papers/contract.ts';

const texts = {
  title: words('发放文书', 'Hand the paper out'),
  hint: words(
    '发给范围内尚未发放的在职干警；已发放的不会重复。',
    'It goes to everybody of the circle who is in post and has not got it; nobody gets it twice.',
  ),
  whom: words('范围', 'Circle'),
  ALL: words('全部（可见范围内）', 'Everybody I see'),
  UNITS: words('选定单位（含下级）', 'Chosen units and those below'),
  EARLIER: words('上一版本的发放对象', 'Whoever had the version before'),
  units: words('单位', 'Units'),
  chooseUnits: words('请选择单位', 'Choose units'),
  department: words('部门（可不填）', 'Department (optional)'),
  deliver: words('发放', 'Hand out'),
  done: words('已发放给 {n} 人', 'Handed out to {n} officers'),
};

interface Props {
  readonly paper: PaperView;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** To whom a version goes. */
export function DeliverDialog({ paper, onDone, onClose }: Props) {
  const { say } = useSpeech();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Circle>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const whom = Form.useWatch('whom', form);
  const send = async ({ whom: chosen, units, department }: Circle) => {
    setBusy(true);
    setError(null);
    try {
      const body = { whom: chosen, units: units ?? [], ...(department ? { department } : {}) };
      const path = `/api/conduct/papers/${paper.record}/deliveries`;
      const { delivered } = await post<{ delivered: number }>(path, body);
      await onDone();
      message.success(fill(say(texts.done), { n: formatNumber(delivered) }));
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const choices = paper.replaces === null ? (['ALL', 'UNITS'] as const) : (['ALL', 'UNITS', 'EARLIER'] as const);
  return (
    <Modal
      open
      title={say(texts.title)}
      okText={say(texts.deliver)}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{say(texts.hint)}</p>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ whom: paper.replaces === null ? 'ALL' : 'EARLIER' }}
        onFinish={send}
      >
        <Form.Item name="whom" label={say(texts.whom)}>
          <Radio.Group orientation="vertical" options={choices.map((value) => ({ value, label: say(texts[value]) }))} />
        </Form.Item>
        {whom === 'UNITS' && (
          <Form.Item
            name="units"
            label={say(texts.units)}
            rules={[{ required: true, message: say(texts.chooseUnits) }]}
          >
            <RecordPicker to="organisation.units" />
          </Form.Item>
        )}
        <Form.Item name="department" label={say(texts.department)}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
