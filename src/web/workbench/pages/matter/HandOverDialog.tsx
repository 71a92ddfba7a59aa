import { useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { type HandedOver, handOver } from '../../../api/matters.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { useErrorText } from '../../../kit/error-text.ts';
import { paths } from '../../../kit/paths.ts';
import { RecordPicker } from '../../../kit/RecordPicker.tsx';
import { reasonRules } from '../../../kit/record-rules.ts';
import { useAskedClose } from '../../../kit/use-asked-close.ts';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  /** Register of the people. */
  readonly people: string;
  /** Whose work it is; chosen in the dialog where it is not said. */
  readonly from?: string;
  readonly onClose: () => void;
}

interface Entry {
  readonly from: string[];
  readonly to: string[];
  readonly reason: string;
}

/** Asks for the successor and the reason, and then says what moved and what did not. */
export function HandOverDialog({ people, from, onClose }: Props) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [form] = Form.useForm<Entry>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<HandedOver>();
  const close = useAskedClose(() => !busy && !done && form.isFieldsTouched(), onClose);
  const own = t.matters;

  const hand = async (entry: Entry) => {
    setBusy(true);
    setError(null);
    try {
      setDone(await handOver({ from: from ?? entry.from[0]!, to: entry.to[0]!, reason: entry.reason.trim() }));
      await queries.invalidateQueries({ queryKey: ['matters'] });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };

  const required = [{ required: true, message: t.signIn.required }];
  return (
    <Modal
      open
      title={own.handOver}
      okText={done ? t.signIn.confirm : own.handOver}
      okButtonProps={{ loading: busy }}
      onOk={() => (done ? onClose() : form.submit())}
      onCancel={close}
    >
      {done ? (
        <Handed done={done} />
      ) : (
        <>
          <p>{own.handOverHint}</p>
          {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
          <Form form={form} layout="vertical" onFinish={hand} requiredMark={false}>
            {!from && (
              <Form.Item name="from" label={own.from} rules={required}>
                <RecordPicker to={people} single />
              </Form.Item>
            )}
            <Form.Item name="to" label={own.successor} rules={required}>
              <RecordPicker to={people} single />
            </Form.Item>
            <Form.Item name="reason" label={t.record.reasonLabel} rules={reasonRules(t.record)}>
              <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2 }} />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  );
}

function Handed({ done: { moved, left } }: { done: HandedOver }) {
  const { t, say } = useSpeech();
  return (
    <>
      <Alert type="success" showIcon title={fill(t.matters.handedOver, { n: moved.length })} />
      {left.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={fill(t.matters.notHandedOver, { n: left.length })}
          description={
            <ul className="matter-lines">
              {left.map(({ register, record, title, why }) => (
                <li key={record}>
                  <Anchor to={paths.matter(register, record)}>{title}</Anchor> <span className="quiet">{say(why)}</span>
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
