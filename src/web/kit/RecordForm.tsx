import { Alert, Button, Drawer, Form, Input, Space } from 'antd';
import { Fragment, type ReactNode, useState } from 'react';
import { isSecret } from '../../platform/register/columns.ts';
import type { Register } from '../../platform/register/declare.ts';
import type { Cell, Values } from '../api/registers.ts';
import { useSpeech } from '../locales/index.ts';
import { useErrorText } from './error-text.ts';
import { FileDigest } from './FileDigest.tsx';
import { RecordField } from './RecordField.tsx';
import { reasonRules, rulesOf } from './record-rules.ts';
import { entryOf, valuesOf } from './record-values.ts';
import { useAskedClose } from './use-asked-close.ts';

interface Props {
  readonly register: Register;
  readonly title: string;
  /** The values a change starts from; left out for a new record. A change asks for its reason. */
  readonly changing?: Values;
  /** Values a new form starts with. */
  readonly start?: Values;
  /** Whether a reason must be given; a change always needs one. */
  readonly asksReason?: boolean;
  /** What the button that sends it says. */
  readonly saveAs?: string;
  /** What stands under the fields while they are filled in. */
  readonly note?: (values: Values) => ReactNode;
  /** Sends it; the form stays open and shows the error when this fails. */
  readonly onSave: (values: Values, reason: string) => Promise<void>;
  readonly onClose: () => void;
  /** What helps to fill it in, under the fields. */
  readonly children?: ReactNode;
}

type Entry = Record<string, Cell | undefined>;

const reasonField = 'reason';

/** A record by hand: one field for each column of the declaration. */
export function RecordForm({
  register,
  title,
  changing,
  start,
  asksReason,
  saveAs,
  note,
  onSave,
  onClose,
  children,
}: Props) {
  const { t, say } = useSpeech();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ values: Entry; reason?: string }>();
  const typed = Form.useWatch('values', form);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = useAskedClose(() => !busy && form.isFieldsTouched(), onClose);

  const submit = async (entry: { values: Entry; reason?: string }) => {
    setBusy(true);
    setError(null);
    try {
      await onSave(valuesOf(entry.values, register.columns, changing !== undefined), entry.reason?.trim() ?? '');
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  // Columns that hold the name of a file, with the column of its digest.
  const digests = new Map(
    Object.entries(register.columns).flatMap(([key, { digestOf }]) => (digestOf ? [[digestOf, key] as const] : [])),
  );

  return (
    <Drawer
      open
      onClose={close}
      title={title}
      size={560}
      footer={
        <Space orientation="vertical" style={{ width: '100%' }}>
          {error !== null && <Alert type="error" showIcon title={errorText(error)} />}
          <Space>
            <Button type="primary" loading={busy} onClick={() => form.submit()}>
              {saveAs ?? (changing ? t.register.saveChange : t.register.save)}
            </Button>
            <Button onClick={close}>{t.register.cancel}</Button>
          </Space>
        </Space>
      }
    >
      <Form
        form={form}
        layout="vertical"
        name={register.name.replaceAll('.', '-')}
        initialValues={{ values: entryOf(changing ?? start ?? {}, register.columns) }}
        onFinish={submit}
        scrollToFirstError
      >
        {Object.entries(register.columns).map(([key, column]) => (
          <Fragment key={key}>
            {digests.has(key) && (
              <FileDigest
                onFile={(name, digest) => form.setFieldsValue({ values: { [key]: name, [digests.get(key)!]: digest } })}
              />
            )}
            <Form.Item
              name={['values', key]}
              label={say(column.words)}
              rules={rulesOf(column, changing !== undefined, t.register)}
              extra={changing && isSecret(column) ? t.register.keepSecret : undefined}
            >
              <RecordField column={column} />
            </Form.Item>
          </Fragment>
        ))}
        {(changing || asksReason) && (
          <Form.Item name={reasonField} label={t.record.reasonLabel} rules={reasonRules(t.record)}>
            <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
        {note?.(valuesOf(typed ?? {}, register.columns, false))}
      </Form>
      {children}
    </Drawer>
  );
}
