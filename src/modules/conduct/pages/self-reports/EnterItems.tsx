import { Alert, App, Button, Drawer, Form, Space } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../../platform/words.ts';
import type { Values } from '../../../../web/api/registers.ts';
import { enterItems } from '../../../../web/api/self-reports.ts';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { RecordField } from '../../../../web/kit/RecordField.tsx';
import { rulesOf } from '../../../../web/kit/record-rules.ts';
import { entryOf, valuesOf } from '../../../../web/kit/record-values.ts';
import { useAskedClose } from '../../../../web/kit/use-asked-close.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { ReportItem, ReportText } from '../../contract/self-reports.ts';
import { asWritten, itemForm } from '../../self-reports/item-form.ts';
import { itemWords } from '../self-report/words.ts';

const texts = {
  title: words('登记自查事项', 'Enter the matters'),
  hint: words(
    '请对照本人所写逐项登记。系统只照抄能照抄的文字，问题类别、日期和金额由您判断填写。登记作为一步办理记录，本人看得到。',
    'Enter them one by one against what the officer wrote. The program copies what can be copied; kind, days and sums are for you to say. It is a step of the report, and the officer sees it.',
  ),
  item: words('第 {n} 项', 'Matter {n}'),
  wrote: words('本人所写：{what}', 'As the officer wrote it: {what}'),
  between: words('；', '; '),
  said: words('{field}“{text}”', '{field} "{text}"'),
  save: words('登记 {n} 项', 'Enter {n} matters'),
  done: words('已登记', 'Entered'),
  cancel: words('取消', 'Cancel'),
};
/** What the officer puts in words and the register as a day, a sum or a kind. */
const inWords = ['problemKind', 'occurredFrom', 'occurredTo', 'amount'] as const;

interface Props {
  readonly record: string;
  readonly version: number;
  readonly text: ReportText;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** The matters of an opened report, one form each, entered together by whoever read them. */
export function EnterItems({ record, version, text, onDone, onClose }: Props) {
  const { t, say } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ items: Values[] }>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = useAskedClose(() => !busy && form.isFieldsTouched(), onClose);
  const { columns } = itemForm;
  const submit = async ({ items }: { items: Values[] }) => {
    setBusy(true);
    setError(null);
    try {
      const entered = items.map((values, at) => ({ number: at + 1, values: valuesOf(values, columns, false) }));
      await enterItems(record, { version, items: entered });
      message.success(say(texts.done));
      await onDone();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Drawer
      open
      onClose={close}
      title={say(texts.title)}
      size={620}
      footer={
        <Space orientation="vertical" style={{ width: '100%' }}>
          {error !== null && <Alert type="error" showIcon title={errorText(error)} />}
          <Space>
            <Button type="primary" loading={busy} onClick={() => form.submit()}>
              {fill(say(texts.save), { n: text.items.length })}
            </Button>
            <Button onClick={close}>{say(texts.cancel)}</Button>
          </Space>
        </Space>
      }
    >
      <p className="card-hint">{say(texts.hint)}</p>
      <Form
        form={form}
        layout="vertical"
        name="self-report-items"
        initialValues={{ items: text.items.map((item) => entryOf(asWritten(item), columns)) }}
        onFinish={(given) => void submit(given)}
        scrollToFirstError
      >
        {text.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: matters have no identity but their place
          <section key={at} className="self-entered" aria-label={fill(say(texts.item), { n: at + 1 })}>
            <h3>{fill(say(texts.item), { n: at + 1 })}</h3>
            <Wrote item={item} />
            {Object.entries(columns).map(([key, column]) => (
              <Form.Item
                key={key}
                name={['items', at, key]}
                label={say(column.words)}
                rules={rulesOf(column, false, t.register)}
              >
                <RecordField column={column} />
              </Form.Item>
            ))}
          </section>
        ))}
      </Form>
    </Drawer>
  );
}

/** The officer's own words for what the register holds otherwise. */
function Wrote({ item }: { item: ReportItem }) {
  const { say } = useSpeech();
  const said = inWords.flatMap((key) => {
    const text = item[key];
    return text ? [fill(say(texts.said), { field: say(itemWords[key]), text })] : [];
  });
  if (said.length === 0) return null;
  return <p className="quiet">{fill(say(texts.wrote), { what: said.join(say(texts.between)) })}</p>;
}
