import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form } from 'antd';
import { useRef, useState } from 'react';
import { z } from 'zod';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Column } from '../../../platform/register/columns.ts';
import { post } from '../../../web/api/client.ts';
import { DraftFound, DraftLine } from '../../../web/kit/drafts/DraftLine.tsx';
import { useFormDraft } from '../../../web/kit/drafts/use-draft.ts';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { RecordField } from '../../../web/kit/RecordField.tsx';
import { rulesOf } from '../../../web/kit/record-rules.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { interferenceLifecycle } from '../lifecycle.ts';
import { Colleague } from './record/Colleague.tsx';
import { EventDay } from './record/EventDay.tsx';
import { OwnRecords } from './record/OwnRecords.tsx';
import { ownQuery } from './record/own.ts';
import { Receipt } from './record/Receipt.tsx';
import { Taps } from './record/Taps.tsx';
import { texts } from './record/texts.ts';
import './interference.css';

const { fields = {} } = interferenceLifecycle.actions.RECORD;
const required = Object.entries(fields).filter(([, column]) => !column.optional);
// The roster is asked by name, so nobody types a number.
const optional = Object.entries(fields).filter(([key, column]) => column.optional && key !== 'askerNumber');

const draftShape = z.record(z.string(), z.string().nullish());
type Entry = z.infer<typeof draftShape>;

/** An officer records who asked: five taps and two lines on a phone, the rest when there is time; then the receipt. */
export default function RecordPage() {
  const { say } = useSpeech();
  const [filed, setFiled] = useState<string>();
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <div className="stack filing-page">
        {filed ? (
          <Receipt record={filed} onAnother={() => setFiled(undefined)} />
        ) : (
          <Filing
            onFiled={(record) => {
              setFiled(record);
              scrollTo(0, 0);
            }}
          />
        )}
        <OwnRecords />
      </div>
    </Page>
  );
}

function Filing({ onFiled }: { onFiled: (record: string) => void }) {
  const { t, say } = useSpeech();
  const [form] = Form.useForm<Entry>();
  const draft = useFormDraft('interference.record', form, draftShape);
  const [more, setMore] = useState(optional.some(([key]) => draft.start?.[key]));
  const name = Form.useWatch('askerName', form) ?? '';
  const cache = useQueryClient();
  // A second tap comes before the button shows that the first is on its way, and a record cannot be unfiled.
  const underWay = useRef(false);
  const filing = useMutation({
    mutationFn: (entry: Entry) =>
      post<{ record: string }>('/api/interference/records', {
        input: Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value !== '')),
      }),
    onSuccess: async ({ record }) => {
      draft.forget();
      await cache.invalidateQueries({ queryKey: ownQuery.queryKey });
      onFiled(record);
    },
    onSettled: () => {
      underWay.current = false;
    },
  });
  const file = (entry: Entry): void => {
    if (underWay.current) return;
    underWay.current = true;
    filing.mutate(entry);
  };
  const item = ([key, column]: readonly [string, Column]) => (
    <Form.Item key={key} name={key} label={say(column.words)} rules={rulesOf(column, false, t.register)}>
      {column.kind === 'choice' ? (
        <Taps
          label={say(column.words)}
          options={Object.entries(column.choices!).map(([value, words]) => ({ value, label: say(words) }))}
        />
      ) : column.kind === 'date' ? (
        <EventDay label={say(column.words)} />
      ) : (
        <RecordField column={column} />
      )}
    </Form.Item>
  );
  return (
    <Card size="small">
      <DraftFound draft={draft} onForget={draft.discard} />
      <Form
        form={form}
        layout="vertical"
        name="interference"
        scrollToFirstError
        initialValues={{ askedOn: dayOf(new Date()) }}
        onValuesChange={(changed: Entry) => {
          // Whoever the roster named belongs to the name as it was typed then.
          if ('askerName' in changed) form.setFieldValue('askerNumber', undefined);
          draft.keep();
        }}
        onFinish={file}
      >
        {required.slice(0, 1).map(item)}
        <Form.Item name="askerNumber" noStyle>
          <Colleague name={name} />
        </Form.Item>
        {required.slice(1).map(item)}
        {more ? (
          optional.map(item)
        ) : (
          <Form.Item>
            <Button onClick={() => setMore(true)}>{say(texts.more)}</Button>
          </Form.Item>
        )}
        <DraftLine draft={draft} onForget={draft.discard} />
        {filing.isError && <ErrorNotice error={filing.error} />}
        <Button type="primary" size="large" htmlType="submit" block loading={filing.isPending}>
          {say(texts.file)}
        </Button>
      </Form>
    </Card>
  );
}
