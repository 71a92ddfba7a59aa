import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Empty, Form, Tag } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { get, post } from '../../../web/api/client.ts';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { formatDay, formatMoment } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { RecordField } from '../../../web/kit/RecordField.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import type { OwnRecord } from '../contract.ts';
import { interferenceLifecycle } from '../lifecycle.ts';

const texts = {
  title: words('记录干预过问', 'Record interference'),
  lead: words(
    '当天如实记录，一分钟即可。被记录人看不到、拦不住、改不了这条记录；公开存证中不出现您的账户。',
    'Record it the same day; it takes a minute. The person named can neither see, delay nor change it, and the public log does not name you.',
  ),
  more: words('更多（可以以后补充）', 'More (may be added later)'),
  file: words('提交并存证', 'File and seal'),
  filed: words('已提交并写入存证。', 'Filed, and written to the ledger.'),
  mine: words('我的记录', 'My records'),
  none: words('还没有记录。', 'Nothing recorded yet.'),
  lag: words('间隔 {days} 天', '{days} days after the event'),
  late: words('补录', 'Back-filled'),
  sealed: words('存证第 {seq} 号，{at} 封存', 'Entry {seq} of the ledger, sealed {at}'),
  waiting: words('等待封存', 'Waiting for the seal'),
};

const { fields = {} } = interferenceLifecycle.actions.RECORD;
const required = Object.entries(fields).filter(([, column]) => !column.optional);
const optional = Object.entries(fields).filter(([, column]) => column.optional);
const ownQuery = {
  queryKey: ['interference', 'own'],
  queryFn: () => get<{ records: OwnRecord[] }>('/api/interference/own-records'),
};

/** An officer records who asked: six fields on a phone, the rest when there is time; below, the own records with their seals. */
export default function RecordPage() {
  const { say } = useSpeech();
  const [form] = Form.useForm<Record<string, string | null>>();
  const [more, setMore] = useState(false);
  const cache = useQueryClient();
  const filing = useMutation({
    mutationFn: (entry: Record<string, string | null | undefined>) =>
      post('/api/interference/records', {
        input: Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value !== '')),
      }),
    onSuccess: () => {
      form.resetFields();
      return cache.invalidateQueries({ queryKey: ownQuery.queryKey });
    },
  });
  const item = ([key, column]: (typeof required)[number]) => (
    <Form.Item
      key={key}
      name={key}
      label={say(column.words)}
      rules={column.optional ? [] : [{ required: true, message: say(column.words) }]}
    >
      <RecordField column={column} />
    </Form.Item>
  );
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <Card size="small">
        <Form form={form} layout="vertical" onFinish={(entry) => filing.mutate(entry)}>
          {required.map(item)}
          {more ? (
            optional.map(item)
          ) : (
            <Form.Item>
              <Button onClick={() => setMore(true)}>{say(texts.more)}</Button>
            </Form.Item>
          )}
          {filing.isError && <ErrorNotice error={filing.error} />}
          {filing.isSuccess && <Alert type="success" showIcon title={say(texts.filed)} />}
          <Button type="primary" htmlType="submit" block loading={filing.isPending}>
            {say(texts.file)}
          </Button>
        </Form>
      </Card>
      <OwnRecords />
    </Page>
  );
}

function OwnRecords() {
  const { say, language } = useSpeech();
  const query = useQuery(ownQuery);
  const filled = (text: string, params: Record<string, string | number>): string =>
    Object.entries(params).reduce((all, [name, value]) => all.replace(`{${name}}`, String(value)), text);
  const seal = ({ seq, sealedAt }: OwnRecord): string =>
    seq === null || sealedAt === null
      ? say(texts.waiting)
      : filled(say(texts.sealed), { seq, at: formatMoment(sealedAt, language) });
  return (
    <Card size="small" title={<h2>{say(texts.mine)}</h2>}>
      {query.isPending && <Loading />}
      {query.isError && <ErrorNotice error={query.error} retry={() => void query.refetch()} />}
      {query.data?.records.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />}
      <ul>
        {query.data?.records.map((one) => (
          <li key={one.record}>
            <strong>{one.number}</strong> {one.askerName} · {formatDay(one.askedOn, language)}
            {one.lagDays !== null && ` · ${filled(say(texts.lag), { days: one.lagDays })}`}{' '}
            {one.backFilled && <Tag color="orange">{say(texts.late)}</Tag>}
            <Tag>{say(interferenceLifecycle.states[one.state as keyof typeof interferenceLifecycle.states])}</Tag>
            <div>{seal(one)}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
