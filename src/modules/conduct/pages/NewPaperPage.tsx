import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, Form, Input, Segmented, Select, Upload } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { words } from '../../../platform/words.ts';
import { get, post, upload, withQuery } from '../../../web/api/client.ts';
import { DayPicker } from '../../../web/kit/DayPicker.tsx';
import { DraftFound, DraftLine } from '../../../web/kit/drafts/DraftLine.tsx';
import { useFormDraft } from '../../../web/kit/drafts/use-draft.ts';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { type Paper, paperKinds } from '../papers/contract.ts';
import { kindOf, paperTexts } from './papers-words.ts';
import './conduct.css';

const texts = {
  title: words('发布文书', 'Publish a paper'),
  lead: words(
    '发布后内容不能修改；需要修改时发布新版本。',
    'Once published, the content cannot be changed; a change is a new version.',
  ),
  back: words('文书签阅', 'Papers to officers'),
  replaces: words('替代的版本（新文书不填）', 'Version it replaces (none for a new paper)'),
  kind: words('文书种类', 'Kind'),
  name: words('文书名称', 'Title'),
  asks: words('办理要求', 'Asks for'),
  from: words('启用日期', 'Valid from'),
  content: words('内容', 'Content'),
  asText: words('填写正文', 'Type the text'),
  asFile: words('PDF 文件', 'PDF file'),
  body: words('正文', 'Text'),
  choose: words('选择 PDF 文件', 'Choose a PDF'),
  required: words('请填写', 'Fill this in'),
  publish: words('发布', 'Publish'),
};

const draftShape = z.object({
  replaces: z.string().optional(),
  kind: z.string(),
  title: z.string().optional(),
  asks: z.string(),
  validFrom: z.string().optional(),
  body: z.string().optional(),
});
type Entry = z.infer<typeof draftShape>;

/** The office publishes a version: a new paper, or one that replaces an earlier version. */
export default function NewPaperPage() {
  const { say } = useSpeech();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [form] = Form.useForm<Entry>();
  const draft = useFormDraft('conduct.paper', form, draftShape);
  const [asFile, setAsFile] = useState(false);
  const [file, setFile] = useState<File>();
  const papers = useQuery({
    queryKey: ['conduct', 'papers'],
    queryFn: () => get<{ papers: Paper[] }>('/api/conduct/papers'),
  });
  const known = papers.data?.papers ?? [];
  const replaced = new Set(known.map(({ replaces }) => replaces));
  const newest = known.filter(({ record, kind }) => !replaced.has(record) && paperKinds.some((one) => one === kind));
  const replaces = Form.useWatch('replaces', form);
  const publishing = useMutation({
    mutationFn: ({ body, ...heading }: Entry) =>
      asFile
        ? upload<{ record: string }>(withQuery('/api/conduct/papers/file', { ...heading }), file ? [file] : [])
        : post<{ record: string }>('/api/conduct/papers', { ...heading, body }),
    onSuccess: async ({ record }) => {
      draft.forget();
      await cache.invalidateQueries({ queryKey: ['conduct', 'papers'] });
      await navigate({ to: paths.paper(record) });
    },
  });
  const required = [{ required: true, message: say(texts.required) }];
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)} back={{ to: paths.paperDesk, label: say(texts.back) }}>
      <Card size="small">
        <DraftFound draft={draft} onForget={draft.discard} />
        <Form
          form={form}
          className="narrow-form"
          layout="vertical"
          initialValues={{ kind: 'COMMITMENT_LETTER', asks: 'SIGN' }}
          onValuesChange={draft.keep}
          onFinish={(entry) => publishing.mutate(entry)}
        >
          <Form.Item name="replaces" label={say(texts.replaces)}>
            <Select
              allowClear
              options={newest.map(({ record, title, edition }) => ({
                value: record,
                label: `${title} · ${say(paperTexts.edition).replace('{n}', String(edition))}`,
              }))}
              onChange={(record: string | undefined) => {
                const before = newest.find((one) => one.record === record);
                if (before) form.setFieldsValue({ kind: before.kind, title: before.title });
              }}
            />
          </Form.Item>
          <Form.Item name="kind" label={say(texts.kind)} rules={required}>
            <Select
              disabled={replaces !== undefined}
              options={paperKinds.map((kind) => ({ value: kind, label: say(kindOf(kind)) }))}
            />
          </Form.Item>
          <Form.Item name="title" label={say(texts.name)} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="asks" label={say(texts.asks)} rules={required}>
            <Select
              options={[
                { value: 'SIGN', label: say(paperTexts.asksSign) },
                { value: 'READ', label: say(paperTexts.asksRead) },
              ]}
            />
          </Form.Item>
          <Form.Item name="validFrom" label={say(texts.from)} rules={required}>
            <DayPicker />
          </Form.Item>
          <Form.Item label={say(texts.content)}>
            <Segmented
              value={asFile ? 'file' : 'text'}
              onChange={(way) => setAsFile(way === 'file')}
              options={[
                { value: 'text', label: say(texts.asText) },
                { value: 'file', label: say(texts.asFile) },
              ]}
            />
          </Form.Item>
          {asFile ? (
            <Form.Item>
              <Upload
                accept="application/pdf"
                maxCount={1}
                beforeUpload={(picked) => {
                  setFile(picked);
                  return false;
                }}
                onRemove={() => setFile(undefined)}
              >
                <Button>{say(texts.choose)}</Button>
              </Upload>
            </Form.Item>
          ) : (
            <Form.Item name="body" label={say(texts.body)} rules={required}>
              <Input.TextArea autoSize={{ minRows: 12 }} maxLength={60_000} showCount />
            </Form.Item>
          )}
          {publishing.isError && (
            <Alert type="error" showIcon title={errorText(publishing.error)} className="card-alert" />
          )}
          <DraftLine draft={draft} onForget={draft.discard} />
          <Button
            type="primary"
            htmlType="submit"
            loading={publishing.isPending}
            disabled={asFile && file === undefined}
          >
            {say(texts.publish)}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
